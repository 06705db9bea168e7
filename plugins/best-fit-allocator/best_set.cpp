#include "best_set.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <numeric>
#include <optional>

namespace best_fit {

namespace {

/// a * b / d with d > 0, rounded up; a, b not negative.
int128 times_up(int128 a, std::int64_t b, std::int64_t d) { return (a * b + d - 1) / d; }

/// A choice as the search sees it: costs and values over those of its cheapest option, and the line above all its options.
struct Line {
  std::uint32_t choice = 0;
  std::vector<Option> options;   // the first is {0, 0}
  int128 rise = 0;               // the most that a penny brings: rise / run
  std::int64_t run = 1;
  int128 top = 0;                // what the dearest option would be worth on that line; not below its value
  std::int64_t cost() const { return options.back().cost; }
};

bool steeper(const Line& a, const Line& b) { return a.rise * b.run > b.rise * a.run; }

class Core {
 public:
  Core(const std::vector<Choice>& choices, std::int64_t budget, Work& work) : choices_(choices), budget_(budget), work_(work) {}

  Searched search(const Known& known, Solution& out) {
    out = {};
    out.chosen.assign(choices_.size(), 0);
    if (!draw_lines(out)) return Searched::none;
    find_break();
    best_ = known;
    greedy();
    states_.assign(1, {base_value_, base_cost_, none, 0});
    nodes_.clear();
    looked_at_.clear();
    note_feasible();
    while (first_ > 0 || end_ < lines_.size()) {
      // in turns, the next after the core and the next before it
      const bool forward = first_ == 0 || (end_ < lines_.size() && end_ - break_ <= break_ - first_);
      if (!look_at(forward ? end_++ : --first_, forward)) return Searched::limit;
      if (states_.empty()) return Searched::none;
    }
    return take_best(known, out);
  }

 private:
  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
  static constexpr std::size_t most_states = 1'500'000;   // at once: they must fit in memory
  struct State {
    int128 value;
    std::int64_t cost;
    std::uint32_t before;   // the node that it came from
    std::uint32_t option;   // of the line looked at last
  };
  struct Node {
    std::uint32_t before;
    std::uint32_t option;
  };

  /// False when even the cheapest options cost more than the budget.
  bool draw_lines(Solution& out) {
    lines_.clear();
    fixed_cost_ = 0;
    fixed_value_ = 0;
    for (const Choice& choice : choices_) {
      fixed_cost_ += choice.options[0].cost;
      fixed_value_ += choice.options[0].value;
    }
    money_ = budget_ - fixed_cost_;
    if (money_ < 0) return false;
    for (std::uint32_t i = 0; i < choices_.size(); ++i) {
      Line line;
      line.choice = i;
      for (const Option& option : choices_[i].options) {
        const Option over{option.cost - choices_[i].options[0].cost, option.value - choices_[i].options[0].value};
        if (over.cost > money_) break;
        if (over.cost > 0 && (line.options.size() == 1 || over.value * line.run > line.rise * over.cost)) {
          line.rise = over.value;
          line.run = over.cost;
        }
        line.options.push_back(over);
      }
      if (line.options.size() < 2) continue;
      line.top = times_up(line.rise, line.cost(), line.run);
      lines_.push_back(std::move(line));
    }
    std::ranges::stable_sort(lines_, steeper);
    out.value = fixed_value_;
    out.money = fixed_cost_;
    return true;
  }

  void find_break() {
    base_cost_ = 0;
    base_value_ = 0;
    above_ = 0;
    break_ = 0;
    while (break_ < lines_.size() && lines_[break_].cost() <= money_ - base_cost_) {
      base_cost_ += lines_[break_].cost();
      base_value_ += lines_[break_].top;
      above_ += lines_[break_].top - lines_[break_].options.back().value;
      ++break_;
    }
    first_ = end_ = break_;
  }

  /// A good set to begin with: all in order of what a penny brings, each by the dearest option that fits.
  void greedy() {
    Option sum;
    for (const Line& line : lines_) {
      std::size_t best = 0;
      for (std::size_t o = 1; o < line.options.size() && line.options[o].cost <= money_ - sum.cost; ++o) best = o;
      sum.cost += line.options[best].cost;
      sum.value += line.options[best].value;
    }
    improve(sum.cost, sum.value);
  }

  void improve(std::int64_t cost, int128 value) {
    value += fixed_value_;
    cost += fixed_cost_;
    if (best_.given && (value < best_.value || (value == best_.value && cost >= best_.money))) return;
    best_ = {true, value, cost};
  }

  /// Every state that can be paid for is a solution as it stands.
  void note_feasible() {
    for (const State& s : states_)
      if (s.cost <= money_) improve(s.cost, s.value - above_);
  }

  /// Whether a state of this cost and value may still become better than what is known, or as good. `after`, `before`: the
  /// steepest line that is not taken yet, and the least steep of those that are.
  bool promising(std::int64_t cost, int128 value, const Line* after, const Line* before) const {
    const auto reaches = [&](std::int64_t money, int128 wanted) {
      const std::int64_t left = money - cost;
      if (left >= 0) return after ? int128{left} * after->rise >= (wanted - value) * after->run : value >= wanted;
      return before && int128{left} * before->rise >= (wanted - value) * before->run;
    };
    const int128 wanted = best_.value - fixed_value_;
    return reaches(money_, wanted + 1) || reaches(best_.money - fixed_cost_, wanted);
  }

  const Line* line(std::size_t i) const { return i < lines_.size() ? &lines_[i] : nullptr; }

  /// The options of line `i` that any promising solution can hold, seen from the break alone.
  std::vector<std::uint32_t> possible(std::size_t i, const Option& left_as_it_is) const {
    const Line* after = line(i == break_ ? break_ + 1 : break_);
    const Line* before = line(i + 1 == break_ ? break_ - 2 : break_ - 1);   // before the first: wraps, and is none
    std::vector<std::uint32_t> out;
    for (std::uint32_t o = 0; o < lines_[i].options.size(); ++o) {
      const Option& option = lines_[i].options[o];
      if (promising(base_cost_ - left_as_it_is.cost + option.cost, base_value_ - left_as_it_is.value + option.value, after, before))
        out.push_back(o);
    }
    return out;
  }

  /// Decides line `i` in every state. False when the work ran out.
  bool look_at(std::size_t i, bool forward) {
    const Line& at = lines_[i];
    const Option as_it_is = forward ? Option{} : Option{at.cost(), at.top};
    if (!forward) above_ -= at.top - at.options.back().value;
    const std::vector<std::uint32_t> options = possible(i, as_it_is);
    const Line* after = line(end_);
    const Line* before = first_ > 0 ? &lines_[first_ - 1] : nullptr;
    looked_at_.push_back(static_cast<std::uint32_t>(i));
    std::vector<State> next, with, merged;
    for (const std::uint32_t o : options) {
      with.clear();
      for (const State& s : states_) {
        const std::int64_t cost = s.cost - as_it_is.cost + at.options[o].cost;
        const int128 value = s.value - as_it_is.value + at.options[o].value;
        if (!promising(cost, value, after, before)) continue;
        with.push_back({value, cost, s.before, o});
        if (cost <= money_) improve(cost, value - above_);
      }
      if (!work_.spend(static_cast<std::int64_t>(with.size()))) return false;
      if (!merge(next, with, merged) || merged.size() > most_states) return false;
      next.swap(merged);
    }
    return keep(next);
  }

  /// Both lists in one, by cost, each state worth more than all that cost no more. False when the work ran out.
  bool merge(const std::vector<State>& a, const std::vector<State>& b, std::vector<State>& out) {
    out.clear();
    for (auto x = a.begin(), y = b.begin(); x != a.end() || y != b.end();) {
      const bool first = y == b.end() || (x != a.end() && (x->cost < y->cost || (x->cost == y->cost && x->value >= y->value)));
      const State& s = first ? *x++ : *y++;
      if (out.empty() || s.value > out.back().value) {
        out.push_back(s);
      } else if (s.cost == out.back().cost && s.value == out.back().value) {
        if (!work_.spend(1)) return false;
        if (preferred(s, out.back())) out.back() = s;
      }
    }
    return true;
  }

  /// The states of the next step, and the nodes by which the way to them is found again.
  bool keep(std::vector<State>& next) {
    if (nodes_.size() + next.size() >= none) return false;
    for (State& s : next) {
      nodes_.push_back({s.before, s.option});
      s.before = static_cast<std::uint32_t>(nodes_.size() - 1);
    }
    states_.swap(next);
    return true;
  }

  /// Of two sets of equal cost and value: whether `a` gives the better ranks more points, or else more money.
  bool preferred(const State& s, const State& t) const {
    struct Difference {
      std::uint32_t rank, choice;
      int128 value;
      std::int64_t cost;
    };
    std::vector<Difference> differences;
    const auto note = [&](std::size_t depth, std::uint32_t of_a, std::uint32_t of_b) {
      if (of_a == of_b) return;
      const Line& at = lines_[looked_at_[depth]];
      const Option &x = at.options[of_a], &y = at.options[of_b];
      differences.push_back({choices_[at.choice].rank, at.choice, x.value - y.value, x.cost - y.cost});
    };
    std::size_t depth = looked_at_.size() - 1;
    note(depth, s.option, t.option);
    for (std::uint32_t a = s.before, b = t.before; a != b; a = nodes_[a].before, b = nodes_[b].before)
      note(--depth, nodes_[a].option, nodes_[b].option);
    std::ranges::sort(differences, [](const Difference& x, const Difference& y) {
      return x.rank != y.rank ? x.rank < y.rank : x.choice < y.choice;
    });
    const auto first_rank = [&](auto amount) {
      for (std::size_t i = 0; i < differences.size();) {
        int128 sum = 0;
        const std::uint32_t rank = differences[i].rank;
        for (; i < differences.size() && differences[i].rank == rank; ++i) sum += amount(differences[i]);
        if (sum != 0) return sum;
      }
      return int128{0};
    };
    if (const int128 points = first_rank([](const Difference& d) { return d.value; }); points != 0) return points > 0;
    if (const int128 money = first_rank([](const Difference& d) { return int128{d.cost}; }); money != 0) return money > 0;
    // Equal ranks may be swapped freely: any will do, for people must choose; the first listed, so that it is always the same.
    return !differences.empty() && differences[0].cost > 0;
  }

  Searched take_best(const Known& known, Solution& out) const {
    // what can be paid for stands first; the dearest of it is worth most
    const State* best = nullptr;
    for (const State& s : states_)
      if (s.cost <= money_) best = &s;
    if (!best) return Searched::none;
    out.value += best->value;
    out.money += best->cost;
    if (known.given && (out.value < known.value || (out.value == known.value && out.money > known.money))) return Searched::none;
    std::uint32_t node = best->before;
    for (std::size_t depth = looked_at_.size(); depth-- > 0; node = nodes_[node].before)
      out.chosen[lines_[looked_at_[depth]].choice] = nodes_[node].option;
    return Searched::found;
  }

  const std::vector<Choice>& choices_;
  const std::int64_t budget_;
  Work& work_;
  std::int64_t money_ = 0, fixed_cost_ = 0, base_cost_ = 0;
  int128 fixed_value_ = 0, base_value_ = 0;
  int128 above_ = 0;               // by how much the lines not looked at overstate what is taken
  std::vector<Line> lines_;        // steepest first
  std::size_t break_ = 0, first_ = 0, end_ = 0;   // the core is [first_, end_)
  Known best_;
  std::vector<State> states_;
  std::vector<Node> nodes_;
  std::vector<std::uint32_t> looked_at_;          // lines, in the order of decisions
};

/// Values and costs without what divides them all: fewer of them differ, and bounds are tighter.
template <class Number, class Get>
Number common_divisor(const std::vector<Choice>& choices, Get get) {
  Number divisor = 0;
  for (const Choice& choice : choices)
    for (const Option& option : choice.options) {
      Number a = get(option), b = divisor;
      while (b != 0) {
        const Number left = a % b;
        a = b;
        b = left;
      }
      divisor = a;
    }
  return divisor == 0 ? Number{1} : divisor;
}

}  // namespace

std::vector<std::uint32_t> only_worthwhile(const std::vector<Option>& options) {
  std::vector<std::uint32_t> order(options.size()), out;
  std::iota(order.begin(), order.end(), 0u);
  std::ranges::stable_sort(order, [&](std::uint32_t a, std::uint32_t b) {
    return options[a].cost != options[b].cost ? options[a].cost < options[b].cost : options[a].value > options[b].value;
  });
  for (const std::uint32_t o : order)
    if (out.empty() || options[o].value > options[out.back()].value) out.push_back(o);
  return out;
}

Searched best_set(const std::vector<Choice>& choices, std::int64_t budget, Work& work, Solution& out, const Known& known) {
  if (budget < 0 || (known.given && known.money < 0)) return Searched::none;
  for (const Choice& choice : choices)
    if (!work.spend(static_cast<std::int64_t>(choice.options.size()))) return Searched::limit;
  const std::int64_t pence = common_divisor<std::int64_t>(choices, [](const Option& o) { return o.cost; });
  const int128 units = common_divisor<int128>(choices, [](const Option& o) { return o.value; });
  std::vector<Choice> reduced = choices;
  for (Choice& choice : reduced)
    for (Option& option : choice.options) {
      option.cost /= pence;
      option.value /= units;
    }
  Known least = known;
  least.value = (known.value + units - 1) / units;
  least.money = known.money / pence;
  const Searched answer = Core(reduced, budget / pence, work).search(least, out);
  out.value *= units;
  out.money *= pence;
  return answer;
}

}  // namespace best_fit
