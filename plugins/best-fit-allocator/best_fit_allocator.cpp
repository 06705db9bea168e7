// Shares out the budget of a stream so that the awards count as many points as it can pay for. How that is found is in
// best_set.hpp, what an award counts in proposal.hpp and the README.
#include <limits>
#include <numeric>
#include <remit/plugin.hpp>

#include "allocation.hpp"
#include "words.hpp"

namespace {

/// The field of a money or count that must be there.
std::int64_t needed(std::optional<std::int64_t> value, const char* what) {
  if (!value) throw remit::failure(std::string("the best fit cannot be found without ") + what);
  return *value;
}

struct BestFit : remit::allocator {
  remit::field budget{*this, "stream.budget"}, minimum_award{*this, "stream.minimum_award"}, past_gap{*this, "stream.fund_past_gap"};
  remit::field total{*this, "scores.total"}, rank{*this, "scores.rank"}, requested{*this, "application.amount_requested"};
  remit::field elements{*this, "application.elements"}, element{*this, "application.elements.id"};
  remit::field cost{*this, "application.elements.cost"}, fit{*this, "application.elements.fit"}, needs{*this, "application.elements.needs"};
  remit::setting parts{*this, "parts?"}, nodes{*this, "nodes?"};

  BestFit() : allocator("best-fit", "The applications and parts of greatest total score that the budget can pay for") {}

  void bind() override {
    const auto text = parts.text().value_or("share");
    if (text != "share" && text != "none")
      throw remit::failure("setting `parts` is \"" + std::string(text) + "\" where \"share\" or \"none\" was expected");
    by_share = text == "share";
    most_nodes = nodes.count().value_or(most_nodes);
    if (most_nodes < 1 || most_nodes > most_nodes_allowed)
      throw remit::failure("setting `nodes` is " + std::to_string(most_nodes) + " where 1 to " + std::to_string(most_nodes_allowed) + " was expected");
  }

  class Stream;
  std::unique_ptr<session> begin(const remit::record& stream, remit::report& say) const override;

  static constexpr std::int64_t most_nodes_allowed = 200'000'000;
  std::int64_t most_nodes = 20'000'000;
  bool by_share = true;
};

class BestFit::Stream : public session {
 public:
  Stream(const BestFit& of, const remit::record& stream) : of_(of) {
    terms_.budget = needed(of.budget.money(stream), "the budget of the stream");
    terms_.minimum_award = of.minimum_award.money(stream);
    terms_.parts = of.by_share;
    past_gap_ = of.past_gap.yes(stream).value_or(true);
  }

  void application(std::string_view id, const remit::record& subject, remit::report&) override {
    best_fit::Proposal p;
    p.id = id;
    p.rank = static_cast<std::uint32_t>(needed(of_.rank.count(subject), "ranks"));
    p.requested = needed(of_.requested.money(subject), "the amount that each application asks for");
    const auto total = of_.total.ratio(subject);
    if (!total || total->den == 0) throw remit::failure("the best fit cannot be found without totals");
    const std::uint64_t magnitude = total->num < 0 ? 0 - static_cast<std::uint64_t>(total->num) : static_cast<std::uint64_t>(total->num);
    const std::uint64_t common = std::gcd(magnitude, total->den);
    if (p.requested < 0 || total->den / common > std::numeric_limits<std::int64_t>::max())
      throw remit::failure("application " + p.id + " has a total, or a request, that cannot be counted with");
    p.total_num = static_cast<std::int64_t>(magnitude / common) * (total->num < 0 ? -1 : 1);
    p.total_den = static_cast<std::int64_t>(total->den / common);
    for (const remit::record e : of_.elements.list(subject)) p.elements.push_back(element(e));
    proposals_.push_back(std::move(p));
  }

  void allocate(remit::awards& to, remit::report&) override {
    const best_fit::Allocation a = best_fit::allocate(proposals_, terms_, past_gap_, of_.most_nodes);
    if (!a.proven) return refer_all(to);
    for (const std::string& note : best_fit::notes(a, proposals_, terms_)) to.note(note);
    for (std::size_t i = 0; i < proposals_.size(); ++i) give(a, i, to);
  }

 private:
  best_fit::Element element(const remit::record& e) const {
    best_fit::Element out;
    out.id = of_.element.text(e).value_or("");
    out.cost = needed(of_.cost.money(e), "the cost of each element");
    out.fit = of_.fit.count(e);
    for (const std::string_view need : of_.needs.texts(e)) out.needs.emplace_back(need);
    return out;
  }

  void refer_all(remit::awards& to) const {
    const std::string words = "the best fit was not proven within " + std::to_string(of_.most_nodes) +
                              " steps (setting nodes): nothing is proposed, so that nobody gets less than the best by chance";
    to.note(words);
    for (const best_fit::Proposal& p : proposals_) to.refer(p.id, words);
  }

  void give(const best_fit::Allocation& a, std::size_t i, remit::awards& to) const {
    const best_fit::Proposal& p = proposals_[i];
    const best_fit::Award& award = a.awards[i];
    const std::string words = best_fit::words_of(a, proposals_, terms_, i);
    if (a.open[i]) return to.refer(p.id, words);
    if (award.whole) return to.whole(p.id, words);
    if (award.nothing()) return to.nothing(p.id, words);
    std::vector<std::string> ids;
    for (std::size_t e = 0; e < p.elements.size(); ++e)
      if (award.set >> e & 1) ids.push_back(p.elements[e].id);
    to.parts(p.id, ids, words);
  }

  const BestFit& of_;
  best_fit::Terms terms_;
  bool past_gap_ = true;
  std::vector<best_fit::Proposal> proposals_;
};

std::unique_ptr<remit::allocator::session> BestFit::begin(const remit::record& stream, remit::report&) const {
  return std::make_unique<Stream>(*this, stream);
}

}  // namespace

REMIT_PLUGIN("best-fit-allocator", "1.0.0", "Best fit of awards to a budget", BestFit)
