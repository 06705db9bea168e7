// Records made up for rules: fields that a rule was seen to read hold values of our choice, all others are not answered.
#pragma once
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/arena.hpp"
#include "policy/applications.hpp"
#include "policy/pack.hpp"
#include "policy/probe_values.hpp"
#include "policy/reach.hpp"

namespace remit::policy {

/// A mix of two numbers, the same on every machine (splitmix64).
std::uint64_t probe_mix(std::uint64_t a, std::uint64_t b);

class ProbeCase {
 public:
  /// Whether what every record of a round must hold may be missing all the same.
  enum class Required : bool { may_be_absent, is_there };
  struct Variable {
    std::uint16_t root;                // how messages call it
    const base::RecordType* type;
    std::uint16_t field;
    std::vector<base::Value> values;   // other than not answered
    bool always;                       // never without an answer
    std::size_t chosen;                // 0: not answered, else 1 + index of the value
    bool told = true;                  // stands in `words`
  };

  /// `pack` must outlive it.
  ProbeCase(const Pack& pack, Required required);

  /// A constant of a rule, or of a parameter, to be tried where a field is of its kind. Before the fields are learned.
  void mention(const base::Value& constant, bool of_rule) { made_.mention(constant, of_rule); }
  /// The rule is of these records: what their fields name comes into view, and all are in the lists of `records`.
  void of(std::uint16_t root);
  /// The parameters of this date.
  void at(std::int64_t date);
  std::int64_t date() const { return date_; }
  /// Makes a variable of a field, if it is none yet; of a group, of the first field in it. True: it is new.
  bool learn(std::uint16_t root, std::uint16_t field, bool told = true);
  bool learn(const std::vector<Read>& reads);
  /// Whether a record of this variable's type is ever an item of a list that is varied, or another application.
  bool may_be_item(const Variable& v) const;
  std::vector<Variable>& variables() { return variables_; }
  const std::vector<Variable>& variables() const { return variables_; }

  /// 0: all items of a list are alike; else every item has its own mix of values.
  std::uint64_t seed = 0;

  /// Single items that are otherwise than `chosen` and `seed` make them: by variable and number of the item, from 1 in a list that stands
  /// in a record itself, and of the other applications.
  std::map<std::pair<std::size_t, std::uint64_t>, std::size_t> each;

  /// The case as it is chosen; valid until the next call.
  Facts facts();
  /// The case in words: "application.title is "x", and nothing else is answered, with the parameters of 1 April 2011". `latest`: the
  /// date that goes without saying.
  std::string words(std::int64_t latest);
  /// Which values are chosen: the same for two cases that are the same.
  std::string key() const;

 private:
  struct Blank {                       // a record in which nothing was chosen
    std::vector<base::Value> fields;
    std::vector<std::uint16_t> needed;   // fields in a group that stand in it whenever the group does
  };
  const Blank& blank(const base::RecordType& type);
  const Variable* variable(const base::RecordType* type, std::size_t field) const;
  std::size_t chosen(const Variable& v, std::uint64_t item) const;
  std::span<base::Value> record(const base::RecordType& type, std::uint64_t item, int depth, std::string* said, const std::string& called);
  base::Value list(const base::RecordType& type, std::size_t size, std::uint64_t outer, int depth, std::string* said);
  void fill_groups(const base::RecordType& type, base::Value* fields);
  Facts build(std::string* said);
  void link(Facts& facts);
  void gather(Facts& facts);
  void add_applications(Facts& facts);
  bool in_view(const base::RecordType& type) const;
  bool is_told(std::size_t root) const;

  const Pack& pack_;
  const Required required_;
  ProbeValues made_;
  base::Arena arena_;
  std::int64_t date_ = 0;
  std::vector<base::Value> parameters_;
  std::vector<Variable> variables_;
  std::deque<std::pair<const base::RecordType*, Blank>> blanks_;   // stay where they are
  std::optional<std::uint16_t> of_;
  Reach reach_;
  std::vector<const base::Value*> rows_;   // the applications of the round: the one in view, and others
  std::unique_ptr<Applications> applications_;
};

}  // namespace remit::policy
