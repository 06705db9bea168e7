#include "report/svg.hpp"

#include <algorithm>
#include <cmath>

#include "base/money.hpp"
#include "base/rational.hpp"
#include "report/layout.hpp"
#include "report/markup.hpp"
#include "report/words.hpp"

namespace remit::report {

using base::money_for_people;

namespace {

constexpr std::size_t most_rows = 50;
constexpr double row_height = 26, bars_at = 250, bar_length = 270, width = 840;

/// The length of a bar on paper; nothing is decided by it.
double share_of_hundred(const record::DecisionRecord& r) {
  base::Rational total;
  if (!base::Rational::read(r.scores.exact, total)) return 0;
  return std::clamp(static_cast<double>(total.num()) / static_cast<double>(total.den()) / 100, 0.0, 1.0);
}

class Picture {
 public:
  Picture(const Standing& standing, const std::string& name, std::string& out) : s_(standing), name_(name), m_(out) {}

  void rows();
  void columns();

 private:
  void open(double height, std::string_view description);
  void bar(double x, double y, double w, double h, const record::DecisionRecord& r);
  void label(double x, double y, std::string_view text, std::string_view css_class = {});
  void line(double x1, double y1, double x2, double y2, std::string_view css_class);
  void at(std::string_view name, double value);

  const Standing& s_;
  const std::string& name_;
  Markup m_;
};

void Picture::at(std::string_view name, double value) {
  // One decimal is finer than any screen or printer shows.
  const auto tenths = std::lround(value * 10);
  std::string text = std::to_string(tenths / 10);
  if (tenths % 10 != 0) text += "." + std::to_string(std::abs(tenths % 10));
  m_.attribute(name, text);
}

void Picture::open(double height, std::string_view description) {
  const std::string title = "Ranked list of " + (s_.stream->title.empty() ? s_.stream->id : s_.stream->title);
  m_.raw("<svg class=\"ranking\" role=\"img\"").attribute("viewBox", "0 0 " + std::to_string(std::lround(width)) + " " + std::to_string(std::lround(height)));
  m_.attribute("aria-labelledby", name_ + "-title " + name_ + "-words").raw(">");
  m_.raw("<title").attribute("id", name_ + "-title").raw(">").text(title).raw("</title>");
  m_.raw("<desc").attribute("id", name_ + "-words").raw(">").text(description).raw("</desc>");
}

void Picture::bar(double x, double y, double w, double h, const record::DecisionRecord& r) {
  m_.raw("<rect").attribute("class", r.proposal.decision);
  at("x", x);
  at("y", y);
  at("width", w);
  at("height", h);
  m_.raw(">").element("title", "rank " + std::to_string(r.rank) + ", " + r.application + ", " + r.applicant_name + ": total " +
                      two_decimals(r.scores.total) + ", " + std::string(decision_words(r.proposal.decision))).raw("</rect>");
}

void Picture::label(double x, double y, std::string_view text, std::string_view css_class) {
  m_.raw("<text");
  at("x", x);
  at("y", y);
  if (!css_class.empty()) m_.attribute("class", css_class);
  m_.raw(">").text(text).raw("</text>");
}

void Picture::line(double x1, double y1, double x2, double y2, std::string_view css_class) {
  m_.raw("<line").attribute("class", css_class);
  at("x1", x1);
  at("y1", y1);
  at("x2", x2);
  at("y2", y2);
  m_.raw("/>");
}

void Picture::rows() {
  const double line_space = 38;
  open(static_cast<double>(s_.ranked.size()) * row_height + line_space + 8,
       counted(s_.ranked.size(), "application", "applications") + " by rank, each bar as long as its total of 100; " + line_words(s_) +
       ". The table below says the same.");
  double y = 4;
  auto funding_line = [&] {
    if (!s_.shared_out) line(0, y + line_space - 12, width, y + line_space - 12, "funding");
    label(bars_at, y + line_space - 18, line_words(s_), "funding-label");
    y += line_space;
  };
  if (s_.line == 0) funding_line();
  for (std::size_t i = 0; i < s_.ranked.size(); ++i) {
    const auto& r = *s_.ranked[i];
    label(34, y + 17, std::to_string(r.rank), "end");
    label(46, y + 17, fitted(r.application + "  " + r.applicant_name, 24));
    const double length = std::max(1.0, share_of_hundred(r) * bar_length);
    bar(bars_at, y + 4, length, row_height - 8, r);
    label(bars_at + bar_length + 52, y + 17, two_decimals(r.scores.total), "end");
    std::string words(decision_words(r.proposal.decision));
    if (r.proposal.amount > 0) words += ", " + money_for_people(r.proposal.amount);
    label(bars_at + bar_length + 66, y + 17, words);
    y += row_height;
    if (i + 1 == s_.line) funding_line();
  }
  m_.raw("</svg>\n");
}

void Picture::columns() {
  constexpr double left = 40, top = 30, height = 220, base = top + height;
  const double step = (width - left - 10) / static_cast<double>(s_.ranked.size());
  open(base + 30, counted(s_.ranked.size(), "application", "applications") + " side by side by rank, each as high as its total of 100; " +
       line_words(s_) + ". The table below names each.");
  for (const int mark : {0, 25, 50, 75, 100}) {
    const double y = base - height * mark / 100;
    line(left, y, width - 10, y, "grid");
    label(left - 6, y + 4, std::to_string(mark), "end");
  }
  for (std::size_t i = 0; i < s_.ranked.size(); ++i) {
    const double h = std::max(1.0, share_of_hundred(*s_.ranked[i]) * height);
    bar(left + step * static_cast<double>(i), base - h, std::max(0.4, step - (step > 3 ? 1 : 0)), h, *s_.ranked[i]);
  }
  const double at_line = left + step * static_cast<double>(s_.line);
  if (!s_.shared_out) line(at_line, top - 8, at_line, base + 8, "funding");
  const bool right_half = at_line > width / 2;
  const std::string after = s_.shared_out ? "" : "after " + counted(s_.line, "application", "applications") + ", ";
  label(at_line + (right_half ? -6 : 6), top - 12, after + line_words(s_), right_half ? "funding-label end" : "funding-label");
  label(left, base + 18, "rank 1");
  label(width - 10, base + 18, "rank " + std::to_string(s_.ranked.back()->rank), "end");
  m_.raw("</svg>\n");
}

}  // namespace

void write_ranking_svg(const Standing& standing, const std::string& name, std::string& out) {
  if (standing.ranked.empty()) return;
  Picture picture(standing, name, out);
  if (standing.ranked.size() <= most_rows) picture.rows();
  else picture.columns();
}

}  // namespace remit::report
