#include "engine/scores_view.hpp"

#include <memory>
#include <span>

namespace remit::engine {

using base::Kind;
using base::Value;

ScoresView::ScoresView(const View& view, const Conflicts& conflicts, const Scores& scores, const Ranking* ranking)
    : view_(view), conflicts_(conflicts), scores_(scores), type_(view.pack->schema.find("scores")) {
  if (type_ == nullptr) return;
  if (const int at = type_->find("sheets"); at >= 0) sheet_ = type_->fields[static_cast<std::size_t>(at)].item_type;
  if (sheet_ != nullptr)
    if (const int at = sheet_->find("marks"); at >= 0) mark_ = sheet_->fields[static_cast<std::size_t>(at)].item_type;
  rank_.resize(view.round->applications.size());
  if (ranking == nullptr) return;
  for (const auto& stream : ranking->streams)
    for (const Ranking::Place& place : stream) rank_[place.application] = place.rank;
}

void ScoresView::set(const base::RecordType* type, Value* record, std::string_view name, Value value) const {
  if (const int at = type->find(name); at >= 0) record[at] = value;
}

Value ScoresView::number(const base::Rational& n) {
  if (n.whole()) return Value::of(Kind::count, static_cast<std::int64_t>(n.num()));
  Value value;
  value.kind = Kind::ratio;
  value.ratio = std::construct_at(arena_.make<base::Rational>(1), n);
  return value;
}

void ScoresView::show(std::uint32_t i, policy::Facts& facts) {
  if (type_ == nullptr) return;
  arena_.clear();
  Value* record = arena_.make<Value>(type_->fields.size());
  std::uninitialized_value_construct_n(record, type_->fields.size());
  if (scores_.of[i].scored) set(type_, record, "total", number(scores_.of[i].total));
  if (rank_[i] != 0) set(type_, record, "rank", Value::of(Kind::count, rank_[i]));
  if (mark_ != nullptr) set(type_, record, "sheets", sheets_of(i));
  facts.records[policy::root::scores] = record;
}

Value ScoresView::sheets_of(std::uint32_t i) {
  const intake::Round& round = *view_.round;
  const auto& measures = round.scoring[round.stream_of[i]].measures;
  auto marks = std::span(round.marks).subspan(round.marks_of[i], round.marks_of[i + 1] - round.marks_of[i]);
  std::vector<Value> sheets;
  while (!marks.empty()) {
    const std::uint16_t member = marks.front().member;
    std::size_t count = 0;
    while (count < marks.size() && marks[count].member == member) ++count;
    Value* fields = arena_.make<Value>(mark_->fields.size() * count);
    Value* list = arena_.make<Value>(count);
    std::uninitialized_value_construct_n(fields, mark_->fields.size() * count);
    for (std::size_t k = 0; k < count; ++k) {
      Value* mark = fields + k * mark_->fields.size();
      const base::Measure& measure = measures[marks[k].measure];
      set(mark_, mark, "measure", Value::of_text(measure.id));
      if (marks[k].part != intake::no_part) set(mark_, mark, "part", Value::of_text(measure.parts[marks[k].part].id));
      set(mark_, mark, "score", marks[k].score);
      std::construct_at(list + k, Value::of_items(Kind::record, {mark, mark_->fields.size()}));
    }
    Value* sheet = arena_.make<Value>(sheet_->fields.size());
    std::uninitialized_value_construct_n(sheet, sheet_->fields.size());
    const bool panel = member == intake::consensus_member;
    set(sheet_, sheet, "member", panel ? Value::of_text("panel") : round.members.at(member, intake::member_field::id));
    if (!panel) set(sheet_, sheet, "agency", round.members.at(member, intake::member_field::agency));
    set(sheet_, sheet, "counted", Value::yes(sheet_counts(round, conflicts_, i, member)));
    set(sheet_, sheet, "marks", Value::of_items(Kind::list, {list, count}));
    sheets.push_back(Value::of_items(Kind::record, {sheet, sheet_->fields.size()}));
    marks = marks.subspan(count);
  }
  return Value::of_items(Kind::list, arena_.copy(std::span<const Value>(sheets)));
}

}  // namespace remit::engine
