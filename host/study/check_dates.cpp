// The date of a round chooses its parameters. So a value that changes between the day on which a call opens and the day on which it is
// decided is not the one that applicants read, and a parameter that begins later than others leaves earlier rounds without it.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <limits>

#include "base/date.hpp"
#include "intake/json.hpp"
#include "study/check_parts.hpp"

namespace remit::study {

namespace fs = std::filesystem;
using base::Kind;
using base::Value;

namespace {

constexpr std::int64_t ever = std::numeric_limits<std::int64_t>::min();

std::string day(std::int64_t second) { return base::moment_for_people(Value::of(Kind::date, second)); }

/// From when a stream is open to the day that decides it.
struct Call {
  std::string round, stream;
  std::int64_t opens, decided;
};

std::vector<Call> calls_of(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code none;
  for (const auto& entry : fs::directory_iterator(folder / "rounds", none))
    if (fs::exists(entry.path() / "round.json", none)) files.push_back(entry.path() / "round.json");
  std::ranges::sort(files);
  std::vector<Call> calls;
  for (const auto& file : files) {
    std::ifstream in(file, std::ios::binary);
    intake::Json round;
    try {
      round = intake::read_json(std::string(std::istreambuf_iterator<char>(in), {}), file.string());
    } catch (const base::Refused&) {
      continue;   // whoever reads the round says what is wrong with it
    }
    Value opens, decided;
    if (!base::read_moment(round["as_of"].str(), decided)) continue;
    for (const auto& stream : round["streams"].items)
      if (base::read_moment(stream["opens"].str(), opens)) calls.push_back({file.parent_path().filename().string(), stream["id"].str(), opens.integer, base::last_second(decided)});
  }
  return calls;
}

// The first day from which any other parameter of the pack has a dated value.
std::int64_t first_of_others(const policy::Pack& pack, const policy::Parameter& p) {
  std::int64_t first = std::numeric_limits<std::int64_t>::max();
  for (const auto& other : pack.parameters)
    if (&other != &p && !other.periods.empty() && other.periods.front().from != ever) first = std::min(first, other.periods.front().from);
  return first;
}

void check_gap(const policy::Pack& pack, const policy::Parameter& p, Findings& findings) {
  const std::int64_t from = p.periods.front().from, others = first_of_others(pack, p);
  if (!p.used || from == ever || others >= from) return;
  findings.push_back({Weight::warning, {"PARAMETER_GAP", p.file, p.line, 0, {}, "parameter \"" + p.id + "\" has no value before " + day(from) + ", and others have theirs from " + day(others) +
                      " on: what reads it in a round between the two goes to a person", {}, {}}});
}

void check_straddle(const policy::Parameter& p, const std::vector<Call>& calls, Findings& findings) {
  for (const auto& period : p.periods) {
    if (period.from == ever) continue;
    const auto call = std::ranges::find_if(calls, [&](const Call& c) { return c.opens < period.from && period.from <= c.decided; });
    if (call == calls.end()) continue;
    findings.push_back({Weight::warning, {"STRADDLES", p.file, p.line, 0, {}, "parameter \"" + p.id + "\" changes on " + day(period.from) + ", while the stream \"" + call->stream + "\" of the round \"" + call->round +
                        "\" is open or being decided (from " + day(call->opens) + " to " + day(call->decided) + "): it is decided by the new value, and applicants read the old one", {}, {}}});
    return;
  }
}

}  // namespace

void check_dates(const policy::Pack& pack, const fs::path& folder, Findings& findings) {
  const std::vector<Call> calls = calls_of(folder);
  for (const auto& p : pack.parameters) {
    if (p.layer != own_layer(pack) || p.periods.empty()) continue;
    check_gap(pack, p, findings);
    check_straddle(p, calls, findings);
  }
}

}  // namespace remit::study
