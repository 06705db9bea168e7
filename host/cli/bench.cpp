// `remit bench`: how fast this machine decides. Each figure is of whole runs of this same program, from files to records,
// so that nothing is left out of it.
#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <fmt/format.h>

#include "cli/bench_round.hpp"
#include "cli/commands.hpp"
#include "cli/session.hpp"

extern char** environ;

namespace remit::cli {

namespace {

struct Options {
  std::uint32_t applications = 3000;
  double seconds = 2;
};

/// A folder that goes away with everything in it.
struct Scratch {
  std::filesystem::path path;
  Scratch() {
    std::string pattern = (std::filesystem::temp_directory_path() / "remit-bench-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) base::refuse({"CANNOT_WRITE", pattern, 0, 0, {}, std::strerror(errno), {}, {}});
    path = pattern;
  }
  ~Scratch() {
    std::error_code ignored;
    std::filesystem::remove_all(path, ignored);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
};

struct Measured {
  double seconds = 0;
  double megabytes = 0;   // the most memory that it held at a time
};

/// Runs this program once with these words; what it prints goes nowhere.
Measured run_once(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "remit");
  std::vector<char*> words;
  for (auto& a : arguments) words.push_back(a.data());
  words.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  const auto begun = std::chrono::steady_clock::now();
  pid_t child = 0;
  const int failed = ::posix_spawn(&child, "/proc/self/exe", &actions, nullptr, words.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  int status = 0;
  rusage usage{};
  if (failed != 0 || ::wait4(child, &status, 0, &usage) < 0 || !WIFEXITED(status) || WEXITSTATUS(status) != 0)
    base::refuse({"BENCH", {}, 0, 0, {}, "a run of `remit decide` on the invented round failed", {}, {}});
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun;
  return {took.count(), static_cast<double>(usage.ru_maxrss) / 1024};
}

/// The middle one of as many runs as fit in `seconds`, three at least.
Measured measure(const std::vector<std::string>& arguments, double seconds) {
  run_once(arguments);   // the first finds cold caches
  std::vector<Measured> runs;
  for (double spent = 0; runs.size() < 3 || spent < seconds;) spent += runs.emplace_back(run_once(arguments)).seconds;
  std::ranges::sort(runs, {}, &Measured::seconds);
  return runs[runs.size() / 2];
}

int run(const Options& o) {
  const Scratch scratch;
  const auto folder = scratch.path / "round", one = scratch.path / "one";
  std::filesystem::create_directory(folder);
  std::filesystem::create_directory(one);
  const std::uint64_t bytes = write_bench_round(folder, o.applications);
  write_bench_round(one, 1);
  print(fmt::format("{} applications in 4 streams, {} marks, {:.1f} MB; pack northern-ireland\n\n", o.applications, std::uint64_t{o.applications} * 20, static_cast<double>(bytes) / 1e6));
  print(fmt::format("{:<28}{:>8}{:>20}{:>10}{:>10}\n", "", "threads", "decisions a second", "ms", "MB"));
  for (const char* format : {"ndjson", "brief"})
    for (const int threads : {1, 2}) {
      const Measured m = measure({"decide", folder.string(), "--pack", "northern-ireland", "--format", format, "--threads", std::to_string(threads)}, o.seconds);
      print(fmt::format("{:<28}{:>8}{:>20.0f}{:>10.1f}{:>10.1f}\n", format == std::string_view("brief") ? "brief records" : "full records", threads, o.applications / m.seconds, m.seconds * 1e3, m.megabytes));
    }
  const Measured m = measure({"decide", one.string(), "--pack", "northern-ireland", "--format", "brief"}, o.seconds);
  print(fmt::format("{:<28}{:>8}{:>20}{:>10.1f}{:>10.1f}\n", "from start to one decision", 1, "", m.seconds * 1e3, m.megabytes));
  return 0;
}

}  // namespace

void add_bench(Program& program) {
  auto* command = program.app.add_subcommand("bench", "how many applications a second this machine decides");
  auto o = std::make_shared<Options>();
  command->add_option("--applications", o->applications, "how many the invented round has")->between(1, 1000000)->show_default();
  command->add_option("--seconds", o->seconds, "how long each figure is measured")->between(0.0, 600.0)->show_default();
  command->footer("examples:\n  remit bench\n  remit bench --applications 100000 --seconds 10");
  command->callback([o, &program] { program.chosen = [o] { return run(*o); }; });
}

}  // namespace remit::cli
