#include "policy/probe_values.hpp"

#include <algorithm>

#include "base/date.hpp"
#include "base/money.hpp"

namespace remit::policy {

using base::Field;
using base::Kind;
using base::Rational;
using base::Type;
using base::Value;

namespace {

void add(const Value& v, std::vector<Value>& out) {
  if (std::ranges::none_of(out, [&](const Value& other) { return other.kind == v.kind && other.integer == v.integer; })) out.push_back(v);
}

}  // namespace

std::string ProbeValues::text(std::size_t n) {
  static constexpr std::string_view some = "xyzwvuts";
  return n < some.size() ? std::string(1, some[n]) : "x" + std::to_string(n + 1);
}

void ProbeValues::mention(const Value& v, bool of_rule) {
  Constants& known = known_[of_rule ? 0 : 1];
  if (v.kind == Kind::count || v.kind == Kind::money) known.numbers.insert(v.integer);
  if (v.kind == Kind::ratio) known.ratios.insert(*v.ratio);
  if (v.kind == Kind::text || v.kind == Kind::word) known.texts.insert(std::string(v.str()));
  if (v.kind == Kind::date || v.kind == Kind::moment) known.moments.insert(v.integer);
  if (Value m; v.kind == Kind::text && base::read_moment(v.str(), m)) known.moments.insert(m.integer);
  for (const auto& item : v.list()) mention(item, of_rule);
}

Value ProbeValues::ratio(const Rational& exact) {
  if (exact.whole()) return Value::of(Kind::count, static_cast<std::int64_t>(exact.num()));
  Rational* kept = kept_.make<Rational>(1);
  *kept = exact;
  Value v;
  v.kind = Kind::ratio;
  v.ratio = kept;
  return v;
}

// Shares: each that is named and what lies beside it; a function writes one as two numbers, ratio(1, 4).
void ProbeValues::add_ratios(const Constants& known, std::vector<Value>& out) {
  std::set<Rational> named = known.ratios;
  for (const auto a : known.numbers)
    for (const auto b : known.numbers)
      if (0 < a && a < b && b <= 100) named.insert(Rational(base::int128{a}, base::int128{b}));
  for (const auto& r : named)
    for (const auto& beside : {r, r - Rational(1, 1000), r + Rational(1, 1000)}) out.push_back(ratio(beside));
}

void ProbeValues::add_numbers(const Constants& known, Type type, std::vector<Value>& out) {
  for (const auto n : known.numbers)
    for (const std::int64_t beside : {n, n - 1, n + 1}) {
      if (type == Type::money) {   // an amount is named in pence by a sentence, in pounds by a function
        for (const std::int64_t pence : {beside, n * 100 + (beside - n)})
          if (pence >= 0) add(Value::of(Kind::money, pence), out);
      } else if (type == Type::number || beside >= 0) {
        add(Value::of(Kind::count, beside), out);
      }
    }
  if (type == Type::number) add_ratios(known, out);
}

// A day that is named and those beside it; then days as far from it as a number may count. Where no day is named, 1 March 2012 stands in.
void ProbeValues::add_days(Type type, std::vector<Value>& out) {
  constexpr std::int64_t some_day = 1'330'560'000;
  const auto put = [&](std::int64_t second) { add(Value::of(type == Type::date ? Kind::date : Kind::moment, second), out); };
  std::vector<std::int64_t> named;
  for (const Constants& known : known_) named.insert(named.end(), known.moments.begin(), known.moments.end());
  if (named.empty()) named.push_back(some_day);
  for (const auto n : named)
    for (const std::int64_t days : {0, -1, 1}) put(n + days * base::seconds_a_day);
  for (const Constants& known : known_)
    for (const auto n : named)
      for (const auto far : known.numbers)
        if (far > 1 && far < 4'000)
          for (const std::int64_t days : {far, far + 1, -far, -far - 1}) put(n + days * base::seconds_a_day);
}

std::vector<Value> ProbeValues::singles(Type type, const Field& field) {
  std::vector<Value> out;
  auto text = [&](std::string_view s) { return Value::of_text(kept_.copy(s)); };
  if (type == Type::yes_no) out = {Value::yes(true), Value::yes(false)};
  if (type == Type::count || type == Type::number) out = {Value::of(Kind::count, 0), Value::of(Kind::count, 1)};
  if (type == Type::money) out = {Value::of(Kind::money, 0), Value::of(Kind::money, 100)};
  if (type == Type::one_of)
    for (std::size_t w = 0; w < field.words.size(); ++w) out.push_back(Value::of_word(field.words[w], static_cast<std::uint16_t>(w)));
  const bool worded = type == Type::text || type == Type::organisation || type == Type::answer;
  if (worded) {   // as many as somebody may count
    std::size_t n = 2;
    for (const Constants& known : known_)
      for (const auto number : known.numbers)
        if (number >= 2 && number < 8) n = std::max(n, static_cast<std::size_t>(number) + 1);
    for (std::size_t i = 0; i < n; ++i) out.push_back(Value::of_text(kept_.copy(ProbeValues::text(i))));
  }
  if (type == Type::answer) out.push_back(Value::yes(true));
  if (type == Type::date || type == Type::moment) add_days(type, out);
  for (const Constants& known : known_) {
    if (type == Type::count || type == Type::number || type == Type::money) add_numbers(known, type, out);
    if (worded)
      for (const auto& t : known.texts) out.push_back(text(t));
  }
  if (out.size() > most_probe_values && type != Type::one_of) out.resize(most_probe_values);
  if (type == Type::count || type == Type::money || type == Type::date || type == Type::moment) std::ranges::sort(out, {}, &Value::integer);   // the least that shows it is told
  return out;
}

std::vector<Value> ProbeValues::of(const Field& field) {
  if (field.type == Type::record) return {};
  if (field.type != Type::list) return singles(field.type, field);
  std::vector<Value> out;
  if (field.item == Type::record) {
    static const Value blank[most_probe_items];
    std::set<std::size_t> sizes = {1, 2, 3, 8};
    for (const Constants& known : known_)
      for (const auto n : known.numbers)
        for (const std::int64_t beside : {n - 1, n, n + 1})
          if (beside > 0 && beside <= static_cast<std::int64_t>(most_probe_items)) sizes.insert(static_cast<std::size_t>(beside));
    for (const std::size_t n : sizes) out.push_back(Value::of_items(Kind::list, std::span(blank, n)));
    return out;
  }
  const auto items = singles(field.item, field);
  for (const auto& item : items) out.push_back(Value::of_items(Kind::list, kept_.copy(std::span(&item, 1))));
  if (items.size() > 1) out.push_back(Value::of_items(Kind::list, kept_.copy(std::span(items))));
  std::vector<Value> named;   // what the rule or the field names, but for one
  if (field.item == Type::one_of) named = items;
  if (field.item == Type::text || field.item == Type::organisation)
    for (const auto& t : known_[0].texts) named.push_back(Value::of_text(kept_.copy(t)));
  if (named.size() < 3 || named.size() > most_named_items) return out;
  for (std::size_t without = 0; without < named.size(); ++without) {
    std::vector<Value> others = named;
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(without));
    out.push_back(Value::of_items(Kind::list, kept_.copy(std::span<const Value>(others))));
  }
  return out;
}

std::string probe_words(const Value& v) {
  switch (v.kind) {
    case Kind::absent: return "not answered";
    case Kind::yes_no: return v.integer ? "yes" : "no";
    case Kind::count: return std::to_string(v.integer);
    case Kind::money: return base::money_for_people(v.integer);
    case Kind::date:
    case Kind::moment: return base::moment_for_people(v);
    case Kind::ratio: return v.ratio->exact();
    case Kind::text:
    case Kind::word: return "\"" + std::string(v.str()) + "\"";
    case Kind::list: return "a list of " + std::to_string(v.size);
    case Kind::record: return "answered";
  }
  return {};
}

}  // namespace remit::policy
