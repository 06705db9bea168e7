#include "words.hpp"

#include <algorithm>
#include <cstddef>

namespace best_fit {

namespace {

using How = RankedAward::How;

std::string digits(int128 n) {
  std::string out;
  for (; n > 9; n /= 10) out.insert(out.begin(), static_cast<char>('0' + static_cast<int>(n % 10)));
  out.insert(out.begin(), static_cast<char>('0' + static_cast<int>(n)));
  return out;
}

/// "A7 and A9", "A1, A2, A3 and 4 more".
std::string ids(const std::vector<Proposal>& proposals, const std::vector<std::uint32_t>& of, std::size_t most = 6) {
  std::string out;
  const bool cut = of.size() > most;
  const std::size_t shown = cut ? most : of.size();
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0) out += !cut && i + 1 == shown ? " and " : ", ";
    out += proposals[of[i]].id;
  }
  if (cut) out += " and " + std::to_string(of.size() - most) + " more";
  return out;
}

std::string elements_words(const Proposal& p, std::uint32_t set) {
  std::string out;
  for (std::size_t i = 0; i < p.elements.size(); ++i)
    if (set >> i & 1) out += (out.empty() ? "" : ", ") + p.elements[i].id;
  return out;
}

bool lower_ranks_gain(const Allocation& a, const std::vector<Proposal>& proposals, std::size_t i) {
  for (std::size_t k = i; k < proposals.size(); ++k)
    if (proposals[k].rank > proposals[i].rank && !a.awards[k].nothing()) return true;
  return false;
}

std::string in_rank_order(const RankedAward& ranked) {
  switch (ranked.how) {
    case How::whole: return "in rank order it would be funded whole";
    case How::parts: return "in rank order parts of it would be funded, " + money_words(ranked.cost);
    case How::refer: return "in rank order the panel would have to choose";
    case How::nothing: break;
  }
  return "in rank order nothing would be left for it";
}

/// What funding it whole would cost in points.
std::string instead_words(const Allocation& a, const std::vector<Proposal>& proposals, std::size_t i) {
  const auto& instead = a.instead[i];
  if (!instead) return {};
  std::string out = "; funded whole, the stream would count ";
  if (instead->value < a.value) out += points_words(a.value - instead->value, a.units) + " less";
  else if (instead->money > a.money) out += "the same for " + money_words(instead->money - a.money) + " more";
  else out += "the same for the same money, with fewer points for better ranks";
  if (!instead->gainers.empty()) out += ", for its money goes to " + ids(proposals, instead->gainers);
  return out;
}

std::string whole_words(const Allocation& a, const std::vector<Proposal>& proposals, std::size_t i) {
  if (a.ranked[i].how == How::whole) return "funded whole, as in rank order";
  return "funded whole, though ranked " + std::to_string(proposals[i].rank) + ": " + in_rank_order(a.ranked[i]);
}

std::string parts_words(const Allocation& a, const std::vector<Proposal>& proposals, std::size_t i) {
  const Award& award = a.awards[i];
  std::string out = "funded in parts: " + elements_words(proposals[i], award.set) + " for " + money_words(award.cost) + " count " +
                    points_words(a.units.of(proposals[i], award.cost), a.units) + " of its " +
                    points_words(a.units.of(proposals[i], proposals[i].requested), a.units);
  if (a.ranked[i].how != How::parts || a.ranked[i].cost != award.cost) out += "; " + in_rank_order(a.ranked[i]);
  return out + instead_words(a, proposals, i);
}

std::string nothing_words(const Allocation& a, const std::vector<Proposal>& proposals, const Terms& terms, std::size_t i) {
  const Proposal& p = proposals[i];
  if (p.total_num <= 0) return "not funded: its total of nothing adds no points";
  std::string out = lower_ranks_gain(a, proposals, i) ? "passed over though ranked " : "not funded at rank ";
  out += std::to_string(p.rank);
  if (p.requested > terms.budget) return out + ": it asks for more than the budget, and no parts of it add points";
  out += ": the " + money_words(p.requested) + " that it asks for count more elsewhere";
  if (a.ranked[i].how != How::nothing) out += "; " + in_rank_order(a.ranked[i]);
  return out + instead_words(a, proposals, i);
}

std::string open_words(const Allocation& a, const std::vector<Proposal>& proposals, std::size_t i) {
  std::vector<std::uint32_t> equal;
  for (std::size_t k = 0; k < proposals.size(); ++k)
    if (k != i && a.open[k] && proposals[k].rank == proposals[i].rank) equal.push_back(static_cast<std::uint32_t>(k));
  if (equal.empty()) return "the panel must choose: within the setting nodes it could not be told whether equal ranks could be exchanged";
  return "the panel must choose: it shares rank " + std::to_string(proposals[i].rank) + " with " + ids(proposals, equal) +
         ", and what is best for the stream can be shared among them in more than one way";
}

}  // namespace

std::string money_words(std::int64_t pence) {
  std::string out = digits(pence / 100);
  for (std::size_t at = out.size(); at > 3; at -= 3) out.insert(at - 3, 1, ',');
  if (pence % 100 != 0) out += (pence % 100 < 10 ? ".0" : ".") + digits(pence % 100);
  return "£" + out;
}

std::string points_words(int128 value, const Units& units) {
  const int128 whole = value / units.per_point;
  const int128 hundredths = whole * 100 + ((value - whole * units.per_point) * 200 + units.per_point) / (2 * units.per_point);
  if (hundredths == 0 && value > 0) return "less than 0.01 points";
  std::string out = digits(hundredths / 100);
  if (const int128 left = hundredths % 100; left != 0) out += '.' + digits(left / 10) + (left % 10 != 0 ? digits(left % 10) : "");
  return out + (hundredths == 100 ? " point" : " points");
}

std::string words_of(const Allocation& a, const std::vector<Proposal>& proposals, const Terms& terms, std::size_t i) {
  if (a.open[i]) return open_words(a, proposals, i);
  if (a.awards[i].whole) return whole_words(a, proposals, i);
  if (!a.awards[i].nothing()) return parts_words(a, proposals, i);
  return nothing_words(a, proposals, terms, i);
}

std::vector<std::string> notes(const Allocation& a, const std::vector<Proposal>& proposals, const Terms& terms) {
  std::vector<std::string> out;
  out.push_back("the best fit counts " + points_words(a.value, a.units) + " for " + money_words(a.money) + " of " + money_words(terms.budget) +
                ", the most that the budget can pay for; rank order would count " + points_words(a.ranked_value, a.units) + " for " +
                money_words(a.ranked_money));
  std::vector<std::uint32_t> more, less, open, asked;
  std::int64_t kept = 0;
  for (std::uint32_t i = 0; i < proposals.size(); ++i) {
    if (a.open[i]) {
      open.push_back(i);
      kept += a.awards[i].cost;
      continue;
    }
    if (a.ranked[i].how == How::refer) asked.push_back(i);
    if (a.awards[i].cost > a.ranked[i].cost) more.push_back(i);
    if (a.awards[i].cost < a.ranked[i].cost) less.push_back(i);
  }
  if (more.empty() && less.empty() && open.empty()) out.push_back("everybody gets what rank order would give");
  if (!more.empty()) out.push_back("more than in rank order goes to " + ids(proposals, more, 20));
  if (!less.empty()) out.push_back("less than in rank order, or nothing, goes to " + ids(proposals, less, 20));
  if (!asked.empty())
    out.push_back("in rank order the panel would have to choose among equal ranks: nobody from " + ids(proposals, asked, 20) +
                  " would be funded before it has");
  if (!open.empty())
    out.push_back("the panel must choose among " + ids(proposals, open, 20) + ", which share their ranks; " + money_words(kept) + " is kept for them");
  if (!a.units.exact) out.push_back("parts are counted in units of less than a millionth of a point, rounded down");
  return out;
}

}  // namespace best_fit
