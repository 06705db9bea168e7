#include "record/replay.hpp"

#include <CLI/CLI.hpp>

#include "cli/commands.hpp"
#include "cli/deciding.hpp"
#include "intake/json.hpp"

namespace remit::cli {

namespace {

struct Options {
  std::string records;
  Wanted wanted;
};

// The date and pack that the saved records were decided with; the round may say others.
void as_saved(const std::string& saved, const std::string& name, Wanted& wanted) {
  const std::string_view first = std::string_view(saved).substr(0, saved.find('\n'));
  intake::Json json = intake::read_json(first, name);
  if (json["format"].str() == "remit.decision/1") json = json["records"].items.empty() ? intake::Json() : json["records"].items.front();
  if (wanted.as_of.empty()) wanted.as_of = json["as_of"].str();
  if (json["what_if"].boolean) {
    wanted.what_if = true;
    if (wanted.pack.empty()) wanted.pack = json["pack"]["id"].str();
  }
}

int run(Options o) {
  const std::string saved = read_file(o.records);
  as_saved(saved, o.records, o.wanted);
  const Deciding deciding = decide_round(o.wanted, 0);
  std::string fresh;
  record::write_records(deciding.constants, record::Form::record, "\n", deciding.threads, [&](std::string_view piece) { fresh += piece; });
  const record::Replay result = record::replay(saved, o.records, fresh);
  for (const auto& line : result.lines) print(line + "\n");
  return result.identical ? 0 : 1;
}

}  // namespace

void add_replay(Program& program) {
  auto* command = program.app.add_subcommand("replay", "decide again and compare with saved records: IDENTICAL, or the first difference and its cause");
  auto o = std::make_shared<Options>();
  command->add_option("records", o->records, "records.ndjson or decision.json, as decide wrote it")->required();
  command->add_option("round", o->wanted.round, "folder of the round, or a JSON document")->required();
  command->add_option("--pack", o->wanted.pack, "where the pack is now: its id or folder");
  command->footer("example:\n  remit replay results/records.ndjson rounds/family-support-2012");
  command->callback([o, &program] { program.chosen = [o] { return run(*o); }; });
}

}  // namespace remit::cli
