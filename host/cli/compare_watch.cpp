#include "cli/compare_watch.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>

#include "base/problem.hpp"
#include "cli/pack_side.hpp"
#include "lua/load.hpp"
#include "pack/bundle.hpp"
#include "study/watcher.hpp"

namespace remit::cli {

namespace {

/// The old text decides each round once; a round is read again when anything but the pack was saved.
class Watched {
 public:
  Watched(std::shared_ptr<const policy::Pack> before, std::vector<std::string> rounds, const Comparing& how) : before_(std::move(before)), rounds_(std::move(rounds)), how_(how) {}

  study::Comparison compare(const std::string& after) {
    const PackSide side(after);
    if (read_.empty())
      for (const std::string& round : rounds_) read_.push_back(std::make_unique<ComparedRound>(round, before_, how_));
    study::Comparison made{name_of(*before_), name_of(*side.pack), {}};
    for (const auto& round : read_) made.rounds.push_back(round->against(side.pack));
    return made;
  }
  void forget() { read_.clear(); }

 private:
  const std::shared_ptr<const policy::Pack> before_;
  const std::vector<std::string> rounds_;
  const Comparing how_;
  std::vector<std::unique_ptr<ComparedRound>> read_;
};

std::filesystem::path folder_of(const std::string& round) {
  std::error_code none;
  const std::filesystem::path path(round);
  if (std::filesystem::is_directory(path, none)) return path;
  return path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
}

}  // namespace

void watch_comparison(const std::shared_ptr<const policy::Pack>& before, const std::string& after, const std::vector<std::string>& rounds, const Comparing& how,
                      const std::function<std::string(study::Comparison&)>& show, const std::string& out) {
  for (const std::string& round : rounds)
    if (round == "-") base::refuse({"CANNOT_WATCH", "standard input", 0, 0, {}, "standard input is read once and cannot be watched; name the folder of the round", {}, {}});
  if (after.ends_with(pack::bundle_ending) || after.contains('@'))
    base::refuse({"CANNOT_WATCH", after, 0, 0, {}, "what is packed or adopted does not change at a save; name the folder of the pack", {}, {}});
  std::vector<std::filesystem::path> folders{lua::find_pack(after, pack_places())};
  for (const std::string& round : rounds) folders.push_back(folder_of(round));
  study::Watcher watcher(folders);
  Watched watched(before, rounds, how);
  for (bool waiting = false;; waiting = true) {
    if (waiting) {
      const std::set<std::size_t> saved = watcher.wait();
      if (std::ranges::any_of(saved, [](std::size_t folder) { return folder > 0; })) watched.forget();
    }
    const auto began = std::chrono::steady_clock::now();
    std::string said;
    try {
      study::Comparison made = watched.compare(after);
      said = show(made);
      if (!out.empty()) write_file(out, said);
      if (!out.empty()) said = out + "\n";
    } catch (const base::Refused& refused) {
      said.clear();
      for (const auto& problem : refused.problems) said += problem.text() + "\n";
      watched.forget();
    }
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - began).count();
    print(said + "  after " + std::to_string(took) + " ms; waiting for the next save (end with ctrl-c)\n\n");
  }
}

}  // namespace remit::cli
