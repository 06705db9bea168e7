#include "base/file.hpp"
#include "record/replay.hpp"


#include <filesystem>
#include <utility>

#include "cli/assessing.hpp"
#include "cli/commands.hpp"
#include "cli/deciding.hpp"
#include "cli/redacting.hpp"
#include "cli/round_options.hpp"
#include "intake/json.hpp"
#include "record/assessment.hpp"
#include "record/recorded_plugins.hpp"
#include "record/saved.hpp"

namespace remit::cli {

namespace {

struct Options {
  std::string records;
  Wanted wanted;
  bool live = false;
};

// Whether what was saved are assessments.
bool are_assessments(const std::string& saved, const std::string& name) {
  const intake::Json json = intake::read_json(std::string_view(saved).substr(0, saved.find('\n')), name);
  return json["format"].str().starts_with("remit.assessment");
}

// The type that all of them are of; empty when they are of several.
std::string only_type(const std::string& saved, const std::string& name) {
  const record::Saved records(saved, name);
  std::string type;
  for (const auto& record : records.records()) {
    const std::string of = record.application.substr(0, record.application.find(' '));
    if (!type.empty() && of != type) return {};
    type = of;
  }
  return type;
}

std::string assessed_again(const std::string& saved, const Options& o) {
  std::string fresh;
  const Assessing assessing = assess_round(o.wanted, {});
  record::write_assessments(*assessing.assessed, assessing.run, only_type(saved, o.records), "\n", [&](std::string_view record) { fresh += record; });
  return fresh;
}

// How far the saved records were redacted; empty: not at all.
std::string redacted_to(const std::string& saved, const std::string& name) {
  const intake::Json json = intake::read_json(std::string_view(saved).substr(0, saved.find('\n')), name);
  return json["redacted"].str();
}

// The date and pack that the saved records were decided with; the round may say others.
void as_saved(const std::string& saved, const std::string& name, Wanted& wanted) {
  const std::string_view first = std::string_view(saved).substr(0, saved.find('\n'));
  intake::Json json = intake::read_json(first, name);
  if (json["format"].str() == "remit.decision/1" || json["format"].str() == "remit.assessments/1") json = json["records"].items.empty() ? intake::Json() : json["records"].items.front();
  if (wanted.as_of.empty()) wanted.as_of = json["as_of"].str();
  if (json["what_if"].boolean) {
    wanted.what_if = true;
    if (wanted.pack.empty()) wanted.pack = json["pack"]["id"].str();
  }
}

// Decides or assesses again what one file holds, and says what came of it.
bool replayed(Options o) {
  const std::string saved = base::read_file(o.records);
  as_saved(saved, o.records, o.wanted);
  std::string fresh;
  if (are_assessments(saved, o.records)) {
    if (!redacted_to(saved, o.records).empty()) base::refuse({"REDACTED", o.records, 0, 0, {}, "these assessments are redacted: which record each is about is not said, so they cannot be compared", {}, {}});
    fresh = assessed_again(saved, o);
  } else {
    // Plug-ins answer as they did then, from the records: none needs to be there any more. With --live they are asked again.
    Answering from_records = [&](const policy::Pack& pack) { return record::plugins_of_records(saved, o.records, pack); };
    const Deciding deciding = decide_round(o.wanted, 0, o.live ? Answering() : from_records);
    const std::string redacted = redacted_to(saved, o.records);   // then what is left of the fresh ones is compared
    if (!redacted.empty()) fresh = lines_of_document(redacted_for(redacted, document_of(deciding)));
    else record::write_records(deciding.constants, record::Form::record, "\n", deciding.threads, [&](std::string_view piece) { fresh += piece; });
  }
  const record::Replay result = record::replay(saved, o.records, fresh);
  for (const auto& line : result.lines) print(line + "\n");
  return result.identical;
}

// The files of a folder that `decide --out` and `assess --out` wrote to: of each the records, line by line or as a document.
std::vector<std::string> saved_in(const std::filesystem::path& folder) {
  std::vector<std::string> found;
  for (const auto& [lines, document] : {std::pair("records.ndjson", "decision.json"), std::pair("assessments.ndjson", "assessments.json")})
    for (const char* name : {lines, document})
      if (std::filesystem::is_regular_file(folder / name)) {
        found.push_back((folder / name).string());
        break;
      }
  if (found.empty())
    base::refuse({"NO_RECORDS", folder.string(), 0, 0, {}, "there are no records in this folder: no records.ndjson or decision.json, as `remit decide --out` writes them, and no assessments.ndjson or "
                  "assessments.json of `remit assess --out`", {}, {}});
  return found;
}

int run(const Options& o) {
  if (!std::filesystem::is_directory(o.records)) return replayed(o) ? 0 : 1;
  bool identical = true;
  for (const std::string& file : saved_in(o.records)) {
    Options one = o;
    one.records = file;
    print(file + ": ");
    identical &= replayed(one);
  }
  return identical ? 0 : 1;
}

}  // namespace

void add_replay(Program& program) {
  auto* command = program.app.add_subcommand("replay", "decide again and compare with saved records: IDENTICAL, or the first difference and its cause");
  auto o = std::make_shared<Options>();
  command->add_option("records", o->records, "records.ndjson or decision.json, as decide wrote it, what assess wrote, or the folder that they wrote to")->required();
  command->add_option("round", o->wanted.round, "folder of the round, or a JSON document")->required();
  command->add_option("--pack", o->wanted.pack, "where the pack is now: its id or folder");
  add_plugins(*command, o->wanted.plugins);
  command->add_flag("--live", o->live, "ask the plug-ins again, and say which answer otherwise now; else their answers are those in the records");
  command->footer("examples:\n  remit replay results/records.ndjson rounds/family-support-2012\n  remit replay results rounds/family-support-2012\n  remit replay results/records.ndjson rounds/family-support-2012 --live\n  remit replay results/assessments.ndjson rounds/governance-2008");
  command->callback([o, &program] { program.chosen = [o] { return run(*o); }; });
}

}  // namespace remit::cli
