// Ranks before and now as a slope chart: a line for each application from where it stood to where it stands. What a line says by its
// colour it says by its stroke and in words too.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace remit::report {

struct Slope {
  std::string label;                          // "SG-02 Mill Lane Play"
  std::uint32_t before = 0, after = 0;        // ranks; 0: none
  std::int64_t paid_before = 0, paid_after = 0;   // pence
  std::string words;                          // what becomes of it: "approve in full -> decline"
};

/// Appends the <figure>, of the applications that are ranked before or now; nothing when none is. Past some forty only the first of those
/// that moved are drawn, which the description says; the table has them all. `headline` says what one sees; `stream` is what it is called.
void write_slope_picture(const std::vector<Slope>& slopes, const std::string& headline, const std::string& stream, const std::string& name, std::string& out);

}  // namespace remit::report
