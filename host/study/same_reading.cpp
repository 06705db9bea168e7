#include "study/same_reading.hpp"

#include <algorithm>

namespace remit::study {

namespace {

bool same_value(const base::Value& a, const base::Value& b) {
  if (a.kind != b.kind) return false;
  switch (a.kind) {
    case base::Kind::absent: return true;
    case base::Kind::text:
    case base::Kind::word: return a.word == b.word && a.str() == b.str();
    case base::Kind::ratio: return *a.ratio == *b.ratio;
    case base::Kind::list:
    case base::Kind::record: return false;
    default: return a.integer == b.integer;
  }
}

bool same_type(const base::RecordType* a, const base::RecordType* b) {
  if (a == nullptr || b == nullptr) return a == b;
  if (a->name != b->name || a->plural != b->plural || a->stems != b->stems) return false;
  return std::ranges::equal(a->fields, b->fields, [](const base::Field& x, const base::Field& y) {
    const std::string none;
    return x.path == y.path && x.type == y.type && x.required == y.required && x.is_id == y.is_id && x.derived == y.derived && x.refers == y.refers &&
           x.words == y.words && x.refused == y.refused && x.item == y.item && x.parent == y.parent && same_value(x.fallback, y.fallback) &&
           (x.item_type ? x.item_type->name : none) == (y.item_type ? y.item_type->name : none);
  });
}

bool same_scoring(const base::Scoring& a, const base::Scoring& b) {
  if (a.minimum_total != b.minimum_total || a.tie_break != b.tie_break) return false;
  return std::ranges::equal(a.measures, b.measures, [](const base::Measure& x, const base::Measure& y) {
    const auto same_part = [](const auto& p, const auto& q) { return p.id == q.id; };
    return x.id == y.id && x.title == y.title && x.clause == y.clause && x.weight == y.weight && x.low == y.low && x.high == y.high && x.minimum == y.minimum &&
           x.use < 0 && y.use < 0 && std::ranges::equal(x.parts, y.parts, same_part);
  });
}

// Whether the threshold or the tie-break goes by the day on which each call opened, which is not known here.
bool goes_by_opening(const policy::Pack& pack) {
  return std::ranges::any_of(pack.parameters, [](const auto& p) { return p.clock == policy::Clock::opened && (p.id == "minimum_total" || p.id == "tie_break"); });
}

}  // namespace

bool same_reading(const policy::Pack& a, const policy::Pack& b, std::int64_t second) {
  const auto same = [](const auto& x, const auto& y) { return same_type(x.get(), y.get()); };
  if (goes_by_opening(a) || goes_by_opening(b)) return false;
  return std::ranges::equal(a.schema.types(), b.schema.types(), same) && same_scoring(a.scoring_on(second), b.scoring_on(second));
}

}  // namespace remit::study
