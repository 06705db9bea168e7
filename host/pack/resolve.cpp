#include "pack/resolve.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "base/problem.hpp"
#include "base/text.hpp"

namespace remit::pack {

namespace {

struct Ask {
  std::string by;
  Range range;
};
using Asks = std::map<std::string, std::vector<Ask>>;

class Search {
 public:
  Search(const std::function<std::vector<Candidate>(const std::string&)>& there, const std::string& file) : find_(there), file_(file) {}

  // Chooses for every pack that is asked for and has none yet. False when there is no way; `conflict_` says why not, of the first way.
  bool settle(const Asks& asks, std::map<std::string, Candidate>& chosen) {
    const auto open = std::ranges::find_if(asks, [&](const auto& ask) { return !chosen.contains(ask.first); });
    if (open == asks.end()) return true;
    const auto& [id, wanted] = *open;
    if (++steps_ > most_steps) base::refuse({"TOO_MANY_WAYS", file_, 0, 0, {}, "what it needs can be met in too many ways to try them all; name narrower ranges", {}, {}}, 3);
    bool tried = false;
    for (const Candidate& candidate : there(id)) {
      if (!std::ranges::all_of(wanted, [&](const Ask& ask) { return ask.range.holds(candidate.version); })) continue;
      tried = true;
      Asks more = asks;
      for (const auto& need : candidate.dependencies) more[need.id].push_back({id + " " + candidate.version.text(), need.range});
      if (const std::string broken = broken_by(more, chosen); !broken.empty()) {
        note(broken, more.at(broken));
        continue;
      }
      chosen.emplace(id, candidate);
      if (settle(more, chosen)) return true;
      chosen.erase(id);
    }
    if (!tried) note(id, wanted);
    return false;
  }

  [[noreturn]] void refuse() const { base::refuse({"NEEDS", file_, 0, 0, {}, conflict_, {}, {}}, 3); }

 private:
  static constexpr int most_steps = 100'000;

  // The first chosen pack that somebody cannot use.
  static std::string broken_by(const Asks& asks, const std::map<std::string, Candidate>& chosen) {
    for (const auto& [id, candidate] : chosen)
      if (const auto ask = asks.find(id); ask != asks.end() && std::ranges::any_of(ask->second, [&](const Ask& a) { return !a.range.holds(candidate.version); })) return id;
    return {};
  }

  const std::vector<Candidate>& there(const std::string& id) {
    auto [at, is_new] = known_.try_emplace(id);
    if (is_new) {
      at->second = find_(id);
      std::ranges::sort(at->second, [](const Candidate& a, const Candidate& b) { return a.version == b.version ? a.source < b.source : b.version < a.version; });
    }
    return at->second;
  }

  void note(const std::string& id, const std::vector<Ask>& wanted) {
    if (!conflict_.empty()) return;
    std::vector<std::string> who, what;
    for (const Ask& ask : wanted) who.push_back(ask.by + " needs `" + id + "` " + ask.range.text());
    for (const Candidate& one : there(id)) what.push_back(one.version.text() + (one.source == "installed" ? " (installed)" : " (" + one.source + ")"));
    std::ranges::sort(who);
    conflict_ = base::join_and(who) + "; " + (what.empty() ? "there is none here: install it first" : "there is " + base::join_and(what)) +
                (wanted.size() > 1 && !what.empty() ? ", and no one version serves all of them" : what.empty() ? "" : "; install one that serves");
  }

  const std::function<std::vector<Candidate>(const std::string&)>& find_;
  const std::string& file_;
  std::map<std::string, std::vector<Candidate>> known_;
  std::string conflict_;
  int steps_ = 0;
};

}  // namespace

std::vector<Chosen> resolve(const Manifest& pack, const std::function<std::vector<Candidate>(const std::string&)>& there, const std::string& file) {
  Search search(there, file);
  Asks asks;
  for (const auto& need : pack.dependencies) asks[need.id].push_back({pack.id + " " + pack.version.text(), need.range});
  std::map<std::string, Candidate> chosen{{pack.id, {pack.version, file, pack.dependencies}}};
  if (!search.settle(asks, chosen)) search.refuse();
  std::vector<Chosen> out;
  for (const auto& [id, candidate] : chosen)
    if (id != pack.id) out.push_back({id, candidate.version, candidate.source});
  return out;
}

}  // namespace remit::pack
