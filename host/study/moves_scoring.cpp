// Weights and thresholds. With the weight w of one measure moved, a total is 100 (C + w a) / (W + w): all share the divisor, so C + w a orders
// them, and a lowest total T is crossed where C + w a = T / 100 (W + w).
#include "study/moves.hpp"

namespace remit::study {

using base::Rational;

namespace {

const base::Scoring& scoring_of(const Stage& stage) { return stage.again.round().scoring[stage.stream]; }
const engine::Score& score_of(const Stage& stage, std::uint32_t i) { return stage.again.base().scores.of[i]; }

/// Puts a value to `place` while the round is decided again.
template <class Value>
Standing with(const Stage& stage, Value& place, const Value& value) {
  const Value was = place;
  place = value;
  Standing out = stage.again.stand(stage.stream);
  place = was;
  return out;
}

Problem of_weight(const Stage& stage, std::size_t k) {
  const base::Scoring& scoring = scoring_of(stage);
  Problem out;
  out.now = scoring.measures[k].weight;
  out.least = Rational(0);
  out.above_least = true;
  Rational others;
  for (std::size_t m = 0; m < scoring.measures.size(); ++m)
    if (m != k) others = others + scoring.measures[m].weight;
  for (const std::uint32_t i : stage.contenders) {
    Line line{i, {}, score_of(stage, i).measures[k].mean / scoring.measures[k].high};
    for (std::size_t m = 0; m < scoring.measures.size(); ++m)
      if (m != k) line.p = line.p + scoring.measures[m].weight * score_of(stage, i).measures[m].mean / scoring.measures[m].high;
    if (scoring.minimum_total) {
      const Rational share = *scoring.minimum_total / Rational(100);
      if (line.q != share) out.thresholds.push_back((share * others - line.p) / (line.q - share));
    }
    out.lines.push_back(line);
  }
  out.standing = stage.standing;
  out.stand_at = [&stage, k](const Rational& w) { return with(stage, stage.again.round().scoring[stage.stream].measures[k].weight, w); };
  return out;
}

/// A threshold that is asked of each application's own number.
Problem of_threshold(const Stage& stage, std::optional<Rational>& place, const Rational& least, const Rational& most, const std::function<Rational(std::uint32_t)>& number) {
  Problem out;
  out.now = place.value_or(least);
  out.least = std::min(least, out.now);
  out.most = std::max(most, out.now);
  for (const std::uint32_t i : stage.contenders) {
    out.lines.push_back({i, number(i), {}});
    out.thresholds.push_back(number(i));
  }
  out.standing = stage.standing;
  out.stand_at = [&stage, &place](const Rational& x) { return with(stage, place, std::optional<Rational>(x)); };
  return out;
}

Move move_of(const char* kind, const base::Measure& m, const std::string& now) { return {kind, m.id, m.title, m.clause, now, "points", {}, {}, {}, {}}; }

}  // namespace

void add_scoring_moves(const Stage& stage, std::vector<Move>& out) {
  base::Scoring& scoring = stage.again.round().scoring[stage.stream];
  for (std::size_t k = 0; scoring.measures.size() > 1 && k < scoring.measures.size(); ++k) {
    Move move = move_of("weight", scoring.measures[k], scoring.measures[k].weight.exact());
    try {
      look_both_ways(stage, of_weight(stage, k), move);
    } catch (const base::Overflow&) {
      move.down.how = move.up.how = "the numbers are too long to be told exactly";
    }
    out.push_back(std::move(move));
  }
  Move total{"minimum_total", "minimum_total", "lowest total that is ranked", {}, scoring.minimum_total ? scoring.minimum_total->exact() : "none", "points", {}, {}, {}, {}};
  look_both_ways(stage, of_threshold(stage, scoring.minimum_total, Rational(0), Rational(100), [&](std::uint32_t i) { return score_of(stage, i).total; }), total);
  out.push_back(std::move(total));
  for (std::size_t k = 0; k < scoring.measures.size(); ++k) {
    base::Measure& m = scoring.measures[k];
    Move move = move_of("minimum", m, m.minimum ? m.minimum->exact() : "none");
    look_both_ways(stage, of_threshold(stage, m.minimum, m.low, m.high, [&](std::uint32_t i) { return score_of(stage, i).measures[k].mean; }), move);
    out.push_back(std::move(move));
  }
}

}  // namespace remit::study
