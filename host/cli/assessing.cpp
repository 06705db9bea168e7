#include "cli/assessing.hpp"

#include <algorithm>
#include <iostream>

#include "base/text.hpp"
#include "cli/redacting.hpp"
#include "intake/json.hpp"
#include "record/assessment.hpp"
#include "report/assessment.hpp"

namespace remit::cli {

Assessing assess_round(Wanted wanted, const std::string& type) {
  wanted.records_alone = true;
  Assessing made;
  made.session = open_round(wanted);
  const auto types = engine::assessed_types(*made.session.pack);
  if (!type.empty() && std::ranges::find(types, type) == types.end()) {
    const std::string near = base::nearest(type, types);
    base::refuse({"UNKNOWN_TYPE", wanted.round, 0, 0, {}, "the pack `" + made.session.pack->id + "` has no rules of `" + base::printable(type, 60) + "`" +
                  (!near.empty() ? "; the nearest is `" + near + "`" : types.empty() ? "" : "; there are rules of " + base::join_and(types)), {}, {}});
  }
  made.run = {REMIT_VERSION, made.session.what_if, made.session.publisher};
  made.assessed = std::make_unique<engine::Assessed>(engine::assess(*made.session.round, *made.session.pack));
  return made;
}

void tell_unread(const Session& session) {
  for (const std::string& name : intake::unread_tables(session.source))
    std::cerr << "remit: no record type of the pack `" << session.pack->id << "` is read from `" << name << "`; it was left out\n";
}

int explain_record(const Wanted& wanted, const std::string& type, const std::string& id, const std::string& rule, const std::string& redact, bool colour) {
  const Assessing assessing = assess_round(wanted, type);
  std::vector<std::string> ids, rules;
  std::string found;
  record::write_assessments(*assessing.assessed, assessing.run, type, {}, [&](std::string_view record) {
    const intake::Json json = intake::read_json(record, "this round");
    ids.push_back(json["id"].str());
    if (ids.back() == id) found = record;
  });
  if (found.empty()) {
    const std::string near = base::nearest(id, ids);
    base::refuse({"UNKNOWN_ID", wanted.round, 0, 0, {}, "the round has no " + base::spoken(type) + " `" + base::printable(id, 60) + "`" + (near.empty() ? "" : "; the nearest is `" + near + "`"), {}, {}});
  }
  const record::AssessmentRecord read = record::read_assessment(intake::read_json(redacted_for(redact, found), "this round"), "this round");
  std::string out;
  if (!report::write_assessment_explained(read, rule, {colour, 100}, out)) {
    for (const auto& f : read.findings) rules.push_back(f.rule);
    for (const auto& c : read.conflicts) rules.push_back(c.finding.rule);
    for (const auto& c : read.classifications) rules.push_back(c.rule);
    const std::string near = base::nearest(rule, rules);
    base::refuse({"UNKNOWN_RULE", {}, 0, 0, {}, "no rule `" + rule + "` was asked about `" + id + "`; " + (near.empty() ? "there is " + base::join_and(rules) : "the nearest is `" + near + "`"), {}, {}});
  }
  print(out);
  return 0;
}

}  // namespace remit::cli
