#include <algorithm>
#include <map>

#include "base/money.hpp"
#include "report/figure.hpp"
#include "report/layout.hpp"
#include "report/pictures.hpp"
#include "report/words.hpp"

namespace remit::report {

using base::money_for_people;

namespace {

constexpr double width = 400, step = 42, left = 6, length = width - 2 * left;
constexpr std::size_t most_awards = 24, most_letters = 54;

struct Award {
  std::string label, decision;
  std::int64_t amount;
  std::string to;                    // who it goes to, as the picture names it
};

std::string named(const record::Stream& stream) { return stream.title.empty() ? stream.id : stream.title; }

/// "£58,000 in full"
std::string amount_words(const Award& award) {
  std::string_view how = decision_words(award.decision);
  if (how.starts_with("approve ")) how.remove_prefix(8);
  return money_for_people(award.amount) + " " + std::string(how);
}

/// Each award by itself, or those of one decision together when there are many.
std::vector<Award> awards_of(const Standing& standing) {
  std::vector<Award> each, together;
  std::map<std::string_view, std::size_t> count;
  for (const auto* r : standing.ranked) {
    const auto& p = r->proposal;
    if (p.amount <= 0) continue;
    each.push_back({money_for_people(p.amount) + " to " + r->application + ", " + r->applicant_name + " (rank " + std::to_string(r->rank) + ", " +
                    std::string(decision_words(p.decision)) + ")", p.decision, p.amount, std::to_string(r->rank) + ". " + r->application + ", " + r->applicant_name});
    auto same = std::ranges::find(together, p.decision, &Award::decision);
    if (same == together.end()) same = together.insert(same, {{}, p.decision, 0, {}});
    same->amount += p.amount;
    ++count[p.decision];
  }
  if (each.size() <= most_awards) return each;
  for (Award& award : together) {
    award.to = counted(count[award.decision], "application", "applications");
    award.label = money_for_people(award.amount) + " to " + award.to + " (" + std::string(decision_words(award.decision)) + ")";
  }
  return together;
}

double share(std::int64_t part, std::int64_t whole) { return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0; }

}  // namespace

void write_budget_picture(const Standing& standing, const std::string& name, std::string& out) {
  const record::Stream& s = *standing.stream;
  const auto awards = awards_of(standing);
  if (awards.empty() || s.budget <= 0) return;
  Figure f{name, money_for_people(s.left) + " of " + money_for_people(s.budget) + " is left", "Budget of " + named(s) + ", in pounds, after each award in rank order", {}, {"step", "amount", "left after it"}, {}, {}, width, 0};
  f.description = "The first bar is the budget of " + money_for_people(s.budget) + ". Each bar below starts where the one above ends: it is an award, and is taken off. The last bar, " + money_for_people(s.left) + ", is left.";
  Drawing draw(f);
  double y = 0;
  const auto row = [&](const std::string& what, const std::string& sum, std::int64_t from, std::int64_t amount, std::string_view css_class) {
    draw.text(left, y + 16, fitted(what, most_letters - sum.size())).text(width - left, y + 16, sum, "end");
    draw.bar(left + length * share(from, s.budget), y + 22, length * share(amount, s.budget), 12, css_class);
    y += step;
  };
  row("budget", money_for_people(s.budget), 0, s.budget, "whole");
  f.rows.push_back({"budget", money_for_people(s.budget), money_for_people(s.budget)});
  std::int64_t remains = s.budget;
  for (const Award& award : awards) {
    const double at = left + length * share(remains, s.budget);
    remains -= award.amount;
    draw.line(at, y - step + 34, at, y + 22, "guide");   // before the words, which stand on it
    row(award.to, amount_words(award), remains, award.amount, award.decision);
    f.rows.push_back({award.label, money_for_people(award.amount), money_for_people(remains)});
  }
  row("left", money_for_people(s.left), 0, s.left, "rest");
  f.rows.push_back({"left", money_for_people(s.left), money_for_people(s.left)});
  f.height = y;
  write_figure(f, out);
}

}  // namespace remit::report
