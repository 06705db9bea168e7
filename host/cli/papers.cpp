#include "letters/papers.hpp"

#include "cli/documents.hpp"
#include "cli/letter_commands.hpp"
#include "cli/printing.hpp"
#include "cli/redacting.hpp"
#include "cli/round_options.hpp"
#include "cli/whole_files.hpp"

namespace remit::cli {

namespace fs = std::filesystem;

namespace {

struct Options {
  Wanted wanted;
  std::string out, templates, redact;
  bool pdf = false;
};

int run(const Options& o) {
  const fs::path printer = o.pdf ? printer_for(o.out) : fs::path();
  const Document document = open_document(o.wanted, o.redact);
  const auto papers = letters::papers_of(document.decided, templates_of(document, o.templates));
  if (o.out.empty()) {
    for (const auto& paper : papers) print(paper.frame.notice + "\n\n" + text_of(paper.page) + (&paper == &papers.back() ? "" : "\n\f\n"));
    return 0;
  }
  WholeFiles files;
  std::vector<fs::path> pages;
  for (const auto& paper : papers) {
    pages.push_back(fs::path(o.out) / (std::string(paper.file) + ".html"));
    files.add(pages.back(), html_of(paper.page, paper.frame));
    files.add(fs::path(o.out) / (std::string(paper.file) + ".odt"), odt_of(paper.page, paper.frame));
  }
  files.keep();
  if (o.pdf) print_all(printer, pages);
  for (const auto& page : pages) print(page.string() + "\n");
  print(std::string("each also as .odt, to be changed and filled in") + (o.pdf ? ", and as .pdf" : "") + "\nthey are for the panel only: they name members and what they wrote\n");
  return 0;
}

}  // namespace

void add_papers(Program& program) {
  auto* command = program.app.add_subcommand("papers", "what a panel needs on the table: agenda with who steps out when, a page for each application, minutes to fill in");
  auto o = std::make_shared<Options>();
  command->add_option("round", o->wanted.round, "folder of the round, a JSON document, or a `decision.json` that `remit decide --out` wrote")->required();
  command->add_option("--out", o->out, "folder to write to, as HTML and OpenDocument; without it they are printed here as text");
  command->add_flag("--pdf", o->pdf, "also as PDF, through Chromium");
  command->add_option("--templates", o->templates, "folder of texts that stand before those of the pack");
  add_what_if(*command, o->wanted, "every paper says so");
  add_plugins(*command, o->wanted.plugins);
  add_redact(*command, o->redact);
  command->footer("examples:\n  remit papers rounds/spring-2026\n  remit papers rounds/spring-2026 --out papers\n  remit papers results/decision.json --out papers --pdf");
  command->callback([o, &program] { program.chosen = [o] { return run(*o); }; });
}

}  // namespace remit::cli
