#include "allocation.hpp"

#include <algorithm>
#include <cstddef>
#include <remit/plugin.hpp>

#include "best_set.hpp"

namespace best_fit {

namespace {

constexpr std::int64_t most_for_words = 2'000'000;   // nodes; what is only said must not take longer than what is decided

class Allocating {
 public:
  Allocating(const std::vector<Proposal>& proposals, const Terms& terms, std::int64_t nodes)
      : proposals_(proposals), terms_(terms), work_{nodes} {}

  Allocation go(bool past_gap) {
    out_.units = units_for(proposals_, terms_);
    list_awards();
    Solution best;
    out_.proven = best_set(choices_, terms_.budget, work_, best) == Searched::found;
    if (!out_.proven) return std::move(out_);
    chosen_ = best.chosen;
    out_.value = best.value;
    out_.money = best.money;
    for (std::size_t i = 0; i < choices_.size(); ++i) out_.awards.push_back(award(i, chosen_[i]));
    find_open();
    compare_with_ranks(past_gap);
    find_instead();
    return std::move(out_);
  }

 private:
  void list_awards() {
    std::size_t listed = 0;
    for (const Proposal& p : proposals_) {
      const std::vector<Award> all = awards_of(p, terms_);
      std::vector<Option> options;
      for (const Award& a : all) options.push_back({a.cost, a.nothing() ? 0 : out_.units.of(p, a.cost)});
      Choice choice{{}, p.rank};
      awards_.emplace_back();
      for (const std::uint32_t o : only_worthwhile(options)) {
        choice.options.push_back(options[o]);
        awards_.back().push_back(all[o]);
      }
      choices_.push_back(std::move(choice));
      listed += awards_.back().size();
      if (listed > most_awards) throw remit::failure("the elements of this stream make more than 1,000,000 awards to choose from");
    }
  }

  const Award& award(std::size_t i, std::uint32_t option) const { return awards_[i][option]; }

  /// Given what each rank counts and costs together (which the best set settles), ranks do not touch each other. So an application is
  /// open if its rank reaches the same points and money without the award that was chosen for it.
  void find_open() {
    out_.open.assign(choices_.size(), false);
    for (std::size_t i = 0; i < choices_.size();) {
      std::size_t end = i;
      Known of_rank{true, 0, 0};
      for (; end < choices_.size() && choices_[end].rank == choices_[i].rank; ++end) {
        of_rank.value += choices_[end].options[chosen_[end]].value;
        of_rank.money += choices_[end].options[chosen_[end]].cost;
      }
      const std::vector<Choice> rank(choices_.begin() + static_cast<std::ptrdiff_t>(i), choices_.begin() + static_cast<std::ptrdiff_t>(end));
      for (std::size_t k = 0; rank.size() > 1 && k < rank.size(); ++k) {
        std::vector<Choice> without = rank;
        auto& options = without[k].options;
        options.erase(options.begin() + static_cast<std::ptrdiff_t>(chosen_[i + k]));
        if (options.empty()) continue;
        Solution other;
        // where the work runs out it is not known, and people look
        out_.open[i + k] = best_set(without, of_rank.money, work_, other, of_rank) != Searched::none;
      }
      i = end;
    }
  }

  void compare_with_ranks(bool past_gap) {
    out_.ranked = ranked_order(proposals_, terms_.budget, past_gap);
    for (std::size_t i = 0; i < proposals_.size(); ++i) {
      const RankedAward& r = out_.ranked[i];
      if (r.how == RankedAward::How::nothing || r.how == RankedAward::How::refer) continue;
      out_.ranked_value += out_.units.of(proposals_[i], r.cost);
      out_.ranked_money += r.cost;
    }
  }

  /// The best set that funds each of the others whole, as far as the work goes; best ranks first.
  void find_instead() {
    Work work{std::min(work_.nodes_left, most_for_words)};
    out_.instead.resize(choices_.size());
    for (std::size_t i = 0; i < choices_.size(); ++i) {
      if (out_.awards[i].whole || out_.open[i] || proposals_[i].requested > terms_.budget || !awards_[i].back().whole) continue;
      std::vector<Choice> with = choices_;
      with[i].options = {choices_[i].options.back()};
      Solution other;
      const Searched answer = best_set(with, terms_.budget, work, other);
      if (answer == Searched::limit) return;
      if (answer == Searched::none) continue;
      Instead instead{other.value, other.money, {}};
      for (std::size_t k = 0; k < choices_.size(); ++k)
        if (k != i && out_.awards[k].cost > choices_[k].options[other.chosen[k]].cost) instead.gainers.push_back(static_cast<std::uint32_t>(k));
      out_.instead[i] = std::move(instead);
    }
  }

  const std::vector<Proposal>& proposals_;
  const Terms& terms_;
  Work work_;
  Allocation out_;
  std::vector<Choice> choices_;
  std::vector<std::vector<Award>> awards_;   // by proposal, as its options
  std::vector<std::uint32_t> chosen_;
};

}  // namespace

Allocation allocate(const std::vector<Proposal>& proposals, const Terms& terms, bool past_gap, std::int64_t nodes) {
  return Allocating(proposals, terms, nodes).go(past_gap);
}

}  // namespace best_fit
