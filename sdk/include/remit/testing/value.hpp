// A plain value that owns its text: what a plug-in under test was given or gave.
#ifndef REMIT_TESTING_VALUE_HPP
#define REMIT_TESTING_VALUE_HPP

#include <ostream>
#include <string>

#include "../cpp/record.hpp"
#include "../cpp/values.hpp"

namespace remit {
namespace testing {

/// Compare with `==` against what one writes down: `EXPECT_EQ(answer.evidence("cost"), value(remit::money{50000}))`.
struct value {
  remit_kind kind = REMIT_ABSENT;
  std::int64_t integer = 0;
  std::string text;
  remit_ratio fraction{0, 1};

  value() = default;
  template <class Given, std::enable_if_t<std::is_convertible<const Given&, plain>::value, int> = 0>
  value(const Given& given) : value(static_cast<const plain&>(plain(given)).raw_value()) {}
  /// Of a plain kind; `raw` may be thrown away afterwards.
  explicit value(const remit_value& raw) : kind(raw.kind) {
    if (kind == REMIT_TEXT) text = std::string(view(raw.as.text));
    else if (kind == REMIT_RATIO) fraction = raw.as.ratio;
    else if (kind >= REMIT_YES_NO && kind <= REMIT_MOMENT) integer = raw.as.integer;
  }
  friend bool operator==(const value& a, const value& b) {
    return a.kind == b.kind && a.integer == b.integer && a.text == b.text && a.fraction.num == b.fraction.num && a.fraction.den == b.fraction.den;
  }
  friend bool operator!=(const value& a, const value& b) { return !(a == b); }
  friend std::ostream& operator<<(std::ostream& to, const value& v) {
    to << words_for(v.kind);
    if (v.kind == REMIT_TEXT) return to << " \"" << v.text << '"';
    if (v.kind == REMIT_RATIO) return to << ' ' << v.fraction.num << '/' << v.fraction.den;
    return v.kind == REMIT_ABSENT ? to : to << ' ' << v.integer;
  }
};

}  // namespace testing
}  // namespace remit

#endif
