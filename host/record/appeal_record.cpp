#include "record/appeal_record.hpp"

#include <charconv>

#include "base/money.hpp"
#include "base/problem.hpp"

namespace remit::record {

using intake::Json;

namespace {

[[noreturn]] void refuse_appeal(const std::string& file, std::string field, std::string message) {
  base::refuse({"NOT_A_RECORD", file, 0, 0, std::move(field), std::move(message), "", ""});
}

std::string needed(const Json& json, const char* key, const std::string& file) {
  if (json[key].str().empty()) refuse_appeal(file, key, std::string("a record of an appeal must say its `") + key + '`');
  return json[key].str();
}

std::int64_t money(const Json& json, const std::string& file, const char* key) {
  std::int64_t pence = 0;
  if (json.is_null() || base::read_money(json.str(), pence)) return pence;
  refuse_appeal(file, key, '"' + json.str() + "\" is no sum of money");
}

std::int64_t whole(const Json& json) {
  std::int64_t n = 0;
  const std::string& digits = json.str();
  std::from_chars(digits.data(), digits.data() + digits.size(), n);
  return n;
}

AppealFinding finding(const Json& j) {
  AppealFinding out{j["rule"].str(), j["title"].str(), j["outcome"].str(), j["clause"].str(), j["force"].str(), j["reading"].str(),
                    j["message"].str(), j["cause"].str(), j["asks"].boolean, {}};
  for (const Json& s : j["shortfalls"].items) out.shortfalls.push_back({s["field"].str(), s["needed"].str(), s["had"].str()});
  return out;
}

FreshPanel panel(const Json& j) {
  FreshPanel out{j["constituted"].boolean, j["fit"].boolean, j["id"].str(), j["reason"].str(), {}, {}, {}};
  if (!j["quorum"].is_null()) out.quorum = whole(j["quorum"]);
  for (const Json& m : j["members"].items)
    out.members.push_back({m["id"].str(), m["name"].str(), m["agency"].str(), m["organisation"].str(), m["chair"].boolean});
  for (const Json& c : j["checks"].items) out.checks.push_back({c["rule"].str(), c["clause"].str(), c["outcome"].str(), c["message"].str()});
  return out;
}

Standing standing(const Json& j, const std::string& file) {
  Standing out{j["decision"].str(), money(j["amount"], file, "elsewhere.amount"), whole(j["rank"]), {}};
  for (const Json& e : j["elements"].items) out.elements.push_back(e.str());
  return out;
}

}  // namespace

std::string_view FreshPanel::name_of(std::string_view member) const {
  for (const Member& m : members)
    if (m.id == member && !m.name.empty()) return m.name;
  return member;
}

AppealRecord read_appeal_record(const Json& j, const std::string& file) {
  if (j["format"].str() != "remit.appeal/1") refuse_appeal(file, "format", "this is no `remit.appeal/1`" + (j["format"].str().empty() ? std::string() : ", it is `" + j["format"].str() + '`'));
  AppealRecord out;
  out.engine = j["engine"].str();
  out.procedure = j["procedure"].str();
  out.round = j["round"].str();
  out.stream = j["stream"].str();
  out.application = needed(j, "application", file);
  out.as_of = j["as_of"].str();
  out.input = j["input"].str();
  out.digest = j["digest"].str();
  out.what_if = j["what_if"].boolean;
  out.ground = j["appeal"]["ground"].str();
  out.received = j["appeal"]["received"].str();
  out.views = j["appeal"]["views"].str();
  out.by = j["by"]["id"].str();
  out.by_name = j["by"]["name"].str();
  out.outcome = needed(j, "outcome", file);
  for (const Json& f : j["findings"].items) out.findings.push_back(finding(f));
  out.panel = panel(j["fresh_panel"]);
  out.first = read_record(j["first"], file);
  if (!j["second"].is_null()) out.second = read_record(j["second"], file);
  out.not_again = j["not_again"].str();
  for (const Json& c : j["changes"].items)
    out.changes.push_back({c["kind"].str(), c["measure"].str(), c["first"].str(), c["second"].str(), c["points"].str(), c["message"].str()});
  for (const Json& m : j["elsewhere"].items)
    out.elsewhere.push_back({m["application"].str(), standing(m["first"], file), standing(m["second"], file)});
  out.left_first = money(j["left"]["first"], file, "left.first");
  out.left_second = money(j["left"]["second"], file, "left.second");
  out.pack = out.first.pack;
  for (const Json& p : j["parameters"].items)
    out.parameters.push_back({p["id"].str(), p["title"].str(), p["unit"].str(), p["clause"].str(), p["so"].str(), p["value"]});
  for (const Json& s : j["silences"].items) out.silences.push_back({s["id"].str(), s["title"].str(), s["clause"].str(), s["so"].str()});
  return out;
}

}  // namespace remit::record
