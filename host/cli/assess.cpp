#include "cli/assessing.hpp"
#include "cli/commands.hpp"
#include "cli/redacting.hpp"
#include "cli/round_options.hpp"
#include "cli/whole_files.hpp"
#include "intake/json.hpp"
#include "record/assessment.hpp"
#include "report/assessment.hpp"

namespace remit::cli {

namespace {

struct Options {
  Wanted wanted;
  std::string type, format, out, redact;
};

std::string made(const Assessing& assessing, const Options& o, const std::string& format, bool colour) {
  const std::string& type = o.type;
  std::string out;
  const std::string bytes = redacted_for(o.redact, record::assessments_document(*assessing.assessed, assessing.run, type));
  if (format == "json") return bytes;
  if (format == "ndjson") return lines_of_document(bytes);
  std::vector<record::AssessmentRecord> records;
  const intake::Json document = intake::read_json(bytes, "this round");
  for (const intake::Json& record : document["records"].items) records.push_back(record::read_assessment(record, "this round"));
  report::write_assessments(assessing.session.round->id(), records, !type.empty(), {colour, 100}, out);
  return out;
}

const char* file_name(const std::string& format) { return format == "ndjson" ? "assessments.ndjson" : format == "json" ? "assessments.json" : "assessments.txt"; }

int run(const Options& o, bool colour) {
  const Assessing assessing = assess_round(o.wanted, o.type);
  tell_unread(assessing.session);
  const std::string format = o.format.empty() ? "text" : o.format;
  if (o.out.empty()) {
    print(made(assessing, o, format, colour));
    return 0;
  }
  const std::filesystem::path out = o.out;
  if (!o.format.empty()) {
    write_file(out / file_name(format), made(assessing, o, format, false));
    print((out / file_name(format)).string() + "\n");
    return 0;
  }
  WholeFiles files;
  for (const char* each : {"ndjson", "json", "text"}) files.add(out / file_name(each), made(assessing, o, each, false));
  files.keep();
  print(made(assessing, o, "text", colour));
  print("\nrecords  " + (out / file_name("ndjson")).string() + "\n");
  return 0;
}

}  // namespace

void add_assess(Program& program) {
  auto* command = program.app.add_subcommand("assess", "what the rules say of everything that is no application: bodies, arrangements, needs, timetables, the round itself");
  auto o = std::make_shared<Options>();
  command->add_option("round", o->wanted.round, "folder of the round, a JSON document, or - for standard input; it may hold records alone")->required();
  command->add_option("--type", o->type, "only records of this type");
  command->add_option("--format", o->format, "text, json or ndjson")->one_of({"text", "json", "ndjson"});
  command->add_option("--out", o->out, "folder to write to: records, document and text; or the one form that --format names");
  add_what_if(*command, o->wanted, "every record says so");
  add_redact(*command, o->redact);
  command->footer("examples:\n  remit assess rounds/governance-2008\n  remit assess rounds/governance-2008 --type body\n"
                  "  remit assess rounds/governance-2008 --format ndjson > assessments.ndjson\n  remit assess rounds/governance-2008 --out results");
  command->callback([o, &program] { program.chosen = [o, &program] { return run(*o, program.colour); }; });
}

}  // namespace remit::cli
