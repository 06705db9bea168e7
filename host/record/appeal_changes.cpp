#include "record/appeal_changes.hpp"

#include "base/money.hpp"
#include "base/text.hpp"
#include "record/append.hpp"
#include "record/words.hpp"

namespace remit::record {

using base::Rational;
using engine::Change;

namespace {

std::string_view word(Change::Of of) {
  static constexpr std::string_view words[] = {"eligibility", "panel", "scored", "measure", "minimum", "total", "threshold", "rank", "decision", "amount", "elements"};
  return words[static_cast<std::size_t>(of)];
}

/// One side of a change as records hold it, and as people say it.
struct Side {
  std::string value, words;
};

class Writer {
 public:
  Writer(const engine::Decided& first, const engine::Decided& second, std::uint32_t i)
      : first_(first), second_(second), i_(i), round_(*first.view.round), scoring_(round_.scoring[round_.stream_of[i]]) {}

  void write(const Change& change, std::string& out) const {
    const Side was = side(change, first_, change.first), now = side(change, second_, change.second);
    const bool of_measure = change.of == Change::Of::measure || change.of == Change::Of::minimum;
    append_comma(out);
    out += '{';
    append_member("first", was.value, out);
    append_stated("kind", word(change.of), out);
    if (of_measure) append_stated("measure", scoring_.measures[change.measure].id, out);
    append_stated("message", message(change, was, now), out);
    if (change.points) append_stated("points", change.points->exact(), out);
    append_member("second", now.value, out);
    out += '}';
  }

 private:
  Side side(const Change& change, const engine::Decided& of, const std::optional<Rational>& exact) const {
    using enum Change::Of;
    const engine::Proposal& proposal = of.allocation.of[i_];
    switch (change.of) {
      case eligibility: return same(std::string(record::word(of.eligibility.of[i_].outcome)));
      case panel: return same(of.conflicts.panel_unfit[i_]);
      case scored: {
        const engine::Score& score = of.scores.of[i_];
        return score.scored ? Side{score.total.exact(), score.total.rounded()} : Side{"", score.problem};
      }
      case measure:
      case minimum:
      case total:
      case threshold: return {exact->exact(), exact->rounded()};
      case rank: return proposal.rank == 0 ? Side{"", ""} : same(std::to_string(proposal.rank));
      case decision: return same(std::string(engine::word(proposal.decision)));
      case amount: return {base::money_text(proposal.amount), base::money_for_people(proposal.amount)};
      case elements: return same(base::join_and(element_ids(of)));
    }
    return {};
  }
  static Side same(const std::string& s) { return {s, s}; }

  std::vector<std::string> element_ids(const engine::Decided& of) const {
    const auto all = round_.applications.at(i_, intake::application_field::elements).list();
    std::vector<std::string> ids;
    for (const std::uint32_t e : of.allocation.of[i_].elements) ids.emplace_back(all[e].list()[intake::element_field::id].str());
    return ids;
  }

  std::string message(const Change& change, const Side& was, const Side& now) const {
    using enum Change::Of;
    const auto from_to = [&](const std::string& what) { return what + " goes from " + was.words + " to " + now.words; };
    switch (change.of) {
      case eligibility: return from_to("eligibility");
      case panel: return was.value.empty() ? "the panel can no longer decide: " + now.words : "the first panel could not decide (" + was.words + "); the fresh panel can";
      case scored: return was.value.empty() ? "it had no total (" + was.words + "), and now has " + now.words : "it has no total any more: " + now.words;
      case measure: return from_to(name_of(change.measure) + ": the mean") + brings(change.points);
      case minimum: return name_of(change.measure) + ": the least mean of " + scoring_.measures[change.measure].minimum->rounded() + reached(change.second >= scoring_.measures[change.measure].minimum);
      case total: return from_to("the total");
      case threshold: return "the least total of " + scoring_.minimum_total->rounded() + reached(change.second >= scoring_.minimum_total);
      case rank: return was.value.empty() ? "it had no rank, and now has rank " + now.words : now.value.empty() ? "it loses rank " + was.words + ", and has none" : from_to("the rank");
      case decision: return from_to("the proposal");
      case amount: return from_to("the money");
      case elements:
        return now.value.empty() ? "no element is paid for any more" : "the money is for " + now.words + (was.value.empty() ? "" : " instead of " + was.words);
    }
    return {};
  }
  std::string name_of(std::uint16_t measure) const {
    const base::Measure& m = scoring_.measures[measure];
    return m.title.empty() ? m.id : m.title;
  }
  static std::string reached(bool now) { return now ? " is now reached" : " is no longer reached"; }
  static std::string brings(const std::optional<Rational>& points) {
    if (!points) return {};
    const bool more = *points > Rational(0);
    const std::string size = (more ? *points : Rational(0) - *points).rounded();
    return std::string(more ? ", which adds " : ", which takes ") + size + (size == "1" ? " point" : " points") + (more ? " to the total" : " from the total");
  }

  const engine::Decided &first_, &second_;
  std::uint32_t i_;
  const intake::Round& round_;
  const base::Scoring& scoring_;
};

}  // namespace

void write_changes(const engine::Decided& first, const engine::Decided& second, std::uint32_t i, std::span<const Change> changes, std::string& out) {
  const Writer writer(first, second, i);
  for (const Change& change : changes) writer.write(change, out);
}

void write_standing(const engine::Decided& decided, std::uint32_t i, std::string& out) {
  const engine::Proposal& proposal = decided.allocation.of[i];
  const auto all = decided.view.round->applications.at(i, intake::application_field::elements).list();
  out += '{';
  append_stated("amount", base::money_text(proposal.amount), out);
  append_stated("decision", engine::word(proposal.decision), out);
  append_key("elements", out);
  out += '[';
  for (const std::uint32_t e : proposal.elements) {
    append_comma(out);
    append_text(all[e].list()[intake::element_field::id].str(), out);
  }
  out += ']';
  append_key("rank", out);
  if (proposal.rank == 0) out += "null";
  else append_integer(proposal.rank, out);
  out += '}';
}

}  // namespace remit::record
