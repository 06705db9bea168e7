#include "letters/letter.hpp"

#include "base/text.hpp"
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
  std::string application, out, templates, redact;
  bool pdf = false;
};

const record::DecisionRecord& find(const record::DecisionDocument& document, const Options& o) {
  if (const auto* found = document.find(o.application)) return *found;
  std::vector<std::string> ids;
  for (const auto& r : document.records) ids.push_back(r.application);
  const std::string near = base::nearest(o.application, ids);
  base::refuse({"UNKNOWN_ID", o.wanted.round, 0, 0, {}, "the round has no application `" + base::printable(o.application, 60) + "`" + (near.empty() ? "" : "; the nearest is `" + near + "`"), {}, {}});
}

std::vector<letters::Letter> all_letters(const Document& document, const Options& o, const letters::Others& others) {
  const letters::Templates templates = templates_of(document, o.templates);
  std::vector<letters::Letter> out;
  if (!o.application.empty()) out.push_back(letters::letter_of(document.decided, find(document.decided, o), others, templates));
  else
    for (const auto& r : document.decided.records) out.push_back(letters::letter_of(document.decided, r, others, templates));
  return out;
}

void tell_struck(const std::vector<letters::Letter>& letters) {
  std::vector<std::string> touched;
  for (const auto& letter : letters)
    if (letter.struck > 0) touched.push_back(letter.file);
  if (touched.empty()) return;
  if (touched.size() > 12) touched = {touched.begin(), touched.begin() + 12}, touched.emplace_back("others");
  print("others are named in what people wrote, and were struck: read again " + base::join_and(touched) + "\n");
}

int run(const Options& o) {
  const fs::path printer = o.pdf ? printer_for(o.out) : fs::path();
  const Document document = open_document(o.wanted, o.redact);
  const letters::Others others(document.decided);
  const auto letters = all_letters(document, o, others);
  if (o.out.empty()) {
    for (const auto& letter : letters)
      print(letter.frame.notice + "\n\n" + text_of(letter.page) + "\n" + letter.frame.about + "\nRecord: " + letter.frame.digest + (&letter == &letters.back() ? "\n" : "\n\f\n"));
    return 0;
  }
  const fs::path out = o.out;
  WholeFiles files;
  std::vector<fs::path> pages;
  for (const auto& letter : letters) {
    pages.push_back(out / (letter.file + ".html"));
    files.add(pages.back(), html_of(letter.page, letter.frame));
    files.add(out / (letter.file + ".odt"), odt_of(letter.page, letter.frame));
  }
  if (o.application.empty()) files.add(out / "letters.csv", letters::merge_table(document.decided, others));
  files.keep();
  if (o.pdf) print_all(printer, pages);
  print(std::to_string(letters.size()) + (letters.size() == 1 ? " letter" : " letters") + ", each as .html and .odt" + (o.pdf ? " and .pdf" : "") + ", in " + out.string() +
        (o.application.empty() ? "; for a mail merge " + (out / "letters.csv").string() : "") + "\n");
  tell_struck(letters);
  print("they are drafts: a named person decides, checks and signs\n");
  return 0;
}

}  // namespace

void add_letters(Program& program) {
  auto* command = program.app.add_subcommand("letters", "a draft letter to each applicant: what is proposed, why, what would have passed, how to appeal");
  auto o = std::make_shared<Options>();
  command->add_option("round", o->wanted.round, "folder of the round, a JSON document, or a `decision.json` that `remit decide --out` wrote")->required();
  command->add_option("application", o->application, "only the letter about this one");
  command->add_option("--out", o->out, "folder to write to: each letter as HTML and OpenDocument, and letters.csv; without it they are printed here as text");
  command->add_flag("--pdf", o->pdf, "also as PDF, through Chromium");
  command->add_option("--templates", o->templates, "folder of texts that stand before those of the pack");
  add_what_if(*command, o->wanted, "every letter says so");
  add_plugins(*command, o->wanted.plugins);
  add_redact(*command, o->redact);
  command->footer("examples:\n  remit letters rounds/spring-2026 SG-08\n  remit letters rounds/spring-2026 --out letters\n  remit letters results/decision.json --out letters --pdf");
  command->callback([o, &program] { program.chosen = [o] { return run(*o); }; });
}

}  // namespace remit::cli
