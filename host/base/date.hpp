// Dates and moments: local, without a zone, counted in seconds from 1970-01-01T00:00:00 of the same calendar.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "base/value.hpp"

namespace remit::base {

inline constexpr std::int64_t seconds_a_day = 86400;

/// Reads "2012-03-31" (a date), "31/03/2012" (the same, as people write it) or "2012-03-31T17:00:00" (a moment; a space
/// may stand for the T, seconds may be left out). False on a day that does not exist, a zone, or a year outside
/// 1600..9999.
bool read_moment(std::string_view text, Value& out);
/// "2012-03-31" for a date, "2012-03-31T17:00:00" for a moment.
std::string moment_text(const Value& value);
/// "31 March 2012", or "31 March 2012 at 17:00".
std::string moment_for_people(const Value& value);
/// The first second that the value covers: its own for a moment, midnight for a date.
inline std::int64_t first_second(const Value& v) { return v.integer; }
/// The last second that the value covers: its own for a moment, 23:59:59 for a date (a closing date means the whole day).
inline std::int64_t last_second(const Value& v) { return v.kind == Kind::date ? v.integer + seconds_a_day - 1 : v.integer; }

}  // namespace remit::base
