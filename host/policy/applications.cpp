#include "policy/applications.hpp"

#include <utility>

#include "base/rational.hpp"

namespace remit::policy {

using base::Kind;
using base::Rational;
using base::Value;

namespace {

bool is_time(Kind k) { return k == Kind::date || k == Kind::moment; }
bool is_number(Kind k) { return k == Kind::count || k == Kind::ratio; }
bool is_text(Kind k) { return k == Kind::text || k == Kind::word; }
Rational number(const Value& v) { return v.kind == Kind::ratio ? *v.ratio : Rational(v.integer); }

std::uint64_t mix(std::uint64_t h, std::uint64_t x) {
  h ^= x + 0x9e3779b97f4a7c15 + (h << 6) + (h >> 2);
  return h * 0xff51afd7ed558ccd;
}

// Equal values hash alike whatever their kinds: texts and words by bytes, times and numbers by value.
std::uint64_t hash_of(std::uint64_t h, const Value& v) {
  if (is_text(v.kind)) {
    std::uint64_t x = 0xcbf29ce484222325;
    for (char c : v.str()) x = (x ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    return mix(h, x);
  }
  if (v.kind == Kind::ratio) return mix(h, static_cast<std::uint64_t>(v.ratio->num()) * 31 + static_cast<std::uint64_t>(v.ratio->den()));
  return mix(h, v.answered() && v.kind != Kind::list ? static_cast<std::uint64_t>(v.integer) : 0);
}

}  // namespace

bool same(const Value& a, const Value& b) {
  if (!a.answered() || !b.answered()) return false;
  if (is_text(a.kind) && is_text(b.kind)) return a.str() == b.str();
  if (is_time(a.kind) && is_time(b.kind)) return a.integer == b.integer;
  if (is_number(a.kind) && is_number(b.kind)) return a.kind == b.kind && (a.kind == Kind::count ? a.integer == b.integer : *a.ratio == *b.ratio);
  if (a.kind != b.kind) return false;
  if (a.kind != Kind::list) return a.kind != Kind::record && a.integer == b.integer;
  if (a.size != b.size) return false;
  for (std::uint32_t i = 0; i < a.size; ++i)
    if (!same(a.items[i], b.items[i])) return false;
  return true;
}

bool compare(const Value& a, const Value& b, int& order) {
  if ((a.kind == b.kind && (a.kind == Kind::count || a.kind == Kind::money)) || (is_time(a.kind) && is_time(b.kind))) {
    order = a.integer < b.integer ? -1 : a.integer > b.integer;
    return true;
  }
  if (!is_number(a.kind) || !is_number(b.kind)) return false;
  auto o = number(a) <=> number(b);
  order = o < 0 ? -1 : o > 0;
  return true;
}

Applications::Applications(std::span<const Value* const> rows, std::span<const std::uint32_t> order,
                           std::span<const std::vector<std::uint16_t>> keys)
    : rows_(rows) {
  for (const auto& key : keys) indexes_.push_back(index(order, key));
}

Applications::Index Applications::index(std::span<const std::uint32_t> order, std::vector<std::uint16_t> fields) const {
  Index made;
  made.fields = std::move(fields);
  std::vector<std::uint32_t> group_of(order.size(), none);
  std::vector<std::uint32_t> sample;   // a row of each group, until the groups have their rows
  made.group_of.reserve(order.size());
  std::vector<Value> key(made.fields.size());
  auto holds = [&](std::uint32_t group) {
    for (std::size_t k = 0; k < key.size(); ++k)
      if (!same(rows_[sample[group]][made.fields[k]], key[k])) return false;
    return true;
  };
  for (std::size_t i = 0; i < order.size(); ++i) {
    std::uint64_t hash = 0;
    bool whole = true;   // a row that lacks a key field agrees with nothing
    for (std::size_t k = 0; k < key.size(); ++k) {
      key[k] = rows_[order[i]][made.fields[k]];
      whole &= key[k].answered();
      hash = hash_of(hash, key[k]);
    }
    if (!whole) continue;
    auto [at, fresh] = made.group_of.try_emplace(hash, static_cast<std::uint32_t>(made.groups.size()));
    std::uint32_t group = at->second;
    while (!fresh && !holds(group)) {
      if (made.groups[group].next == none) {
        made.groups[group].next = static_cast<std::uint32_t>(made.groups.size());
        group = made.groups[group].next;
        fresh = true;
      } else {
        group = made.groups[group].next;
      }
    }
    if (fresh) {
      made.groups.push_back({0, 0, none});
      sample.push_back(order[i]);
    }
    group_of[i] = group;
    ++made.groups[group].end;
  }
  std::uint32_t at = 0;
  for (auto& group : made.groups) {
    group.begin = at;
    at += std::exchange(group.end, at);
  }
  made.rows.resize(at);
  for (std::size_t i = 0; i < order.size(); ++i)
    if (group_of[i] != none) made.rows[made.groups[group_of[i]].end++] = order[i];
  return made;
}

bool Applications::agrees(const Index& index, std::uint32_t group, std::span<const Value> values) const {
  const Value* row = rows_[index.rows[index.groups[group].begin]];
  for (std::size_t k = 0; k < values.size(); ++k)
    if (!same(row[index.fields[k]], values[k])) return false;
  return true;
}

std::span<const std::uint32_t> Applications::agreeing(std::size_t key, std::span<const Value> values) const {
  const Index& index = indexes_[key];
  std::uint64_t hash = 0;
  for (const auto& v : values) hash = hash_of(hash, v);
  auto at = index.group_of.find(hash);
  if (at == index.group_of.end()) return {};
  for (std::uint32_t group = at->second; group != none; group = index.groups[group].next)
    if (agrees(index, group, values)) return {index.rows.data() + index.groups[group].begin, index.groups[group].end - index.groups[group].begin};
  return {};
}

}  // namespace remit::policy
