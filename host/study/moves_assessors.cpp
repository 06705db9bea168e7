// Assessors. An assessor who marks everything higher by a share x of each scale moves the total of an application that n members scored by
// 100 x / n of what is marked by people: a straight line in x again. Their marks are really put there and the engine decides again, so nothing
// about means and totals is known here twice but the slope.
#include <algorithm>
#include <deque>

#include "study/moves.hpp"

namespace remit::study {

using base::Rational;
using intake::Mark;

namespace {

class Assessor {
 public:
  Assessor(const Stage& stage, std::uint16_t member) : stage_(stage), member_(member), scoring_(stage.again.round().scoring[stage.stream]) {
    Rational all, marked;
    for (const base::Measure& m : scoring_.measures) {
      all = all + m.weight;
      if (m.use < 0) marked = marked + m.weight;
    }
    marked_ = marked / all;
    for (const std::uint32_t i : stage.contenders)
      if (sheets(i, true) > 0) mine_.push_back(i);
  }

  bool any() const { return !mine_.empty(); }

  /// Of all marks, or of those of one application.
  Problem problem(const std::uint32_t* one) const {
    Problem out;
    out.least = Rational(-1);
    out.most = Rational(1);
    out.standing = stage_.standing;
    for (const std::uint32_t i : stage_.contenders) {
      const engine::Score& score = stage_.again.base().scores.of[i];
      const bool moves = (one == nullptr || *one == i) && std::ranges::binary_search(mine_, i);
      out.lines.push_back({i, score.total, {}});
      if (!moves) continue;
      const Rational n(static_cast<std::int64_t>(sheets(i, false)));
      const Rational slope = out.lines.back().q = Rational(100) * marked_ / n;
      if (scoring_.minimum_total) out.thresholds.push_back((*scoring_.minimum_total - score.total) / slope);
      for (std::size_t k = 0; k < scoring_.measures.size(); ++k)
        if (const auto& m = scoring_.measures[k]; m.minimum && m.use < 0) out.thresholds.push_back((*m.minimum - score.measures[k].mean) * n / m.high);
    }
    out.stand_at = [this, one](const Rational& x) { return shifted(x, one); };
    return out;
  }

  Move of_all() const {
    Move out = move("marks");
    look_both_ways(stage_, problem(nullptr), out);
    for (const bool up : {false, true}) note_scale(nullptr, up ? out.up : out.down);
    return out;
  }

  /// The application of which a mark need move least, either way.
  Move of_one() const {
    Move out = move("one");
    for (const bool up : {false, true}) {
      Edge& edge = up ? out.up : out.down;
      edge.how = "exact";
      std::optional<Rational> nearest;
      for (const std::uint32_t& i : mine_) try {
        const BreakingPoint point = breaking_point(problem(&i), up, nearest);
        if (point.given_up) edge.how = "not looked at further";
        if (!point.found) continue;
        nearest = point.at;
        edge = {true, point.at.exact(), point.past, false, "exact", {}, {}};
        tell(stage_, point.then, edge);
        (up ? out.application_up : out.application_down) = stage_.again.round().applications.at(i, intake::application_field::id).str();
        note_scale(&i, edge);
      } catch (const base::Overflow&) {
        edge.how = "the numbers are too long to be told exactly";
      }
    }
    return out;
  }

  LeftOut without() const {
    intake::Round& round = stage_.again.round();
    std::vector<Mark> marks = round.marks;
    std::vector<std::uint32_t> marks_of = round.marks_of;
    std::erase_if(round.marks, [&](const Mark& mark) { return mark.member == member_ && round.stream_of[mark.application] == stage_.stream; });
    for (std::size_t i = 0, m = 0; i + 1 < round.marks_of.size(); ++i) {
      while (m < round.marks.size() && round.marks[m].application < i) ++m;
      round.marks_of[i] = static_cast<std::uint32_t>(m);
    }
    round.marks_of.back() = static_cast<std::uint32_t>(round.marks.size());
    const Standing then = stage_.again.stand(stage_.stream);
    round.marks = std::move(marks);
    round.marks_of = std::move(marks_of);
    LeftOut out{id(), name(), {}, {}, 0};
    Edge edge;
    tell(stage_, then, edge);
    out.gains = std::move(edge.gains);
    out.loses = std::move(edge.loses);
    for (const std::uint32_t i : mine_) out.unscored += sheets(i, false) == sheets(i, true);
    return out;
  }

 private:
  std::string id() const { return member_ == intake::consensus_member ? "panel" : std::string(stage_.again.round().members.at(member_, intake::member_field::id).str()); }
  std::string name() const { return member_ == intake::consensus_member ? "the panel as a whole" : std::string(stage_.again.round().members.at(member_, intake::member_field::name).str()); }
  Move move(const char* kind) const { return {kind, id(), name(), {}, "0", "of the scale", {}, {}, {}, {}}; }

  /// Members whose marks count for `i`; only this one, when that is asked.
  std::size_t sheets(std::uint32_t i, bool only_mine) const {
    const intake::Round& round = stage_.again.round();
    std::size_t out = 0;
    for (std::uint32_t m = round.marks_of[i]; m < round.marks_of[i + 1]; ++m) {
      const std::uint16_t member = round.marks[m].member;
      if (m > round.marks_of[i] && round.marks[m - 1].member == member) continue;
      if ((!only_mine || member == member_) && engine::sheet_counts(round, stage_.again.base().conflicts, i, member)) ++out;
    }
    return out;
  }

  bool is_moved(const Mark& mark, const std::uint32_t* one) const {
    return mark.member == member_ && stage_.again.round().stream_of[mark.application] == stage_.stream && (one == nullptr || mark.application == *one);
  }
  static Rational number(const base::Value& score) { return score.kind == base::Kind::ratio ? *score.ratio : Rational(score.integer); }

  Standing shifted(const Rational& x, const std::uint32_t* one) const {
    intake::Round& round = stage_.again.round();
    std::vector<std::pair<std::uint32_t, base::Value>> was;
    std::deque<Rational> kept;
    const std::uint32_t first = one ? round.marks_of[*one] : 0, end = one ? round.marks_of[*one + 1] : static_cast<std::uint32_t>(round.marks.size());
    for (std::uint32_t m = first; m < end; ++m) {
      Mark& mark = round.marks[m];
      if (!is_moved(mark, one)) continue;
      was.emplace_back(m, mark.score);
      kept.push_back(number(mark.score) + x * scoring_.measures[mark.measure].high);
      mark.score.kind = base::Kind::ratio;
      mark.score.ratio = &kept.back();
    }
    Standing out = stage_.again.stand(stage_.stream);
    for (const auto& [m, score] : was) round.marks[m].score = score;
    return out;
  }

  /// Whether a mark would have to leave its scale for that.
  void note_scale(const std::uint32_t* one, Edge& edge) const {
    Rational x;
    if (!edge.found || !Rational::read(edge.at, x)) return;
    for (const Mark& mark : stage_.again.round().marks) {
      if (!is_moved(mark, one)) continue;
      const base::Measure& m = scoring_.measures[mark.measure];
      const Rational moved = number(mark.score) + x * m.high;
      edge.beyond_scale = edge.beyond_scale || moved < m.low || moved > m.high;
    }
  }

  const Stage& stage_;
  const std::uint16_t member_;
  const base::Scoring& scoring_;
  Rational marked_;
  std::vector<std::uint32_t> mine_;   // contenders whose total holds this assessor's marks, by row
};

}  // namespace

void add_assessors(const Stage& stage, StreamSensitivity& out) {
  std::vector<std::uint16_t> members;
  for (const Mark& mark : stage.again.round().marks)
    if (stage.again.round().stream_of[mark.application] == stage.stream && std::ranges::find(members, mark.member) == members.end()) members.push_back(mark.member);
  std::ranges::sort(members);
  for (const std::uint16_t member : members) {
    const Assessor assessor(stage, member);
    if (!assessor.any()) continue;
    out.marks.push_back(assessor.of_all());
    out.marks.push_back(assessor.of_one());
    out.left_out.push_back(assessor.without());
  }
}

}  // namespace remit::study
