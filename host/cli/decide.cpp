#include <unistd.h>

#include <algorithm>

#include "cli/commands.hpp"
#include "cli/deciding.hpp"
#include "cli/each.hpp"
#include "cli/redacting.hpp"
#include "cli/round_options.hpp"
#include "cli/whole_files.hpp"
#include "cli/workbooks.hpp"
#include "engine/exporting.hpp"
#include "record/decision_document.hpp"
#include "record/record.hpp"
#include "report/csv.hpp"
#include "report/html.hpp"
#include "report/text.hpp"

namespace remit::cli {

namespace {

struct Options {
  Wanted wanted;
  std::string format, out, redact;
  unsigned threads = 0;
};

// One output in one form; `file` is its name under --out.
std::string made(const Deciding& deciding, const std::string& format, const std::string& redact, bool colour) {
  std::string out;
  if (format == "brief" || (format == "ndjson" && redact.empty())) {
    record::write_records(deciding.constants, format == "brief" ? record::Form::brief : record::Form::record, "\n", deciding.threads,
                          [&](std::string_view piece) { out += piece; });
    return redact.empty() ? out : redacted_lines(redact, out);
  }
  if (format == "xlsx") return workbook_of(deciding, redact);
  const std::string bytes = redacted_for(redact, document_of(deciding));
  if (format == "json") return bytes;
  if (format == "ndjson") return lines_of_document(bytes);
  const record::DecisionDocument document = record::read_document(bytes, "this round");
  if (format == "html") report::write_html(document, out);
  if (format == "csv") report::write_csv(document, out);
  if (format == "text") report::write_text(document, {colour, 100}, out);
  return out;
}

const char* file_name(const std::string& format, bool redacted = false) {
  if (format == "xlsx" && redacted) return "published.xlsx";   // it holds no round
  return format == "html" ? "report.html" : format == "csv" ? "ranked.csv" : format == "json" ? "decision.json" : format == "brief" ? "brief.ndjson"
         : format == "text" ? "ranked.txt" : format == "xlsx" ? "round.xlsx" : "records.ndjson";
}

bool is_exporter(const std::string& format) { return format.contains('/'); }

// A list of awards says what an award is: while the partnership has not, none is written.
void refuse_unsaid_kind(const Deciding& deciding) {
  const policy::Pack& pack = *deciding.session.pack;
  for (std::size_t p = 0; p < pack.parameters.size(); ++p) {
    const policy::Parameter& parameter = pack.parameters[p];
    if (parameter.id == "award_kind" && !deciding.decided->view.parameters[p].answered())
      base::refuse({"AWARD_KIND", {}, 0, 0, "--format", "the framework does not say whether an award is a grant or a contract (" + parameter.clause + "), and what is exported would say it; give the parameter `award_kind` a value with its authority first", {}, {}}, 3);
  }
}

// What a plug-in writes of the round: to a file of that name, into a folder, or straight out.
int export_with_plugin(const Options& o) {
  if (!o.redact.empty()) base::refuse({"CANNOT_REDACT", {}, 0, 0, "--redact", "a plug-in writes what it likes: what it exports cannot be redacted", {}, {}});
  Wanted wanted = o.wanted;
  wanted.exporter = o.format;
  const Deciding deciding = decide_round(wanted, o.threads);
  refuse_unsaid_kind(deciding);
  const std::string bytes = engine::export_round(*deciding.decided, deciding.session.pack->uses.size() - 1);
  if (o.out.empty()) {
    print(bytes);
    return 0;
  }
  const bool folder = o.out.ends_with('/') || std::filesystem::is_directory(o.out);
  const std::filesystem::path path = folder ? std::filesystem::path(o.out) / o.format.substr(o.format.find('/') + 1) : std::filesystem::path(o.out);
  write_file(path, bytes);
  print(path.string() + "\n");
  return 0;
}

// One of the forms that Remit knows, or "plugin/item".
std::string wrong_format(const std::string& format) {
  static const std::vector<std::string> known{"text", "json", "ndjson", "brief", "html", "csv", "xlsx"};
  if (std::ranges::find(known, format) != known.end()) return {};
  if (is_exporter(format) && !format.starts_with('/') && !format.ends_with('/')) return {};
  return format + " not in {text,json,ndjson,brief,html,csv,xlsx,plugin/item}";   // help.cpp finds the words and the nearest
}

int run(const Options& o, bool colour) {
  if (o.format == "xlsx") {
    if (o.out.empty() && ::isatty(STDOUT_FILENO) == 1) base::refuse({"NO_OUT", {}, 0, 0, "--format", "a workbook is nothing for a terminal; name a folder with `--out`", {}, {}});
    need_workbooks();
  }
  if (is_exporter(o.format) && !o.wanted.round.ends_with(".ndjson")) return export_with_plugin(o);
  if (Opened opened; is_for_each(o.wanted, opened)) return decide_each({o.wanted, o.format, o.out, o.redact, o.threads}, opened);
  Deciding deciding = decide_round(o.wanted, o.threads);
  const std::filesystem::path out = o.out;
  if (o.out.empty() && o.redact.empty() && (o.format == "ndjson" || o.format == "brief")) {   // straight out: nothing is held back
    record::write_records(deciding.constants, o.format == "brief" ? record::Form::brief : record::Form::record, "\n", deciding.threads, print);
    return 0;
  }
  if (o.out.empty()) {
    print(made(deciding, o.format.empty() ? "text" : o.format, o.redact, colour));
    return 0;
  }
  if (!o.format.empty()) {
    const std::filesystem::path path = out / file_name(o.format, !o.redact.empty());
    write_file(path, made(deciding, o.format, o.redact, false));
    print(path.string() + "\n");
    return 0;
  }
  WholeFiles files;
  for (const char* format : {"ndjson", "json", "csv", "html"}) files.add(out / file_name(format), made(deciding, format, o.redact, false));
  files.keep();
  print(made(deciding, "text", o.redact, colour));
  print("\nrecords  " + (out / file_name("ndjson")).string() + "\nreport   " + (out / file_name("html")).string() + "\n");
  return 0;
}

}  // namespace

void add_decide(Program& program) {
  auto* command = program.app.add_subcommand("decide", "decide a round: what Remit proposes for each application, and why");
  auto o = std::make_shared<Options>();
  command->add_option("round", o->wanted.round, "folder of the round, a JSON document, lines of applications (.ndjson) for a pack that takes each by itself, or - for standard input")->required();
  add_what_if(*command, o->wanted, "every record says so");
  add_plugins(*command, o->wanted.plugins);
  command->add_option("--format", o->format, "text, json, ndjson, brief, html, csv, xlsx, or plugin/item: what a plug-in exports")->check(wrong_format, "FORM");
  command->add_option("--out", o->out, "folder to write to: records, report, ranked list; or the one form that --format names");
  add_redact(*command, o->redact);
  command->add_option("--threads", o->threads, "how many to use (changes nothing but the time); 0: all");
  command->footer("examples:\n  remit decide rounds/family-support-2012\n  remit decide rounds/family-support-2012 --out results\n"
                  "  remit decide round.json --format ndjson > records.ndjson\n  remit decide rounds/family-support-2012 --redact public --out to-publish\n  remit decide rounds/family-support-2012 --format xlsx --out results\n  remit decide rounds/family-support-2012 --what-if --pack ./my-pack\n"
                  "  remit decide applications.ndjson --pack ./my-pack --as-of 2026-03-31 --format brief");
  command->callback([o, &program] { program.chosen = [o, &program] { return run(*o, program.colour); }; });
}

}  // namespace remit::cli
