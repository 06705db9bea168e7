#include "report/slope.hpp"

#include <algorithm>
#include <limits>
#include <map>

#include "base/money.hpp"
#include "report/figure.hpp"
#include "report/layout.hpp"
#include "report/words.hpp"

namespace remit::report {

using base::money_for_people;

namespace {

constexpr std::size_t most_lines = 40, most_letters = 21;
constexpr double width = 460, step = 24, top = 34, left = 185, right = 275;

std::string rank_words(std::uint32_t rank) { return rank == 0 ? "no rank" : std::to_string(rank); }

bool moved(const Slope& s) { return s.before != s.after || (s.paid_before > 0) != (s.paid_after > 0); }

std::string move_words(const Slope& s) {
  if (s.before == s.after) return "the same rank";
  if (s.before == 0) return "ranked now";
  if (s.after == 0) return "no longer ranked";
  return s.after < s.before ? "up " + std::to_string(s.before - s.after) : "down " + std::to_string(s.after - s.before);
}

/// How high each line begins or ends: by rank, the unranked below.
std::vector<double> heights(const std::vector<const Slope*>& shown, std::uint32_t Slope::*rank) {
  std::vector<std::size_t> order(shown.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  const auto key = [&](std::size_t i) {
    const std::uint32_t r = shown[i]->*rank;
    return std::pair(r == 0 ? std::numeric_limits<std::uint32_t>::max() : r, i);
  };
  std::ranges::sort(order, {}, key);
  std::vector<double> out(shown.size());
  for (std::size_t place = 0; place < order.size(); ++place) out[order[place]] = top + step * static_cast<double>(place);
  return out;
}

void draw(const std::vector<const Slope*>& shown, Figure& f) {
  Drawing pen(f);
  const auto from = heights(shown, &Slope::before), to = heights(shown, &Slope::after);
  pen.text(left, 16, "before", "strong end").text(right, 16, "now", "strong");
  for (std::size_t i = 0; i < shown.size(); ++i) {
    const Slope& s = *shown[i];
    const bool fell = s.after == 0 || (s.before != 0 && s.after > s.before), rose = s.before == 0 || (s.after != 0 && s.after < s.before);
    pen.line(left + 12, from[i], right - 12, to[i], fell ? "fell" : rose ? "rose" : "stayed");
  }
  for (std::size_t i = 0; i < shown.size(); ++i) {
    const Slope& s = *shown[i];
    pen.diamond(left + 12, from[i], 5, s.paid_before > 0 ? "mean" : "open").diamond(right - 12, to[i], 5, s.paid_after > 0 ? "mean" : "open");
    pen.text(left, from[i] + 4, fitted(s.label, most_letters) + "  " + (s.before == 0 ? "–" : std::to_string(s.before)), "end");
    pen.text(right, to[i] + 4, (s.after == 0 ? "–" : std::to_string(s.after)) + "  " + fitted(s.label, most_letters));
  }
  f.height = top + step * static_cast<double>(shown.size());
}

}  // namespace

void write_slope_picture(const std::vector<Slope>& slopes, const std::string& headline, const std::string& stream, const std::string& name, std::string& out) {
  std::vector<const Slope*> shown;
  for (const Slope& s : slopes)
    if (s.before != 0 || s.after != 0) shown.push_back(&s);
  if (shown.empty()) return;
  Figure f{name, headline, "Ranks of " + stream + ", before and now, by application", {}, {"application", "rank before", "rank now", "how it moved", "money before", "money now", "decision"}, {}, {}, width, 0};
  const auto best = [](const Slope* s) { return std::min(s->before == 0 ? s->after : s->before, s->after == 0 ? s->before : s->after); };
  std::ranges::stable_sort(shown, {}, [&](const Slope* s) { return best(s); });
  for (const Slope* s : shown)
    f.rows.push_back({s->label, rank_words(s->before), rank_words(s->after), move_words(*s), money_for_people(s->paid_before), money_for_people(s->paid_after), s->words});
  f.description = "A line for each application, from its rank before on the left to its rank now on the right; a dash stands for no rank. Thick lines rise, broken lines fall, thin ones stay. "
                  "A filled mark gets money, a hollow one gets none.";
  if (shown.size() > most_lines) {
    const std::size_t all = shown.size();
    std::erase_if(shown, [](const Slope* s) { return !moved(*s); });
    const std::size_t that_moved = shown.size();
    if (shown.size() > most_lines) shown.resize(most_lines);
    f.description += " Drawn are the first " + std::to_string(shown.size()) + " of " + counted(that_moved, "application", "applications") + " that moved; " + std::to_string(all) + " are ranked, and the table has them all.";
  }
  if (shown.empty()) return;
  draw(shown, f);
  write_figure(f, out);
}

}  // namespace remit::report
