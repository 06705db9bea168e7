// `remit decide` on bare lines as a program of its own, for what the command line does not offer: a run without the sandbox's
// budgets, a run without the digest of the input, and the time of loading apart from that of deciding.
//   decide_lines PACK FILE record|brief [unguarded] [no-input] [threads=N]
// Records go to standard output; one line of figures goes to standard error.
#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>

#include "base/date.hpp"
#include "base/problem.hpp"
#include "cli/stream.hpp"
#include "engine/decided.hpp"
#include "lua/load.hpp"

namespace {

struct Spent {
  double wall, processor;
};

Spent now() {
  rusage used{};
  ::getrusage(RUSAGE_SELF, &used);
  const auto seconds = [](const timeval& t) { return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6; };
  return {std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(), seconds(used.ru_utime) + seconds(used.ru_stime)};
}

// What a round keeps of each application from eligibility to allocation, beside its marks and their means.
constexpr std::size_t ranking_bytes = sizeof(remit::engine::Eligibility) + sizeof(remit::engine::Proposal) + sizeof(remit::engine::Ranking::Place);

void print(std::string_view text) {
  while (!text.empty()) {
    const ssize_t n = ::write(STDOUT_FILENO, text.data(), text.size());
    if (n < 0) std::exit(2);
    text.remove_prefix(static_cast<std::size_t>(n));
  }
}

}  // namespace

int main(int count, char** words) try {
  if (count < 4) return 2;
  remit::lua::LoadOptions options;
  remit::cli::StreamJob job;
  for (int i = 4; i < count; ++i) {
    const std::string_view word = words[i];
    if (word == "unguarded") options.dialect.unguarded = true;
    else if (word == "no-input") job.digest_input = false;
    else if (word.starts_with("threads=")) job.threads = static_cast<unsigned>(std::atoi(words[i] + 8));
    else return 2;
  }
  const Spent begun = now();
  const auto pack = remit::lua::load_pack(words[1], options);
  const Spent loaded = now();
  job.pack = pack.get();
  job.name = words[2];
  job.input = ::open(words[2], O_RDONLY);
  job.form = std::string_view(words[3]) == "brief" ? remit::record::Form::brief : remit::record::Form::record;
  remit::base::read_moment("2026-03-31", job.day);
  const auto done = remit::cli::decide_stream(job, print);
  const Spent decided = now();
  rusage used{};
  ::getrusage(RUSAGE_SELF, &used);
  std::fprintf(stderr, "{\"records\":%llu,\"load\":%.6f,\"decide\":%.6f,\"decide_cpu\":%.6f,\"peak_kb\":%ld,\"ranking_bytes\":%zu}\n", static_cast<unsigned long long>(done.records),
               loaded.wall - begun.wall, decided.wall - loaded.wall, decided.processor - loaded.processor, used.ru_maxrss, ranking_bytes);
  return 0;
} catch (const remit::base::Refused& refused) {
  for (const auto& problem : refused.problems) std::fprintf(stderr, "%s\n", problem.text().c_str());
  return refused.exit_code;
}
