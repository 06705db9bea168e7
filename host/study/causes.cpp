#include "study/causes.hpp"

#include <algorithm>
#include <limits>

#include "record/words.hpp"
#include "study/cause_words.hpp"

namespace remit::study {

using engine::Decided;
using Kind = OwnChange::Kind;

namespace {
constexpr std::uint32_t last = std::numeric_limits<std::uint32_t>::max();
}

Position position_of(const Decided& decided, std::uint32_t i) {
  const auto& p = decided.allocation.of[i];
  const auto& score = decided.scores.of[i];
  return {engine::word(p.decision), record::word(p.why), p.amount, p.rank, score.scored ? score.total.exact() : ""};
}

struct Causes::State {
  State(const Decided& b, const Decided& a, const OwnChanges& o) : before(b), after(a), own(o), words(b, a, o), movers(b.ranking.streams.size()), paid(b.ranking.streams.size()) {
    kinds.resize(before.allocation.of.size());
    for (std::uint32_t i = 0; i < kinds.size(); ++i) {
      kinds[i] = own.of(i);
      const std::uint32_t s = before.view.round->stream_of[i];
      if (best(i) == last) continue;
      if (kinds[i].kind != Kind::none) movers[s].push_back(i);
      const auto &was = before.allocation.of[i], &is = after.allocation.of[i];
      if (was.amount != is.amount || was.decision != is.decision) paid[s].push_back(i);
    }
    for (auto* lists : {&movers, &paid})
      for (auto& list : *lists) std::ranges::stable_sort(list, {}, [&](std::uint32_t i) { return best(i); });
  }

  std::uint32_t rank(const Decided& side, std::uint32_t i) const { return side.allocation.of[i].rank; }
  /// The better of its two ranks; `last` when it was never ranked.
  std::uint32_t best(std::uint32_t i) const {
    const std::uint32_t a = rank(before, i), b = rank(after, i);
    return std::min(a == 0 ? last : a, b == 0 ? last : b);
  }
  bool above(const Decided& side, std::uint32_t j, std::uint32_t i) const { return rank(side, j) != 0 && rank(side, i) != 0 && rank(side, j) < rank(side, i); }

  Cause own_cause(std::uint32_t i) {
    switch (kinds[i].kind) {
      case Kind::criterion: return words.of_criterion(kinds[i].which, i);
      case Kind::conflict: return words.of_conflict(i);
      case Kind::scoring: return words.of_scoring(i);
      case Kind::in_principle: return words.of_in_principle();
      case Kind::none: break;
    }
    return {};
  }
  Cause through(std::uint32_t j) {
    Cause out = own_cause(j);
    out.through = before.view.round->applications.at(j, intake::application_field::id).str();
    return out;
  }

  /// Who came above it or went from above it, of its own.
  Cause of_rank(std::uint32_t i) {
    for (const std::uint32_t j : movers[before.view.round->stream_of[i]])
      if (j != i && above(before, j, i) != above(after, j, i)) return through(j);
    return words.of_tie_break(i);
  }
  /// The first above it whose money is another, and why; it is `i` itself when none above it is.
  Cause of_money(std::uint32_t i) {
    const std::uint32_t stream = before.view.round->stream_of[i];
    const std::uint32_t first = paid[stream].empty() ? i : paid[stream].front();
    if (first != i && best(first) <= best(i)) {
      if (kinds[first].kind != Kind::none) return through(first);
      if (Cause why = of_rank(first); rank(before, first) != rank(after, first) && !why.rule.empty()) return why;
    }
    for (const std::uint32_t j : movers[stream])
      if (j != i && best(j) <= best(i)) return through(j);
    return words.of_allocation(i);
  }

  const Decided &before, &after;
  const OwnChanges& own;
  CauseWords words;
  std::vector<OwnChange> kinds;                      // by application
  std::vector<std::vector<std::uint32_t>> movers;    // by stream, best rank first: those that moved of their own
  std::vector<std::vector<std::uint32_t>> paid;      // likewise: those with another decision or amount
};

Causes::Causes(const Decided& before, const Decided& after, const OwnChanges& own) : state_(std::make_unique<State>(before, after, own)) {}
Causes::~Causes() = default;

Cause Causes::of(std::uint32_t i) {
  if (state_->kinds[i].kind != Kind::none) return state_->own_cause(i);
  if (state_->rank(state_->before, i) != state_->rank(state_->after, i))
    if (Cause why = state_->of_rank(i); !why.rule.empty()) return why;
  return state_->of_money(i);
}

}  // namespace remit::study
