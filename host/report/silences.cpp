#include "report/silences.hpp"

#include <algorithm>

#include "policy/sections.hpp"
#include "report/words.hpp"

namespace remit::report {

std::vector<const record::Silence*> silences_about(const std::vector<record::Silence>& all, const Asked& asked) {
  std::vector<const record::Silence*> found;
  const auto reads = [&](const record::Silence& silence) { return std::ranges::any_of(asked.facts, [&](auto fact) { return fact == "parameters." + silence.id; }); };
  for (const auto& silence : all) {
    const bool whole = policy::is_of_the_whole(silence.clause);
    const bool cited = !whole && std::ranges::any_of(asked.clauses, [&](auto clause) { return policy::touch(clause, silence.clause); });
    if (cited || reads(silence) || (asked.application && (whole || silence.id.starts_with("appeal")))) found.push_back(&silence);
  }
  return found;
}

std::string other_silences(std::size_t all, std::size_t told, std::string_view pack) {
  if (all == told) return {};
  return (told ? "and " : "") + counted(all - told, "silence", "silences") + " about other things: `remit pack show " + std::string(pack) + "` lists all";
}

}  // namespace remit::report
