#include "study/breaking_point.hpp"

#include <algorithm>

#include "study/limits.hpp"

namespace remit::study {

using base::int128;
using base::Rational;

namespace {

Rational floor_of(const Rational& r) {
  int128 whole = r.num() / r.den();
  if (r.num() % r.den() < 0) --whole;
  return Rational(whole, 1);
}

/// A place where something meets: two lines, or one and a threshold (`other` then has no line).
struct Meeting {
  Rational at;
  std::size_t line, other;
};
constexpr std::size_t threshold = ~std::size_t{0};

class Search {
 public:
  Search(const Problem& problem, bool up, const std::optional<Rational>& nearer) : p_(problem), up_(up), nearer_(nearer), last_(problem.standing) { gather(); }

  BreakingPoint run() {
    if (meets_now_ && look_past(p_.now, 0)) return found_;
    for (std::size_t first = 0; first < meetings_.size();) {
      std::size_t end = first;
      while (end < meetings_.size() && meetings_[end].at == meetings_[first].at) ++end;
      const Rational at = meetings_[first].at;
      if (matters(first, end)) {
        if (looks_ >= limits::decisions) {
          found_.given_up = true;
          found_.at = at;
          return found_;
        }
        if (look_at(at, false, at) || look_past(at, end)) return found_;
      }
      first = end;
    }
    return found_;
  }

 private:
  bool within(const Rational& x) const {
    if (up_ ? x <= p_.now : x >= p_.now) return false;
    if (p_.least && (x < *p_.least || (p_.above_least && x == *p_.least))) return false;
    if (p_.most && x > *p_.most) return false;
    return !nearer_ || (up_ ? x < *nearer_ : x > *nearer_);
  }

  void gather() {
    std::vector<std::size_t> order(p_.lines.size());   // by slope: lines that run side by side never meet
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return p_.lines[i].q; });
    for (std::size_t i = 0, steeper = 0; i < order.size(); ++i) {
      const Line& a = p_.lines[order[i]];
      for (steeper = std::max(steeper, i); steeper < order.size() && p_.lines[order[steeper]].q == a.q;) ++steeper;
      for (std::size_t j = steeper; j < order.size(); ++j) {
        const Line& b = p_.lines[order[j]];
        const Rational at = (b.p - a.p) / (a.q - b.q);
        meets_now_ = meets_now_ || at == p_.now;
        if (within(at)) meetings_.push_back({at, order[i], order[j]});
      }
    }
    for (const Rational& at : p_.thresholds) {
      meets_now_ = meets_now_ || at == p_.now;
      if (within(at)) meetings_.push_back({at, 0, threshold});
    }
    std::ranges::stable_sort(meetings_, [&](const Meeting& a, const Meeting& b) { return up_ ? a.at < b.at : b.at < a.at; });
  }

  // Two that are funded whole change places without a trace; so do two for whom there is no money while all who get something stand above
  // them, and those of whom one is not ranked. All else is decided again: one that waits below a tie, or below a line, may come above it.
  bool matters(std::size_t first, std::size_t end) const {
    for (std::size_t m = first; m < end; ++m) {
      if (meetings_[m].other == threshold) return true;
      const Line &a = p_.lines[meetings_[m].line], &b = p_.lines[meetings_[m].other];
      if (!last_.ranked[a.application] || !last_.ranked[b.application]) continue;
      if (last_.whole[a.application] && last_.whole[b.application]) continue;
      if (!last_.no_money[a.application] || !last_.no_money[b.application] || !all_funded_above(a.p + a.q * meetings_[m].at, meetings_[m].at)) return true;
    }
    return false;
  }
  bool all_funded_above(const Rational& height, const Rational& x) const {
    return std::ranges::all_of(p_.lines, [&](const Line& line) { return !last_.funded[line.application] || line.p + line.q * x > height; });
  }

  /// Between `at` and the next meeting, which stands at `next` or after it.
  bool look_past(const Rational& at, std::size_t next) {
    Rational beyond = up_ ? at + Rational(1) : at - Rational(1);
    if (next < meetings_.size()) beyond = meetings_[next].at;
    else if (up_ && p_.most) beyond = *p_.most;
    else if (!up_ && p_.least) beyond = *p_.least;
    if (nearer_ && (up_ ? *nearer_ < beyond : beyond < *nearer_)) beyond = *nearer_;
    if (beyond == at) return false;   // it cannot move further
    return look_at(up_ ? simplest_between(at, beyond) : simplest_between(beyond, at), true, at);
  }
  bool look_at(const Rational& x, bool past, const Rational& edge) {
    ++looks_;
    Standing now = p_.stand_at(x);
    if (now.unscored) throw base::Overflow("the numbers are too long to be told exactly");
    const bool other = !(now == p_.standing);
    last_ = std::move(now);
    if (!other) return false;
    found_ = {true, past, edge, false, last_};
    return true;
  }

  const Problem& p_;
  const bool up_;
  const std::optional<Rational> nearer_;
  Standing last_;
  std::vector<Meeting> meetings_;
  BreakingPoint found_;
  bool meets_now_ = false;   // something meets where it is: else nothing can change just beside it
  std::size_t looks_ = 0;
};

}  // namespace

Rational simplest_between(const Rational& a, const Rational& b) {
  const Rational whole = floor_of(a) + Rational(1);
  if (whole < b) return whole;
  // the same whole part: one over a simplest fraction between what is left, turned round
  const Rational base = floor_of(a), low = a - base, high = b - base;
  if (low == Rational(0)) {   // (0, high]: one over the next whole number above 1 / high
    return base + Rational(1) / (floor_of(Rational(1) / high) + Rational(1));
  }
  return base + Rational(1) / simplest_between(Rational(1) / high, Rational(1) / low);
}

BreakingPoint breaking_point(const Problem& problem, bool up, const std::optional<Rational>& nearer) { return Search(problem, up, nearer).run(); }

}  // namespace remit::study
