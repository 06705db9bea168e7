// Every case is a choice of values for the fields that the rule reads. What a function reads is only seen when it is asked, so a field that
// comes to light late is varied from the start. A case that goes wrong is made smaller before it is shown: what it does not need goes.
#include "study/probing.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>
#include <utility>

#include "policy/probe_case.hpp"
#include "study/aim.hpp"

namespace remit::study {

using base::Problem;
using policy::Facts;
using policy::Outcome;
using policy::ProbeCase;
using policy::Work;
using rules::nowhere;

namespace {

constexpr std::int64_t today = std::numeric_limits<std::int64_t>::max();
constexpr std::size_t most_dates = 6, most_pairs = 600, most_steps = 6'000, most_starts = 12, most_varied_items = 8;

struct Chosen {
  std::vector<std::size_t> values;   // by variable
  std::uint64_t seed = 0;
  std::int64_t date = today;
  std::map<std::pair<std::size_t, std::uint64_t>, std::size_t> each = {};   // as in ProbeCase
  bool operator<(const Chosen& o) const { return std::tie(values, seed, date, each) < std::tie(o.values, o.seed, o.date, o.each); }
};

struct Said {
  Outcome outcome = Outcome::error;
  std::string code, cause;
  bool operator==(const Said&) const = default;
};

// "STEPS: rule `x`: area/rules.lua:3:7: what was found" and the line below: put apart again.
Problem apart(const policy::Rule& rule, const std::string& cause) {
  Problem p{{}, rule.file, rule.line, 0, {}, cause, {}, rule.id};
  const auto word_end = cause.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ_");
  if (word_end == 0 || word_end == cause.npos || !cause.substr(word_end).starts_with(": ")) {
    p.code = "RULE_FAILS";
    return p;
  }
  p.code = cause.substr(0, word_end);
  p.message = cause.substr(word_end + 2);
  if (const std::string head = "rule `" + rule.id + "`: "; p.message.starts_with(head)) p.message.erase(0, head.size());
  if (const auto line = p.message.find("\n    "); line != p.message.npos) {
    p.source = p.message.substr(line + 5);
    p.message.erase(line);
    if (const auto caret = p.source.find('\n'); caret != p.source.npos) p.source.erase(caret);
  }
  if (p.message.starts_with(rule.file + ":")) {
    std::size_t at = rule.file.size() + 1;
    auto number = [&](int& n) {
      for (n = 0; at < p.message.size() && p.message[at] >= '0' && p.message[at] <= '9'; ++at) n = n * 10 + (p.message[at] - '0');
      ++at;   // the colon
    };
    number(p.line);
    if (p.message[at] != ' ') number(p.column);
    p.message.erase(0, at + 1);
  }
  return p;
}

class Probing {
 public:
  Probing(const lua::Studied& studied, const Question& question)
      : studied_(studied), pack_(*studied.pack), question_(question), work_(pack_.start_work()), case_(pack_, ProbeCase::Required::is_there) {
    for (const auto* test : question.tests)
      for (const auto& v : test->prospect().mentions) case_.mention(v, true);
    mention_parameters();
    case_.of(question.of);
    case_.at(today);
    for (const auto* test : question.tests) {
      const rules::Sentences& s = test->sentences();
      for (const std::uint32_t node : {s.applies_when, s.main, s.refers_when, s.unless, s.also}) learn(node);
    }
  }

  Probed run() {
    ask({});   // what a function reads first
    for (bool grown = true; grown && !done();) {
      const std::size_t known = case_.variables().size();
      vary(known);
      grown = case_.variables().size() > known;
    }
    mix();
    if (!found_.wrong && !question_.is_sentence) again();
    if (!found_.wrong && question_.is_sentence) search();
    return std::move(found_);
  }

 private:
  std::size_t most() const { return question_.is_sentence ? most_sentence_cases : most_function_cases; }
  bool done() const { return found_.wrong || found_.cases >= most(); }

  // Those that the rule names: of a function, which may reach them by any way, all.
  void mention_parameters() {
    std::set<std::size_t> named;
    for (const auto* test : question_.tests) {
      const rules::Sentences& s = test->sentences();
      for (const std::uint32_t node : {s.applies_when, s.main, s.refers_when, s.unless, s.also}) parameters_of(node, named);
    }
    dates_.insert(today);
    for (std::size_t p = 0; p < pack_.parameters.size(); ++p) {
      if (question_.is_sentence && !named.contains(p)) continue;
      for (const auto& period : pack_.parameters[p].periods) {
        case_.mention(period.value, false);
        if (dates_.size() < most_dates && period.from > std::numeric_limits<std::int64_t>::min()) dates_.insert(period.from);
      }
    }
  }

  void parameters_of(std::uint32_t at, std::set<std::size_t>& named) const {
    if (at == nowhere) return;
    const rules::Node& n = studied_.tree->nodes[at];
    if (n.op == rules::Op::field && n.root == policy::root::parameters) named.insert(n.field);
    parameters_of(n.a, named);
    parameters_of(n.b, named);
    for (const std::uint32_t child : studied_.tree->children(n)) parameters_of(child, named);
  }

  void learn(std::uint32_t at) {
    if (at == nowhere) return;
    const rules::Node& n = studied_.tree->nodes[at];
    if (n.op == rules::Op::field) case_.learn(n.root, n.field);
    learn(n.a);
    learn(n.b);
    for (const std::uint32_t child : studied_.tree->children(n)) learn(child);
  }

  void put(const Chosen& chosen) {
    auto& variables = case_.variables();
    for (std::size_t v = 0; v < variables.size(); ++v) {
      const std::size_t which = v < chosen.values.size() ? chosen.values[v] : 0;
      variables[v].chosen = which == 0 && variables[v].always ? 1 : which;
    }
    case_.seed = chosen.seed;
    case_.each = chosen.each;
    if (case_.date() != chosen.date) case_.at(chosen.date);
  }

  Said said(const Chosen& chosen, Work& work) {
    put(chosen);
    Said made;
    made.outcome = question_.ask(case_.facts(), work, made.code);
    if (made.outcome == Outcome::error) made.cause = work.cause;
    work.arena.clear();
    return made;
  }

  // Asks one case that was not asked before.
  void ask(Chosen chosen) {
    if (done() || !asked_.insert(chosen).second) return;
    const Said made = said(chosen, *work_);
    ++found_.cases;
    found_.outcomes.insert(made.outcome);
    if (!made.code.empty()) found_.codes.insert(made.code);
    case_.learn(work_->reads);
    for (const auto& read : work_->reads) found_.silent |= read.root == policy::root::parameters && !read.value.answered();
    if (made.outcome == Outcome::error) return tell(std::move(chosen), apart(*question_.rule, made.cause));
    if (!question_.is_sentence && kept_.size() < most_asked_again) kept_.emplace_back(std::move(chosen), made);
  }

  // The smallest case that goes wrong in the same way.
  void tell(Chosen chosen, Problem problem) {
    const auto same = [&](const Chosen& smaller) {
      const Said now = said(smaller, *work_);
      return now.outcome == Outcome::error && apart(*question_.rule, now.cause).code == problem.code;
    };
    shrink(chosen, same);
    problem = apart(*question_.rule, said(chosen, *work_).cause);
    put(chosen);
    problem.message = question_.called() + " goes wrong when " + case_.words(today) + ": " + problem.message;
    found_.wrong = std::move(problem);
  }

  template <class Same>
  void shrink(Chosen& chosen, Same same) {
    auto smaller = [&](auto change) {
      Chosen less = chosen;
      change(less);
      if (same(less)) chosen = std::move(less);
    };
    if (chosen.seed) smaller([](Chosen& c) { c.seed = 0; });
    if (chosen.date != today) smaller([](Chosen& c) { c.date = today; });
    for (std::size_t v = 0; v < chosen.values.size(); ++v)
      if (chosen.values[v]) smaller([&](Chosen& c) { c.values[v] = 0; });
    for (std::size_t v = 0; v < chosen.values.size(); ++v)   // then an earlier value: a shorter list, a lower number
      for (std::size_t value = 1; value < chosen.values[v]; ++value) {
        const std::size_t before = chosen.values[v];
        smaller([&](Chosen& c) { c.values[v] = value; });
        if (chosen.values[v] != before) break;
      }
  }

  std::vector<std::size_t> all_first() const { return std::vector<std::size_t>(case_.variables().size(), 1); }

  // One field at a time, in a case where nothing else is answered and in one where everything is; then the same with the parameters of
  // each date; of functions, two at a time.
  void vary(std::size_t known) {
    for (const std::int64_t date : dates_) {
      ask({{}, 0, date});
      ask({all_first(), 0, date});
    }
    for (std::size_t v = 0; v < known && !done(); ++v)
      for (std::size_t value = 0; value <= case_.variables()[v].values.size() && !done(); ++value)
        for (const bool full : {false, true}) {
          Chosen one{full ? all_first() : std::vector<std::size_t>(v + 1, 0), 0, today};
          one.values[v] = value;
          ask(std::move(one));
        }
    if (question_.is_sentence) return;
    std::size_t pairs = 0;
    for (std::size_t a = 0; a < known; ++a)
      for (std::size_t b = a + 1; b < known; ++b)
        for (std::size_t x = 1; x <= case_.variables()[a].values.size(); ++x)
          for (std::size_t y = 1; y <= case_.variables()[b].values.size() && pairs < most_pairs && !done(); ++y, ++pairs) {
            Chosen two{std::vector<std::size_t>(b + 1, 0), 0, today};
            two.values[a] = x;
            two.values[b] = y;
            ask(std::move(two));
          }
  }

  Chosen mixed(std::uint64_t seed) const {
    Chosen made;
    auto day = dates_.begin();
    std::advance(day, static_cast<std::ptrdiff_t>(policy::probe_mix(seed, 1) % dates_.size()));
    made.date = *day;
    made.seed = seed;
    for (std::size_t v = 0; v < case_.variables().size(); ++v) made.values.push_back(policy::probe_mix(policy::probe_mix(seed, 0), v) % (case_.variables()[v].values.size() + 1));
    return made;
  }

  void mix() {
    const std::size_t n = question_.is_sentence ? 48 : 400;
    for (std::uint64_t seed = 1; seed <= n && !case_.variables().empty() && !done(); ++seed) ask(mixed(seed));
  }

  // The same cases, from the last to the first, in a state that has seen none of them: a rule that remembers says something else.
  void again() {
    const auto fresh = pack_.start_work();
    for (auto at = kept_.rbegin(); at != kept_.rend() && !found_.wrong; ++at) {
      const Said second = said(at->first, *fresh), third = said(at->first, *fresh);
      if (second == at->second && third == at->second) continue;
      const Said& other = second == at->second ? third : second;
      put(at->first);
      const policy::Rule& rule = *question_.rule;
      found_.wrong = Problem{"TWO_ANSWERS_OF_ONE_CASE", rule.file, rule.line, 0, {}, question_.called() + " answers one case in two ways, `" + std::string(policy::word(at->second.outcome)) + "` and then `" +
                             std::string(policy::word(other.outcome)) + "`: " + case_.words(today), {}, rule.id};
    }
  }

  /// What is looked for: outcomes of the rule's parts, all together. A class asks that those before it do not fit.
  struct Goal {
    std::vector<std::pair<const rules::RuleTest*, Outcome>> parts;
    Outcome outcome = Outcome::pass;
    std::string code;
  };

  std::vector<Goal> goals() const {
    std::vector<Goal> all;
    const auto& tests = question_.tests;
    if (question_.word != "classification") {
      for (const Outcome wanted : {Outcome::pass, Outcome::fail}) all.push_back({{{tests.front(), wanted}}, wanted, {}});
      return all;
    }
    const auto& rule = static_cast<const policy::Classification&>(*question_.rule);
    Goal goal{{{tests.front(), Outcome::pass}}, Outcome::pass, {}};
    for (std::size_t c = 0; c < rule.cases.size() && c + 1 < tests.size(); ++c) {
      goal.code = rule.cases[c].code;
      goal.parts.emplace_back(tests[c + 1], Outcome::pass);
      all.push_back(goal);
      goal.parts.back().second = Outcome::fail;
    }
    return all;
  }

  bool seen(const Goal& goal) const { return goal.code.empty() ? found_.outcomes.contains(goal.outcome) : found_.codes.contains(goal.code); }

  // Downhill from a few cases to one with an answer that was not seen.
  void search() {
    if (question_.tests.empty()) return;
    for (const Goal& goal : goals())
      for (std::uint64_t start = 0; start < most_starts && !seen(goal); ++start) descend(begun(start), goal);
  }

  // Everything answered; nothing; long lists of items that are alike, then of items that differ; then anything.
  Chosen begun(std::uint64_t start) const {
    if (start == 1) return {std::vector<std::size_t>(case_.variables().size(), 0), 0, today};
    Chosen made = start < 4 ? Chosen{all_first(), start == 3 ? 1U : 0U, today} : mixed(start);
    for (std::size_t v = 0; start >= 2 && v < made.values.size(); ++v)
      if (const auto& variable = case_.variables()[v]; variable.type->fields[variable.field].item == base::Type::record) made.values[v] = variable.values.size();
    return made;
  }

  unsigned far_from(const Chosen& chosen, const Goal& goal) {
    put(chosen);
    const Facts facts = case_.facts();
    unsigned far = 0;
    for (const auto& [test, wanted] : goal.parts) far += distance(*studied_.tree, *test, wanted, facts, *work_);
    work_->arena.clear();
    return far;
  }

  void descend(Chosen at, const Goal& wanted) {
    at.values.resize(case_.variables().size());
    unsigned far = far_from(at, wanted);
    std::size_t steps = 0;
    bool better = true;
    const auto attempt = [&](auto change) {
      Chosen next = at;
      change(next);
      ++steps;
      const unsigned now = far_from(next, wanted);
      if (now >= far) return;
      at = std::move(next);
      far = now;
      better = true;
    };
    while (better && far > 0 && steps < most_steps) {
      better = false;
      for (std::size_t v = 0; v < at.values.size(); ++v) {
        const std::size_t items = case_.may_be_item(case_.variables()[v]) ? most_varied_items : 0, values = case_.variables()[v].values.size();
        for (std::size_t value = 0; value <= values && far > 0; ++value) attempt([&](Chosen& next) { next.values[v] = value; });
        for (std::uint64_t item = 1; item <= items; ++item)
          for (std::size_t value = 0; value <= values && far > 0; ++value) attempt([&](Chosen& next) { next.each[{v, item}] = value; });
      }
    }
    if (far > 0) return;
    const Said made = said(at, *work_);
    found_.outcomes.insert(made.outcome);
    if (!made.code.empty()) found_.codes.insert(made.code);
    ++found_.cases;
  }

  const lua::Studied& studied_;
  const policy::Pack& pack_;
  const Question& question_;
  std::unique_ptr<Work> work_;
  ProbeCase case_;
  std::set<std::int64_t> dates_;
  std::set<Chosen> asked_;
  std::vector<std::pair<Chosen, Said>> kept_;
  Probed found_;
};

}  // namespace

Probed probe_rule(const lua::Studied& studied, const Question& question) {
  if (question.by_plugin) return {};
  return Probing(studied, question).run();
}

}  // namespace remit::study
