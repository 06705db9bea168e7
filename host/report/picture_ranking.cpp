#include <algorithm>
#include <array>

#include "base/money.hpp"
#include "base/rational.hpp"
#include "report/figure.hpp"
#include "report/layout.hpp"
#include "report/pictures.hpp"
#include "report/words.hpp"

namespace remit::report {

using base::money_for_people;

namespace {

constexpr std::size_t most_rows = 30, most_letters = 54;
constexpr double width = 400, left = 6;
constexpr std::array<std::string_view, 5> decisions{"approve-total", "approve-parts", "approve-in-principle", "refer", "decline"};

/// The length of a bar on paper; nothing is decided by it.
double share_of_hundred(const std::string& exact) {
  base::Rational total;
  if (!base::Rational::read(exact, total)) return 0;
  return std::clamp(static_cast<double>(total.num()) / static_cast<double>(total.den()) / 100, 0.0, 1.0);
}

/// "approve in part, £9,000"
std::string proposed(const record::DecisionRecord& r) {
  return std::string(decision_words(r.proposal.decision)) + (r.proposal.amount > 0 ? ", " + money_for_people(r.proposal.amount) : "");
}

std::string threshold_of(const Standing& s) { return s.ranked.front()->scores.threshold; }

void draw_rows(const Standing& s, Figure& f) {
  constexpr double step = 38, line_space = 32, bars = width - 2 * left - 44;
  Drawing draw(f);
  double y = 0;
  const std::string threshold = threshold_of(s);
  const double bottom = static_cast<double>(s.ranked.size()) * step + line_space, least = left + bars * share_of_hundred(threshold);
  if (!threshold.empty()) draw.line(least, 0, least, bottom, "guide");
  const auto funding_line = [&] {
    if (!s.shared_out) draw.line(0, y + line_space - 6, width, y + line_space - 6, "funding");
    draw.text(left, y + line_space - 12, line_words(s), "funding-label");
    y += line_space;
  };
  if (s.line == 0) funding_line();
  for (std::size_t i = 0; i < s.ranked.size(); ++i) {
    const auto& r = *s.ranked[i];
    const std::string words = proposed(r);
    draw.text(left, y + 15, fitted(std::to_string(r.rank) + ". " + r.application + ", " + r.applicant_name, most_letters - words.size()));
    draw.text(width - left, y + 15, words, "end");
    const double size = bars * share_of_hundred(r.scores.exact);
    draw.bar(left, y + 21, size, 11, r.proposal.decision).text(left + size + 6, y + 31, two_decimals(r.scores.total));
    y += step;
    if (i + 1 == s.line) funding_line();
  }
  if (!threshold.empty()) draw.text(std::max(least, 60.0), y + 16, number_words(threshold) + " of 100 is needed", "middle");
  f.height = y + (threshold.empty() ? 4 : 22);
  f.description = counted(s.ranked.size(), "application", "applications") + " by rank, each bar as long as its total of 100; " + line_words(s) + ".";
}

/// The outline of all bars side by side, as one shape.
std::string outline(const Standing& s, double from, double base, double each, double high) {
  std::string path = "M" + coordinate(from) + " " + coordinate(base);
  double x = from;
  for (const auto* r : s.ranked) {
    path += "V" + coordinate(base - high * share_of_hundred(r->scores.exact));
    path += "H" + coordinate(x += each);
  }
  return path + "V" + coordinate(base) + "Z";
}

/// At which ranks one proposal was made: a mark for each run of them.
void draw_strip(const Standing& s, std::string_view decision, double from, double each, double& y, Drawing& draw) {
  const auto is = [&](std::size_t i) { return s.ranked[i]->proposal.decision == decision; };
  std::size_t all = 0;
  for (std::size_t i = 0; i < s.ranked.size(); ++i) all += is(i);
  if (all == 0) return;
  draw.text(from, y + 14, std::string(decision_words(decision)) + ": " + std::to_string(all));
  draw.line(from, y + 31, from + each * static_cast<double>(s.ranked.size()), y + 31, "grid");
  for (std::size_t i = 0; i < s.ranked.size(); ++i) {
    if (!is(i)) continue;
    std::size_t end = i;
    while (end < s.ranked.size() && is(end)) ++end;
    draw.thin_bar(from + each * static_cast<double>(i), y + 19, each * static_cast<double>(end - i), 11, "strip");
    i = end - 1;
  }
  y += 36;
}

void draw_columns(const Standing& s, Figure& f) {
  constexpr double from = 32, top = 30, high = 150, base = top + high;
  const double each = (width - from - left) / static_cast<double>(s.ranked.size());
  Drawing draw(f);
  draw.shape(outline(s, from, base, each, high), "outline");
  for (const int mark : {0, 25, 50, 75, 100}) {
    const double y = base - high * mark / 100;
    draw.line(from, y, width - left, y, "grid").text(from - 6, y + 4, std::to_string(mark), "end");
  }
  if (const std::string threshold = threshold_of(s); !threshold.empty()) {
    const double y = base - high * share_of_hundred(threshold);
    draw.line(from, y, width - left, y, "guide").text(from + 4, y - 4, number_words(threshold) + " is needed");
  }
  const double at = from + each * static_cast<double>(s.line);
  if (!s.shared_out) draw.line(at, top - 8, at, base + 6, "funding");
  const bool right_half = at > width / 2;
  draw.text(right_half ? std::max(at, 350.0) : std::min(at, 50.0), top - 14, line_words(s), right_half ? "funding-label end" : "funding-label");
  draw.text(from, base + 18, "rank 1").text(width - left, base + 18, "rank " + std::to_string(s.ranked.back()->rank), "end");
  double y = base + 26;
  for (const auto decision : decisions) draw_strip(s, decision, from, each, y, draw);
  f.height = y + 2;
  f.description = counted(s.ranked.size(), "application", "applications") + " side by side by rank, each as high as its total of 100; " + (s.shared_out ? "" : "after " + counted(s.line, "application", "applications") + " the ") + line_words(s) +
                  ". The strips below show at which ranks each proposal is made.";
}

}  // namespace

void write_ranking_picture(const Standing& s, const std::string& name, const std::string& table, std::string& out) {
  if (s.ranked.empty()) return;
  const auto funded = static_cast<std::size_t>(std::ranges::count_if(s.ranked, [](const auto* r) { return r->proposal.amount > 0; }));
  const std::size_t all = s.ranked.size();
  Figure f;
  f.name = name;
  f.headline = (funded == 0 ? "None" : std::to_string(funded)) + " of " + counted(all, "ranked application gets", "ranked applications " + std::string(funded == 1 || funded == 0 ? "gets" : "get")) + " money";
  f.title = "Ranked list of " + (s.stream->title.empty() ? s.stream->id : s.stream->title) + ", by total of 100" + (s.shared_out ? "" : ", with the funding line");
  f.headings = {"rank", "application", "applicant", "total", "asked for", "proposal", "amount"};
  f.table_at = table;
  f.width = width;
  for (const auto* r : s.ranked)
    f.rows.push_back({std::to_string(r->rank), r->application, r->applicant_name, r->scores.total, r->requested ? base::money_text(*r->requested) : "",
                      std::string(decision_words(r->proposal.decision)), base::money_text(r->proposal.amount)});
  if (all <= most_rows) draw_rows(s, f);
  else draw_columns(s, f);
  write_figure(f, out);
}

}  // namespace remit::report
