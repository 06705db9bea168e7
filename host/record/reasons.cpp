#include "record/reasons.hpp"

#include <algorithm>
#include <vector>

#include "base/money.hpp"
#include "base/text.hpp"
#include "record/append.hpp"
#include "record/words.hpp"

namespace remit::record {

using base::money_for_people;
using engine::Why;
using policy::Outcome;
namespace field = intake::application_field;

namespace {

void append_reason(std::string_view rule, std::string_view clause, std::string_view message, std::string& out) {
  append_comma(out);
  out += '{';
  append_member("clause", clause, out);
  append_stated("message", message, out);
  append_stated("rule", rule, out);
  out += '}';
}

void append_reason(const Step& step, std::string_view message, std::string& out) {
  append_reason(step.rule, step.clause, message, out);
}

/// One application on its way through the last steps.
struct Case {
  const RoundConstants& c;
  const FindingWriter& findings;
  std::uint32_t application;
  const engine::Proposal& proposal;
  std::uint32_t stream;
  std::string& out;

  std::int64_t requested() const { return c.application(application, field::amount_requested).integer; }
  std::int64_t left() const { return c.left_before[application]; }
  std::int64_t budget() const { return c.decided->allocation.streams[stream].budget; }
  std::string ranked() const { return "rank " + std::to_string(proposal.rank) + ": "; }

  /// "the budget of £250,000", or "the £61,200 left of the budget of £250,000".
  std::string what_was_there() const {
    if (left() == budget()) return "the budget of " + money_for_people(budget());
    return "the " + money_for_people(left()) + " left of the budget of " + money_for_people(budget());
  }
  /// "E1, E3 and E4"
  std::string elements() const {
    const auto all = c.application(application, field::elements).list();
    std::vector<std::string> ids;
    for (const std::uint32_t e : proposal.elements) ids.emplace_back(all[e].list()[intake::element_field::id].str());
    return base::join_and(ids);
  }
};

void say_ineligible(const Case& a) {
  const auto& found = a.c.decided->eligibility.of[a.application].findings;
  for (std::size_t f = 0; f < found.size(); ++f) {
    const policy::Rule& rule = a.c.policy().criteria[found[f].criterion];
    if (blocks(rule, found[f].outcome)) append_reason(rule.id, rule.clause, a.findings.words(f).message, a.out);
  }
}

void say_error(const Case& a) {
  for (const auto& finding : a.c.decided->eligibility.of[a.application].findings) {
    if (finding.outcome != Outcome::error) continue;
    const policy::Rule& rule = a.c.policy().criteria[finding.criterion];
    append_reason(rule.id, rule.clause, "the rule could not answer: " + std::string(finding.cause), a.out);
  }
  const auto& errors = a.c.decided->conflicts.errors;
  if (a.application < errors.size() && !errors[a.application].empty())
    append_reason(step_conflicts, "a conflict rule could not answer: " + errors[a.application], a.out);
}

void say_below_threshold(const Case& a) {
  const auto& score = a.c.decided->scores.of[a.application];
  const base::Scoring& scoring = a.c.round().scoring[a.stream];
  const auto shown = [](const base::Rational& needed, const base::Rational& had) {
    return had.rounded() == needed.rounded() ? had.exact() : had.rounded();
  };
  if (scoring.minimum_total && score.total < *scoring.minimum_total)
    append_reason(step_ranking, "the total is " + shown(*scoring.minimum_total, score.total) + ": at least " +
                  scoring.minimum_total->rounded() + " is needed to be ranked", a.out);
  for (std::size_t m = 0; m < scoring.measures.size(); ++m) {
    const auto& measure = scoring.measures[m];
    if (score.measures[m].met || !measure.minimum) continue;
    const std::string_view name = measure.title.empty() ? measure.id : measure.title;
    append_reason(step_ranking.rule, measure.clause.empty() ? step_ranking.clause : std::string_view(measure.clause),
                  std::string(name) + ": the mean is " + shown(*measure.minimum, score.measures[m].mean) + ", at least " +
                  measure.minimum->rounded() + " is needed to be ranked", a.out);
  }
}

void say_no_money(const Case& a) {
  std::string message = a.ranked() + "the budget of " + money_for_people(a.budget()) + " is spent";
  if (a.left() == a.budget()) {
    message = a.ranked() + "the request of " + money_for_people(a.requested()) + " is more than the whole budget of " + money_for_people(a.budget());
  } else if (a.left() > 0) {
    message += ": " + money_for_people(a.left()) + " is left of it, less than the request of " + money_for_people(a.requested());
  }
  if (a.left() > 0) {
    const bool divided = a.c.application(a.application, field::elements).answered();
    message += divided ? ", and none of its elements fits" : ", which is not divided into elements";
  }
  append_reason(step_allocation, message, a.out);
}

void say_tie(const Case& a) {
  const auto& places = a.c.decided->ranking.streams[a.stream];
  const auto same = std::ranges::equal_range(places, a.proposal.rank, {}, &engine::Ranking::Place::rank);
  constexpr std::size_t most = 5;   // a stream without scores that tell apart can have thousands
  const std::size_t count = same.size() - 1, named = count <= most ? count : most - 1;
  std::vector<std::string> others;
  for (const auto& place : same) {
    if (others.size() == named) break;
    if (place.application != a.application) others.emplace_back(a.c.application(place.application, field::id).str());
  }
  if (count > named) others.push_back(std::to_string(count - named) + " others");
  append_reason(step_allocation, a.ranked() + "equal with " + base::join_and(others) + ", and " + a.what_was_there() +
                " is not enough for all of them: the panel must choose", a.out);
}

/// What an allocator of the pack gave, in its words.
void say_allocated(const Case& a) {
  const policy::Rule& rule = *a.c.policy().allocation;
  std::string message = a.ranked();
  switch (a.proposal.why) {
    case Why::not_allocated:
      message = "the money of this stream could not be shared out: " + a.c.decided->allocation.faults[a.stream];
      return append_reason(rule.id, rule.clause, message, a.out);
    case Why::not_chosen: message += "nothing is awarded"; break;
    case Why::to_be_chosen: message += "people must choose"; break;
    default:
      if (a.proposal.amount == a.requested()) message += "the whole request of " + money_for_people(a.requested()) + " is awarded";
      else message += a.elements() + (a.proposal.elements.size() == 1 ? " is awarded, " : " are awarded, ") + money_for_people(a.proposal.amount);
  }
  const policy::Answer* answer = policy::answer_of(a.c.decided->view.answers, static_cast<std::size_t>(rule.use), a.application);
  const std::string words = answer != nullptr ? policy::words_of(*answer) : std::string();
  append_reason(rule.id, rule.clause, words.empty() ? message : message + ": " + words, a.out);
}

void say_what_is_kept(const Case& a) {
  if (a.proposal.why == Why::pending)
    append_reason(step_allocation, "this money is kept until what is pending has been answered", a.out);
  if (!a.proposal.under_minimum_award) return;
  const auto& minimum = a.c.round().streams.at(a.stream, intake::stream_field::minimum_award);
  append_reason(step_allocation, money_for_people(a.proposal.amount) + " is under the smallest award of this stream, " +
                money_for_people(minimum.integer), a.out);
}

void say_funded(const Case& a) {
  if (engine::is_allocated_by_rule(a.c.policy(), a.c.round(), a.stream)) {
    say_allocated(a);
    return say_what_is_kept(a);
  }
  const bool whole = a.proposal.amount == a.requested();
  std::string message = a.ranked();
  if (whole) {
    message += "the whole request of " + money_for_people(a.requested()) + " fits " + a.what_was_there();
  } else {
    message += "the request of " + money_for_people(a.requested()) + " is more than " + a.what_was_there() + "; taken by their fit, " +
               a.elements() + (a.proposal.elements.size() == 1 ? " fits: " : " fit: ") + money_for_people(a.proposal.amount);
  }
  append_reason(step_allocation, message, a.out);
  say_what_is_kept(a);
}

}  // namespace

void write_reasons(const RoundConstants& c, const FindingWriter& findings, std::uint32_t application, std::string& out) {
  const auto& proposal = c.decided->allocation.of[application];
  const Case a{c, findings, application, proposal, c.round().stream_of[application], out};
  switch (proposal.why) {
    case Why::funded_whole:
    case Why::funded_parts:
    case Why::pending: return say_funded(a);
    case Why::ineligible: return say_ineligible(a);
    case Why::below_threshold: return say_below_threshold(a);
    case Why::no_money: return say_no_money(a);
    case Why::past_the_line:
      return append_reason(step_allocation, a.ranked() + "below rank " + std::to_string(c.streams[a.stream].line_rank) +
                           ", the first that could not be funded whole; this stream funds nothing below that line", out);
    case Why::error: return say_error(a);
    case Why::panel_unfit: return append_reason(step_conflicts, c.decided->conflicts.panel_unfit[application], out);
    case Why::unscored: return append_reason(step_scoring, c.decided->scores.of[application].problem, out);
    case Why::tie_on_the_line: return say_tie(a);
    case Why::below_a_tie:
      return append_reason(step_allocation, a.ranked() + "below the tie at rank " + std::to_string(c.streams[a.stream].tie_rank) +
                           ", where the panel must choose first", out);
    case Why::not_chosen:
    case Why::to_be_chosen:
    case Why::not_allocated: return say_allocated(a);
    case Why::withdrawn: return append_reason(step_withdrawn, "the applicant withdrew it", out);
  }
}

}  // namespace remit::record
