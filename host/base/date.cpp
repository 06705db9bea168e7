#include "base/date.hpp"

#include <chrono>

namespace remit::base {

namespace {

using namespace std::chrono;

constexpr const char* months[] = {"January", "February", "March",     "April",   "May",      "June",
                                  "July",    "August",   "September", "October", "November", "December"};

/// Takes between `least` and `most` digits off the front. False when there are fewer.
bool take_number(std::string_view& text, std::size_t least, std::size_t most, int& out) {
  std::size_t n = 0;
  for (out = 0; n < most && n < text.size() && text[n] >= '0' && text[n] <= '9'; ++n) out = out * 10 + (text[n] - '0');
  text.remove_prefix(n);
  return n >= least;
}
bool take(std::string_view& text, char c) {
  if (!text.starts_with(c)) return false;
  text.remove_prefix(1);
  return true;
}

bool take_day(std::string_view& text, std::int64_t& seconds) {
  int y, m, d;
  if (text.size() > 4 && text[4] == '-') {
    if (!take_number(text, 4, 4, y) || !take(text, '-') || !take_number(text, 2, 2, m) || !take(text, '-') ||
        !take_number(text, 2, 2, d))
      return false;
  } else if (!take_number(text, 1, 2, d) || !take(text, '/') || !take_number(text, 1, 2, m) || !take(text, '/') ||
             !take_number(text, 4, 4, y)) {
    return false;
  }
  const year_month_day day(year(y), month(static_cast<unsigned>(m)), std::chrono::day(static_cast<unsigned>(d)));
  if (y < 1600 || !day.ok()) return false;
  seconds = sys_days(day).time_since_epoch().count() * seconds_a_day;
  return true;
}

bool take_time(std::string_view& text, std::int64_t& seconds) {
  int h, m, s = 0;
  if (!take_number(text, 2, 2, h) || !take(text, ':') || !take_number(text, 2, 2, m)) return false;
  if (!text.empty() && (!take(text, ':') || !take_number(text, 2, 2, s))) return false;
  if (h > 23 || m > 59 || s > 59) return false;
  seconds = h * 3600 + m * 60 + s;
  return true;
}

struct Parts {
  year_month_day day;
  int hour, minute, second;
};
Parts parts_of(const Value& value) {
  const auto day = floor<days>(sys_seconds(seconds(value.integer)));
  const auto left = static_cast<int>(value.integer - day.time_since_epoch().count() * seconds_a_day);
  return {year_month_day(day), left / 3600, left / 60 % 60, left % 60};
}

std::string padded(int n, std::size_t width = 2) {
  std::string out = std::to_string(n);
  if (out.size() < width) out.insert(0, width - out.size(), '0');
  return out;
}

}  // namespace

bool read_moment(std::string_view text, Value& out) {
  std::int64_t day = 0, time = 0;
  if (!take_day(text, day)) return false;
  if (text.empty()) {
    out = Value::of(Kind::date, day);
    return true;
  }
  if (!(take(text, 'T') || take(text, ' ')) || !take_time(text, time) || !text.empty()) return false;
  out = Value::of(Kind::moment, day + time);
  return true;
}

std::string moment_text(const Value& value) {
  const Parts p = parts_of(value);
  std::string out = padded(static_cast<int>(p.day.year()), 4) + '-' + padded(static_cast<int>(unsigned{p.day.month()})) +
                    '-' + padded(static_cast<int>(unsigned{p.day.day()}));
  if (value.kind == Kind::moment) out += 'T' + padded(p.hour) + ':' + padded(p.minute) + ':' + padded(p.second);
  return out;
}

std::string moment_for_people(const Value& value) {
  const Parts p = parts_of(value);
  std::string out = std::to_string(unsigned{p.day.day()}) + ' ' + months[unsigned{p.day.month()} - 1] + ' ' +
                    std::to_string(static_cast<int>(p.day.year()));
  if (value.kind == Kind::moment) {
    out += " at " + padded(p.hour) + ':' + padded(p.minute);
    if (p.second != 0) out += ':' + padded(p.second);
  }
  return out;
}

}  // namespace remit::base
