// Saved JSON -> the values that reports use. Lenient about keys it does not know (they may be added), strict about the few
// without which nothing can be said.
#include "record/record.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/money.hpp"
#include "base/problem.hpp"

namespace remit::record {

using intake::Json;

namespace {

[[noreturn]] void refuse_record(const std::string& file, std::string field, std::string message) {
  base::Problem problem;
  problem.code = "NOT_A_RECORD";
  problem.file = file;
  problem.field = std::move(field);
  problem.message = std::move(message);
  base::refuse(std::move(problem));
}

void must_be(const Json& json, std::string_view format, const std::string& file) {
  const std::string& found = json["format"].str();
  if (found == format) return;
  refuse_record(file, "format", found.empty() ? "this is no `" + std::string(format) + "`: it does not say its format"
                                              : "this is `" + found + "`, not `" + std::string(format) + "`");
}

std::string needed(const Json& json, std::string_view key, const std::string& file) {
  if (json[key].str().empty()) refuse_record(file, std::string(key), "a record must say its `" + std::string(key) + "`");
  return json[key].str();
}

std::int64_t money(const Json& json, const std::string& file, std::string_view key) {
  std::int64_t pence = 0;
  if (json.is_null() || base::read_money(json.str(), pence)) return pence;
  refuse_record(file, std::string(key), "\"" + json.str() + "\" is no sum of money");
}

std::int64_t whole(const Json& json) {
  std::int64_t n = 0;
  const std::string& digits = json.str();
  std::from_chars(digits.data(), digits.data() + digits.size(), n);
  return n;
}

std::vector<std::string> texts(const Json& json) {
  std::vector<std::string> out;
  for (const Json& item : json.items) out.push_back(item.str());
  return out;
}

template <class Read>
auto each(const Json& json, Read read) {
  std::vector<decltype(read(json))> out;
  out.reserve(json.items.size());
  for (const Json& item : json.items) out.push_back(read(item));
  return out;
}

}  // namespace

std::vector<RuleChange> changes_of(const Json& list) {
  return each(list, [](const Json& c) { return RuleChange{c["layer"].str(), c["change"].str(), c["authority"].str(), c["reason"].str()}; });
}

namespace {

Finding finding(const Json& j) {
  Finding out{.rule = j["rule"].str(), .title = j["title"].str(), .outcome = j["outcome"].str(), .force = j["force"].str(),
              .effect = j["effect"].str(), .effect_reason = j["effect_reason"].str(), .clause = j["clause"].str(),
              .layer = j["layer"].str(), .reading = j["reading"].str(), .message = j["message"].str(),
              .cause = j["cause"].str(), .read = {}, .shortfalls = {}, .of = j["of"].str(), .subject = j["subject"].str(), .plugin = j["plugin"].str()};
  for (const auto& [field, value] : j["read"].members) out.read.push_back({field, value});
  out.shortfalls = each(j["shortfalls"], [](const Json& s) { return Shortfall{s["field"].str(), s["needed"].str(), s["had"].str()}; });
  out.changed_by = changes_of(j["changed_by"]);
  return out;
}

Conflict conflict(const Json& j) {
  return {j["member"].str(), j["action"].str(), j["scope"].str(), j["rule"].str(), j["clause"].str(), j["detected_by"].str(),
          j["message"].str(), j["organisation"].str(), j["nature"].str(), j["arises_in"].str()};
}

Tie tie(const Json& j) { return {j["member"].str(), j["organisation"].str(), j["nature"].str(), j["detected_by"].str()}; }

MeasureScore measure(const Json& j) {
  return {j["measure"].str(), j["title"].str(), j["weight"].str(), j["mean"].str(), j["high"].str(), j["minimum"].str(),
          !j.has("met") || j["met"].boolean, j["plugin"].str()};
}

Sheet sheet(const Json& j) {
  Sheet out{j["member"].str(), j["counted"].boolean, {}};
  for (const auto& [id, mark] : j["marks"].members) {
    if (mark.has("score") && mark["score"].kind != Json::Kind::object) {
      out.marks.push_back({id, {}, mark["score"].str(), mark["justification"].str()});
      continue;
    }
    for (const auto& [part, of_part] : mark.members)
      out.marks.push_back({id, part, of_part["score"].str(), of_part["justification"].str()});
  }
  return out;
}

Scores scores(const Json& j) {
  return {.measures = each(j["measures"], measure), .total = j["total"].str(), .exact = j["exact"].str(),
          .threshold = j["threshold"].str(), .problem = j["problem"].str(), .met = !j.has("met") || j["met"].boolean,
          .sheets = each(j["sheets"], sheet), .unjustified = whole(j["unjustified"])};
}

Proposal proposal(const Json& j, const std::string& file) {
  Proposal out{.decision = needed(j, "decision", file), .why = j["why"].str(), .title = j["title"].str(),
               .clause = j["clause"].str(), .holds_back = j["holds_back"].str(),
               .amount = money(j["amount"], file, "proposal.amount"), .elements = texts(j["elements"]), .pending = {}, .reasons = {}};
  out.pending = each(j["pending"], [](const Json& p) { return Pending{p["element"].str(), p["rule"].str(), p["question"].str()}; });
  out.reasons = each(j["reasons"], [](const Json& r) { return Reason{r["rule"].str(), r["clause"].str(), r["message"].str()}; });
  out.traced = {j["traced"]["method"].str(), j["traced"]["clause"].str(), each(j["traced"]["parts"], [&](const Json& p) {
    return std::pair(p["agency"].str(), money(p["amount"], file, "proposal.traced.parts.amount"));
  })};
  return out;
}

std::vector<Silence> silences(const Json& j) {
  return each(j, [](const Json& s) { return Silence{s["id"].str(), s["title"].str(), s["clause"].str(), s["so"].str()}; });
}

PackText pack(const Json& j) {
  PackText out{j["id"].str(), j["version"].str(), j["digest"].str(), j["title"].str(), j["document"].str(), j["status"].str(), {}, {}};
  out.layers = each(j["layers"], [](const Json& l) { return Layer{l["id"].str(), l["version"].str(), l["digest"].str()}; });
  out.sections = each(j["sections"], [](const Json& s) { return SectionStatus{s["section"].str(), s["status"].str(), s["clause"].str()}; });
  return out;
}

void read_request(const Json& j, const std::string& file, DecisionRecord& out) {
  if (!j["amount"].is_null()) out.requested = money(j["amount"], file, "request.amount");
  out.submitted_at = j["submitted_at"].str();
  out.elements = each(j["elements"], [&](const Json& e) {
    return Element{e["id"].str(), e["title"].str(), money(e["cost"], file, "request.elements.cost")};
  });
}

PluginAnswer plugin_answer(const std::string& item, const std::string& of, const Json& j, std::string_view values = "evidence") {
  PluginAnswer out{item, of, j["outcome"].str(), j["cause"].str(), j["score"].str(), j["award"].str(), texts(j["reasons"]), {}};
  for (const auto& [name, value] : j[values].members) out.evidence.push_back({name, value});
  return out;
}

Plugin plugin(const Json& j) {
  Plugin out{j["id"].str(), j["version"].str(), j["digest"].str(), {}, {}};
  for (const auto& [name, digest] : j["files"].members) out.files.emplace_back(name, digest.str());
  if (!j["facts"].is_null()) out.answers.push_back(plugin_answer({}, {}, j["facts"], "values"));
  for (const auto& [item, answer] : j["answers"].members) {
    if (answer.has("outcome")) out.answers.push_back(plugin_answer(item, {}, answer));
    for (const auto& [member, of_member] : answer["members"].members) out.answers.push_back(plugin_answer(item, member, of_member));
    for (const char* whole : {"round", "stream"})
      if (answer.has(whole)) out.answers.push_back(plugin_answer(item, whole, answer[whole]));
  }
  return out;
}

Stream stream(const Json& j, const std::string& file) {
  return {.id = j["id"].str(), .title = j["title"].str(), .opens = j["opens"].str(), .closes = j["closes"].str(),
          .budget = money(j["budget"], file, "streams.budget"), .proposed = money(j["proposed"], file, "streams.proposed"),
          .in_principle = money(j["in_principle"], file, "streams.in_principle"), .left = money(j["left"], file, "streams.left"),
          .applications = whole(j["applications"]), .may_change = j["may_change"].boolean, .notes = texts(j["notes"])};
}

}  // namespace

DecisionRecord read_record(const Json& j, const std::string& file) {
  must_be(j, "remit.record/1", file);
  DecisionRecord out;
  out.application = needed(j, "application", file);
  out.stream = needed(j, "stream", file);
  out.engine = j["engine"].str();
  out.procedure = j["procedure"].str();
  out.round = j["round"].str();
  out.title = j["title"].str();
  out.as_of = j["as_of"].str();
  out.input = j["input"].str();
  out.digest = j["digest"].str();
  out.what_if = j["what_if"].boolean;
  out.applicant = j["applicant"]["id"].str();
  out.applicant_name = j["applicant"]["name"].str();
  out.applicant_type = j["applicant"]["type"].str();
  read_request(j["request"], file, out);
  out.pack = pack(j["pack"]);
  for (const auto& [id, p] : j["parameters"].members) out.parameters.push_back({id, {}, {}, p["clause"].str(), p["so"].str(), p["value"]});
  out.withdrawn = j["eligibility"].is_null();
  out.eligibility = j["eligibility"]["outcome"].str();
  out.findings = each(j["eligibility"]["findings"], finding);
  out.beside = each(j["findings"], finding);
  out.conflicts = each(j["conflicts"], conflict);
  out.ties = each(j["ties"], tie);
  out.taking_part = texts(j["panel"]["taking_part"]);
  out.panel_unfit = j["panel"]["unfit"].str();
  out.scores = scores(j["scores"]);
  out.rank = whole(j["rank"]);
  out.proposal = proposal(j["proposal"], file);
  out.would_have_passed = each(j["would_have_passed"], [](const Json& m) {
    return Missed{m["rule"].str(), m["clause"].str(), m["field"].str(), m["needed"].str(), m["had"].str()};
  });
  out.silences = silences(j["silences"]);
  out.plugins = each(j["plugins"], plugin);
  out.redacted = j["redacted"].str();
  return out;
}

DecisionDocument read_document(const Json& j, const std::string& file) {
  must_be(j, "remit.decision/1", file);
  DecisionDocument out;
  const Json& round = j["round"];
  out.id = needed(round, "id", file);
  out.title = round["title"].str();
  out.partnership = round["partnership"].str();
  out.as_of = round["as_of"].str();
  out.currency = round["currency"].str();
  out.engine = j["engine"].str();
  out.procedure = j["procedure"].str();
  out.input = j["input"].str();
  out.what_if = j["what_if"].boolean;
  out.pack = pack(j["pack"]);
  out.streams = each(j["streams"], [&](const Json& s) { return stream(s, file); });
  out.panel = j["panel"]["id"].str();
  if (!j["panel"]["quorum"].is_null()) out.quorum = whole(j["panel"]["quorum"]);
  out.members = each(j["panel"]["members"], [](const Json& m) {
    return Member{m["id"].str(), m["name"].str(), m["agency"].str(), m["organisation"].str(), m["chair"].boolean};
  });
  out.findings = each(j["findings"], finding);
  out.parameters = each(j["parameters"], [](const Json& p) {
    ParameterValue made{p["id"].str(), p["title"].str(), p["unit"].str(), p["clause"].str(), p["so"].str(), p["value"]};
    for (const Json& s : p["by_stream"].items) made.by_stream.push_back({s["stream"].str(), s["clause"].str(), s["value"]});
    return made;
  });
  out.silences = silences(j["silences"]);
  out.plugins = each(j["plugins"], plugin);
  out.redacted = j["redacted"].str();
  out.appeals.rules = each(j["appeals"]["rules"], [](const Json& a) {
    return AppealRule{a["rule"].str(), a["title"].str(), a["clause"].str(), a["reading"].str()};
  });
  out.appeals.parameters = texts(j["appeals"]["parameters"]);
  out.appeals.silences = texts(j["appeals"]["silences"]);
  for (const auto& [field, label] : j["labels"].members) out.labels.emplace_back(field, label.str());
  out.records = each(j["records"], [&](const Json& r) { return read_record(r, file); });
  return out;
}

DecisionDocument read_document(std::string_view bytes, const std::string& file) {
  return read_document(intake::read_json(bytes, file), file);
}

const DecisionRecord* DecisionDocument::find(std::string_view application) const {
  for (const auto& record : records)
    if (record.application == application) return &record;
  return nullptr;
}

std::string_view DecisionDocument::name_of(std::string_view member) const {
  for (const auto& m : members)
    if (m.id == member && !m.name.empty()) return m.name;
  return member;
}

std::string_view DecisionDocument::label_of(std::string_view field) const {
  const auto at = std::ranges::lower_bound(labels, field, {}, [](const auto& l) { return std::string_view(l.first); });
  return at != labels.end() && at->first == field ? std::string_view(at->second) : std::string_view();
}

}  // namespace remit::record
