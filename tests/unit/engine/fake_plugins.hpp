// Plug-ins that say what a test tells them to, and remember what they were asked. All items are of one plug-in, `p`.
#pragma once
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "policy/answers.hpp"
#include "round_builder.hpp"

namespace remit::engine::test {

class FakePlugins : public policy::Plugins {
 public:
  using Say = std::function<policy::Answer(const policy::Subjects::Key&, const policy::Facts&)>;

  explicit FakePlugins(PackBuilder& pack) : pack_(pack) {
    pack.pack.plugins.push_back({.id = "p", .version = "1.0.0", .layer = {}, .file = "pack.lua", .line = 1, .reads = {}, .settings = {}, .files = {}, .facts = {}});
    identity_ = {{.id = "p", .version = "1.2.0", .digest = "blake2b-256:p", .files = {}}};
  }

  /// A use of the item, answered by `say`; `whole`: what is said of the round or stream besides.
  std::size_t use(policy::Capability capability, const std::string& item, Say say, Say whole = {}) {
    pack_.pack.uses.push_back({0, item, capability, false, "rule \"" + item + "\""});
    say_.push_back(std::move(say));
    whole_.push_back(std::move(whole));
    return pack_.pack.uses.size() - 1;
  }
  /// Puts the plug-in in the place of the rule's test.
  std::size_t stands_behind(policy::Rule& rule, policy::Capability capability, Say say, Say whole = {}) {
    const std::size_t made = use(capability, rule.id, std::move(say), std::move(whole));
    rule.use = static_cast<int>(made);
    rule.test = std::make_unique<policy::PluginTest>(made, "p/" + rule.id);
    return made;
  }
  void looks_across(std::size_t use) { across_.insert(use); }

  std::span<const policy::PluginIdentity> identities() const override { return identity_; }
  bool across(std::size_t use) const override { return across_.contains(use); }
  std::vector<policy::Answer> ask(std::size_t use, policy::Subjects& subjects) override {
    std::vector<policy::Answer> answers;
    for (std::size_t i = 0; i < subjects.size(); ++i) {
      const policy::Facts& facts = subjects.turn_to(i);
      const auto key = subjects.key(i);
      asked.push_back(pack_.pack.uses[use].item + " " + std::string(key.application) + (key.other.empty() ? "" : " " + std::string(key.other)));
      answers.push_back(say_[use](key, facts));
    }
    if (whole_[use]) answers.push_back(whole_[use]({}, subjects.whole()));
    if (short_by > 0) answers.resize(answers.size() - std::min(answers.size(), short_by));
    return answers;
  }

  std::vector<std::string> asked;   // "item application member", in order
  std::size_t short_by = 0;         // answers that it forgets to give

 private:
  PackBuilder& pack_;
  std::vector<policy::PluginIdentity> identity_;
  std::vector<Say> say_, whole_;
  std::set<std::size_t> across_;
};

inline policy::Answer says(policy::Outcome outcome, std::vector<std::string> reasons = {}) {
  policy::Answer answer;
  answer.outcome = outcome;
  if (reasons.empty()) return answer;
  answer.said = std::make_unique<policy::Answer::Said>();
  answer.said->reasons = std::move(reasons);
  return answer;
}
inline policy::Answer scores(base::Rational score) {
  policy::Answer answer = says(policy::Outcome::pass, {"reckoned"});
  answer.said->score = score;
  return answer;
}
inline policy::Answer awards(policy::Answer::Said::Award award, std::vector<std::string> elements = {}, std::string why = "so chosen") {
  policy::Answer answer = says(policy::Outcome::pass, {std::move(why)});
  answer.said->award = award;
  answer.said->elements = std::move(elements);
  return answer;
}
/// `given` for the application named, else `otherwise`.
inline FakePlugins::Say only(std::string application, std::function<policy::Answer()> given, std::function<policy::Answer()> otherwise) {
  return [=](const policy::Subjects::Key& key, const policy::Facts&) { return key.application == application ? given() : otherwise(); };
}

}  // namespace remit::engine::test
