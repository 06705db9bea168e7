// Records as functions see them: read-only views of base::Value records, made once per state and bound to other data for
// each call. Nothing is copied until it is read.
//
//   in a record            in Lua
//   absent                 nil (the field's stated default where it has one); an absent list is an empty list
//   yes_no                 boolean
//   count                  integer
//   money, date, moment    values of their own (lua/amounts.hpp)
//   ratio                  an exact fraction (lua/amounts.hpp)
//   text, word, id         string
//   list                   a list view: [i] from 1, #, ipairs, and every function of the library that takes a list
//   record, group          a record view: .field; an unknown field is UNKNOWN_FIELD with the nearest name
//
// A group in which nothing is answered is nil, unless a field in it has a stated default.
#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "base/schema.hpp"
#include "policy/facts.hpp"
#include "policy/pack.hpp"

namespace remit::lua {

class Sandbox;
struct Shape;

class Records {
 public:
  /// Views for every root with a type, in a state that is not frozen yet or is (either will do). `roots`: by root number;
  /// they and their types must outlive this. Items of a list whose type belongs to a root are reported in the ledger as
  /// that root's, with their place; other items as a read of the list.
  Records(Sandbox& sandbox, std::span<const policy::Pack::RootName> roots);
  ~Records();

  /// Begins a call: what is read goes to `reads` (null: no ledger), each field once.
  void begin(std::vector<policy::Read>* reads);
  /// Pushes the view of `root` bound to `record`; nil when it is null or the root has no type.
  void push(std::uint16_t root, const base::Value* record);
  /// Pushes a value as functions see it, without a ledger entry; nil for lists and records.
  void push_value(const base::Value& value);

  struct Inner;
  Inner& inner() { return *inner_; }

 private:
  std::unique_ptr<Inner> inner_;
};

}  // namespace remit::lua
