#include "rules/tree.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>
#include <tuple>

#include "base/date.hpp"
#include "base/money.hpp"
#include "base/rational.hpp"
#include "base/text.hpp"
#include "policy/applications.hpp"

namespace remit::rules {

using base::Kind;
using base::Value;
using policy::compare;
using policy::same;

std::uint32_t Tree::add(Op op, std::span<const std::uint32_t> children, Node rest) {
  rest.op = op;
  rest.first = static_cast<std::uint32_t>(links.size());
  rest.size = static_cast<std::uint32_t>(children.size());
  links.insert(links.end(), children.begin(), children.end());
  return add(rest);
}

void Tree::number_reads() {
  std::map<std::pair<std::uint16_t, std::uint16_t>, std::uint8_t> bits;
  for (auto& n : nodes) {
    if (n.op != Op::field || n.depth != unbound) continue;
    auto at = bits.try_emplace({n.root, n.field}, static_cast<std::uint8_t>(std::min<std::size_t>(bits.size(), 64))).first;
    n.read_bit = at->second;
  }
}

void Asking::note(const Node& n, const Value& value) {
  const Item* item = item_of(n);
  if (!item && n.read_bit < 64) {
    if (seen >> n.read_bit & 1) return;
    seen |= std::uint64_t{1} << n.read_bit;
  } else {
    // Only the latest are looked through, so that a list of thousands is not walked for each of its items; what slips
    // through is dropped by `keep_first` when the rule has answered.
    constexpr std::size_t few = 24;
    const std::uint32_t place = item ? item->place + 1 : 0;
    const std::size_t from = work.reads.size() > few ? work.reads.size() - few : 0;
    for (std::size_t i = work.reads.size(); i > from; --i)
      if (const auto& r = work.reads[i - 1]; r.root == n.root && r.field == n.field && r.item == place) return;
    may_repeat |= from > 0;
  }
  work.reads.push_back({n.root, n.field, item ? item->place + 1 : 0, value});
}

void keep_first(std::vector<policy::Read>& reads) {
  std::vector<std::uint32_t> order(reads.size());
  std::iota(order.begin(), order.end(), 0u);
  auto key = [&](std::uint32_t i) { return std::tuple(reads[i].root, reads[i].field, reads[i].item); };
  std::ranges::stable_sort(order, {}, key);
  order.erase(std::ranges::unique(order, {}, key).begin(), order.end());
  std::ranges::sort(order);
  for (std::size_t i = 0; i < order.size(); ++i) reads[i] = reads[order[i]];
  reads.resize(order.size());
}

inline const Value& Asking::read(const Node& n) {
  static constexpr Value unanswered;
  const Value* record = n.depth == unbound ? facts.records[n.root] : items[n.depth].record;
  const Value& value = record ? record[n.field] : n.depth != unbound && items[n.depth].scalar ? *items[n.depth].scalar : unanswered;
  if (work.ledger) note(n, value);
  return value;
}

/// The value at `at`, where it stands; what is counted or added up is put into `made`.
inline const Value& Asking::operand(std::uint32_t at, Value& made) {
  const Node& n = tree.nodes[at];
  if (n.op == Op::field) return read(n);
  if (n.op == Op::constant) return n.value;
  return made = value(at);
}

Value Asking::value(std::uint32_t at) {
  const Node& n = tree.nodes[at];
  switch (n.op) {
    case Op::field: return read(n);
    case Op::constant: return n.value;
    case Op::sum: return summed(n);
    case Op::count_distinct: return distinct(n);
    default: return counted(n);
  }
}

namespace {

/// policy::same and policy::compare, with what is asked most in line: texts and whole numbers.
inline bool equal(const Value& a, const Value& b) {
  if (a.kind == Kind::text && b.kind == Kind::text) return base::same_bytes({a.text, a.size}, {b.text, b.size});
  return same(a, b);
}
inline bool comparison(const Value& a, const Value& b, int& order) {
  if (a.kind == b.kind && (a.kind == Kind::count || a.kind == Kind::money)) {
    order = a.integer < b.integer ? -1 : a.integer > b.integer;
    return true;
  }
  if (a.kind == Kind::ratio && b.kind == Kind::count && a.ratio->small()) {
    const base::int128 whole = b.integer * a.ratio->den();
    order = a.ratio->num() < whole ? -1 : a.ratio->num() > whole;
    return true;
  }
  return policy::compare(a, b, order);
}

bool has(std::span<const Value> list, const Value& v) {
  for (const auto& item : list)
    if (equal(item, v)) return true;
  return false;
}

}  // namespace

Tri Asking::holds(std::uint32_t at) {
  const Node& n = tree.nodes[at];
  switch (n.op) {
    case Op::all_of: return all(tree.children(n));
    case Op::any_of: return any(tree.children(n));
    case Op::not_: return negate(holds(tree.links[n.first]));
    case Op::answered: {
      Value made;
      return operand(n.a, made).answered() ? Tri::yes : Tri::no;
    }
    case Op::is:
    case Op::is_not:
    case Op::at_least:
    case Op::at_most:
    case Op::is_before:
    case Op::is_after: return compare(n);
    case Op::is_one_of:
    case Op::includes:
    case Op::excludes:
    case Op::includes_any:
    case Op::covers: return in_list(n);
    case Op::every:
    case Op::any:
    case Op::none: return quantifier(n);
    case Op::any_application:
    case Op::no_application: return over_applications(n);
    case Op::watched: return watched(n);
    default: return Tri::unknown;   // what can be compared is no condition; the loader refuses it
  }
}

// What is asked again for the words of a finding, without a ledger, is not counted.
Tri Asking::watched(const Node& n) {
  const Tri t = holds(n.a);
  if (work.ledger) tree.tally->of[static_cast<std::size_t>(n.value.integer)][static_cast<std::size_t>(t)].fetch_add(1, std::memory_order_relaxed);
  return t;
}

Tri Asking::all(std::span<const std::uint32_t> children) {
  Tri so_far = Tri::yes;
  for (auto child : children) {
    Tri t = holds(child);
    if (t == Tri::no) return t;
    if (t == Tri::unknown) so_far = t;
  }
  return so_far;
}

Tri Asking::any(std::span<const std::uint32_t> children) {
  Tri so_far = Tri::no;
  for (auto child : children) {
    Tri t = holds(child);
    if (t == Tri::yes) return t;
    if (t == Tri::unknown) so_far = t;
  }
  return so_far;
}

Tri Asking::compare(const Node& n) {
  Value made_a, made_b;
  const Value &a = operand(n.a, made_a), &b = operand(n.b, made_b);
  if (!a.answered() || !b.answered()) return Tri::unknown;
  auto tri = [](bool yes) { return yes ? Tri::yes : Tri::no; };
  if (n.op == Op::is) return tri(equal(a, b));
  if (n.op == Op::is_not) return tri(!equal(a, b));
  int order = 0;
  if (!comparison(a, b, order)) return Tri::unknown;
  // a date to compare with means its whole day: before it is before its first second, after it is after its last
  const bool after = b.kind == Kind::date ? a.integer > base::last_second(b) : order > 0;
  switch (n.op) {
    case Op::at_least: return tri(order >= 0);
    case Op::at_most: return tri(!after);
    case Op::is_before: return tri(order < 0);
    default: return tri(after);
  }
}

Tri Asking::in_list(const Node& n) {
  Value made;
  const Value& a = operand(n.a, made);
  if (n.op == Op::covers) {
    Value b = value(n.b);
    for (const auto& asked : b.list())
      if (!has(a.list(), asked)) return Tri::no;
    return Tri::yes;
  }
  if (!a.answered()) return Tri::unknown;
  if (n.op == Op::is_one_of) return has(n.value.list(), a) ? Tri::yes : Tri::no;
  if (n.op == Op::includes_any) {
    Value b = n.b == nowhere ? n.value : value(n.b);
    if (!b.answered()) return Tri::unknown;
    for (const auto& v : b.list())
      if (has(a.list(), v)) return Tri::yes;
    return Tri::no;
  }
  Value b = value(n.b);
  if (!b.answered()) return Tri::unknown;
  return has(a.list(), b) == (n.op == Op::includes) ? Tri::yes : Tri::no;
}

Tri Asking::quantifier(const Node& n) {
  Value list = value(n.a);
  const bool wants = n.op != Op::every;   // any and none look for a yes, every for a no
  Tri found = wants ? Tri::no : Tri::yes;
  const std::size_t at = depth++;
  std::uint32_t place = 0;
  for (const auto& item : list.list()) {
    items[at] = {item.kind == Kind::record ? item.items : nullptr, item.kind == Kind::record ? nullptr : &item, place++};
    Tri t = holds(n.b);
    if (t == (wants ? Tri::yes : Tri::no)) {
      found = t;
      break;
    }
    if (t == Tri::unknown) found = t;
  }
  depth = at;
  return n.op == Op::none ? negate(found) : found;
}

Tri Asking::over_applications(const Node& n) {
  if (!facts.applications) return Tri::unknown;
  std::array<Value, 8> key;
  auto operands = tree.children(n);
  for (std::size_t i = 0; i < operands.size(); ++i) {
    key[i] = value(operands[i]);
    if (!key[i].answered()) return Tri::unknown;
  }
  Tri found = Tri::no;
  const std::size_t at = depth++;
  for (std::uint32_t row : facts.applications->agreeing(n.key, {key.data(), operands.size()})) {
    items[at] = {facts.applications->row(row), nullptr, row};
    Tri t = n.b == nowhere ? Tri::yes : holds(n.b);
    if (t == Tri::yes) {
      found = t;
      break;
    }
    if (t == Tri::unknown) found = t;
  }
  depth = at;
  return n.op == Op::no_application ? negate(found) : found;
}

Value Asking::counted(const Node& n) {
  std::int64_t count = 0;
  if (n.op == Op::count) return Value::of(Kind::count, static_cast<std::int64_t>(value(n.a).list().size()));
  const std::size_t at = depth++;
  bool sure = true;
  auto ask = [&](Item item) {
    items[at] = item;
    Tri t = n.b == nowhere ? Tri::yes : holds(n.b);
    count += t == Tri::yes;
    sure &= t != Tri::unknown;
  };
  if (n.op == Op::count_where) {
    Value list = value(n.a);
    std::uint32_t place = 0;
    for (const auto& item : list.list())
      ask({item.kind == Kind::record ? item.items : nullptr, item.kind == Kind::record ? nullptr : &item, place++});
  } else {
    std::array<Value, 8> key;
    auto operands = tree.children(n);
    sure = facts.applications != nullptr;
    for (std::size_t i = 0; i < operands.size(); ++i) sure &= (key[i] = value(operands[i])).answered();
    if (sure)
      for (std::uint32_t row : facts.applications->agreeing(n.key, {key.data(), operands.size()}))
        ask({facts.applications->row(row), nullptr, row});
  }
  depth = at;
  return sure ? Value::of(Kind::count, count) : Value();
}

// Whether the item that is bound is one of those that a sum or a count is about.
Tri Asking::wanted(const Node& n) { return n.size == 0 ? Tri::yes : holds(tree.links[n.first]); }

Value Asking::distinct(const Node& n) {
  const auto before = [](const Value& a, const Value& b) {
    int order = 0;
    if (!a.str().empty() || !b.str().empty()) return a.str() < b.str();
    return policy::compare(a, b, order) ? order < 0 : a.integer < b.integer;
  };
  Value list = value(n.a);
  std::vector<Value> found;
  bool sure = true;
  const std::size_t at = depth++;
  std::uint32_t place = 0;
  for (const auto& item : list.list()) {
    items[at] = {item.kind == Kind::record ? item.items : nullptr, item.kind == Kind::record ? nullptr : &item, place++};
    const Tri one = wanted(n);
    if (one == Tri::no) continue;
    const Value v = value(n.b);
    sure &= one == Tri::yes && v.answered();
    if (v.answered()) found.push_back(v);
  }
  depth = at;
  if (!sure) return {};
  std::ranges::sort(found, before);
  const auto again = std::ranges::unique(found, [](const Value& a, const Value& b) { return same(a, b); });
  return Value::of(Kind::count, static_cast<std::int64_t>(found.size() - again.size()));
}

Value Asking::summed(const Node& n) {
  Value list = value(n.a);
  Value total = n.value;   // nought, of the kind that is added up
  base::Rational exact;
  bool fraction = false, sure = true;
  const std::size_t at = depth++;
  std::uint32_t place = 0;
  for (const auto& item : list.list()) {
    items[at] = {item.kind == Kind::record ? item.items : nullptr, item.kind == Kind::record ? nullptr : &item, place++};
    const Tri one = wanted(n);
    if (one == Tri::no) continue;
    Value v = value(n.b);
    if (one == Tri::unknown || !v.answered()) {
      sure = false;
    } else if (v.kind == Kind::ratio) {
      exact = exact + *v.ratio;
      fraction = true;
    } else {
      total.integer = base::add_pence(total.integer, v.integer);
    }
  }
  depth = at;
  if (!sure) return {};
  if (!fraction) return total;
  exact = exact + base::Rational(total.integer);
  if (exact.whole()) {
    if (exact > base::Rational(std::numeric_limits<std::int64_t>::max()) || exact < base::Rational(std::numeric_limits<std::int64_t>::min()))
      throw base::Overflow("the sum is more than 64 bits hold");
    return Value::of(Kind::count, static_cast<std::int64_t>(exact.num()));
  }
  auto* kept = work.arena.make<base::Rational>(1);
  *kept = exact;
  Value v;
  v.kind = Kind::ratio;
  v.ratio = kept;
  return v;
}

}  // namespace remit::rules
