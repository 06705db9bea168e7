// random_programs COUNT [FIRST_SEED]: each program is run in two fresh states in two threads at once, for both applications
// twice, and everything said must be the same each time, hold no address, and nothing of the other application.
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <mutex>
#include <string>
#include <thread>

#include "generator.hpp"
#include "host.hpp"

namespace {

using remit::hostile::Host;
using remit::hostile::Result;

/// All that one fresh state says about a program.
std::vector<Result> said(const std::string& program) {
  Host host(program);
  std::vector<Result> out;
  for (const std::size_t i : {0U, 1U, 0U, 1U}) out.push_back(host.ask(i));
  return out;
}

std::string wrong_with(const std::vector<Result>& first, const std::vector<Result>& second) {
  if (first != second) {
    for (std::size_t i = 0; i < first.size(); ++i)
      if (!(first[i] == second[i])) return "two states differ: " + first[i].answer + " (" + first[i].words + ") and " + second[i].answer + " (" + second[i].words + ")";
  }
  for (std::size_t i = 0; i < first.size(); ++i) {
    const std::string all = first[i].answer + "\n" + first[i].message;
    if (i >= 2 && !(first[i] == first[i - 2])) return "the second time differs: " + first[i - 2].answer + " and " + first[i].answer;
    if (remit::hostile::shows_address(first[i].message)) return "an address is shown: " + all;
    if (all.contains("Ada") && i % 2 == 1) return "the other application is shown: " + all;
    if (all.contains("Bob") && i % 2 == 0) return "the other application is shown: " + all;
    if (first[i].answer == "rule-error HOST" || first[i].answer == "rule-error STALE") return "the host failed: " + all;
  }
  return "";
}

}  // namespace

int main(int argc, char** argv) {
  const unsigned long count = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 2000;
  const unsigned long from = argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 1;
  std::map<std::string, unsigned long> answers;
  for (unsigned long seed = from; seed < from + count; ++seed) {
    const std::string program = remit::hostile::Generator(seed).program();
    std::vector<Result> other;
    std::thread second([&] { other = said(program); });
    const std::vector<Result> first = said(program);
    second.join();
    if (const std::string wrong = wrong_with(first, other); !wrong.empty()) {
      std::printf("seed %lu: %s\n%s\n", seed, wrong.c_str(), program.c_str());
      return 1;
    }
    const std::string& answer = first[0].answer;
    ++answers[answer.starts_with("ok ") ? "ok" : answer];
  }
  std::printf("%lu programs, no difference\n", count);
  for (const auto& [answer, n] : answers) std::printf("  %6lu  %s\n", n, answer.c_str());
  return 0;
}
