#include "engine/parts.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

#include "intake/fields.hpp"

namespace remit::engine {

using base::Value;
namespace field = intake::element_field;

void Parts::choose(const Value& elements, std::int64_t money) {
  const auto list = elements.list();
  cost_ = 0;
  taken_.clear();
  is_taken_.assign(list.size(), false);
  order_.resize(list.size());
  std::iota(order_.begin(), order_.end(), std::uint32_t{0});
  std::ranges::stable_sort(order_, {}, [&](std::uint32_t e) {
    const Value& fit = list[e].items[field::fit];
    return fit.answered() ? fit.integer : std::numeric_limits<std::int64_t>::max();
  });
  by_id_.clear();
  if (std::ranges::any_of(list, [](const Value& e) { return e.items[field::needs].answered(); }))
    for (std::uint32_t e = 0; e < list.size(); ++e) by_id_.emplace(list[e].items[field::id].str(), e);

  for (const std::uint32_t e : order_) {
    const std::int64_t cost = list[e].items[field::cost].integer;
    if (!fits(cost, money - cost_) || !has_what_it_needs(list[e])) continue;
    cost_ += cost;
    is_taken_[e] = true;
  }
  for (std::uint32_t e = 0; e < list.size(); ++e)
    if (is_taken_[e]) taken_.push_back(e);
}

bool Parts::has_what_it_needs(const Value& element) const {
  return std::ranges::all_of(element.items[field::needs].list(), [&](const Value& id) {
    const auto at = by_id_.find(id.str());
    return at != by_id_.end() && is_taken_[at->second];
  });
}

}  // namespace remit::engine
