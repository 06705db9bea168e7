#include "cli/test_watch.hpp"

#include <algorithm>
#include <chrono>
#include <map>
#include <set>

#include "base/problem.hpp"
#include "cli/session.hpp"
#include "cli/test_report.hpp"
#include "study/watcher.hpp"

namespace remit::cli {

namespace {

using study::Bench;
using study::Result;

std::int64_t milliseconds_since(std::chrono::steady_clock::time_point began) {
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - began).count();
}

std::string written(const study::Case& c) {
  std::string out = c.name + "\n";
  for (const auto* part : {&c.change, &c.policy, &c.expect}) intake::write_canonical_json(*part, out);
  return out + c.base + c.as_of + c.type + std::to_string(static_cast<int>(c.command));
}

// What the last run knew: what each entry of the pack said, what each case said, and which cases failed.
struct Before {
  std::map<std::string, std::vector<std::string>> items;
  std::set<std::string> cases, failed;
};

std::set<std::string> changed_entries(const Bench& bench, const Before& before) {
  std::set<std::string> ids;
  for (const auto& item : bench.items()) {
    const auto at = before.items.find(item.word + " " + item.id);
    if (at == before.items.end() || at->second != item.words) ids.insert(item.id);
  }
  return ids;
}

// The cases that speak of what was changed, that were changed themselves, and that failed before; and all others.
std::pair<std::vector<std::size_t>, std::vector<std::size_t>> in_order(const Bench& bench, const std::vector<std::size_t>& cases, const Before& before) {
  const std::set<std::string> ids = changed_entries(bench, before);
  std::vector<std::size_t> first, rest;
  for (const std::size_t c : cases) {
    const study::Case& one = bench.suite().cases[c];
    const std::string said = written(one);
    const bool touched = before.failed.contains(said) || !before.cases.contains(said) || std::ranges::any_of(ids, [&](const std::string& id) { return study::speaks_of(one, id); });
    (touched ? first : rest).push_back(c);
  }
  return {std::move(first), std::move(rest)};
}

void remember(const Bench& bench, const std::vector<Result>& results, Before& before) {
  before = {};
  for (const auto& item : bench.items()) before.items[item.word + " " + item.id] = item.words;
  for (const Result& r : results) {
    before.cases.insert(written(*r.about));
    if (!r.wrong.empty()) before.failed.insert(written(*r.about));
  }
}

// Runs `cases` in pieces, so that the next save is not kept waiting. False: something was saved meanwhile.
bool run_in_pieces(const Bench& bench, const std::vector<std::size_t>& cases, unsigned threads, study::Watcher& watcher, std::vector<Result>& results) {
  constexpr std::size_t piece = 64;
  for (std::size_t at = 0; at < cases.size(); at += piece) {
    const std::vector<std::size_t> some(cases.begin() + static_cast<std::ptrdiff_t>(at), cases.begin() + static_cast<std::ptrdiff_t>(std::min(at + piece, cases.size())));
    std::ranges::move(bench.run(some, threads), std::back_inserter(results));
    if (watcher.pending()) return false;
  }
  return true;
}

// What failed begins its own line, for editors jump to a place that stands at the start of one.
std::string said_of(const std::string& which, const std::vector<Result>& results, bool colour) {
  const bool failed = std::ranges::any_of(results, [](const Result& r) { return !r.wrong.empty(); });
  return which + (which.empty() ? "" : failed ? ":\n" : ": ") + test_text(results, colour);
}

}  // namespace

void watch_tests(const std::filesystem::path& folder, const std::string& filter, unsigned threads, bool colour, const std::function<std::unique_ptr<study::Bench>()>& make) {
  study::Watcher watcher(folder);
  Before before;
  for (bool waiting = false;; waiting = true) {
    if (waiting) watcher.wait();
    const auto began = std::chrono::steady_clock::now();
    try {
      const auto bench = make();
      const auto [first, rest] = in_order(*bench, bench->matching(filter), before);
      std::vector<Result> results;
      bool whole = run_in_pieces(*bench, first, threads, watcher, results);
      if (waiting && !first.empty()) print(said_of("touched by this save", results, colour) + "  after " + std::to_string(milliseconds_since(began)) + " ms\n");
      const std::size_t shown = waiting ? results.size() : 0;
      whole = whole && run_in_pieces(*bench, rest, threads, watcher, results);
      if (whole) {
        print(said_of(waiting && !rest.empty() ? "all others" : "", {results.begin() + static_cast<std::ptrdiff_t>(shown), results.end()}, colour) + "  after " +
              std::to_string(milliseconds_since(began)) + " ms; waiting for the next save (end with ctrl-c)\n\n");
        remember(*bench, results, before);
      }
    } catch (const base::Refused& refused) {
      std::string out;
      for (const auto& problem : refused.problems) out += problem.text() + "\n";
      print(out + "  after " + std::to_string(milliseconds_since(began)) + " ms; waiting for the next save (end with ctrl-c)\n\n");
    }
  }
}

}  // namespace remit::cli
