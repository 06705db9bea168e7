// How far each of several things can move before anything changes, as bars on both sides of where it is: the shortest first, for that is where
// a result is least firm. The words under each bar say what its ends say.
#pragma once
#include <string>
#include <vector>

namespace remit::report {

/// Ends are shares of one, from where it is now: -0.4 is 40% less. An end that is not there is further than anything.
struct Interval {
  std::string label;                       // "weight of Need, 30 now"
  double down = -1, up = 1;                // only the picture; clamped to -1..1
  bool ends_down = false, ends_up = false; // whether anything changes there at all
  std::string down_words, up_words;        // "past 12.5: SG-12 gains"; "nothing changes, however far"
};

/// Appends the <figure>; nothing when there is no interval. `axis`: what a whole is: "of what it is now", "of the scale".
void write_interval_picture(std::vector<Interval> intervals, const std::string& headline, const std::string& title, const std::string& axis, const std::string& name, std::string& out);

}  // namespace remit::report
