#include "engine/appeal.hpp"

#include "cli/commands.hpp"
#include "cli/deciding.hpp"
#include "cli/redacting.hpp"
#include "cli/round_options.hpp"
#include "intake/read_appeals.hpp"
#include "record/appeal_record.hpp"
#include "record/appeal_writer.hpp"
#include "record/append.hpp"
#include "report/appeal.hpp"

namespace remit::cli {

namespace {

struct Options {
  Wanted wanted;
  std::string format = "text", redact;
};

/// `{"appeals":[...],"engine":...,"format":"remit.appeals/1",...}` around the records.
std::string document_of(const Deciding& deciding, const std::vector<std::string>& records) {
  std::string out = "{";
  record::append_key("appeals", out);
  out += '[';
  for (const std::string& record : records) {
    record::append_comma(out);
    out += record;
  }
  out += ']';
  record::append_stated("engine", deciding.constants.run.engine, out);
  record::append_stated("format", "remit.appeals/1", out);
  record::append_stated("input", deciding.session.round->digest, out);
  record::append_stated("round", deciding.session.round->id(), out);
  return out + "}\n";
}

int run(const Options& o, bool colour) {
  const Deciding deciding = decide_round(o.wanted, 0);
  const engine::Decided& first = *deciding.decided;
  const intake::Appeals appeals = intake::read_appeals(deciding.session.source, deciding.session.pack->schema, *deciding.session.round);
  const std::vector<engine::Admission> admissions = engine::admit_appeals(first, appeals);

  // One answer at a time: each holds a whole stream decided again.
  engine::Crew crew(*deciding.session.pack, deciding.threads);
  record::AppealWriter writer(deciding.constants);
  std::vector<std::string> records(appeals.list.size());
  for (std::size_t a = 0; a < records.size(); ++a)
    writer.write(appeals.list[a], admissions[a], engine::answer_appeal(first, appeals.list[a], admissions[a], crew), records[a]);

  std::string out;
  if (o.format == "ndjson") {
    for (const std::string& record : records) out += redacted_for(o.redact, record) + "\n";
  } else if (o.format == "json") {
    out = redacted_for(o.redact, document_of(deciding, records));
  } else {
    std::vector<record::AppealRecord> read;
    for (const std::string& record : records) read.push_back(record::read_appeal_record(intake::read_json(redacted_for(o.redact, record), "this round"), "this round"));
    report::write_appeals(deciding.session.round->id(), read, {colour, 100}, out);
  }
  print(out);
  return 0;
}

}  // namespace

void add_appeal(Program& program) {
  auto* command = program.app.add_subcommand("appeal", "answer the appeals of a round: heard or not, and what a fresh panel would give");
  auto o = std::make_shared<Options>();
  command->add_option("round", o->wanted.round, "folder of the round with its appeals.json, or a JSON document with `appeals`")->required();
  command->add_option("--format", o->format, "text, json or ndjson")->one_of({"text", "json", "ndjson"});
  add_redact(*command, o->redact);
  add_what_if(*command, o->wanted, "every record says so");
  add_plugins(*command, o->wanted.plugins);
  command->footer("examples:\n  remit appeal rounds/family-support-2012\n  remit appeal rounds/family-support-2012 --format ndjson > appeals.ndjson\n  remit appeal rounds/family-support-2012 --redact on-request");
  command->callback([o, &program] { program.chosen = [o, &program] { return run(*o, program.colour); }; });
}

}  // namespace remit::cli
