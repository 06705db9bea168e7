// What made-up records are filled with: the constants that two rules and the parameters name, what lies just beside them, and little else.
#pragma once
#include <array>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "base/arena.hpp"
#include "base/schema.hpp"
#include "base/value.hpp"

namespace remit::policy {

inline constexpr std::size_t most_probe_values = 64;   // of one field
inline constexpr std::size_t most_probe_items = 40;    // of a list of records
inline constexpr std::size_t most_named_items = 12;    // of a list of words from which one after the other is left out

class ProbeValues {
 public:
  /// A constant of a rule, or of a parameter: those come last, and are left out first.
  void mention(const base::Value& constant, bool of_rule);
  /// What a field is tried with, besides not being answered; empty for groups. A list of records comes as lists of one to three and of eight
  /// empty items, and of as many as a constant says: their fields are filled by whoever asks. The values live as long as this object.
  std::vector<base::Value> of(const base::Field& field);
  /// The made-up text of this number, from 0: "x", "y", ...
  static std::string text(std::size_t n);

 private:
  struct Constants {
    std::set<std::int64_t> numbers, moments;
    std::set<std::string> texts;
    std::set<base::Rational> ratios;
  };
  std::vector<base::Value> singles(base::Type type, const base::Field& field);
  void add_numbers(const Constants& known, base::Type type, std::vector<base::Value>& out);
  void add_days(base::Type type, std::vector<base::Value>& out);
  void add_ratios(const Constants& known, std::vector<base::Value>& out);
  base::Value ratio(const base::Rational& exact);

  std::array<Constants, 2> known_;   // of rules, of parameters
  base::Arena kept_;
};

/// A value in words: `"x"`, "£500.01", "a list of 2".
std::string probe_words(const base::Value& value);

}  // namespace remit::policy
