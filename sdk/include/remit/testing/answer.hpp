// What a plug-in under test said, and how it broke the contract in saying so.
#ifndef REMIT_TESTING_ANSWER_HPP
#define REMIT_TESTING_ANSWER_HPP

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "value.hpp"

namespace remit {
namespace testing {

struct answer {
  using named = std::pair<std::string, value>;
  struct finding {
    std::string application;               // empty: on the round
    remit::outcome outcome;
    std::string words;
  };
  struct award {
    std::string application, kind;         // "whole", "parts", "nothing" or "refer"
    std::vector<std::string> elements;     // of parts
    std::string words;
  };

  /// measure: pass with a score, refer without. data_source, round_check, allocator, exporter: pass. All: error with a `cause`.
  remit::outcome outcome = remit::outcome::error;
  std::string cause;
  std::vector<std::string> reasons;        // the first 16
  std::vector<named> evidences;            // the first 32
  std::optional<remit_ratio> score;        // measure
  std::vector<named> facts;                // data_source, by column
  std::vector<finding> findings;           // round_check
  std::vector<award> awards;               // allocator
  std::vector<std::string> notes;          // allocator
  std::string bytes;                       // exporter
  /// What the host would not have stood for: fields that are not declared, texts that are no UTF-8, ... Expect none.
  std::vector<std::string> faults;

  /// The evidence or fact of this name; of kind REMIT_ABSENT where there is none.
  value evidence(std::string_view name) const { return find(evidences, name); }
  value fact(std::string_view column) const { return find(facts, column); }
  /// The award of an application; of kind "" where it was not named.
  award awarded(std::string_view application) const {
    for (const award& a : awards)
      if (a.application == application) return a;
    return {std::string(application), "", {}, ""};
  }
  /// The worst that was found on an application, as the host would have it: pass where nothing was.
  remit::outcome found(std::string_view application) const {
    const auto badness = [](remit::outcome o) { return o == remit::outcome::error ? 3 : o == remit::outcome::fail ? 2 : o == remit::outcome::refer ? 1 : 0; };
    remit::outcome worst = remit::outcome::pass;
    for (const finding& f : findings)
      if (f.application == application && badness(f.outcome) > badness(worst)) worst = f.outcome;
    return worst;
  }

 private:
  static value find(const std::vector<named>& in, std::string_view name) {
    for (const named& n : in)
      if (n.first == name) return n.second;
    return {};
  }
};

}  // namespace testing
}  // namespace remit

#endif
