// What a case expects of findings, classes, conflicts and of what stands beside the records.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/text.hpp"
#include "study/changed_round.hpp"
#include "study/expectations.hpp"

namespace remit::study {

using intake::Json;

namespace {

bool is_about(const Json& wanted, std::string_view type, std::string_view id) {
  const Json &t = wanted["type"], &i = wanted["id"];
  return (i.is_null() || i.str() == id) && (t.is_null() || t.str() == type || type.empty());
}

std::string said_of(const Json& wanted) {
  std::string about = wanted["type"].str();
  if (!wanted["id"].is_null()) about += (about.empty() ? "" : " ") + wanted["id"].str();
  return about + (about.empty() ? "rule `" : ", rule `") + wanted["rule"].str() + "`";
}

std::vector<std::string> texts_of(const Json& value) {
  std::vector<std::string> texts;
  if (value.kind == Json::Kind::text) texts.push_back(value.text);
  for (const Json& item : value.items) texts.push_back(item.str());
  return texts;
}

// Outcome and words of a finding, a class or a conflict.
void check_said(Given& given, const Json& wanted, const Json& had) {
  const std::string about = said_of(wanted);
  const std::size_t before = given.wrong.size();
  for (const char* key : {"outcome", "clause", "force", "effect", "code", "member", "action", "scope", "nature", "detected_by"})
    if (wanted.has(key) && !same(wanted[key], had[key])) given.differs(about, key, wanted[key], had[key]);
  static constexpr std::array<std::pair<const char*, const char*>, 3> words{{{"message_has", "message"}, {"reading_has", "reading"}, {"effect_reason_has", "effect_reason"}}};
  for (const auto& [key, field] : words)
    for (const std::string& text : texts_of(wanted[key]))
      if (had[field].str().find(text) == std::string::npos) given.differs(about, field, text_value("... " + text + " ..."), had[field]);
  if (wanted.has("names")) {
    std::string said = had["message"].str();
    for (const Json& shortfall : had["shortfalls"].items) said += " " + shown(shortfall);
    if (said.find(wanted["names"].str()) == std::string::npos) given.differs(about, "what it names", wanted["names"], text_value(said));
  }
  if (wanted.has("reads") && !had["read"].has(wanted["reads"].str())) given.differs(about, "what it reads", wanted["reads"], had["read"]);
  if (had["outcome"].str() == "fail" && had.has("message") && had["message"].str().empty()) given.says(about, "it failed without a message");
  if (given.wrong.size() > before) given.wrong.back().why = explained(had);
}

std::vector<const Json*> findings_about(const Given& given, const Json& wanted) {
  std::vector<const Json*> found;
  for (const auto& f : given.findings)
    if ((*f.finding)["rule"].str() == wanted["rule"].str() && is_about(wanted, f.type, f.id)) found.push_back(f.finding);
  return found;
}

// The rules that there are findings of, for a name that is none of them.
std::string nearest_rule(const Given& given, const std::string& rule) {
  std::set<std::string> names;
  for (const auto& f : given.findings) names.insert((*f.finding)["rule"].str());
  if (names.contains(rule)) return {};
  const std::string near = base::nearest(rule, std::vector<std::string>(names.begin(), names.end()));
  return near.empty() ? "" : "; the nearest rule is `" + near + "`";
}

void findings(Given& given, const Json& all) {
  for (const Json& wanted : all.items) {
    const auto found = findings_about(given, wanted);
    if (found.empty()) given.says(said_of(wanted), "there is no such finding" + nearest_rule(given, wanted["rule"].str()));
    else if (found.size() > 1) given.says(said_of(wanted), "there are " + std::to_string(found.size()) + " such findings; say which with `type` and `id`");
    else check_said(given, wanted, *found[0]);
  }
}

void findings_none(Given& given, const Json& all) {
  for (const Json& wanted : all.items)
    if (const auto found = findings_about(given, wanted); !found.empty())
      given.differs(said_of(wanted), "finding", text_value("none"), (*found[0])["outcome"], explained(*found[0]));
}

// Of classes and conflicts: one in the record answers the description. The one that is nearest to it is shown.
void one_of_listed(Given& given, const Json& all, const char* key) {
  for (const Json& wanted : all.items) {
    std::vector<const Json*> had;
    for (const auto& r : given.records)
      if (is_about(wanted, r.type, r.id))
        for (const Json& one : (*r.record)[key].items)
          if (one["rule"].str() == wanted["rule"].str()) had.push_back(&one);
    std::vector<Difference> least;
    bool found = false;
    for (const Json* one : had) {
      std::vector<Difference> kept = std::exchange(given.wrong, {});
      check_said(given, wanted, *one);
      std::swap(kept, given.wrong);
      if ((found = kept.empty())) break;
      if (least.empty() || kept.size() < least.size()) least = std::move(kept);
    }
    if (found) continue;
    if (had.empty()) given.says(said_of(wanted), std::string("there is no such ") + (key == std::string_view("conflicts") ? "conflict: it did not arise" : "class"));
    std::ranges::move(least, std::back_inserter(given.wrong));
  }
}
void classes(Given& given, const Json& wanted) { one_of_listed(given, wanted, "classifications"); }
void conflicts(Given& given, const Json& wanted) { one_of_listed(given, wanted, "conflicts"); }

void conflicts_none(Given& given, const Json& all) {
  for (const Json& wanted : all.items)
    for (const auto& r : given.records) {
      if (!is_about(wanted, r.type, r.id)) continue;
      for (const Json& c : (*r.record)["conflicts"].items)
        if ((wanted["rule"].is_null() || wanted["rule"].str() == c["rule"].str()) && (wanted["member"].is_null() || wanted["member"].str() == c["member"].str()))
          given.differs(r.type + " " + r.id, "conflict", text_value("none"), text_value(c["rule"].str() + " of " + c["member"].str()), explained(c));
    }
}

// {"need/case-02": ["level-as-stated"]}: all that neither passes nor does not apply, in the whole document.
void not_met(Given& given, const Json& wanted) {
  std::map<std::string, std::vector<std::string>> had, want;
  std::map<std::string, const Json*> shown_by;
  for (const auto& f : given.findings) {
    const std::string& outcome = (*f.finding)["outcome"].str();
    if (outcome == "pass" || outcome == "not_applicable" || outcome == "no_provision") continue;
    const std::string about = f.type.empty() ? f.id : f.type + "/" + f.id;
    had[about].push_back((*f.finding)["rule"].str());
    shown_by[about + "\n" + (*f.finding)["rule"].str()] = f.finding;
  }
  for (const auto& [about, rules] : wanted.members) want[about] = texts_of(rules);
  std::set<std::string> all;
  for (auto* each : {&had, &want})
    for (auto& [about, rules] : *each) {
      std::ranges::sort(rules);
      all.insert(about);
    }
  for (const std::string& about : all) {
    if (had[about] == want[about]) continue;
    const auto named = [](const std::vector<std::string>& rules) { return text_value(rules.empty() ? "nothing" : base::join_and(rules)); };
    std::vector<std::string> why;
    for (const std::string& rule : had[about])
      if (std::ranges::find(want[about], rule) == want[about].end()) std::ranges::copy(explained(*shown_by[about + "\n" + rule]), std::back_inserter(why));
    given.differs(about, "rules not met", named(want[about]), named(had[about]), std::move(why));
  }
}

// {"need/case-01": {"level-of-need": "2a"}}: null where it is in no class.
void codes(Given& given, const Json& wanted) {
  for (const auto& [about, classes] : wanted.members) {
    const auto slash = about.find('/');
    const Json* record = given.record(about.substr(0, slash), slash == about.npos ? "" : about.substr(slash + 1));
    if (!record) {
      given.says(about, "there is no such record");
      continue;
    }
    for (const auto& [rule, code] : classes.members) {
      Json had;
      const Json* by = nullptr;
      for (const Json& c : (*record)["classifications"].items)
        if (c["rule"].str() == rule) {
          by = &c;
          if (!c["code"].str().empty()) had = c["code"];
        }
      if (!same(code, had)) given.differs(about + ", rule `" + rule + "`", "class", code, had, by ? explained(*by) : std::vector<std::string>());
    }
  }
}

void records(Given& given, const Json& wanted) {
  for (const auto& [type, number] : wanted.members) {
    Json had = text_value(std::to_string(std::ranges::count(given.records, type, &Given::About::type)));
    had.kind = Json::Kind::number;
    if (!same(number, had)) given.differs(type, "number of records", number, had);
  }
}

// What stands beside the records or in each of them: silences, parameters.
const Json& beside(const Given& given, const char* key) {
  static const Json nothing;
  if (given.document->has(key)) return (*given.document)[key];
  const auto& records = (*given.document)["records"].items;
  return records.empty() ? nothing : records.front()[key];
}

void silences_are(Given& given, const Json& wanted, bool there) {
  std::vector<std::string> had;
  for (const Json& s : beside(given, "silences").items) had.push_back(s["id"].str());
  for (const Json& name : wanted.items)
    if ((std::ranges::find(had, name.str()) != had.end()) != there)
      given.differs("the silences", name.str(), text_value(there ? "said" : "not said"), text_value("there are " + (had.empty() ? "none" : base::join_and(had))));
}
void silences(Given& given, const Json& wanted) { silences_are(given, wanted, true); }
void silences_none(Given& given, const Json& wanted) { silences_are(given, wanted, false); }

const Json* parameter(const Given& given, const std::string& name) {
  const Json& held = beside(given, "parameters");
  if (held.has(name)) return &held[name];
  for (const Json& p : held.items)
    if (p["id"].str() == name) return &p;
  return nullptr;
}

void parameters(Given& given, const Json& wanted) {
  for (const auto& [name, value] : wanted.members) {
    const Json* had = parameter(given, name);
    if (!had) given.says("parameter `" + name + "`", "there is no such parameter");
    else if (shown(value) != shown((*had)["value"])) given.differs("parameter `" + name + "`", "value", value, (*had)["value"]);
  }
}

void parameter_clauses(Given& given, const Json& wanted) {
  for (const auto& [name, text] : wanted.members) {
    const Json* had = parameter(given, name);
    if (!had || (*had)["clause"].str().find(text.str()) == std::string::npos) given.differs("parameter `" + name + "`", "clause", text, had ? (*had)["clause"] : Json());
  }
}

void pack_status(Given& given, const Json& wanted) {
  const Json& had = beside(given, "pack")["status"];
  if (!same(wanted, had)) given.differs("the pack", "status", wanted, had);
}

}  // namespace

const Comparisons& of_records() {
  static const Comparisons table{{"findings", findings}, {"findings_none", findings_none}, {"classes", classes}, {"conflicts", conflicts}, {"conflicts_none", conflicts_none},
                                 {"not_met", not_met}, {"codes", codes}, {"records", records}, {"silences", silences}, {"silences_none", silences_none},
                                 {"parameters", parameters}, {"parameter_clauses", parameter_clauses}, {"pack_status", pack_status}};
  return table;
}

}  // namespace remit::study
