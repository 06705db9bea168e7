#include "record/scores.hpp"

#include <algorithm>

#include "record/append.hpp"
#include "record/words.hpp"

namespace remit::record {

using base::Rational;

namespace {

void append_exact(const base::Value& score, std::string& out) {
  out += '"';
  if (score.kind == base::Kind::ratio) out += score.ratio->exact();
  else append_integer(score.integer, out);
  out += '"';
}

void append_mark(const intake::Mark& mark, std::string& out) {
  out += '{';
  append_member("justification", mark.justification, out);
  append_key("score", out);
  append_exact(mark.score, out);
  out += '}';
}

/// Where rounding would make the two look equal, what was had is given exactly.
std::string had_beside(const Rational& needed, const Rational& had) {
  return had.rounded() == needed.rounded() ? had.exact() : had.rounded();
}

void append_missed(std::string_view clause, std::string_view field, const Rational& needed, const Rational& had, std::string& out) {
  append_comma(out);
  out += '{';
  append_stated("clause", clause, out);
  append_stated("field", field, out);
  append_stated("had", had_beside(needed, had), out);
  append_stated("needed", "at least " + needed.rounded(), out);
  append_stated("rule", step_ranking.rule, out);
  out += '}';
}

}  // namespace

std::string_view member_id(const intake::Round& round, std::uint16_t member) {
  if (member == intake::consensus_member) return "panel";
  return round.members.at(member, intake::member_field::id).str();
}

void ScoreWriter::write(std::uint32_t application, std::string& out) {
  const auto& decided = *constants_.decided;
  if (decided.eligibility.of[application].withdrawn) {
    out += "null";
    return;
  }
  const auto& score = decided.scores.of[application];
  out += '{';
  if (score.scored) append_stated("exact", score.total.exact(), out);
  append_key("measures", out);
  out += '[';
  if (score.scored) write_measures(application, out);
  out += ']';
  if (score.scored) append_flag("met", score.met, out);
  append_member("problem", score.problem, out);
  append_key("sheets", out);
  out += '[';
  write_sheets(application, out);
  out += ']';
  out += constants_.streams[constants_.round().stream_of[application]].threshold;
  if (score.scored) append_stated("total", score.total.decimals(), out);
  append_key("unjustified", out);
  append_integer(score.unjustified, out);
  out += '}';
}

void ScoreWriter::write_measures(std::uint32_t application, std::string& out) const {
  const auto& score = constants_.decided->scores.of[application];
  const StreamText& stream = constants_.streams[constants_.round().stream_of[application]];
  for (std::size_t m = 0; m < score.measures.size(); ++m) {
    append_comma(out);
    const MeasureText& text = stream.measures[m];
    out += text.high_to_mean;
    append_text(score.measures[m].mean.exact(), out);
    out += text.measure_to_met;
    out += score.measures[m].met ? "true" : "false";
    out += text.minimum_to_weight;
  }
}

void ScoreWriter::write_sheets(std::uint32_t application, std::string& out) {
  const auto& round = constants_.round();
  const std::uint32_t s = round.stream_of[application];
  const std::span all(round.marks);
  auto marks = all.subspan(round.marks_of[application], round.marks_of[application + 1] - round.marks_of[application]);
  while (!marks.empty()) {
    const std::uint16_t member = marks.front().member;
    const auto end = std::ranges::find_if(marks, [&](const auto& mark) { return mark.member != member; });
    const auto sheet = marks.first(static_cast<std::size_t>(end - marks.begin()));
    const bool counted = engine::sheet_counts(round, constants_.decided->conflicts, application, member);
    append_comma(out);
    out += counted ? R"({"counted":true,"marks":{)" : R"({"counted":false,"marks":{)";
    write_marks(constants_.streams[s], sheet, out);
    out += R"(},"member":)";
    append_text(member_id(round, member), out);
    out += '}';
    marks = marks.subspan(sheet.size());
  }
}

/// One member's marks, sorted by the ids of the measures and, within one, of its parts.
void ScoreWriter::write_marks(const StreamText& stream, std::span<const intake::Mark> marks, std::string& out) {
  by_measure_.assign(stream.measures.size(), {});
  while (!marks.empty()) {
    const std::uint16_t measure = marks.front().measure;
    const auto end = std::ranges::find_if(marks, [&](const auto& mark) { return mark.measure != measure; });
    by_measure_[measure] = marks.first(static_cast<std::size_t>(end - marks.begin()));
    marks = marks.subspan(by_measure_[measure].size());
  }
  for (const std::uint16_t m : stream.sorted_measures) {
    if (by_measure_[m].empty()) continue;
    const MeasureText& text = stream.measures[m];
    append_comma(out);
    out += text.key;
    if (text.parts.empty()) {
      append_mark(by_measure_[m].front(), out);
      continue;
    }
    out += '{';
    for (const std::uint16_t part : text.parts) {
      const auto mark = std::ranges::find(by_measure_[m], part, &intake::Mark::part);
      if (mark == by_measure_[m].end()) continue;
      append_comma(out);
      out += text.part_keys[part];
      append_mark(*mark, out);
    }
    out += '}';
  }
}

void ScoreWriter::write_missed(std::uint32_t application, std::string& out) const {
  const auto& score = constants_.decided->scores.of[application];
  if (!score.scored || score.met) return;
  const base::Scoring& scoring = constants_.round().scoring[constants_.round().stream_of[application]];
  if (scoring.minimum_total && score.total < *scoring.minimum_total)
    append_missed(step_ranking.clause, "scores.total", *scoring.minimum_total, score.total, out);
  for (std::size_t m = 0; m < scoring.measures.size(); ++m) {
    const auto& measure = scoring.measures[m];
    if (score.measures[m].met || !measure.minimum) continue;
    append_missed(measure.clause.empty() ? step_ranking.clause : std::string_view(measure.clause), "scores." + measure.id,
                  *measure.minimum, score.measures[m].mean, out);
  }
}

}  // namespace remit::record
