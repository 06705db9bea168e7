#include "report/arithmetic.hpp"

#include <algorithm>
#include <optional>

#include "base/rational.hpp"
#include "report/words.hpp"

namespace remit::report {

using base::Rational;

namespace {

std::optional<Rational> share(const record::MeasureScore& measure) {
  Rational weight, mean, high;
  if (!Rational::read(measure.weight, weight) || !Rational::read(measure.mean, mean) || !Rational::read(measure.high, high)) return {};
  if (high == Rational(0)) return {};
  try {
    return weight * mean / high;
  } catch (const base::Overflow&) {
    return {};
  }
}

/// A fraction in brackets where it would be misread among other signs.
std::string factor(std::string_view exact) {
  return exact.find('/') == std::string_view::npos ? std::string(exact) : "(" + std::string(exact) + ")";
}

}  // namespace

std::string share_words(const record::MeasureScore& measure) {
  const auto value = share(measure);
  if (!value) return {};
  return factor(measure.weight) + " x " + factor(measure.mean) + " / " + factor(measure.high) + " = " + number_words(value->exact());
}

std::string total_words(const record::Scores& scores) {
  std::string sum;
  Rational weights;
  for (const auto& measure : scores.measures) {
    const auto value = share(measure);
    Rational weight;
    if (!value || !Rational::read(measure.weight, weight)) return {};
    weights = weights + weight;
    sum += (sum.empty() ? "" : " + ") + factor(value->exact());
  }
  std::string out = "100 x (" + sum + ") / " + factor(weights.exact()) + " = " + two_decimals(scores.total);
  if (scores.exact.find('/') != std::string::npos) out += " (exactly " + scores.exact + ")";
  return out;
}

std::vector<MemberMark> marks_of(const record::Scores& scores, std::string_view measure) {
  std::vector<MemberMark> out;
  for (const auto& sheet : scores.sheets)
    for (const auto& mark : sheet.marks)
      if (mark.measure == measure) out.push_back({sheet.member, &mark, sheet.counted});
  std::ranges::stable_partition(out, [](const MemberMark& m) { return m.counted; });
  return out;
}

}  // namespace remit::report
