// Decides a round inside another program and prints what is proposed for each application.
// Usage: panel_secretary POLICIES ROUND
#include <cstdio>
#include <string>

#include "base/date.hpp"
#include "engine/decided.hpp"
#include "engine/pinned.hpp"
#include "intake/read_round.hpp"
#include "lua/load.hpp"
#include "record/decision_document.hpp"
#include "record/record.hpp"

using namespace remit;

// bytes -> round and pack -> decided -> records -> records as they are read back
record::DecisionDocument decide(const std::string& policies, const std::string& place) {
  const intake::Source source = intake::open_source(place);
  const intake::Heading heading = intake::read_heading(source);

  lua::LoadOptions options;
  options.search = {policies};
  const auto pack = lua::load_pack(lua::find_pack(heading.pack_id.empty() ? heading.partnership : heading.pack_id, options.search), options);
  if (std::string other = engine::pinned_to_another(heading, *pack); !other.empty())
    base::refuse({"PINNED", place, 0, 0, "pack", "the round is pinned to " + other, {}, {}}, 3);

  base::Value day;
  base::read_moment(heading.as_of, day);
  const auto round = intake::read_round(source, pack->schema, pack->scoring_on(day.integer));

  const engine::Decided decided = engine::decide(*round, *pack);
  std::string json;
  record::write_document(record::constants_of(decided, {}), 1, [&](std::string_view piece) { json += piece; });
  return record::read_document(json, place);
}

int main(int count, char** words) {
  if (count != 3) return std::fprintf(stderr, "usage: panel_secretary POLICIES ROUND\n"), 2;
  try {
    const record::DecisionDocument document = decide(words[1], words[2]);
    for (const auto& r : document.records)
      std::printf("%s %s %lld.%02lld\n", r.application.c_str(), r.proposal.decision.c_str(), static_cast<long long>(r.proposal.amount / 100),
                  static_cast<long long>(r.proposal.amount % 100));
    return 0;
  } catch (const base::Refused& refused) {
    for (const auto& problem : refused.problems) std::fprintf(stderr, "%s\n", problem.text().c_str());
    return refused.exit_code;
  }
}
