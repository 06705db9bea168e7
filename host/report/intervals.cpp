#include "report/intervals.hpp"

#include <algorithm>

#include "report/figure.hpp"
#include "report/layout.hpp"

namespace remit::report {

namespace {

constexpr double width = 460, left = 10, length = width - 2 * left, top = 26;

double x_of(double share) { return left + length * (std::clamp(share, -1.0, 1.0) + 1) / 2; }

/// How far the nearer end is: what the rows are in order of.
double nearest(const Interval& i) { return std::min(i.ends_down ? -i.down : 9.0, i.ends_up ? i.up : 9.0); }

}  // namespace

void write_interval_picture(std::vector<Interval> intervals, const std::string& headline, const std::string& title, const std::string& axis, const std::string& name, std::string& out) {
  if (intervals.empty()) return;
  std::ranges::stable_sort(intervals, {}, nearest);
  Figure f{name, headline, title, {}, {"what", "down", "up"}, {}, {}, width, 0};
  f.description = "A bar for each, from how far down to how far up it can move with the same applications getting money; the least firm first. The line in the middle is where it is now, the edges are 100% " + axis +
                  " less and more. A bar ends in a diamond where something changes; one that runs into the edge goes on beyond it, as far as the words under it say, or without end.";
  Drawing pen(f);
  pen.text(left, 14, "-100%").text(width / 2, 14, "now", "middle").text(width - left, 14, "+100%", "end");
  double y = top;
  for (const Interval& i : intervals) {
    pen.text(left, y + 12, fitted(i.label, 56), "strong");
    pen.line(left, y + 24, width - left, y + 24, "grid");
    const double from = x_of(i.ends_down ? i.down : -1), to = x_of(i.ends_up ? i.up : 1);
    pen.bar(from, y + 18, to - from, 12, "whole").line(width / 2, y + 15, width / 2, y + 33, "range");
    if (i.ends_down && i.down >= -1) pen.diamond(from, y + 24, 6, "mean");
    if (i.ends_up && i.up <= 1) pen.diamond(to, y + 24, 6, "mean");
    y += 46;
    const auto say = [&](const std::string& words) {
      pen.text(left, y, fitted(words, 66));
      y += 17;
    };
    if (i.ends_down) say("down: " + i.down_words);
    if (i.ends_up) say("up: " + i.up_words);
    if (!i.ends_down && !i.ends_up) say("down and up: " + (i.down_words == i.up_words ? i.up_words : i.down_words + "; " + i.up_words));
    y += 8;
    f.rows.push_back({i.label, i.down_words, i.up_words});
  }
  f.height = y;
  write_figure(f, out);
}

}  // namespace remit::report
