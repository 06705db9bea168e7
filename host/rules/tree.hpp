// Sentences as trees. A sentence of a pack ("application.added_value:is_answered()") becomes a few nodes when the pack
// loads; the host evaluates them here, in three values (Kleene): what compares something unanswered is unknown, and
// all_of, any_of and not_ carry it. Nothing allocates while a tree is asked.
#pragma once
#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/arena.hpp"
#include "base/value.hpp"
#include "policy/facts.hpp"

namespace remit::rules {

enum class Tri : std::uint8_t { no, yes, unknown };

enum class Op : std::uint8_t {
  // what can be compared
  field,       // root, field
  constant,    // value
  count,       // a: list
  count_where, // a: list, b: condition about its items
  count_distinct,   // a: list, b: of which field of each item the different values are counted; child: of which items, or none
  sum,         // a: list, b: what is added up of each item; child: of which items, or none
  count_applications,   // as any_application
  // conditions
  all_of, any_of, not_,                 // children
  answered,                             // a
  is, is_not, at_least, at_most, is_before, is_after,   // a, b
  is_one_of,                            // a; value: list
  includes, excludes,                   // a: list, b
  includes_any,                         // a: list; value: list, or b: list
  covers,                               // a: list, b: list
  every, any, none,                     // a: list, b: condition about its items
  any_application, no_application,      // key, children: the key's operands; b: the other conjuncts, or nowhere
  watched,     // a: the condition that stood here; value: its number in Tree::tally. Only in packs that are studied
};
inline constexpr std::uint32_t nowhere = 0xffffffff;
inline constexpr std::uint8_t unbound = 0xff;
inline constexpr std::size_t most_nested = 6;   // quantifiers inside quantifiers

struct Node {
  Op op;
  std::uint8_t depth = unbound;     // field of an item: which enclosing quantifier binds it (0: the outermost)
  std::uint8_t read_bit = 0xff;     // field: its bit in the set of what a rule has read; 0xff: looked up instead
  std::uint16_t root = 0;           // field; quantifiers: the root that names an item
  std::uint16_t field = 0;
  std::uint16_t key = 0;            // index in Pack::application_keys
  std::uint32_t a = nowhere, b = nowhere;
  std::uint32_t first = 0, size = 0;   // children, in Tree::links
  std::uint32_t spot = 0;              // which place of the pack's files says it, from 1; 0: it was made beside them
  base::Value value;
};

/// What conditions answered while a pack was studied: how often no, yes and unknown, by the number of a watched one. Many threads count.
struct Tally {
  explicit Tally(std::size_t conditions) : of(conditions) {}
  std::vector<std::array<std::atomic<std::uint32_t>, 3>> of;
};

/// All sentences of a pack. Built by the loader, then never changed.
struct Tree {
  std::vector<Node> nodes;
  std::vector<std::uint32_t> links;
  base::Arena arena;                // texts and lists of constants
  std::shared_ptr<Tally> tally;     // where watched conditions count; null: none is watched

  std::uint32_t add(Node node) {
    nodes.push_back(node);
    return static_cast<std::uint32_t>(nodes.size() - 1);
  }
  /// A node with children; `op` is all_of, any_of, not_ or a quantifier over applications.
  std::uint32_t add(Op op, std::span<const std::uint32_t> children, Node rest = {});
  std::span<const std::uint32_t> children(const Node& n) const { return {links.data() + n.first, n.size}; }
  /// Gives the fields their bits in a rule's set of what it has read, as far as they go. Called once, when all are built.
  void number_reads();
};

/// What is bound while a tree is asked: the item of each enclosing quantifier.
struct Asking {
  const Tree& tree;
  const policy::Facts& facts;
  policy::Work& work;
  struct Item {
    const base::Value* record = nullptr;
    const base::Value* scalar = nullptr;   // an item that is no record
    std::uint32_t place = 0;               // in its list; the row for an application
  };
  std::array<Item, most_nested> items{};
  std::size_t depth = 0;
  std::uint64_t seen = 0;                  // read_bits already in the ledger
  bool may_repeat = false;                 // the ledger may hold an item's field twice: `keep_first` it

  /// Whether the condition at `node` holds. Throws base::Overflow when a sum does.
  Tri holds(std::uint32_t node);
  /// The value of what stands at `node`: a field, a constant, a count or a sum. Absent when it was not answered.
  base::Value value(std::uint32_t node);
  /// The item of an enclosing quantifier that `root` names, or null.
  const Item* item_of(const Node& field) const { return field.depth == unbound ? nullptr : &items[field.depth]; }

 private:
  Tri all(std::span<const std::uint32_t> children);
  Tri any(std::span<const std::uint32_t> children);
  Tri compare(const Node& n);
  Tri in_list(const Node& n);
  Tri quantifier(const Node& n);
  Tri over_applications(const Node& n);
  base::Value counted(const Node& n);
  base::Value summed(const Node& n);
  base::Value distinct(const Node& n);
  Tri wanted(const Node& n);
  Tri watched(const Node& n);
  const base::Value& read(const Node& n);
  const base::Value& operand(std::uint32_t node, base::Value& made);
  void note(const Node& n, const base::Value& value);
};

/// Drops what a ledger holds a second time.
void keep_first(std::vector<policy::Read>& reads);

inline Tri negate(Tri t) { return t == Tri::unknown ? t : t == Tri::yes ? Tri::no : Tri::yes; }

}  // namespace remit::rules
