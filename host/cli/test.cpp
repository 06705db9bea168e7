// remit test: the cases of a pack, and whether what follows is what they expect; what they reach, and what they would notice.

#include <algorithm>
#include <atomic>
#include <iostream>
#include <optional>
#include <thread>
#include <unistd.h>

#include "base/text.hpp"
#include "cli/adopted_layers.hpp"
#include "cli/cases_bench.hpp"
#include "cli/commands.hpp"
#include "cli/coverage_report.hpp"
#include "cli/round_options.hpp"
#include "cli/session.hpp"
#include "cli/test_from.hpp"
#include "cli/test_report.hpp"
#include "cli/test_watch.hpp"

namespace remit::cli {

namespace {

struct Options {
  std::string pack, format = "text", filter, html;
  std::vector<std::string> plugins;
  unsigned threads = 0;
  bool coverage = false, mutate = false, watch = false;
  std::optional<unsigned> minimum;
  FromOptions from;
};

lua::LoadOptions load_options(const Options& o) {
  lua::LoadOptions options;
  options.search = pack_places();
  options.places = AdoptedLayers().places();
  return o.coverage ? study::to_cover(std::move(options)) : options;
}

std::unique_ptr<study::Bench> bench_of(const Options& o) { return cli::bench_of(o.pack, load_options(o), o.plugins); }

std::vector<std::size_t> chosen(const study::Bench& bench, const std::string& filter) {
  const std::vector<std::size_t> cases = bench.matching(filter);
  if (bench.suite().cases.empty())
    base::refuse({"NO_CASES", bench.pack().place, 0, 0, {}, "the pack has no cases: write some in tests/*.json, a list of {\"name\": ..., \"change\": {...}, \"expect\": {...}}", {}, {}}, 1);
  if (cases.empty())
    base::refuse({"NO_CASES", bench.pack().place, 0, 0, {}, "no case has `" + base::printable(filter, 60) + "` in its file, name, rows, clause or rules", {}, {}});
  return cases;
}

std::vector<study::Mutant> mutants_of(const Options& o, const std::vector<std::size_t>& cases, unsigned threads) {
  const bool terminal = ::isatty(STDERR_FILENO) == 1;
  std::atomic<std::size_t> shown = 0;
  const auto made = study::mutate([&o] { return bench_of(o); }, cases, !o.filter.empty(), threads, [&](std::size_t done, std::size_t all) {
    if (!terminal || done < shown + 50) return;
    shown = done;
    std::cerr << "\r" + std::to_string(done) + " of " + std::to_string(all) + " changes tried" << std::flush;
  });
  if (terminal) std::cerr << "\r\033[K" << std::flush;
  return made;
}

std::string made(const Options& o, const study::Bench& bench, const std::vector<study::Result>& results, const std::optional<study::Coverage>& coverage, const std::vector<study::Mutant>& mutants, bool colour) {
  if (o.format == "junit") return test_junit(bench.pack(), results);
  if (o.format == "text")
    return test_text(results, colour) + (o.mutate ? mutation_text(mutants, colour) : "") + (coverage ? coverage_text(bench.pack(), *coverage, colour) : "");
  std::string out = test_json(bench.pack(), results);
  out.resize(out.rfind('}'));
  return out + (coverage ? coverage_json(*coverage) : "") + (o.mutate ? mutation_json(mutants) : "") + "}\n";
}

int run(Options o, bool colour) {
  o.coverage |= o.minimum.has_value() || !o.html.empty();
  const unsigned threads = o.threads ? o.threads : std::max(1U, std::thread::hardware_concurrency());
  if (o.watch) {
    o.coverage = false;
    watch_tests(lua::find_pack(o.pack, pack_places()), o.filter, threads, colour, [&o] { return bench_of(o); });
  }
  if (!o.from.records.empty()) {
    o.from.pack = o.pack;
    return test_from_record(o.from, [&o] { return bench_of(o); });
  }
  const auto bench = bench_of(o);
  const std::vector<std::size_t> cases = chosen(*bench, o.filter);
  std::vector<study::Result> results;
  std::optional<study::Coverage> coverage;
  if (o.coverage) coverage = study::cover(*bench, cases, results);
  else results = bench->run(cases, threads);
  std::vector<study::Mutant> mutants;
  if (o.mutate) {
    Options plain = o;
    plain.coverage = false;
    mutants = mutants_of(plain, cases, threads);
  }
  print(made(o, *bench, results, coverage, mutants, colour));
  if (!o.html.empty()) write_file(o.html, coverage_html(bench->pack(), *coverage));
  const bool failed = std::ranges::any_of(results, [](const auto& r) { return !r.wrong.empty(); });
  const bool unnoticed = std::ranges::any_of(mutants, [](const auto& m) { return !m.noticed; });
  const bool little = coverage && o.minimum && coverage->percent() < *o.minimum;
  if (little) std::cerr << "remit: the cases cover " << coverage->percent() << "% of the pack, and " << *o.minimum << "% are asked for\n";
  return failed || unnoticed || little ? 1 : 0;
}

}  // namespace

void add_test(Program& program) {
  auto* command = program.app.add_subcommand("test", "run the cases of a pack: what is expected against what follows, with the rule explained");
  auto o = std::make_shared<Options>();
  command->add_option("pack", o->pack, "the pack's folder, or its id")->required();
  command->add_option("--filter", o->filter, "only cases with this in their file, name, rows, clause or rules");
  auto* watch = command->add_flag("--watch", o->watch, "run again at each save, what the save touches first");
  auto* coverage = command->add_flag("--coverage", o->coverage, "tell what the cases reach: each condition met, evaluated false or never reached");
  auto* html = command->add_option("--html", o->html, "write the coverage to this file, as a page of the pack's source");
  auto* minimum = command->add_option("--minimum", o->minimum, "exit with 1 when fewer percent are covered")->between(0, 100);
  auto* mutate = command->add_flag("--mutate", o->mutate, "change thresholds, comparisons, conditions and values one at a time; tell what no case notices");
  auto* format = command->add_option("--format", o->format, "text, json or junit")->one_of({"text", "json", "junit"});
  for (auto* other : {coverage, html, minimum, mutate, format}) watch->excludes(other);
  auto* from = command->add_option("--from", o->from.records, "write a case from this record of `remit decide`, with personal fields replaced");
  command->add_option("--round", o->from.round, "the round that the record was decided from (with --from)")->needs(from);
  command->add_option("--application", o->from.application, "whose record, where the file holds several (with --from)")->needs(from);
  for (auto* other : {watch, coverage, html, minimum, mutate, format}) from->excludes(other);
  add_plugins(*command, o->plugins);
  command->add_option("--threads", o->threads, "how many to use (changes nothing but the time); 0: all");
  command->footer("examples:\n  remit test policies/small-grants\n  remit test small-grants --filter safeguarding\n  remit test policies/small-grants --watch\n"
                  "  remit test policies/small-grants --coverage --minimum 90 --html coverage.html\n  remit test policies/small-grants --mutate\n"
                  "  remit test policies/small-grants --format junit > results.xml\n"
                  "  remit test my-pack --from results/records.ndjson --application A7 --round rounds/spring-2026");
  command->callback([o, &program] { program.chosen = [o, &program] { return run(*o, program.colour); }; });
}

}  // namespace remit::cli
