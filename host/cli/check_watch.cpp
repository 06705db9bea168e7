#include "cli/check_watch.hpp"

#include <chrono>

#include "base/problem.hpp"
#include "cli/session.hpp"
#include "study/watcher.hpp"

namespace remit::cli {

void watch_check(const std::filesystem::path& folder, const std::function<std::string()>& check) {
  study::Watcher watcher(folder);
  for (;;) {
    print("checking " + folder.string() + "\n");
    const auto began = std::chrono::steady_clock::now();
    std::string out;
    try {
      out = check();
    } catch (const base::Refused& refused) {
      for (const auto& problem : refused.problems) out += problem.text() + "\n";
    }
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - began).count();
    print(out + "checked in " + std::to_string(took) + " ms; waiting for the next save (end with ctrl-c)\n\n");
    watcher.wait();
  }
}

}  // namespace remit::cli
