#include "study/redeciding.hpp"

#include "engine/consult.hpp"
#include "engine/steps.hpp"

namespace remit::study {

Standing Redeciding::read(std::uint32_t stream, const engine::Scores& scores, const engine::Allocation& allocation) const {
  Standing out;
  const std::size_t all = allocation.of.size();
  out.funded.resize(all);
  out.whole.resize(all);
  out.ranked.resize(all);
  out.no_money.resize(all);
  for (std::uint32_t i = 0; i < all; ++i) {
    if (round_.stream_of[i] != stream) continue;
    const auto& p = allocation.of[i];
    out.funded[i] = p.amount > 0;
    out.whole[i] = p.amount > 0 && p.amount == round_.applications.at(i, intake::application_field::amount_requested).integer;
    out.ranked[i] = p.rank != 0;
    out.no_money[i] = p.why == engine::Why::no_money;
    out.unscored = out.unscored || (base_.scores.of[i].scored && !scores.of[i].scored);
  }
  return out;
}

Standing Redeciding::stand(std::uint32_t stream) const {
  const engine::Scores scores = engine::score_applications(round_, base_.conflicts, crew_, base_.view.answers);
  const engine::Ranking ranking = engine::rank_applications(round_, base_.eligibility, base_.conflicts, scores);
  return read(stream, scores, engine::allocate(base_.view, base_.eligibility, base_.conflicts, scores, ranking));
}

Standing Redeciding::stand_with(std::uint32_t stream, std::size_t parameter, const base::Value& value) {
  engine::View view = engine::look_at(round_, pack_, plugins_);
  view.parameters[parameter] = value;
  for (auto& of_stream : view.parameters_of) of_stream[parameter] = value;
  if (!round_.records.empty()) engine::classify_records(view, crew_.work(0), {});
  const engine::Eligibilities eligibility = engine::judge_eligibility(view, crew_, false);
  const engine::Conflicts conflicts = engine::settle_conflicts(view, crew_);
  const engine::Scores scores = engine::score_applications(round_, conflicts, crew_, view.answers);
  const engine::Ranking ranking = engine::rank_applications(round_, eligibility, conflicts, scores);
  Standing out = read(stream, scores, engine::allocate(view, eligibility, conflicts, scores, ranking));
  out.unscored = false;   // a panel that may not decide leaves applications unscored: that is an answer
  return out;
}

}  // namespace remit::study
