// Whether the cases of a pack would notice a mistake: thresholds, comparisons, conditions, parameters and functions are changed one at a
// time, and what no case notices is told.
#pragma once
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "study/sentences.hpp"
#include "study/test.hpp"

namespace remit::study {

/// One change to a pack.
struct Mutant {
  std::string file;
  int line = 0, column = 0;
  std::string rule, clause;          // of a parameter, its id and the clause of the value
  std::string change;                // "`at_least` made `at_most`: application.share:at_least(2)"
  bool noticed = false;
  std::string by;                    // the first case that noticed: file:line: name
};

/// Makes benches that are alike: one for each thread, for a changed pack is asked from one.
using MakeBench = std::function<std::unique_ptr<Bench>()>;

/// Every mutant of the pack's own layer, in the order of its files and lines, asked of those of `cases` that could notice. Cases that
/// fail without any change notice nothing. `only_named`: only mutants of rules that these cases name. `progress` is told how many are done
/// of how many, from any thread.
std::vector<Mutant> mutate(const MakeBench& make, const std::vector<std::size_t>& cases, bool only_named, unsigned threads, const std::function<void(std::size_t, std::size_t)>& progress);

/// A change that can be made and taken back.
struct Alteration {
  Mutant mutant;
  std::vector<std::size_t> rules;    // indices in asked_of; empty: any rule may be moved by it
  std::function<void()> make, undo;  // in the pack of the bench that it was made for
  std::string file, text;            // of a function: the file's new text, in the place of make and undo
};
/// mutants_sentences.cpp, mutants_values.cpp
void add_sentence_changes(const lua::Studied& studied, const std::vector<Asked>& rules, const std::vector<Condition>& conditions, std::vector<Alteration>& out);
void add_parameter_changes(const lua::Studied& studied, const std::vector<Asked>& rules, const std::vector<Condition>& conditions, std::vector<Alteration>& out);
void add_function_changes(const lua::LayerText& own, const std::vector<Asked>& rules, std::vector<Alteration>& out);
/// The values next to `value`, a step to either side, with what to call them: one more and one less of a number, a penny, a day; the other of
/// yes and no. Made in `arena`.
std::vector<std::pair<base::Value, std::string>> next_to(const base::Value& value, base::Arena& arena);
/// As a pack writes it: 2, pounds(25000), "2012-03-31", yes.
std::string written(const base::Value& value);

}  // namespace remit::study
