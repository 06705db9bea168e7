#include "study/mutation.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <set>
#include <thread>
#include <tuple>

namespace remit::study {

using intake::Json;

namespace {

// A case whose expectations are all about rules that they name is moved by those rules alone.
bool is_broad(const Case& c) {
  static const std::set<std::string, std::less<>> named{"findings", "findings_none", "classes", "conflicts", "conflicts_none", "entries", "no_provisions", "counts", "absent", "silences",
                                                        "silences_none", "pack_status"};
  return std::ranges::any_of(c.expect.members, [](const auto& m) { return !named.contains(m.first); });
}

std::set<std::string> rules_named(const Case& c) {
  std::set<std::string> names;
  for (const auto& [key, wanted] : c.expect.members) {
    for (const Json& one : wanted.items)
      if (!one["rule"].str().empty()) names.insert(one["rule"].str());
    if (key == "conflicts_none") names.insert("*");
    if (key == "codes")
      for (const auto& [about, classes] : wanted.members)
        for (const auto& [rule, code] : classes.members) names.insert(rule);
  }
  return names;
}

// One thread's part: a bench of its own, and the changes made in it.
class Mutator {
 public:
  Mutator(std::unique_ptr<Bench> bench, const std::vector<std::size_t>& cases, bool only_named) : bench_(std::move(bench)), rules_(asked_of(bench_->pack())) {
    for (const std::size_t c : cases) {
      const Case& one = bench_->suite().cases[c];
      if (!asks_remit(one.expect) || !one.policy.is_null() || !bench_->run(one).wrong.empty()) continue;
      cases_.push_back({c, rules_named(one), is_broad(one)});
    }
    std::vector<Condition> conditions = conditions_of(bench_->studied(), rules_);
    const std::set<std::string> own = own_files(*bench_);
    std::erase_if(conditions, [&](const Condition& c) { return !own.contains((*bench_->studied().spoken)[c.spot - 1].file); });
    std::vector<Alteration> found;
    add_parameter_changes(bench_->studied(), rules_, conditions, found);
    add_sentence_changes(bench_->studied(), rules_, conditions, found);
    add_function_changes(bench_->layers().back(), rules_, found);
    if (only_named) std::erase_if(found, [&](const Alteration& change) { return !is_named(change); });
    // what a rule asks in two places through a local is changed in the first
    std::set<std::tuple<std::string, std::string, int, int, std::string>> had;
    for (Alteration& change : found)
      if (had.insert({change.mutant.rule, change.mutant.file, change.mutant.line, change.mutant.column, change.mutant.change}).second) changes_.push_back(std::move(change));
    std::ranges::stable_sort(changes_, {}, [](const Alteration& c) { return std::tuple(c.mutant.file, c.mutant.line, c.mutant.column); });
  }

  std::size_t size() const { return changes_.size(); }

  Mutant run(std::size_t i) {
    Alteration& change = changes_[i];
    Mutant mutant = change.mutant;
    if (!change.file.empty()) return in_text(change, std::move(mutant));
    change.make();
    ask(change, mutant);
    change.undo();
    return mutant;
  }

 private:
  struct Asking {
    std::size_t c;
    std::set<std::string> names;
    bool broad;
  };

  bool is_named(const Alteration& change) const {
    return std::ranges::any_of(change.rules, [&](std::size_t r) { return std::ranges::any_of(cases_, [&](const Asking& a) { return a.names.contains(rules_[r].id); }); });
  }

  // A function's file as it would read: a pack of its own. One that does not load is noticed by whoever loads it.
  Mutant in_text(const Alteration& change, Mutant mutant) {
    std::vector<lua::LayerText> layers = bench_->layers();
    for (auto& [file, text] : layers.back().files)
      if (file == change.file) text = change.text;
    const lua::Studied whole = bench_->studied();
    const std::vector<Item> items = bench_->items();
    try {
      bench_->use(lua::load_to_study(std::move(layers), bench_->options()), items);
      ask(change, mutant);
    } catch (const base::Refused&) {
      mutant.noticed = true;
      mutant.by = "the pack does not load";
    }
    bench_->use(whole, items);
    return mutant;
  }

  // Those that name the rule first: one of them notices most of the time.
  void ask(const Alteration& change, Mutant& mutant) const {
    std::set<std::string> names;
    bool all = change.rules.empty();
    for (const std::size_t r : change.rules) {
      names.insert(rules_[r].id);
      all |= gives(rules_[r]);
      if (rules_[r].kind == Asked::Kind::conflict || rules_[r].kind == Asked::Kind::record_conflict) names.insert("*");
    }
    const auto named = [&](const Asking& a) { return std::ranges::any_of(names, [&](const std::string& n) { return a.names.contains(n); }); };
    for (const bool first : {true, false})
      for (const Asking& a : cases_) {
        if (named(a) != first || (!first && !all && !a.broad)) continue;
        const Case& c = bench_->suite().cases[a.c];
        if (bench_->run(c).wrong.empty()) continue;
        mutant.noticed = true;
        mutant.by = c.file + ":" + std::to_string(c.line) + ": " + c.name;
        return;
      }
  }
  // Whether other rules read what this one answers.
  bool gives(const Asked& rule) const {
    if (rule.kind != Asked::Kind::classification) return false;
    return std::ranges::any_of(bench_->pack().classifications, [&](const auto& c) { return c.id == rule.id && c.gives >= 0; });
  }

  std::unique_ptr<Bench> bench_;
  std::vector<Asked> rules_;
  std::vector<Asking> cases_;
  std::vector<Alteration> changes_;
};

}  // namespace

std::vector<Mutant> mutate(const MakeBench& make, const std::vector<std::size_t>& cases, bool only_named, unsigned threads, const std::function<void(std::size_t, std::size_t)>& progress) {
  std::vector<Mutant> mutants;
  std::atomic<std::size_t> next = 0, done = 0;
  std::mutex mutex;
  std::exception_ptr failed;
  const auto work = [&] {
    try {
      Mutator mutator(make(), cases, only_named);
      {
        const std::lock_guard lock(mutex);
        mutants.resize(mutator.size());
      }
      for (std::size_t i = next++; i < mutator.size(); i = next++) {
        mutants[i] = mutator.run(i);
        progress(++done, mutator.size());
      }
    } catch (...) {
      const std::lock_guard lock(mutex);
      failed = std::current_exception();
    }
  };
  std::vector<std::thread> others;
  for (unsigned t = 1; t < std::max(threads, 1U); ++t) others.emplace_back(work);
  work();
  for (auto& other : others) other.join();
  if (failed) std::rethrow_exception(failed);
  return mutants;
}

}  // namespace remit::study
