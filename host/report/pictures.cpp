#include "report/pictures.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/money.hpp"
#include "base/rational.hpp"
#include "report/figure.hpp"
#include "report/layout.hpp"
#include "report/words.hpp"

namespace remit::report {

using base::money_for_people;
using base::Rational;

namespace {

constexpr double width = 460, step = 44, left = 6, length = width - 2 * left;
constexpr std::size_t most_awards = 24, most_letters = 66;

std::string named(const record::Stream& stream) { return stream.title.empty() ? stream.id : stream.title; }

struct Award {
  std::string label, decision;
  std::int64_t amount;
};

/// Each award by itself, or those of one decision together when there are many.
std::vector<Award> awards_of(const Standing& standing) {
  std::vector<Award> each, together;
  std::map<std::string_view, std::size_t> count;
  for (const auto* r : standing.ranked) {
    const auto& p = r->proposal;
    if (p.amount <= 0) continue;
    each.push_back({money_for_people(p.amount) + " to " + r->application + ", " + r->applicant_name + " (rank " + std::to_string(r->rank) + ", " +
                    std::string(decision_words(p.decision)) + ")", p.decision, p.amount});
    auto same = std::ranges::find(together, p.decision, &Award::decision);
    if (same == together.end()) same = together.insert(same, {{}, p.decision, 0});
    same->amount += p.amount;
    ++count[p.decision];
  }
  if (each.size() <= most_awards) return each;
  for (Award& award : together)
    award.label = money_for_people(award.amount) + " to " + counted(count[award.decision], "application", "applications") + " (" + std::string(decision_words(award.decision)) + ")";
  return together;
}

double share(std::int64_t part, std::int64_t whole) { return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0; }

double share(const Rational& part, const Rational& whole) {
  if (whole == Rational(0)) return 0;
  const Rational value = part / whole;
  return std::clamp(static_cast<double>(value.num()) / static_cast<double>(value.den()), 0.0, 1.0);
}

}  // namespace

void write_budget_picture(const Standing& standing, const std::string& name, std::string& out) {
  const record::Stream& s = *standing.stream;
  const auto awards = awards_of(standing);
  if (awards.empty() || s.budget <= 0) return;
  Figure f{name, money_for_people(s.left) + " of " + money_for_people(s.budget) + " is left", "Budget of " + named(s) + ", in pounds, after each award in rank order", {}, {"step", "amount", "left after it"}, {}, {}, width, 0};
  f.description = "The first bar is the budget of " + money_for_people(s.budget) + ". Each bar below starts where the one above ends: it is an award, and is taken off. The last bar, " + money_for_people(s.left) + ", is left.";
  Drawing draw(f);
  double y = 0;
  const auto row = [&](const std::string& label, std::int64_t from, std::int64_t amount, std::string_view css_class) {
    draw.text(left, y + 16, fitted(label, most_letters));
    draw.bar(left + length * share(from, s.budget), y + 22, length * share(amount, s.budget), 14, css_class);
    y += step;
  };
  row("budget: " + money_for_people(s.budget), 0, s.budget, "whole");
  f.rows.push_back({"budget", money_for_people(s.budget), money_for_people(s.budget)});
  std::int64_t remains = s.budget;
  for (const Award& award : awards) {
    remains -= award.amount;
    draw.line(left + length * share(remains + award.amount, s.budget), y - 22, left + length * share(remains + award.amount, s.budget), y + 36, "guide");
    row(award.label, remains, award.amount, award.decision);
    f.rows.push_back({award.label, money_for_people(award.amount), money_for_people(remains)});
  }
  row("left: " + money_for_people(s.left), 0, s.left, "rest");
  f.rows.push_back({"left", money_for_people(s.left), money_for_people(s.left)});
  f.height = y;
  write_figure(f, out);
}

namespace {

/// What one member gave for one measure, over all applications.
struct Spread {
  Rational least, most, sum;
  std::int64_t count = 0;
  void add(const Rational& mark) {
    least = count == 0 || mark < least ? mark : least;
    most = count == 0 || most < mark ? mark : most;
    sum = sum + mark;
    ++count;
  }
  Rational mean() const { return sum / Rational(count); }
};

using Spreads = std::map<std::pair<std::string, std::string>, Spread>;   // by measure and member

Spreads spreads_of(const record::DecisionDocument& document, const record::Stream& stream) {
  Spreads out;
  for (const auto& r : document.records) {
    if (r.stream != stream.id) continue;
    for (const auto& sheet : r.scores.sheets)
      for (const auto& mark : sheet.marks) {
        Rational value;
        if (sheet.counted && Rational::read(mark.score, value)) out[{mark.measure, sheet.member}].add(value);
      }
  }
  return out;
}

/// The measures of a stream, as the first record of it that is scored has them.
const std::vector<record::MeasureScore>* measures_of(const record::DecisionDocument& document, const record::Stream& stream) {
  for (const auto& r : document.records)
    if (r.stream == stream.id && !r.scores.measures.empty()) return &r.scores.measures;
  return nullptr;
}

std::string widest(const record::DecisionDocument& document, const Spreads& spreads, const std::vector<record::MeasureScore>& measures) {
  std::string at;
  Rational most(-1);
  for (const auto& measure : measures) {
    const Spread *low = nullptr, *high = nullptr;
    std::string_view who_low, who_high;
    for (const auto& [key, spread] : spreads) {
      if (key.first != measure.measure) continue;
      if (low == nullptr || spread.mean() < low->mean()) low = &spread, who_low = key.second;
      if (high == nullptr || high->mean() < spread.mean()) high = &spread, who_high = key.second;
    }
    if (low == nullptr || who_low == who_high || !(most < high->mean() - low->mean())) continue;
    most = high->mean() - low->mean();
    at = "Assessors differ most on “" + (measure.title.empty() ? measure.measure : measure.title) + "”: on average " + member_words(document, who_high) + " gives " +
         high->mean().rounded() + ", " + member_words(document, who_low) + " " + low->mean().rounded();
  }
  return at.empty() ? "How far the marks of each measure are spread" : at;
}

}  // namespace

void write_spread_picture(const record::DecisionDocument& document, const record::Stream& stream, const std::string& name, std::string& out) {
  const Spreads spreads = spreads_of(document, stream);
  const auto* measures = measures_of(document, stream);
  if (spreads.empty() || measures == nullptr) return;
  Figure f{name, widest(document, spreads, *measures), "Marks of " + named(stream) + " by measure and assessor: least, mean and greatest", {}, {"measure", "assessor", "marks", "least", "mean", "greatest", "of"}, {}, {}, width, 0};
  f.description = "For each measure a row for each assessor: the line goes from the least mark to the greatest that the assessor gave, the diamond is the mean. "
                  "Assessors marked different applications where some stepped aside. Marks that were set aside are left out.";
  Drawing draw(f);
  constexpr double marks_at = 190, marks_length = 150;
  double y = 4;
  for (const auto& measure : *measures) {
    Rational high;
    if (!Rational::read(measure.high, high)) continue;
    draw.text(left, y + 18, fitted((measure.title.empty() ? measure.measure : measure.title) + ", of " + number_words(measure.high), 60), "strong");
    y += 28;
    for (const auto& [key, spread] : spreads) {
      if (key.first != measure.measure) continue;
      const auto x = [&](const Rational& mark) { return marks_at + marks_length * share(mark, high); };
      draw.text(left + 12, y + 15, fitted(member_words(document, key.second), 25));
      draw.line(marks_at, y + 11, marks_at + marks_length, y + 11, "grid").line(x(spread.least), y + 11, x(spread.most), y + 11, "range");
      draw.line(x(spread.least), y + 5, x(spread.least), y + 17, "range").line(x(spread.most), y + 5, x(spread.most), y + 17, "range");
      draw.diamond(x(spread.mean()), y + 11, 6, "mean");
      draw.text(marks_at + marks_length + 12, y + 15, spread.mean().rounded() + " (" + spread.least.rounded() + " to " + spread.most.rounded() + ")");
      f.rows.push_back({measure.title.empty() ? measure.measure : measure.title, member_words(document, key.second), std::to_string(spread.count), spread.least.rounded(),
                        spread.mean().rounded(), spread.most.rounded(), number_words(measure.high)});
      y += 24;
    }
    y += 8;
  }
  f.height = y;
  write_figure(f, out);
}

void write_failures_picture(const record::DecisionDocument& document, std::string& out) {
  struct Failed {
    std::string title, clause, effect;
    std::size_t count = 0;
  };
  std::map<std::string_view, Failed> by_rule;
  std::size_t all = 0;
  for (const auto& r : document.records)
    for (const auto& finding : r.findings) {
      if (finding.outcome != "fail") continue;
      const auto [at, is_new] = by_rule.try_emplace(finding.rule);
      if (is_new) at->second = {finding.title.empty() ? finding.rule : finding.title, finding.clause, finding.effect, 0};
      ++at->second.count;
      ++all;
    }
  if (all == 0) return;
  std::vector<Failed> failures;
  for (auto& [rule, failed] : by_rule) failures.push_back(std::move(failed));
  std::ranges::stable_sort(failures, {}, [](const Failed& failed) { return -static_cast<std::ptrdiff_t>(failed.count); });
  Figure f{"failures", "Most often not met: " + failures.front().title + " (" + counted(failures.front().count, "application", "applications") + ")",
           "Criteria that were not met, by number of applications, with the running share of all " + std::to_string(all), {}, {"criterion", "clause", "what follows", "applications", "running share"}, {}, {}, width, 0};
  f.description = "A bar for each criterion that any application fails, the most frequent first. The share at the end counts it and all above it. One application may fail several.";
  Drawing draw(f);
  double y = 0;
  std::size_t so_far = 0;
  for (const Failed& failed : failures) {
    so_far += failed.count;
    const std::string running = std::to_string((so_far * 200 + all) / (2 * all)) + "%";
    draw.text(left, y + 16, fitted(failed.title, 64));
    draw.bar(left, y + 22, (length - 110) * static_cast<double>(failed.count) / static_cast<double>(failures.front().count), 14, failed.effect == "blocks" ? "failed" : "doubted");
    draw.text(width - left, y + 34, std::to_string(failed.count) + "; in all " + running, "end");
    f.rows.push_back({failed.title, failed.clause, failed.effect == "blocks" ? "the application is declined" : failed.effect == "refers" ? "a person looks" : "it is reported", std::to_string(failed.count), running});
    y += step;
  }
  f.height = y;
  write_figure(f, out);
}

}  // namespace remit::report
