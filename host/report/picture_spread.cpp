#include <algorithm>
#include <map>

#include "base/rational.hpp"
#include "report/figure.hpp"
#include "report/layout.hpp"
#include "report/pictures.hpp"
#include "report/words.hpp"

namespace remit::report {

using base::Rational;

namespace {

constexpr double width = 400, left = 6;

std::string named(const record::Stream& stream) { return stream.title.empty() ? stream.id : stream.title; }

double share(const Rational& part, const Rational& whole) {
  if (whole == Rational(0)) return 0;
  const Rational value = part / whole;
  return std::clamp(static_cast<double>(value.num()) / static_cast<double>(value.den()), 0.0, 1.0);
}

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
  constexpr double marks_at = 158, marks_length = 148;
  double y = 4;
  for (const auto& measure : *measures) {
    Rational high;
    if (!Rational::read(measure.high, high)) continue;
    draw.text(left, y + 18, fitted((measure.title.empty() ? measure.measure : measure.title) + ", of " + number_words(measure.high), 52), "strong");
    y += 28;
    for (const auto& [key, spread] : spreads) {
      if (key.first != measure.measure) continue;
      const auto x = [&](const Rational& mark) { return marks_at + marks_length * share(mark, high); };
      draw.text(left + 12, y + 15, fitted(member_words(document, key.second), 20));
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

}  // namespace remit::report
