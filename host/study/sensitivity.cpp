#include "study/sensitivity.hpp"

#include <algorithm>

#include "engine/steps.hpp"
#include "study/limits.hpp"
#include "study/moves.hpp"

namespace remit::study {

using base::Rational;
namespace field = intake::application_field;

namespace {

std::vector<std::uint32_t> contenders_of(const engine::Decided& d, std::uint32_t stream) {
  std::vector<std::uint32_t> out;
  for (std::uint32_t i = 0; i < d.allocation.of.size(); ++i) {
    if (d.view.round->stream_of[i] != stream) continue;
    const auto why = engine::kept_out(d.eligibility, d.conflicts, d.scores, i);
    if (!why || *why == engine::Why::below_threshold) out.push_back(i);
  }
  return out;
}

StreamSensitivity study_stream(Redeciding& again, std::uint32_t stream) {
  const intake::Round& round = again.round();
  const auto text = [&](std::uint16_t f) { return std::string(round.streams.at(stream, f).str()); };
  StreamSensitivity out;
  out.id = text(intake::stream_field::id);
  out.title = text(intake::stream_field::title);
  const Stage stage{again, stream, again.stand(stream), contenders_of(again.base(), stream)};
  for (std::uint32_t i = 0; i < round.applications.size(); ++i) {
    out.applications += round.stream_of[i] == stream;
    if (stage.standing.funded[i]) out.funded.emplace_back(round.applications.at(i, field::id).str());
  }
  if (engine::is_allocated_by_rule(again.pack(), round, stream)) out.note = "a plug-in shares out the money of this stream; it is not asked again, and nothing is told of it";
  else if (stage.contenders.empty()) out.note = "no application of this stream could be ranked";
  else if (stage.contenders.size() > limits::contenders)
    out.note = std::to_string(stage.contenders.size()) + " applications could be ranked; pairs are looked at one by one, and of more than " + std::to_string(limits::contenders) + " there are too many";
  if (!out.note.empty()) return out;
  add_scoring_moves(stage, out.moves);
  add_parameter_moves(stage, out.moves);
  add_assessors(stage, out);
  return out;
}

}  // namespace

void tell(const Stage& stage, const Standing& then, Edge& edge) {
  for (std::uint32_t i = 0; i < then.funded.size(); ++i) {
    if (then.funded[i] == stage.standing.funded[i]) continue;
    (then.funded[i] ? edge.gains : edge.loses).emplace_back(stage.again.round().applications.at(i, field::id).str());
  }
}

void look_both_ways(const Stage& stage, const Problem& problem, Move& move) {
  for (const bool up : {false, true}) {
    Edge& edge = up ? move.up : move.down;
    try {
      const BreakingPoint point = breaking_point(problem, up);
      edge = {point.found, point.found || point.given_up ? point.at.exact() : "", point.past, false, point.given_up ? "not looked at further" : "exact", {}, {}};
      if (point.found) tell(stage, point.then, edge);
    } catch (const base::Overflow&) {
      edge.how = "the numbers are too long to be told exactly";
    }
  }
}

RoundSensitivity sensitivity_of(intake::Round& round, const policy::Pack& pack, const engine::Decided& decided, policy::Plugins* plugins) {
  RoundSensitivity out{std::string(round.id()), std::string(round.header[intake::round_field::title].str()), {}};
  Redeciding again(round, pack, decided, plugins);
  for (std::uint32_t s = 0; s < round.streams.size(); ++s) out.streams.push_back(study_stream(again, s));
  return out;
}

void redact(Sensitivity& sensitivity, record::Publication to) {
  const auto may = [&](std::string_view path) { return record::publication_of("remit.sensitivity/1", path) <= to; };
  for (auto& round : sensitivity.rounds)
    for (auto& stream : round.streams) {
      if (!may("rounds.streams.moves.at")) stream.moves.clear();
      if (may("rounds.streams.assessors.member")) continue;
      stream.marks.clear();
      stream.left_out.clear();
    }
  sensitivity.redacted = record::word(to);
}

}  // namespace remit::study
