#include "cli/area.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "cli/clauses.hpp"
#include "cli/session.hpp"

namespace remit::cli {

namespace fs = std::filesystem;

namespace {

bool is_framework(const policy::Pack& pack) {
  const std::size_t crosswalks = policy::crosswalks_of(pack).size();
  if (!pack.document.empty() && crosswalks < pack.entries.size()) return true;
  return !pack.criteria.empty() || !pack.record_conflicts.empty() || !pack.requirements.empty() || !pack.decisions.empty() || !pack.appeals.empty() || !pack.classifications.empty() ||
         crosswalks == 0;
}

Stated silence_of(const policy::Pack& pack, std::initializer_list<const char*> ids) {
  for (const char* id : ids)
    if (const auto* found = pack.no_provision(id)) return {found->title, found->clause, true};
  return {};
}

template <class Rules>
std::vector<Area::Named> own(const Rules& rules) {
  std::vector<Area::Named> out;
  for (const auto& r : rules)
    if (r.layer != "core") out.push_back({r.id, r.title, r.clause});
  return out;
}

// What the pack states of how it meets conflicts; else what its rules are asked of, which is all that can be read off them.
Stated approach(const policy::Pack& pack, const std::vector<Area::Named>& rules) {
  for (const auto& entry : pack.entries)
    if (entry.kind != "crosswalk" && entry.id == "conflict-approach") return {entry.title, entry.clause, false};
  if (rules.empty()) return silence_of(pack, {"conflict-of-interest"});
  std::set<std::string> of;
  for (const auto& c : pack.conflicts)
    if (c.layer != "core") of.insert("application");
  for (const auto& c : pack.record_conflicts) of.insert(pack.roots[c.of].name);
  std::string words = "asked of each";
  for (const auto& name : of) words += (name == *of.begin() ? " " : " and each ") + name;
  return {words + "; the pack does not say in words which approach that is", rules.front().clause, false};
}

}  // namespace

std::vector<std::shared_ptr<const policy::Pack>> FoundPacks::all() const {
  auto out = areas;
  out.insert(out.end(), others.begin(), others.end());
  return out;
}

FoundPacks find_packs() {
  std::map<std::string, fs::path> folders;
  std::error_code none;
  for (const fs::path& place : pack_places())
    for (const auto& entry : fs::directory_iterator(place, none))
      if (fs::exists(entry.path() / "pack.lua", none)) folders.emplace(entry.path().filename().string(), entry.path());
  FoundPacks found;
  std::vector<std::shared_ptr<const policy::Pack>> loaded;
  std::set<std::string> below;
  for (const auto& [id, folder] : folders) try {
      loaded.push_back(open_pack(folder.string()));
      for (const auto& layer : loaded.back()->layers)
        if (layer.id != id) below.insert(layer.id);
    } catch (const base::Refused& refused) {
      found.broken.push_back({id, refused.problems.front()});
    }
  for (auto& pack : loaded) (!below.contains(pack->id) && is_framework(*pack) ? found.areas : found.others).push_back(std::move(pack));
  return found;
}

Area area_of(std::shared_ptr<const policy::Pack> made) {
  Area area;
  area.pack = std::move(made);
  const policy::Pack& pack = *area.pack;
  for (const auto& entry : pack.entries)
    if (entry.kind == "outcome") area.outcomes.push_back({entry.id, entry.title, entry.clause});
  area.decisions = own(pack.decisions);
  area.appeals = own(pack.appeals);
  area.conflicts = own(pack.conflicts);
  std::ranges::move(own(pack.record_conflicts), std::back_inserter(area.conflicts));
  for (const auto& rule : pack.classifications) {
    Area::Codes codes{rule.id, rule.title, rule.clause, pack.roots[rule.of].name, {}};
    for (const auto& one : rule.cases)
      if (std::ranges::find(codes.codes, one.code) == codes.codes.end()) codes.codes.push_back(one.code);
    area.classifications.push_back(std::move(codes));
  }
  for (auto& set : policy::id_sets(pack)) {
    if (set.kind == policy::IdSet::Kind::levels) area.levels.push_back(std::move(set));
    else if (set.kind == policy::IdSet::Kind::outcomes && std::ranges::none_of(set.ids, [&](const auto& id) { return std::ranges::find(area.outcomes, id.id, &Area::Named::id) != area.outcomes.end(); }))
      area.other_outcomes.push_back(std::move(set));
  }
  area.outcomes_silence = silence_of(pack, {"outcomes", "ecm-outcomes"});
  area.decision = silence_of(pack, {"decision-types"});
  area.appeal = silence_of(pack, {"appeal"});
  area.conflict = approach(pack, area.conflicts);
  for (const auto& [id, clause] : clauses_of(pack)) {
    ++area.rows;
    area.open += clause.open();
  }
  return area;
}

}  // namespace remit::cli
