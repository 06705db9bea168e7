// What a case expects, compared with what Remit said and with what the pack's files say: one comparison for each key of `expect`,
// in one table.
#pragma once
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "intake/json.hpp"
#include "study/items.hpp"

namespace remit::study {

/// One thing that is not as expected. Without `field` it is `expected` that says in words what is wrong.
struct Difference {
  std::string about;                 // "need N1, rule `level-of-need`"
  std::string field;                 // "outcome"
  std::string expected, actual;
  std::vector<std::string> why;      // the rule explained, line by line: its title, what was found, what it read
};

/// What there is to compare with.
struct Given {
  struct About {
    std::string type, id;
    const intake::Json* record;
  };
  struct Finding {
    std::string type, id;
    const intake::Json* finding;
  };
  /// `document`: of `remit assess`, `decide` or `appeal` in JSON; null when nothing was asked. `items`: of the pack's own layer.
  Given(const std::vector<Item>& items, const intake::Json* document);

  const std::vector<Item>& items;
  const intake::Json* document;
  std::vector<About> records;
  std::vector<Finding> findings;     // those of eligibility and of the round too
  std::vector<Difference> wrong;

  const intake::Json* record(std::string_view type, std::string_view id) const;
  void differs(std::string about, std::string field, const intake::Json& expected, const intake::Json& actual, std::vector<std::string> why = {});
  void says(std::string about, std::string what, std::vector<std::string> why = {});
};

/// Compares all of `expect` but exit, text and text_none; what differs is added to given.wrong.
void compare(Given& given, const intake::Json& expect);
/// Whether something in it asks for more than the pack's files.
bool asks_remit(const intake::Json& expect);
/// Whether something in it looks into the document.
bool reads_document(const intake::Json& expect);
/// For each key that is no expectation: what to say of it.
std::vector<std::string> unknown_expectations(const intake::Json& expect);

// The comparisons, by where they look.
using Comparison = void (*)(Given& given, const intake::Json& wanted);
using Comparisons = std::map<std::string, Comparison, std::less<>>;
const Comparisons& of_records();     // expect_records.cpp: findings, classes, conflicts, silences, parameters
const Comparisons& of_decisions();   // expect_decisions.cpp: what `remit decide` and `remit appeal` give beyond that
const Comparisons& of_files();       // expect_files.cpp: what the pack's files say

/// As it is shown to people: a text as it stands, "nothing", or JSON.
std::string shown(const intake::Json& value);
/// The rule behind a finding, explained from the record: title and clause, what was said, what it needed, what it read.
std::vector<std::string> explained(const intake::Json& finding);

}  // namespace remit::study
