#include "lua/function_test.hpp"

#include <array>
#include <stdexcept>

#include "base/problem_words.hpp"
#include "base/text.hpp"
#include "lua/amounts.hpp"
#include "lua/state.hpp"

namespace remit::lua {

// ---- Runtime ---------------------------------------------------------------------------------------------------------

State IdleStates::take() {
  const std::lock_guard lock(mutex_);
  if (states_.empty()) return {};
  State state = std::move(states_.back());
  states_.pop_back();
  return state;
}

void IdleStates::give(State state) {
  const std::lock_guard lock(mutex_);
  states_.push_back(std::move(state));
}

Runtime::Runtime(Make make, std::span<const policy::Pack::RootName> roots, std::shared_ptr<IdleStates> idle)
    : make_(std::move(make)), roots_(roots), idle_(std::move(idle)) {
  if (idle_) state_ = idle_->take();
  if (!state_.sandbox) state_.sandbox = make_();
  if (!state_.records) state_.records = std::make_unique<Records>(*state_.sandbox, roots_);
}

Runtime::~Runtime() {
  if (idle_ && !state_.sandbox->broken()) idle_->give(std::move(state_));
  state_.records.reset();   // it stands in the sandbox
}

void Runtime::mend() {
  if (!state_.sandbox->broken()) return;
  state_.records.reset();
  state_.sandbox = make_();
  state_.records = std::make_unique<Records>(*state_.sandbox, roots_);
}

// ---- binding ---------------------------------------------------------------------------------------------------------

BoundFunction::BoundFunction(std::string rule, FunctionRef function, std::span<const policy::Pack::RootName> roots)
    : rule_(std::move(rule)), function_(std::move(function)) {
  std::vector<std::string> known;
  for (const auto& root : roots)
    if (root.type != nullptr) known.push_back(root.name);
  base::Problems problems;
  for (const std::string& parameter : function_.parameters) {
    std::size_t number = 0;
    while (number < roots.size() && (roots[number].type == nullptr || roots[number].name != parameter)) ++number;
    if (number < roots.size()) {
      roots_.push_back(static_cast<std::uint16_t>(number));
      continue;
    }
    const std::string near = base::nearest(parameter, std::span<const std::string>(known));
    base::Problem problem;
    problem.code = "UNKNOWN_PARAMETER";
    problem.file = function_.file;
    problem.line = function_.line;
    problem.rule = rule_;
    problem.message = "nothing is called `" + parameter + "` that a function could ask for" + (near.empty() ? "" : ". The nearest is `" + near + "`");
    problems.push_back(std::move(problem));
  }
  if (!problems.empty()) throw base::Refused{std::move(problems), 3};
}

// ---- asking ----------------------------------------------------------------------------------------------------------

namespace {

Runtime& runtime_of(policy::Work& work) {
  auto* runtime = static_cast<Runtime*>(work.runtime.get());   // the only kind there is
  if (runtime == nullptr) throw std::logic_error("a function was asked without an interpreter: Pack::start_work must make one");
  return *runtime;
}

struct Word {
  std::string_view text;
  policy::Outcome outcome;
};
constexpr std::array<Word, 4> outcome_words = {{
    {"pass", policy::Outcome::pass},
    {"fail", policy::Outcome::fail},
    {"refer", policy::Outcome::refer},
    {"not_applicable", policy::Outcome::not_applicable},
}};

}  // namespace

/// Headline, rule and place, the line with a caret, what was found and what to do.
std::string cause_text(const base::Problem& problem) {
  std::string out = problem.code + ": ";
  if (!problem.rule.empty()) out += "rule `" + problem.rule + "`: ";
  base::Problem shown = problem;
  shown.source = base::printable(problem.source, 300);
  shown.message = base::printable(problem.message, 500);
  return out + base::uncoded(shown);
}

void BoundFunction::tell(policy::Work& work, base::Problem problem) const {
  problem.rule = rule_;
  if (problem.file.empty()) problem.file = function_.file;
  if (problem.line == 0) problem.line = function_.line;
  if (problem.source.empty()) problem.source = runtime_of(work).sandbox().source_line(problem.file, problem.line);
  work.cause = cause_text(problem);
}

/// True: the answer is on the stack.
bool BoundFunction::run(const policy::Facts& facts, policy::Work& work) const {
  Runtime& runtime = runtime_of(work);
  runtime.mend();
  Sandbox& box = runtime.sandbox();
  work.reads.clear();
  if (!work.cause.empty()) work.cause.clear();
  box.push_function(function_.number);
  runtime.records().begin(work.ledger ? &work.reads : nullptr);
  for (const std::uint16_t root : roots_) runtime.records().push(root, facts.records[root]);
  if (box.call(static_cast<int>(roots_.size()), function_.bound)) return true;
  tell(work, box.problem());
  return false;
}

void BoundFunction::refuse_answer(policy::Work& work) const {
  lua_State* L = runtime_of(work).sandbox().state();
  base::Problem problem;
  problem.line = function_.last_line;
  if (lua_isnil(L, -1)) {
    problem.code = "NO_ANSWER";
    problem.message = "this ended without an answer. Put `return` before the result";
  } else {
    problem.code = "BAD_RESULT";
    const bool text = is_text(L, -1);
    problem.message = "this answered with " + (text ? "a text that is no outcome" : kind_name(L, -1)) + ". Answer `pass`, `fail`, `refer` or `not_applicable`";
  }
  tell(work, std::move(problem));
}

policy::Outcome BoundFunction::ask_outcome(const policy::Facts& facts, policy::Work& work) const {
  if (!run(facts, work)) return policy::Outcome::error;
  lua_State* L = static_cast<Runtime&>(*work.runtime).sandbox().state();
  if (is_text(L, -1)) {
    const std::string_view answer = text_at(L, -1);
    for (const Word& word : outcome_words)
      if (word.text == answer) {
        lua_pop(L, 1);
        return word.outcome;
      }
  }
  refuse_answer(work);
  lua_pop(L, 1);
  return policy::Outcome::error;
}

std::optional<Answer> BoundFunction::ask(const policy::Facts& facts, policy::Work& work, const AnswerLimits& limits) const {
  if (!run(facts, work)) return std::nullopt;
  lua_State* L = runtime_of(work).sandbox().state();
  std::optional<Answer> answer(std::in_place);
  std::string why_not;
  if (!read_answer(L, limits, *answer, why_not)) {
    base::Problem problem;
    problem.code = "BAD_RESULT";
    problem.line = function_.last_line;
    problem.message = "this answer cannot be used: " + why_not;
    tell(work, std::move(problem));
    answer.reset();
  } else if (answer->kind == Answer::Kind::nothing) {
    refuse_answer(work);
    answer.reset();
  }
  lua_pop(L, 1);
  return answer;
}

}  // namespace remit::lua
