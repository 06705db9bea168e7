// remit pack crosswalk: how the outcomes and levels of packs meet, and what has no counterpart on either side.
#include "cli/pack_crosswalk.hpp"


#include <algorithm>

#include "base/text.hpp"
#include "cli/area.hpp"
#include "cli/crosswalks.hpp"
#include "cli/session.hpp"

namespace remit::cli {

namespace {

using Packs = std::vector<std::shared_ptr<const policy::Pack>>;

// Those that are found, and those that are named, which may stand in no place where packs are looked for.
Packs packs_with(const std::vector<std::string>& named, std::vector<std::string>& ids) {
  auto all = find_packs().all();
  for (const auto& name : named) {
    const auto pack = open_pack(name);
    ids.push_back(pack->id);
    std::erase_if(all, [&](const auto& p) { return p->id == pack->id; });
    all.push_back(pack);
  }
  std::ranges::sort(all, {}, [](const auto& p) { return p->id; });
  return all;
}

const policy::Pack& pack_called(const Packs& all, const policy::Crosswalk& crosswalk, const std::string& id) {
  for (const auto& pack : all)
    if (pack->id == id) return *pack;
  std::vector<std::string> ids;
  for (const auto& pack : all) ids.push_back(pack->id);
  const std::string near = base::nearest(id, ids);
  base::refuse({"UNKNOWN_PACK", crosswalk.file, crosswalk.line, 0, {}, "crosswalk \"" + crosswalk.id + "\": no pack is called `" + base::printable(id, 60) + "`" + (near.empty() ? "" : "; the nearest is `" + near + "`"), {}, {}}, 3);
}

bool is_asked(const policy::Crosswalk& crosswalk, const std::vector<std::string>& asked) {
  const auto& [from, to] = std::pair(crosswalk.from.pack, crosswalk.to.pack);
  if (asked.empty()) return true;
  if (asked.size() == 1) return from == asked[0] || to == asked[0];
  return (from == asked[0] && to == asked[1]) || (from == asked[1] && to == asked[0]);
}

SetOf set_in(const policy::Pack& pack, const std::string& name) {
  auto sets = policy::id_sets(pack);
  return {pack.id, std::move(*std::ranges::find(sets, name, &policy::IdSet::name))};
}

// Sets of outcomes and levels that no crosswalk that was seen names. Codes are left out: few of them say anything that another area has.
std::vector<SetOf> left_over(const Packs& all, const CrosswalksSeen& seen) {
  std::vector<SetOf> out;
  for (const auto& pack : all) {
    if (!seen.asked.empty() && std::ranges::find(seen.asked, pack->id) == seen.asked.end()) continue;
    for (auto& set : policy::id_sets(*pack)) {
      const auto is_it = [&](const SetOf& one) { return one.pack == pack->id && one.set.name == set.name; };
      if (set.kind != policy::IdSet::Kind::codes && std::ranges::none_of(seen.all, [&](const auto& one) { return is_it(one.from) || is_it(one.to); })) out.push_back({pack->id, std::move(set)});
    }
  }
  return out;
}

int run(const std::vector<std::string>& named, const std::string& format) {
  CrosswalksSeen seen;
  const Packs all = packs_with(named, seen.asked);
  base::Problems problems;
  for (const auto& pack : all)
    for (auto& crosswalk : policy::crosswalks_of(*pack)) {
      if (!is_asked(crosswalk, seen.asked)) continue;
      const policy::Pack &from = pack_called(all, crosswalk, crosswalk.from.pack), &to = pack_called(all, crosswalk, crosswalk.to.pack);
      auto wrong = policy::crosswalk_mistakes(crosswalk, from);
      if (from.id != to.id) std::ranges::move(policy::crosswalk_mistakes(crosswalk, to), std::back_inserter(wrong));
      if (wrong.empty()) {
        CrosswalkSeen one{std::move(crosswalk), {}, {}, {}};
        one.from = set_in(from, one.crosswalk.from.set);
        one.to = set_in(to, one.crosswalk.to.set);
        one.met = policy::meet(one.crosswalk, one.from.set, one.to.set);
        seen.all.push_back(std::move(one));
      }
      std::ranges::move(wrong, std::back_inserter(problems));
    }
  if (!problems.empty()) throw base::Refused{std::move(problems), 3};
  seen.left = left_over(all, seen);
  print(format == "json" ? crosswalks_as_json(seen) : crosswalks_as_text(seen));
  return 0;
}

}  // namespace

void add_pack_crosswalk(Command& pack, Program& program) {
  auto* command = pack.add_subcommand("crosswalk", "how outcomes and levels of packs meet: what maps, and the gaps on both sides");
  auto named = std::make_shared<std::vector<std::string>>();
  auto format = std::make_shared<std::string>("text");
  command->add_option("packs", *named, "ids or folders: two, the same twice for two sets of one pack, one for all that touch it; none for a table of all")->expected(0, 2);
  command->add_option("--format", *format, "text or json")->one_of({"text", "json"});
  command->footer("examples:\n  remit pack crosswalk\n  remit pack crosswalk northern-ireland haringey\n  remit pack crosswalk medway medway --format json");
  command->callback([named, format, &program] { program.chosen = [named, format] { return run(*named, *format); }; });
}

}  // namespace remit::cli
