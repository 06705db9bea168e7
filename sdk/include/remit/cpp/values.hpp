// Plain values in C++: what a plug-in gives as evidence or as a fact, and how it says that it cannot do its work.
#ifndef REMIT_CPP_VALUES_HPP
#define REMIT_CPP_VALUES_HPP

#include <cstdint>
#include <limits>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>

#include "../value.h"

namespace remit {

/// Thrown by a plug-in that cannot do its work; the words stand in the record as the cause of an `error`. Nobody is turned down
/// for it. Never crosses the edge: it is caught on the plug-in's side.
class failure : public std::runtime_error {
 public:
  explicit failure(const std::string& words) : std::runtime_error(words) {}
};

/// What a rule says; the same numbers as remit_outcome. Of a conflict rule, `fail`: the conflict arises.
enum class outcome : remit_outcome {
  pass = REMIT_PASS,
  fail = REMIT_FAIL,
  refer = REMIT_REFER,
  not_applicable = REMIT_NOT_APPLICABLE,
  error = REMIT_ERROR
};

/// num / den, den > 0.
using ratio = remit_ratio;

// A whole number alone is a count; these say what else it may be.
struct money { std::int64_t pence; };
struct date { std::int64_t seconds; };     // of the start of the day, from 1970-01-01T00:00:00
struct moment { std::int64_t seconds; };

inline std::string_view view(remit_text t) { return t.size == 0 ? std::string_view{} : std::string_view(t.data, static_cast<std::size_t>(t.size)); }
inline remit_text raw(std::string_view t) { return remit_text{t.data(), static_cast<std::uint64_t>(t.size())}; }

/// One value without list or record, made of what is at hand: a bool, a whole number (a count), a ratio, a text, money{}, date{},
/// moment{}. Borrows the text that it is made of: pass it on at once, as evidence() and give() do.
class plain {
 public:
  template <class Whole, std::enable_if_t<std::is_integral<Whole>::value, int> = 0>
  plain(Whole n) {
    if (static_cast<std::make_unsigned_t<std::conditional_t<std::is_same<Whole, bool>::value, int, Whole>>>(n) >
            static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()) && n > Whole{})
      throw failure("a number that does not fit 64 bits with a sign");
    set(std::is_same<Whole, bool>::value ? REMIT_YES_NO : REMIT_COUNT, static_cast<std::int64_t>(n));
  }
  plain(std::string_view text) { value_.kind = REMIT_TEXT; value_.as.text = raw(text); }
  plain(const std::string& text) : plain(std::string_view(text)) {}
  plain(const char* text) : plain(std::string_view(text)) {}
  plain(ratio r) { value_.kind = REMIT_RATIO; value_.as.ratio = r; }
  plain(money m) { set(REMIT_MONEY, m.pence); }
  plain(date d) { set(REMIT_DATE, d.seconds); }
  plain(moment m) { set(REMIT_MOMENT, m.seconds); }
  const remit_value& raw_value() const { return value_; }

 private:
  void set(remit_kind kind, std::int64_t n) { value_.kind = kind; value_.as.integer = n; }
  remit_value value_{};
};

}  // namespace remit

#endif
