// Rules that are functions: `test = function (application, parameters) ... end`.
#pragma once
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "lua/answer.hpp"
#include "lua/records.hpp"
#include "lua/sandbox.hpp"
#include "policy/pack.hpp"
#include "policy/rule.hpp"

namespace remit::lua {

/// "CODE: rule `x`: file.lua:3:7: what was found. What to do", and the line with a caret below.
std::string cause_text(const base::Problem& problem);

/// A state and the views of records in it.
struct State {
  std::unique_ptr<Sandbox> sandbox;   // first, for the records stand in it and go before it
  std::unique_ptr<Records> records;   // null: none were made yet
};

/// States that nobody uses now. A state remembers nothing of what it was asked, so whoever comes next may have it.
class IdleStates {
 public:
  /// One of them; without a sandbox when there is none.
  State take();
  void give(State state);

 private:
  std::mutex mutex_;
  std::vector<State> states_;
};

/// One thread's interpreter. `Pack::start_work` makes one for each Work:
///   work->runtime = std::make_unique<Runtime>(load_again, roots);
/// `make` loads the pack's files into a new sandbox and freezes it; it is called once now, and again whenever a state had to
/// be thrown away. `roots` (by root number) must outlive the runtime.
class Runtime final : public policy::Work::Runtime {
 public:
  using Make = std::function<std::unique_ptr<Sandbox>()>;
  /// With `idle` it takes a state from there, if there is one, and gives it back when it ends.
  Runtime(Make make, std::span<const policy::Pack::RootName> roots, std::shared_ptr<IdleStates> idle = nullptr);
  ~Runtime() override;
  Sandbox& sandbox() { return *state_.sandbox; }
  Records& records() { return *state_.records; }
  /// A working state: the same one, or a new one when the last was broken.
  void mend();

 private:
  Make make_;
  std::span<const policy::Pack::RootName> roots_;
  std::shared_ptr<IdleStates> idle_;
  State state_;
};

/// A function with its parameters bound by name.
class BoundFunction {
 public:
  /// Throws base::Refused (exit code 3, UNKNOWN_PARAMETER) when a parameter is the name of no root that has a type.
  /// `rule`: for messages.
  BoundFunction(std::string rule, FunctionRef function, std::span<const policy::Pack::RootName> roots);

  /// Calls it with the records in view. The answer (lua/answer.hpp) holds no pointer into Lua. nullopt: it went wrong;
  /// work.cause says what, and begins with the code: "STEPS: rule `x`: file.lua:3: ...". work.reads is replaced.
  std::optional<Answer> ask(const policy::Facts& facts, policy::Work& work, const AnswerLimits& limits = {}) const;
  /// The same for rules: pass, fail, refer or not_applicable; anything else is Outcome::error with work.cause.
  policy::Outcome ask_outcome(const policy::Facts& facts, policy::Work& work) const;

  const std::string& rule() const { return rule_; }
  const FunctionRef& function() const { return function_; }
  const std::vector<std::uint16_t>& roots() const { return roots_; }   // by parameter; the loader checks they are in view

 private:
  bool run(const policy::Facts& facts, policy::Work& work) const;
  void refuse_answer(policy::Work& work) const;
  void tell(policy::Work& work, base::Problem problem) const;

  std::string rule_;
  FunctionRef function_;
  std::vector<std::uint16_t> roots_;
};

/// A rule's test that is a function. `explain` leaves the words to the loader's templates.
class FunctionTest : public policy::Test {
 public:
  FunctionTest(std::string rule, FunctionRef function, std::span<const policy::Pack::RootName> roots)
      : function_(std::move(rule), std::move(function), roots) {}
  policy::Outcome ask(const policy::Facts& facts, policy::Work& work) const override {
    return function_.ask_outcome(facts, work);
  }
  policy::Explanation explain(const policy::Facts&, policy::Work&, policy::Outcome) const override { return {}; }
  bool is_sentence() const override { return false; }
  policy::Prospect prospect() const override {
    policy::Prospect seen;
    seen.mentions = mentions_;
    return seen;
  }
  /// The constants that stand in it; what they point at must outlive it.
  void mention(std::vector<base::Value> constants) { mentions_ = std::move(constants); }
  const BoundFunction& bound() const { return function_; }

 private:
  BoundFunction function_;
  std::vector<base::Value> mentions_;
};

}  // namespace remit::lua
