// Step 3: means and totals of the sheets that count, exact. A sheet that counts is whole or the application is a matter
// for people; so all counted sheets have the same marks, and the mean of the parts' means of a measure is the sum of all
// its marks over (sheets x parts). Sums run in 128 bits, and only what comes out is made a fraction.
#include <algorithm>

#include "engine/steps.hpp"

namespace remit::engine {

using base::Kind;
using base::Rational;
using intake::Mark;
using policy::Outcome;

namespace {

/// What scoring asks of a stream, worked out once.
struct Plan {
  const base::Scoring* scoring = nullptr;
  bool consensus = false;
  std::string problem;              // nothing can be scored: why
  std::vector<Rational> by;         // what a measure's mean is multiplied by: 100 x weight / (high x sum of weights)
  std::size_t cells = 0;            // marks on a whole sheet; none: plug-ins give every mean

  static std::size_t cells_of(const base::Measure& measure) {
    return measure.use >= 0 ? 0 : std::max<std::size_t>(measure.parts.size(), 1);
  }
};

bool has_consensus(const intake::Round& round, std::uint32_t stream) {
  const base::Value& scoring = round.streams.at(stream, intake::stream_field::scoring);
  return scoring.kind == Kind::word && scoring.word == intake::scoring_word::consensus;
}

Plan plan_of(const intake::Round& round, std::uint32_t stream) {
  Plan plan;
  plan.scoring = &round.scoring[stream];
  plan.consensus = has_consensus(round, stream);
  // Neither the stream nor the pack says by what to score. Nothing can be ranked then: people must look.
  if (plan.scoring->measures.empty()) plan.problem = "the stream has no measures to score by";
  try {
    Rational weights;
    for (const base::Measure& measure : plan.scoring->measures) weights = weights + measure.weight;
    for (const base::Measure& measure : plan.scoring->measures) {
      plan.by.push_back(Rational(100) * measure.weight / (measure.high * weights));
      plan.cells += Plan::cells_of(measure);
    }
  } catch (const std::domain_error&) {
    plan.problem = "the weights of the stream's measures, or one of their scales, come to nothing";
  } catch (const base::Overflow&) {
    plan.problem = "the weights of the stream's measures are too long to be added exactly";
  }
  return plan;
}

/// The marks of one measure, added up.
struct Sum {
  base::int128 whole = 0;
  Rational fractions;
  bool has_fractions = false;

  void add(const base::Value& score) {
    if (score.kind == Kind::ratio) {
      fractions = fractions + *score.ratio;
      has_fractions = true;
    } else {
      whole += score.integer;   // 65,535 members x 65,535 parts of 64 bits each stay below 128
    }
  }
  Rational over(std::size_t count) const {
    const Rational mean(whole, static_cast<base::int128>(count));
    return has_fractions ? mean + fractions / Rational(static_cast<std::int64_t>(count)) : mean;
  }
};

class Scorer {
 public:
  Scorer(const intake::Round& round, const Conflicts& conflicts, std::span<const Plan> plans, const policy::Answers& answers, base::Arena& arena)
      : round_(round), conflicts_(conflicts), plans_(plans), answers_(answers), arena_(arena) {}

  Score score(std::uint32_t i) {
    Score out;
    const Plan& plan = plans_[round_.stream_of[i]];
    out.problem = plan.problem;
    if (!out.problem.empty()) return out;
    sums_.assign(plan.scoring->measures.size(), {});
    try {
      const std::size_t sheets = plan.cells > 0 ? add_up(i, plan, out) : 0;
      look_for_scores(i, plan, out);
      if (!out.problem.empty()) return out;
      set_total(i, plan, sheets, out);
    } catch (const base::Overflow&) {
      out = {};
      out.problem = "the marks are too long to be averaged exactly";
    }
    return out;
  }

 private:
  /// Fills sums_ from the sheets that count, and returns how many; or says what is missing.
  std::size_t add_up(std::uint32_t i, const Plan& plan, Score& out) {
    const auto marks = std::span(round_.marks).subspan(round_.marks_of[i], round_.marks_of[i + 1] - round_.marks_of[i]);
    std::size_t sheets = 0;
    for (auto first = marks.begin(); first != marks.end();) {
      auto end = first;
      while (end != marks.end() && end->member == first->member) ++end;
      if (sheet_counts(round_, conflicts_, i, first->member)) {
        ++sheets;
        const auto given = static_cast<std::size_t>(end - first);
        if (given != plan.cells) lacks(plan, first->member, given, out);
        for (auto mark = first; mark != end; ++mark) {
          sums_[mark->measure].add(mark->score);
          out.unjustified += mark->justification.empty();
        }
      }
      first = end;
    }
    if (sheets == 0) out.problem = marks.empty() ? "nobody has scored it" : no_sheet_counts(plan);
    return sheets;
  }

  /// What plug-ins have no score for.
  void look_for_scores(std::uint32_t i, const Plan& plan, Score& out) const {
    for (const base::Measure& measure : plan.scoring->measures) {
      if (measure.use < 0) continue;
      const policy::Answer* answer = policy::answer_of(answers_, static_cast<std::size_t>(measure.use), i);
      if (answer != nullptr && answer->outcome == Outcome::pass) continue;
      if (!out.problem.empty()) out.problem += "; ";
      const std::string why = answer != nullptr ? policy::words_of(*answer) : "no plug-in was asked";
      out.problem += "the measure " + measure.id + " has no score" + (why.empty() ? "" : ": " + why);
    }
  }

  void lacks(const Plan& plan, std::uint16_t member, std::size_t given, Score& out) const {
    if (!out.problem.empty()) out.problem += "; ";
    out.problem += "the sheet of " +
                   std::string(member == intake::consensus_member ? "panel" : round_.members.at(member, intake::member_field::id).str()) +
                   " has " + std::to_string(given) + " of " + std::to_string(plan.cells) + " marks";
  }
  static std::string no_sheet_counts(const Plan& plan) {
    return plan.consensus ? "there are no marks of the panel as a whole, and they alone count" : "all who scored it are recused";
  }

  Rational mean_of(std::uint32_t i, const base::Measure& measure, const Sum& sum, std::size_t sheets) const {
    if (measure.use < 0) return sum.over(sheets * Plan::cells_of(measure));
    return *policy::answer_of(answers_, static_cast<std::size_t>(measure.use), i)->said->score;
  }

  void set_total(std::uint32_t i, const Plan& plan, std::size_t sheets, Score& out) {
    const auto& measures = plan.scoring->measures;
    MeasureScore* scores = arena_.make<MeasureScore>(measures.size());
    for (std::size_t k = 0; k < measures.size(); ++k) {
      const Rational mean = mean_of(i, measures[k], sums_[k], sheets);
      const bool met = !measures[k].minimum || mean >= *measures[k].minimum;
      std::construct_at(scores + k, MeasureScore{mean, met});
      out.total = out.total + mean * plan.by[k];
      out.met &= met;
    }
    if (plan.scoring->minimum_total) out.met &= out.total >= *plan.scoring->minimum_total;
    out.measures = {scores, measures.size()};
    out.scored = true;
  }

  const intake::Round& round_;
  const Conflicts& conflicts_;
  std::span<const Plan> plans_;
  const policy::Answers& answers_;
  base::Arena& arena_;
  std::vector<Sum> sums_;   // by measure
};

}  // namespace

bool sheet_counts(const intake::Round& round, const Conflicts& conflicts, std::uint32_t application, std::uint16_t member) {
  const bool of_panel = member == intake::consensus_member;
  if (has_consensus(round, round.stream_of[application])) return of_panel;
  return !of_panel && conflicts.takes_part(member, application);
}

Scores score_applications(const intake::Round& round, const Conflicts& conflicts, const Crew& crew, const policy::Answers& answers) {
  std::vector<Plan> plans;
  for (std::uint32_t s = 0; s < round.streams.size(); ++s) plans.push_back(plan_of(round, s));
  Scores out;
  out.of.resize(round.applications.size());
  out.arenas.resize(crew.size());
  crew.share(out.of.size(), [&](std::size_t hand, std::size_t first, std::size_t last) {
    base::Arena arena;
    Scorer scorer(round, conflicts, plans, answers, arena);
    for (auto i = static_cast<std::uint32_t>(first); i < last; ++i)
      if (!is_withdrawn(round, i)) out.of[i] = scorer.score(i);
    out.arenas[hand] = std::move(arena);
  });
  return out;
}

}  // namespace remit::engine
