// A rule counts as tested when a case expects something of it by name, or carries a row of the source that the rule carries; of appeals,
// which are one procedure, when a case says whether one is admitted.
#include <algorithm>
#include <set>

#include "study/cases.hpp"
#include "study/check_parts.hpp"

namespace remit::study {

namespace {

void gather(const intake::Json& json, std::set<std::string>& words) {
  if (json.kind == intake::Json::Kind::text) words.insert(json.text);
  for (const auto& item : json.items) gather(item, words);
  for (const auto& [key, value] : json.members) {
    words.insert(key);
    gather(value, words);
  }
}

}  // namespace

void check_cases(const policy::Pack& pack, const std::vector<Question>& questions, const std::filesystem::path& folder, Findings& findings) {
  Suite suite;
  try {
    suite = read_suite(folder);
  } catch (const base::Refused& refused) {
    for (const auto& problem : refused.problems) findings.push_back({Weight::error, problem});
    return;
  }
  const auto own = [&](const Question& q) { return q.rule->layer == own_layer(pack); };
  if (suite.cases.empty()) {
    const auto n = std::ranges::count_if(questions, own);
    if (n > 0)
      findings.push_back({Weight::warning, {"NO_CASES", pack.place, 0, 0, {}, "the pack has no cases: nobody has tried its " + std::to_string(n) + (n == 1 ? " rule" : " rules") +
                          "; write some in tests/*.json, a list of {\"name\": ..., \"change\": {...}, \"expect\": {...}}", {}, {}}});
    return;
  }
  std::set<std::string> words;
  for (const Case& c : suite.cases) {
    gather(c.expect, words);
    words.insert(c.rows.begin(), c.rows.end());
  }
  for (const Question& q : questions) {
    if (q.word == "appeal" && words.contains("appeals")) continue;
    if (!own(q) || words.contains(q.rule->id) || std::ranges::any_of(q.rule->rows, [&](const auto& row) { return words.contains(row); })) continue;
    findings.push_back({Weight::warning, {"UNTESTED", q.rule->file, q.rule->line, 0, {}, "no case speaks of " + q.called() + ": write one in tests/*.json that expects something of it", {}, q.rule->id}});
  }
}

}  // namespace remit::study
