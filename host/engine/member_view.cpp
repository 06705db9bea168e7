#include "engine/member_view.hpp"

#include <algorithm>
#include <memory>

namespace remit::engine {

using base::Kind;
using base::Value;

MemberView::MemberView(const View& view)
    : view_(view), tie_type_(*view.pack->schema.find("tie")), member_width_(view.round->members.type->fields.size()) {}

void MemberView::look_at(std::uint16_t m, std::span<const Tie> ties, base::Arena& arena, policy::Facts& facts) const {
  const Value* row = view_.round->members.rows[m];
  facts.member = m;
  facts.records[policy::root::member] = row;
  facts.records[policy::root::tie] = view_.blank.data();
  if (ties.empty()) return;
  const std::size_t width = tie_type_.fields.size();
  Value* fields = arena.make<Value>(ties.size() * width);
  Value* list = arena.make<Value>(ties.size());
  std::uninitialized_value_construct_n(fields, ties.size() * width);
  for (std::size_t t = 0; t < ties.size(); ++t) {
    Value* tie = fields + t * width;
    tie[intake::tie_field::organisation] = ties[t].organisation;
    tie[intake::tie_field::nature] = nature_of(ties[t].nature);
    std::construct_at(list + t, Value::of_items(Kind::record, {tie, width}));
  }
  Value* copy = arena.copy(std::span(row, member_width_)).data();
  copy[intake::member_field::ties] = Value::of_items(Kind::list, {list, ties.size()});
  facts.records[policy::root::member] = copy;
  facts.records[policy::root::tie] = fields;
}

/// A text, or a word where the type of ties has words for natures.
Value MemberView::nature_of(std::string_view nature) const {
  const auto& words = tie_type_.fields[intake::tie_field::nature].words;
  const auto at = std::ranges::find(words, nature);
  return at == words.end() ? Value::of_text(nature) : Value::of_word(nature, static_cast<std::uint16_t>(at - words.begin()));
}

}  // namespace remit::engine
