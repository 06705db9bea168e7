// Step 5: the money of each stream, in rank order. One rank after the other is paid for from what is left; the rules on
// gaps and on equal ranks say when to stop. No stream ever gives more than its budget.
#include <algorithm>
#include <cassert>
#include <numeric>

#include "engine/awards.hpp"
#include "engine/parts.hpp"
#include "engine/steps.hpp"

namespace remit::engine {

using base::Value;
namespace field = intake::application_field;

namespace {

class Purse {
 public:
  Purse(const intake::Round& round, const Eligibilities& eligibility, std::uint32_t stream, Allocation& out)
      : round_(round), eligibility_(eligibility), stream_(round.streams.rows[stream]), out_(out), money_(out.streams[stream]) {
    money_.budget = stream_[intake::stream_field::budget].integer;
    money_.left = money_.budget;
    const Value& past_gap = stream_[intake::stream_field::fund_past_gap];
    past_gap_ = !past_gap.answered() || past_gap.is_yes();
  }

  /// All places of the stream, best first.
  void spend(std::span<const Ranking::Place> places) {
    while (!places.empty()) {
      std::size_t equal = 1;
      while (equal < places.size() && places[equal].rank == places[0].rank) ++equal;
      pay(places.first(equal));
      places = places.subspan(equal);
    }
    assert(money_.proposed + money_.left == money_.budget && money_.left >= std::min<std::int64_t>(money_.budget, 0));
  }

  /// The same as an allocator has shared it out.
  void give(std::span<const Ranking::Place> places, const Awards& awards) {
    for (std::size_t p = 0; p < places.size(); ++p) {
      const std::uint32_t i = places[p].application;
      out_.of[i].rank = places[p].rank;
      if (!awards.fault.empty()) decide(i, Proposed::refer, Why::not_allocated);
      else give(i, awards.of[p]);
      if (out_.of[i].decision == Proposed::refer) money_.may_change = true;
    }
    assert(money_.proposed + money_.left == money_.budget && money_.left >= std::min<std::int64_t>(money_.budget, 0));
  }

 private:
  enum class State { open, closed, undecided };   // closed: the last to be funded was met; undecided: a tie at the line

  void pay(std::span<const Ranking::Place> equal) {
    for (const Ranking::Place& place : equal) out_.of[place.application].rank = place.rank;
    if (state_ == State::closed) return turn_down(equal, Proposed::decline, Why::past_the_line);
    if (state_ == State::undecided) return turn_down(equal, Proposed::refer, Why::below_a_tie);
    if (all_fit(equal)) {
      for (const Ranking::Place& place : equal) approve_whole(place.application);
    } else if (equal.size() > 1) {
      // Equal ones that do not all fit whole: only people can choose, and all below depends on what they choose. That is
      // so even without fund_past_gap, for it is not known yet who would be the last.
      turn_down(equal, Proposed::refer, Why::tie_on_the_line);
      state_ = State::undecided;
    } else {
      approve_parts(equal[0].application);
      if (!past_gap_) state_ = State::closed;
    }
  }

  bool all_fit(std::span<const Ranking::Place> equal) const {
    std::int64_t left = money_.left;
    for (const Ranking::Place& place : equal) {
      if (!fits(requested(place.application), left)) return false;
      left -= requested(place.application);
    }
    return true;
  }

  void approve_whole(std::uint32_t i) {
    const std::size_t count = round_.applications.at(i, field::elements).list().size();
    std::uint32_t* all = out_.arena.make<std::uint32_t>(count);
    std::iota(all, all + count, std::uint32_t{0});
    approve(i, Proposed::approve_total, Why::funded_whole, requested(i), {all, count});
  }

  void approve_parts(std::uint32_t i) {
    parts_.choose(round_.applications.at(i, field::elements), money_.left);
    if (parts_.taken().empty()) return decide(i, Proposed::decline, Why::no_money);
    approve(i, Proposed::approve_parts, Why::funded_parts, parts_.cost(),
            out_.arena.copy(std::span<const std::uint32_t>(parts_.taken())));
    const Value& least = stream_[intake::stream_field::minimum_award];
    out_.of[i].under_minimum_award = least.answered() && parts_.cost() < least.integer;
  }

  void approve(std::uint32_t i, Proposed decision, Why why, std::int64_t amount, std::span<const std::uint32_t> elements) {
    const bool pending = eligibility_.of[i].in_principle;
    decide(i, pending ? Proposed::approve_in_principle : decision, pending ? Why::pending : why);
    out_.of[i].amount = amount;
    out_.of[i].elements = elements;
    money_.left -= amount;
    money_.proposed += amount;
    if (pending) money_.in_principle += amount;
  }

  void give(std::uint32_t i, const Award& award) {
    using Kind = policy::Answer::Said::Award;
    if (award.kind == Kind::refer) return decide(i, Proposed::refer, Why::to_be_chosen);
    if (award.kind == Kind::nothing || award.kind == Kind::none) return decide(i, Proposed::decline, Why::not_chosen);
    const bool whole = award.kind == Kind::whole;
    approve(i, whole ? Proposed::approve_total : Proposed::approve_parts, whole ? Why::funded_whole : Why::funded_parts, award.amount,
            out_.arena.copy(std::span<const std::uint32_t>(award.elements)));
    const Value& least = stream_[intake::stream_field::minimum_award];
    out_.of[i].under_minimum_award = !whole && least.answered() && award.amount < least.integer;
  }

  void turn_down(std::span<const Ranking::Place> equal, Proposed decision, Why why) {
    for (const Ranking::Place& place : equal) decide(place.application, decision, why);
  }
  void decide(std::uint32_t i, Proposed decision, Why why) {
    out_.of[i].decision = decision;
    out_.of[i].why = why;
  }
  std::int64_t requested(std::uint32_t i) const { return round_.applications.at(i, field::amount_requested).integer; }

  const intake::Round& round_;
  const Eligibilities& eligibility_;
  const Value* stream_;
  Allocation& out_;
  StreamMoney& money_;
  bool past_gap_ = true;
  State state_ = State::open;
  Parts parts_;
};

Proposed decision_for(Why why) {
  switch (why) {
    case Why::withdrawn: return Proposed::withdrawn;
    case Why::ineligible:
    case Why::below_threshold: return Proposed::decline;
    default: return Proposed::refer;
  }
}

}  // namespace

std::string_view word(Proposed decision) {
  static constexpr std::string_view words[] = {"approve-total", "approve-parts", "approve-in-principle",
                                               "decline",       "refer",         "withdrawn"};
  return words[static_cast<std::size_t>(decision)];
}

bool is_allocated_by_rule(const policy::Pack& pack, const intake::Round& round, std::uint32_t stream) {
  return pack.allocation && pack.allocation->use >= 0 && pack.allocation->runs_in(round.streams.at(stream, intake::stream_field::id).str());
}

Allocation allocate(const View& view, const Eligibilities& eligibility, const Conflicts& conflicts, const Scores& scores,
                    const Ranking& ranking) {
  const intake::Round& round = *view.round;
  Allocation out;
  out.of.resize(round.applications.size());
  out.streams.resize(round.streams.size());
  out.faults.resize(round.streams.size());
  for (std::uint32_t i = 0; i < out.of.size(); ++i) {
    const auto why = kept_out(eligibility, conflicts, scores, i);
    if (!why) continue;
    out.of[i].why = *why;
    out.of[i].decision = decision_for(*why);
    // It has no rank and keeps no money; once people have decided it, others may get less.
    if (out.of[i].decision == Proposed::refer) out.streams[round.stream_of[i]].may_change = true;
  }
  for (std::uint32_t s = 0; s < out.streams.size(); ++s) {
    Purse purse(round, eligibility, s, out);
    if (!is_allocated_by_rule(*view.pack, round, s)) {
      purse.spend(ranking.streams[s]);
      continue;
    }
    const Awards awards = read_awards(view, s, ranking.streams[s]);
    purse.give(ranking.streams[s], awards);
    out.faults[s] = awards.fault;
  }
  return out;
}

}  // namespace remit::engine
