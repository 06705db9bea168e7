#include "study/expectations.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "study/changed_round.hpp"

namespace remit::study {

using intake::Json;

namespace {

bool of_the_run(std::string_view key) { return key == "exit" || key == "text" || key == "text_none"; }
bool of_the_round(std::string_view key) { return key == "every_rule" || key == "every_rule_but"; }

}  // namespace

Given::Given(const std::vector<Item>& items_, const Json* document_) : items(items_), document(document_) {
  if (!document) return;
  for (const Json& r : (*document)["records"].items) {
    const bool decided = r.has("application");
    const About about{decided ? "application" : r["type"].str(), decided ? r["application"].str() : r["id"].str(), &r};
    for (const Json& f : r["eligibility"]["findings"].items) findings.push_back({about.type, about.id, &f});
    for (const Json& f : r["findings"].items) findings.push_back({about.type, about.id, &f});
    records.push_back(about);
  }
  for (const Json& f : (*document)["findings"].items) findings.push_back({f["of"].str(), f["subject"].str(), &f});
}

const Json* Given::record(std::string_view type, std::string_view id) const {
  for (const About& r : records)
    if (r.type == type && r.id == id) return r.record;
  return nullptr;
}

void Given::differs(std::string about, std::string field, const Json& expected, const Json& actual, std::vector<std::string> why) {
  wrong.push_back({std::move(about), std::move(field), shown(expected), shown(actual), std::move(why)});
}

void Given::says(std::string about, std::string what, std::vector<std::string> why) { wrong.push_back({std::move(about), {}, std::move(what), {}, std::move(why)}); }

void compare(Given& given, const Json& expect) {
  for (const auto& [key, wanted] : expect.members) {
    for (const Comparisons* table : {&of_files(), &of_records(), &of_decisions()}) {
      const auto at = table->find(key);
      if (at == table->end()) continue;
      if (table == &of_files() || given.document) at->second(given, wanted);
      break;
    }
  }
}

bool asks_remit(const Json& expect) {
  return std::ranges::any_of(expect.members, [](const auto& m) { return !of_files().contains(m.first); });
}

bool reads_document(const Json& expect) {
  return std::ranges::any_of(expect.members, [](const auto& m) { return of_records().contains(m.first) || of_decisions().contains(m.first); });
}

std::vector<std::string> unknown_expectations(const Json& expect) {
  static const std::vector<std::string> known = [] {
    std::vector<std::string> all{"exit", "text", "text_none"};
    for (const Comparisons* table : {&of_files(), &of_records(), &of_decisions()})
      for (const auto& [name, comparison] : *table) all.push_back(name);
    return all;
  }();
  std::vector<std::string> said;
  for (const auto& [key, wanted] : expect.members) {
    if (of_the_run(key) || of_the_round(key) || std::ranges::find(known, key) != known.end()) continue;
    const std::string near = base::nearest(key, known);
    said.push_back("nothing is known of the expectation `" + base::printable(key, 60) + "`" + (near.empty() ? "" : "; the nearest is `" + near + "`"));
  }
  return said;
}

std::string shown(const Json& value) {
  if (value.is_null()) return "nothing";
  if (value.kind == Json::Kind::text) return value.text;
  std::string out;
  intake::write_canonical_json(value, out);
  return base::printable(out, 600);
}

std::vector<std::string> explained(const Json& finding) {
  std::vector<std::string> lines;
  const std::string& clause = finding["clause"].str();
  lines.push_back("`" + finding["rule"].str() + "`" + (clause.empty() ? "" : " (" + clause + ")") + ": " + finding["title"].str());
  for (const char* key : {"message", "cause"})
    if (!finding[key].str().empty()) lines.push_back("found: " + finding[key].str());
  for (const Json& s : finding["shortfalls"].items)
    lines.push_back("needed: " + s["field"].str() + " " + s["needed"].str() + (s["had"].str().empty() ? "" : "; had " + s["had"].str()));
  std::vector<std::string> read;
  for (const auto& [field, value] : finding["read"].members) read.push_back(field + " = " + shown(value));
  if (read.size() > 12) {
    const std::string more = "and " + std::to_string(read.size() - 11) + " more";
    read.resize(11);
    read.push_back(more);
  }
  if (!read.empty()) lines.push_back("read: " + base::join_and(read, ", "));
  return lines;
}

}  // namespace remit::study
