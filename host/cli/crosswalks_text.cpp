// Crosswalks in words: one after the other with their gaps, or all in a table.
#include <algorithm>

#include "base/text.hpp"
#include "cli/crosswalks.hpp"
#include "report/layout.hpp"

namespace remit::cli {

namespace {

constexpr std::size_t width = 100;
using Kind = policy::IdSet::Kind;

const char* called(Kind kind) { return kind == Kind::outcomes ? "outcomes" : kind == Kind::levels ? "levels" : "codes"; }

void gaps(const std::string& there, const std::vector<policy::Meeting::Gap>& all, std::size_t unnamed, std::string& out) {
  for (const auto& gap : all) report::append_wrapped("  gap      ", gap.id + ": nothing in " + there + "; " + (gap.reading.empty() ? "the crosswalk does not speak of it" : gap.reading), width, out);
  if (unnamed)
    report::append_wrapped("  gap      ", std::to_string(unnamed) + (unnamed == 1 ? " place that the source counts and does not name" : " places that the source counts and does not name") + ": nothing can be mapped there", width, out);
}

void whole(const CrosswalkSeen& seen, std::string& out) {
  const policy::Crosswalk& crosswalk = seen.crosswalk;
  report::append_wrapped("", crosswalk.title + " (" + crosswalk.clause + "), written in the pack " + crosswalk.layer, width, out);
  if (!crosswalk.text.empty()) report::append_wrapped("  ", crosswalk.text, width, out);
  if (!crosswalk.reading.empty()) report::append_wrapped("  read as: ", crosswalk.reading, width, out);
  report::append_wrapped("  ", seen.from.name() + " to " + seen.to.name() + ": " + std::to_string(seen.met.mapped.size()) + " mapped, " + std::to_string(seen.gaps_from()) + " of " + seen.from.pack +
                                   " without a counterpart, " + std::to_string(seen.gaps_to()) + (seen.from.pack == seen.to.pack ? " of " + seen.to.set.name : " of " + seen.to.pack) + " without one", width, out);
  for (const auto& pair : seen.met.mapped)
    report::append_wrapped("  mapped   ", pair.from + " -> " + pair.to + (pair.clause.empty() ? "" : " (" + pair.clause + ")") + (pair.reading.empty() ? "" : "; " + pair.reading), width, out);
  gaps(seen.to.name(), seen.met.only_from, seen.met.unnamed_from, out);
  gaps(seen.from.name(), seen.met.only_to, seen.met.unnamed_to, out);
}

std::string as_table(const CrosswalksSeen& seen) {
  report::Table table({{"from", false, false}, {"to", false, false}, {"mapped", true, false}, {"gaps of the first", true, false}, {"of the second", true, false}, {"written in", false, true}});
  for (const auto& one : seen.all)
    table.add({one.from.name(), one.to.name(), std::to_string(one.met.mapped.size()), std::to_string(one.gaps_from()), std::to_string(one.gaps_to()), one.crosswalk.layer});
  table.fit(width);
  std::string out = table.heading() + "\n";
  for (std::size_t i = 0; i < table.size(); ++i) out += table.row(i) + "\n";
  return out;
}

}  // namespace

std::string crosswalks_as_text(const CrosswalksSeen& seen) {
  std::string out;
  if (seen.asked.empty() && !seen.all.empty()) out = as_table(seen);
  else
    for (const auto& one : seen.all) {
      if (!out.empty()) out += "\n";
      whole(one, out);
    }
  if (seen.all.empty()) {
    const std::string between = seen.asked.empty() ? "" : seen.asked.size() == 1 ? " with the pack " + seen.asked[0] : seen.asked[0] == seen.asked[1] ? " between two sets of " + seen.asked[0] : " between " + seen.asked[0] + " and " + seen.asked[1];
    out = "no crosswalk" + between + " is written: nothing of the one stands for anything of the other\n";
  }
  if (!seen.left.empty()) {
    out += seen.asked.size() == 2 ? "\nWhat no crosswalk between them names, and so has no counterpart\n" : "\nWhat no crosswalk names, and so has no counterpart anywhere\n";
    for (const auto& one : seen.left) report::append_wrapped("  ", one.name() + ": " + std::to_string(one.set.ids.size() + one.set.unnamed) + " " + called(one.set.kind), width, out);
  }
  return out;
}

}  // namespace remit::cli
