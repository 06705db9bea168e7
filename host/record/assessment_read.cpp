// Assessments as they are read back.
#include "base/problem.hpp"
#include "record/assessment.hpp"

namespace remit::record {

using intake::Json;

namespace {

std::vector<Fact> facts(const Json& read) {
  std::vector<Fact> out;
  for (const auto& [field, value] : read.members) out.push_back({field, value});
  return out;
}

Finding finding(const Json& j) {
  Finding f;
  f.rule = j["rule"].str();
  f.title = j["title"].str();
  f.outcome = j["outcome"].str();
  f.force = j["force"].str();
  f.effect = j["effect"].str();
  f.effect_reason = j["effect_reason"].str();
  f.clause = j["clause"].str();
  f.layer = j["layer"].str();
  f.reading = j["reading"].str();
  f.message = j["message"].str();
  f.cause = j["cause"].str();
  f.read = facts(j["read"]);
  for (const Json& s : j["shortfalls"].items) f.shortfalls.push_back({s["field"].str(), s["needed"].str(), s["had"].str()});
  f.changed_by = changes_of(j["changed_by"]);
  return f;
}

AssessedClass classification(const Json& j) {
  return {j["rule"].str(), j["title"].str(), j["outcome"].str(), j["code"].str(), j["clause"].str(), j["message"].str(), j["cause"].str(), j["reading"].str(),
          j["layer"].str(), j["gives"].str(), facts(j["read"])};
}

}  // namespace

AssessmentRecord read_assessment(const Json& j, const std::string& file) {
  if (j["format"].str() != "remit.assessment/1") base::refuse({"NOT_A_RECORD", file, 0, 0, {}, "this is no `remit.assessment/1`", {}, {}});
  AssessmentRecord r;
  r.engine = j["engine"].str();
  r.round = j["round"].str();
  r.type = j["type"].str();
  r.id = j["id"].str();
  r.title = j["title"].str();
  r.as_of = j["as_of"].str();
  r.input = j["input"].str();
  r.digest = j["digest"].str();
  r.what_if = j["what_if"].boolean;
  r.pack.id = j["pack"]["id"].str();
  r.pack.version = j["pack"]["version"].str();
  r.pack.digest = j["pack"]["digest"].str();
  for (const Json& f : j["findings"].items) r.findings.push_back(finding(f));
  for (const Json& c : j["conflicts"].items) r.conflicts.push_back({finding(c), c["member"].str(), c["action"].str()});
  for (const Json& c : j["classifications"].items) r.classifications.push_back(classification(c));
  for (const Json& s : j["silences"].items) r.silences.push_back({s["id"].str(), s["title"].str(), s["clause"].str(), s["so"].str()});
  return r;
}

}  // namespace remit::record
