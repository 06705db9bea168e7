#include "study/coverage.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "base/date.hpp"
#include "lua/function_test.hpp"
#include "lua/syntax.hpp"

namespace remit::study {

using intake::Json;
using rules::Op;

namespace {

// Puts a watched node in the place of every condition, and reads what they counted.
class Watch {
 public:
  explicit Watch(Bench& bench) : studied_(bench.studied()), rules_(asked_of(*studied_.pack)), conditions_(conditions_of(studied_, rules_)) {
    const std::set<std::string> own = own_files(bench);
    std::erase_if(conditions_, [&](const Condition& c) { return !own.contains((*studied_.spoken)[c.spot - 1].file); });
    for (const Condition& c : conditions_) parameters_below(*studied_.tree, c.node, [&](std::size_t p) { readers_[p].insert(c.node); });
    std::map<std::uint32_t, std::size_t> numbers;
    for (const Condition& c : conditions_) numbers.try_emplace(c.node, numbers.size());
    studied_.tree->tally = std::make_shared<rules::Tally>(numbers.size());
    for (const auto& [node, number] : numbers) watch(node, number);
    numbers_ = std::move(numbers);
  }

  // Which parameters were read by a condition since the last call.
  std::set<std::size_t> newly_read() {
    std::set<std::size_t> read;
    for (const auto& [parameter, nodes] : readers_) {
      std::uint64_t asked = 0;
      for (const std::uint32_t node : nodes) asked += count(node, 0) + count(node, 1) + count(node, 2);
      if (asked > seen_[parameter]) read.insert(parameter);
      seen_[parameter] = asked;
    }
    return read;
  }

  std::vector<CoveredCondition> counted() const {
    std::map<std::tuple<std::size_t, std::uint32_t>, CoveredCondition> by_place;   // one for each rule and place
    for (const Condition& c : conditions_) {
      const lua::Spoken& spoken = (*studied_.spoken)[c.spot - 1];
      CoveredCondition& made = by_place[{c.rule, c.spot}];
      made.file = spoken.file;
      made.line = spoken.line;
      made.column = spoken.column;
      made.words = spoken.words;
      made.rule = rules_[c.rule].id;
      made.clause = rules_[c.rule].clause;
      made.no += count(c.node, 0);
      made.yes += count(c.node, 1);
      made.unknown += count(c.node, 2);
    }
    std::vector<CoveredCondition> all;
    for (auto& [place, made] : by_place) all.push_back(std::move(made));
    std::ranges::stable_sort(all, {}, [](const CoveredCondition& c) { return std::tuple(c.file, c.line, c.column); });
    return all;
  }

  const std::vector<Asked>& rules() const { return rules_; }

 private:
  void watch(std::uint32_t node, std::size_t number) {
    rules::Tree& tree = *studied_.tree;
    rules::Node stands = tree.nodes[node], watched{};
    watched.op = Op::watched;
    watched.a = tree.add(stands);
    watched.spot = stands.spot;
    watched.value.integer = static_cast<std::int64_t>(number);
    tree.nodes[node] = watched;
  }
  std::uint64_t count(std::uint32_t node, std::size_t answer) const { return studied_.tree->tally->of[numbers_.at(node)][answer].load(); }

  lua::Studied studied_;
  std::vector<Asked> rules_;
  std::vector<Condition> conditions_;
  std::map<std::uint32_t, std::size_t> numbers_;                 // of watched nodes
  std::map<std::size_t, std::set<std::uint32_t>> readers_;       // of parameters: the conditions below which each is read
  std::map<std::size_t, std::uint64_t> seen_;
};

// The statements of the functions of a file: the lines from which to which each stands, its own blocks aside.
class Statements {
 public:
  explicit Statements(std::string_view text) : text_(text), syntax_(text) {
    base::Problems problems;
    syntax_.read(problems);
  }

  std::vector<std::pair<int, int>> between(int first, int last) {
    std::vector<std::pair<int, int>> found;
    for (const lua::Function& f : syntax_.functions())
      if (f.parent && f.line >= first && f.last_line <= last) collect(f.body, found);
    std::ranges::sort(found);
    return found;
  }

 private:
  int line_of(std::uint32_t byte) const { return 1 + static_cast<int>(std::ranges::count(text_.substr(0, byte), '\n')); }

  void collect(const lua::Block& block, std::vector<std::pair<int, int>>& found) {
    for (const lua::Node* s : block) {
      std::vector<const lua::Node*> own(s->kids.begin(), s->kids.end());
      own.insert(own.end(), s->values.begin(), s->values.end());
      if (s->kind == lua::NodeKind::if_chain) {
        for (const lua::Node* condition : own) found.emplace_back(condition->line, line_of(condition->end));
      } else if (s->kind != lua::NodeKind::do_block) {
        int to = s->line;
        for (const lua::Node* part : own)
          if (part->kind != lua::NodeKind::function) to = std::max(to, line_of(part->end));
        found.emplace_back(s->line, to);
      }
      for (const lua::Block& inner : s->blocks) collect(inner, found);
    }
  }

  std::string_view text_;
  lua::Syntax syntax_;
};

std::vector<CoveredLine> function_lines(const Bench& bench, const std::vector<Asked>& rules, const lua::LineTally& tally) {
  std::map<std::string, Statements> files;
  for (const auto& [name, text] : bench.layers().back().files) files.try_emplace(name, text);
  std::vector<CoveredLine> lines;
  std::set<std::tuple<std::string, int, std::string>> had;
  for (const Asked& rule : rules) {
    const auto* function = dynamic_cast<const lua::FunctionTest*>(rule.test->sentences().function.get());
    const auto file = function ? files.find(function->bound().function().file) : files.end();
    if (file == files.end()) continue;
    for (const auto& [from, to] : file->second.between(function->bound().function().line, function->bound().function().last_line)) {
      if (!had.insert({file->first, from, rule.id}).second) continue;
      CoveredLine made{file->first, rule.id, rule.clause, from, 0};
      for (int line = from; line <= to; ++line)
        if (const auto at = tally.begun.find({file->first, line}); at != tally.begun.end()) made.runs = std::max(made.runs, at->second);
      lines.push_back(std::move(made));
    }
  }
  std::ranges::stable_sort(lines, {}, [](const CoveredLine& l) { return std::tuple(l.file, l.line); });
  return lines;
}

// Which periods of the parameters were in force in a case, and which were read.
class Periods {
 public:
  explicit Periods(const policy::Pack& pack) : pack_(pack) {
    for (std::size_t p = 0; p < pack.parameters.size(); ++p) {
      const policy::Parameter& parameter = pack.parameters[p];
      if (parameter.layer != pack.id) continue;
      for (const auto& period : parameter.periods) {
        base::Value day;
        day.kind = base::Kind::date;
        day.integer = period.from;
        const bool always = period.from < -100'000'000'000;   // long before any date
        made_.push_back({parameter.id, period.clause.empty() ? parameter.clause : period.clause, always ? std::string() : base::moment_text(day), parameter.file, parameter.line, Reached::never});
        of_[&period] = made_.size() - 1;
      }
    }
  }

  void note(std::string_view as_of, std::string_view opens, const std::set<std::size_t>& read) {
    base::Value day, opened;
    if (!base::read_moment(as_of, day)) return;
    const policy::Clocks clocks(base::first_second(day), base::read_moment(opens, opened) ? base::first_second(opened) : base::first_second(day));
    for (std::size_t p = 0; p < pack_.parameters.size(); ++p) {
      const auto at = of_.find(pack_.parameters[p].on(clocks));
      if (at == of_.end()) continue;
      Reached& state = made_[at->second].state;
      state = read.contains(p) ? Reached::met : std::min(state, Reached::only_false);
    }
  }
  std::vector<CoveredPeriod> take() { return std::move(made_); }

 private:
  const policy::Pack& pack_;
  std::vector<CoveredPeriod> made_;
  std::map<const policy::Parameter::Period*, std::size_t> of_;
};

// The parameters that findings of the document say they read: functions say so there alone.
void add_read(const Json& document, const policy::Pack& pack, std::set<std::size_t>& read) {
  const std::vector<Item> none;
  const Given given(none, &document);
  for (const auto& finding : given.findings)
    for (const auto& [field, value] : (*finding.finding)["read"].members)
      if (field.starts_with("parameters."))
        if (const int p = pack.find_parameter(field.substr(11)); p >= 0) read.insert(static_cast<std::size_t>(p));
}

// What the procedure itself reads: which total is enough and what breaks a tie, how far a recusal reaches, what an appeal states.
void add_read_by_procedure(const Case& c, const Json& document, const policy::Pack& pack, std::set<std::size_t>& read) {
  if (c.command == Command::assess) return;
  std::vector<std::string> ids{"minimum_total", "tie_break"};
  for (const Json& appeal : document["appeals"].items) {
    for (const auto& [id, value] : appeal["parameters"].members) ids.push_back(id);
    for (const Json& parameter : appeal["parameters"].items) ids.push_back(parameter["id"].str());
  }
  for (const std::string& id : ids)
    if (const int p = pack.find_parameter(id); p >= 0) read.insert(static_cast<std::size_t>(p));
  for (const Json& record : document["records"].items)
    for (const Json& conflict : record["conflicts"].items)
      for (const policy::Conflict& rule : pack.conflicts)
        if (rule.id == conflict["rule"].str() && rule.scope_parameter >= 0) read.insert(static_cast<std::size_t>(rule.scope_parameter));
}

std::string as_of(const Json& document) {
  for (const char* list : {"records", "appeals"})
    if (!document[list].items.empty()) return document[list].items.front()["as_of"].str();
  return document["round"]["as_of"].str();
}

}  // namespace

std::string_view word(Reached state) { return state == Reached::met ? "met" : state == Reached::only_false ? "evaluated false" : "never reached"; }

std::size_t Coverage::percent() const {
  const std::size_t all = sentences.all() + functions.all();
  return all == 0 ? 100 : 100 * (sentences.met + functions.met) / all;
}

std::map<std::string, Count> Coverage::by_rule() const {
  std::map<std::string, Count> counts;
  for (const auto& c : conditions) counts[c.rule].add(c.state());
  for (const auto& l : lines) counts[l.rule].add(l.runs > 0 ? Reached::met : Reached::never);
  return counts;
}

std::map<std::string, Count> Coverage::by_clause() const {
  std::map<std::string, Count> counts;
  for (const auto& c : conditions) counts[c.clause].add(c.state());
  for (const auto& l : lines) counts[l.clause].add(l.runs > 0 ? Reached::met : Reached::never);
  return counts;
}

lua::LoadOptions to_cover(lua::LoadOptions options) {
  options.dialect.lines = std::make_shared<lua::LineTally>();
  return options;
}

Coverage cover(Bench& bench, const std::vector<std::size_t>& cases, std::vector<Result>& results) {
  Coverage made;
  Watch watch(bench);
  Periods periods(bench.pack());
  for (const std::size_t c : cases) {
    Answer answer;
    results.push_back(bench.run(bench.suite().cases[c], &answer));
    std::set<std::size_t> read = watch.newly_read();
    if (answer.document.is_null() || !bench.suite().cases[c].policy.is_null()) continue;
    add_read(answer.document, bench.pack(), read);
    add_read_by_procedure(bench.suite().cases[c], answer.document, bench.pack(), read);
    const Json& streams = answer.document["streams"];
    if (streams.items.empty()) periods.note(as_of(answer.document), {}, read);
    for (const Json& stream : streams.items) periods.note(as_of(answer.document), stream["opens"].str(), read);
  }
  made.conditions = watch.counted();
  if (const auto& tally = bench.options().dialect.lines) made.lines = function_lines(bench, watch.rules(), *tally);
  made.periods = periods.take();
  made.files = bench.layers().back().files;
  for (const auto& c : made.conditions) made.sentences.add(c.state());
  for (const auto& l : made.lines) made.functions.add(l.runs > 0 ? Reached::met : Reached::never);
  return made;
}

}  // namespace remit::study
