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

std::vector<Value> ProbeValues::singles(Type type, const Field& field) {
  std::vector<Value> out;
  auto text = [&](std::string_view s) { return Value::of_text(kept_.copy(s)); };
  if (type == Type::yes_no) out = {Value::yes(true), Value::yes(false)};
  if (type == Type::count || type == Type::number) out = {Value::of(Kind::count, 0), Value::of(Kind::count, 1)};
  if (type == Type::money) out = {Value::of(Kind::money, 0), Value::of(Kind::money, 100)};
  if (type == Type::one_of)
    for (std::size_t w = 0; w < field.words.size(); ++w) out.push_back(Value::of_word(field.words[w], static_cast<std::uint16_t>(w)));
  const bool worded = type == Type::text || type == Type::organisation || type == Type::answer;
  if (worded) out.push_back(text("x"));
  if (type == Type::answer) out.push_back(Value::yes(true));
  for (const Constants& known : known_) {
    if (type == Type::count || type == Type::number || type == Type::money) add_numbers(known, type, out);
    if (type == Type::date || type == Type::moment)
      for (const auto n : known.moments)
        for (const std::int64_t beside : {n, n - 86'400, n + 86'400}) add(Value::of(type == Type::date ? Kind::date : Kind::moment, beside), out);
    if (worded)
      for (const auto& t : known.texts) out.push_back(text(t));
  }
  if ((type == Type::date || type == Type::moment) && out.empty()) out.push_back(Value::of(type == Type::date ? Kind::date : Kind::moment, 1'330'560'000));   // 1 March 2012
  if (out.size() > most_probe_values) out.resize(most_probe_values);
  if (type == Type::count || type == Type::money || type == Type::date || type == Type::moment) std::ranges::sort(out, {}, &Value::integer);   // the least that shows it is told
  return out;
}

std::vector<Value> ProbeValues::of(const Field& field) {
  if (field.type == Type::record) return {};
  if (field.type != Type::list) return singles(field.type, field);
  std::vector<Value> out;
  if (field.item == Type::record) {
    static const Value blank[3];
    for (std::size_t n = 1; n <= 3; ++n) out.push_back(Value::of_items(Kind::list, std::span(blank, n)));
    return out;
  }
  const auto items = singles(field.item, field);
  for (const auto& item : items) out.push_back(Value::of_items(Kind::list, kept_.copy(std::span(&item, 1))));
  if (items.size() > 1) out.push_back(Value::of_items(Kind::list, kept_.copy(std::span(items))));
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
