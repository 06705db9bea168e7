// Two passes. The first varies few fields at a time, so that the first case found is a small one; every item of a list is alike.
// The second mixes all fields at once, for what only shows when several come together or when items differ, and then takes away
// from the case that it found whatever the case does not need.
#include "policy/probe.hpp"

#include <algorithm>
#include <limits>
#include <set>
#include <utility>

#include "base/arena.hpp"
#include "base/date.hpp"
#include "policy/probe_values.hpp"

namespace remit::policy {

namespace {

using base::Field;
using base::Kind;
using base::RecordType;
using base::Type;
using base::Value;

// How much a rule stands in the way: a person looks at what is referred and at what went wrong.
int strictness(Outcome o) { return o == Outcome::fail ? 2 : o == Outcome::refer || o == Outcome::error ? 1 : 0; }

std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {   // splitmix64: the same numbers on every machine
  std::uint64_t z = a * 0x9e3779b97f4a7c15 + b + 0x9e3779b97f4a7c15;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  return z ^ (z >> 31);
}

class Prober {
 public:
  Prober(const Pack& pack, const Override& changed) : pack_(pack), changed_(changed), work_(pack.start_work()) {
    for (const Test* test : {changed.was.get(), changed.now})
      for (const auto& v : test->prospect().mentions) made_.mention(v, true);
    dates_.insert(std::numeric_limits<std::int64_t>::max());
    for (const auto& p : pack.parameters)
      for (const auto& period : p.periods) {
        made_.mention(period.value, false);
        dates_.insert(period.from);
      }
    at(std::numeric_limits<std::int64_t>::max());
  }

  Probe run() {
    const std::size_t systematic = most_probe_cases - most_mixed_cases;
    for (bool grown = true; grown && !done(systematic);) {   // a field that is read only in a later case is varied from the start
      grown = false;
      for (std::size_t fields = 0; fields <= variables_.size() && !done(systematic) && !grown; ++fields) {
        const std::size_t known = variables_.size();
        choose(0, fields, known, systematic);
        grown = variables_.size() > known && fields > 0;
      }
    }
    for (seed_ = 1; seed_ <= most_mixed_cases && !variables_.empty() && !found_.looser; ++seed_) mix();
    return std::move(found_);
  }

 private:
  struct Variable {
    std::uint16_t root;          // how messages call it
    const RecordType* type;
    std::uint16_t field;
    std::vector<Value> values;   // other than not answered
    std::size_t chosen = 0;      // 0: not answered, else 1 + index of the value
  };

  bool done(std::size_t most) const { return found_.looser || found_.cases >= most; }

  void at(std::int64_t date) {
    date_ = date;
    parameters_ = pack_.parameters_on(date);
  }

  const Variable* variable(const RecordType* type, std::size_t field) const {
    for (const auto& v : variables_)
      if (v.type == type && v.field == field) return &v;
    return nullptr;
  }

  // Which value a field has: in the second pass the items of a list each have their own. `item`: 0 outside lists.
  std::size_t chosen(const Variable& v, std::uint64_t item) const {
    if (seed_ == 0 || item == 0 || v.chosen == 0) return v.chosen;
    const auto place = static_cast<std::uint64_t>(&v - variables_.data());
    return mixed(mixed(seed_, item), place) % (v.values.size() + 1);
  }

  // `said`, when it is not null, gathers what is answered, in words.
  std::span<Value> record(const RecordType& type, std::uint64_t item, int depth, std::string* said, const std::string& called) {
    Value* fields = arena_.make<Value>(type.fields.size());
    for (std::size_t f = 0; f < type.fields.size(); ++f) {
      const Field& field = type.fields[f];
      fields[f] = field.fallback;
      const Variable* v = variable(&type, f);
      const std::size_t which = v ? chosen(*v, item) : 0;
      if (which == 0) continue;
      Value value = v->values[which - 1];
      std::string words = probe_words(value);
      if (field.type == Type::list && field.item == Type::record) {
        words.clear();
        value = depth > 3 || !field.item_type ? Value() : list(*field.item_type, value.size, item, depth, said ? &words : nullptr);
      }
      fields[f] = value;
      if (said) *said += (said->empty() ? "" : ", ") + called + field.path + " is " + words;
      for (int group = field.parent; value.answered() && group >= 0; group = type.fields[static_cast<std::size_t>(group)].parent) fields[group].kind = Kind::record;
    }
    return {fields, type.fields.size()};
  }

  Value list(const RecordType& type, std::size_t size, std::uint64_t outer, int depth, std::string* said) {
    Value* items = arena_.make<Value>(size);
    if (said) *said = "a list of " + std::to_string(size);
    for (std::size_t i = 0; i < size; ++i) {
      std::string one;
      items[i] = Value::of_items(Kind::record, record(type, outer * 8 + i + 1, depth + 1, said ? &one : nullptr, ""));
      if (said) *said += (i == 0 ? " (" : "; ") + (one.empty() ? "nothing answered" : one);
    }
    if (said) *said += ")";
    return Value::of_items(Kind::list, {items, size});
  }

  // Varies `left` more of the first `known` fields, from `from` on; then asks.
  void choose(std::size_t from, std::size_t left, std::size_t known, std::size_t most) {
    if (left == 0) return ask_once();
    for (std::size_t v = from; v + left <= known; ++v) {
      for (std::size_t value = 1; value <= variables_[v].values.size() && !done(most); ++value) {
        variables_[v].chosen = value;
        choose(v + 1, left - 1, known, most);
      }
      if (done(most)) return;
      variables_[v].chosen = 0;
    }
  }

  void mix() {
    auto day = dates_.begin();
    std::advance(day, static_cast<std::ptrdiff_t>(mixed(seed_, 1) % dates_.size()));
    at(*day);
    for (std::size_t v = 0; v < variables_.size(); ++v) variables_[v].chosen = mixed(mixed(seed_, 0), v) % (variables_[v].values.size() + 1);
    ++found_.cases;
    if (!looser()) return;
    for (auto& v : variables_) {   // what the case does not need goes
      const std::size_t kept = std::exchange(v.chosen, 0);
      if (kept && !looser()) v.chosen = kept;
    }
    tell();
  }

  void ask_once() {
    std::string key;
    for (const auto& v : variables_)
      if (v.chosen) key += pack_.roots[v.root].name + "." + std::to_string(v.field) + "=" + std::to_string(v.chosen) + ";";
    if (!asked_.insert(std::move(key)).second) return;
    ++found_.cases;
    if (looser()) tell();
  }

  Facts facts(std::string* said) {
    arena_.clear();
    Facts made;
    for (std::size_t r = 0; r < pack_.roots.size(); ++r) {
      const RecordType* type = pack_.roots[r].type;
      if (!type || r == root::parameters) continue;
      made.records[r] = record(*type, 0, 0, is_told(r) ? said : nullptr, pack_.roots[r].name + ".").data();
    }
    made.records[root::parameters] = parameters_.data();
    return made;
  }

  // Whether a case is told by this root: a rule read it there, and it is no item, as elements are of an application: those are
  // told with their list.
  bool is_told(std::size_t r) const {
    const RecordType* type = pack_.roots[r].type;
    const RecordType* lists = pack_.roots[root::records].type;
    return std::ranges::any_of(variables_, [&](const Variable& v) { return v.root == r; }) && std::ranges::none_of(pack_.roots, [&](const auto& other) {
      return other.type && other.type != lists && std::ranges::any_of(other.type->fields, [&](const Field& f) { return f.type == Type::list && f.item_type == type; });
    });
  }

  bool looser() {
    const Facts made = facts(nullptr);
    const Outcome was = ask(*changed_.was, made), now = ask(*changed_.now, made);
    if (was == Outcome::error || strictness(now) >= strictness(was)) return false;
    found_.was = was;
    found_.now = now;
    return true;
  }

  void tell() {
    looser();   // the outcomes of this very case
    found_.looser = true;
    facts(&found_.facts);
    found_.facts += found_.facts.empty() ? "nothing is answered" : ", and nothing else is answered";
    if (date_ != *dates_.rbegin() && date_ > 0) found_.facts += ", with the parameters of " + base::moment_for_people(Value::of(Kind::date, date_));
  }

  Outcome ask(const Test& test, const Facts& facts) {
    const Outcome outcome = test.ask(facts, *work_);
    for (const auto& read : work_->reads) {
      if (read.root == root::parameters || read.root >= pack_.roots.size()) continue;
      const RecordType* type = pack_.roots[read.root].type;
      if (!type || variable(type, read.field)) continue;
      Variable found{read.root, type, read.field, made_.of(type->fields[read.field]), 0};
      if (!found.values.empty()) variables_.push_back(std::move(found));
    }
    return outcome;
  }

  const Pack& pack_;
  const Override& changed_;
  std::unique_ptr<Work> work_;
  ProbeValues made_;
  base::Arena arena_;
  std::set<std::string> asked_;
  std::set<std::int64_t> dates_;
  std::int64_t date_ = 0;
  std::uint64_t seed_ = 0;     // 0: the first pass
  std::vector<Value> parameters_;
  std::vector<Variable> variables_;
  Probe found_;
};

}  // namespace

Probe probe(const Pack& pack, const Override& changed) { return Prober(pack, changed).run(); }

}  // namespace remit::policy
