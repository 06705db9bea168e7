// The sample with plug-ins in every place of the procedure, which say what a test tells them to.
#pragma once
#include <functional>
#include <map>
#include <string>

#include "policy/answers.hpp"
#include "sample.hpp"

namespace remit::record::test {

inline policy::Answer answer(policy::Outcome outcome, std::vector<std::string> reasons = {}) {
  policy::Answer made;
  made.outcome = outcome;
  if (reasons.empty()) return made;
  made.said = std::make_unique<policy::Answer::Said>();
  made.said->reasons = std::move(reasons);
  return made;
}
inline policy::Told told(base::Kind kind, std::int64_t integer, std::string text = {}, base::Rational ratio = {}) { return {kind, integer, std::move(text), ratio}; }

/// Two plug-ins: `areas` looks up facts.areas.{decile, found_on, rent, share, town} and scores the measure need; `rules` stands
/// behind the criterion registered, the conflict board, the requirement alike (a round check) and the allocation.
class WithPlugins : public policy::Plugins {
 public:
  explicit WithPlugins(Sample& sample) : sample_(sample) {
    using policy::Capability;
    policy::Pack& pack = sample.pack;
    for (const char* id : {"areas", "rules"}) {
      policy::PluginNeed need;
      need.id = id;
      need.version = "1.0.0";
      pack.plugins.push_back(std::move(need));
      identities_.push_back({id, "1.0.0", std::string("blake2b-256:") + id, {}});
    }
    identities_[0].files.emplace_back("table", "blake2b-256:table");
    add_facts(pack);
    pack.uses = {{0, "", Capability::data_source, false, "facts"}, {0, "need", Capability::measure, false, "measure"},
                 {1, "registered", Capability::criterion, false, "criterion"}, {1, "board", Capability::conflict_rule, false, "conflict"},
                 {1, "alike", Capability::criterion, true, "requirement"}, {1, "share", Capability::allocator, false, "allocation"}};
    stand_behind(sample.criterion("registered", policy::Effect::blocks, {}), 2);
    sample.criterion("deprived", policy::Effect::warns, [this](const policy::Facts& facts, policy::Work& work) {
      return look(facts, work, policy::root::facts, decile).answered() ? policy::Outcome::pass : policy::Outcome::refer;
    });
    stand_behind(sample.conflict("board", {}), 3);
    sample.pack.conflicts[0].scope = policy::Scope::application;
    stand_behind(sample.requirement("alike", policy::root::application, {}), 4);
    policy::Rule& rule = pack.allocation.emplace();
    rule.id = "share-out";
    rule.clause = "7.2";
    rule.use = 5;
    base::Measure need;
    need.id = "need";
    need.title = "Need";
    need.clause = "3.1";
    need.use = 1;
    pack.scoring.measures = {need};
    sample.plugins = this;
  }

  std::span<const policy::PluginIdentity> identities() const override { return identities_; }
  bool across(std::size_t use) const override { return use == 4; }
  std::vector<policy::Answer> ask(std::size_t use, policy::Subjects& subjects) override {
    std::vector<policy::Answer> answers;
    for (std::size_t i = 0; i < subjects.size(); ++i) {
      subjects.turn_to(i);
      const auto key = subjects.key(i);
      answers.push_back(say(use, std::string(key.application), std::string(key.other)));
    }
    if (use >= 4) answers.push_back(say(use, "", ""));
    return answers;
  }

  /// What is said otherwise than below: of a use, about an application (and a member).
  std::map<std::string, std::function<policy::Answer()>> instead;   // "registered A1"
  std::vector<policy::PluginIdentity>& known() { return identities_; }
  std::uint16_t decile = 0;

 private:
  void stand_behind(policy::Rule& rule, int use) {
    rule.use = use;
    rule.test = std::make_unique<policy::PluginTest>(static_cast<std::size_t>(use), "rules/" + rule.id);
  }

  void add_facts(policy::Pack& pack) {
    using base::Type;
    base::RecordType& facts = pack.schema.make("facts");
    base::Field group;
    group.path = "areas";
    group.type = Type::record;
    facts.add(group);
    for (const auto& [name, type] : {std::pair("decile", Type::count), std::pair("found_on", Type::date), std::pair("rent", Type::money),
                                     std::pair("share", Type::number), std::pair("town", Type::text), std::pair("urban", Type::yes_no)}) {
      base::Field field;
      field.path = std::string("areas.") + name;
      field.type = type;
      pack.plugins[0].facts.push_back(static_cast<std::uint16_t>(facts.add(field)));
    }
    decile = pack.plugins[0].facts[0];
  }

  policy::Answer say(std::size_t use, const std::string& application, const std::string& member) {
    using base::Kind;
    using policy::Outcome;
    const std::string& item = sample_.pack.uses[use].item;
    const auto at = instead.find((item.empty() ? "facts" : item) + " " + application + (member.empty() ? "" : " " + member));
    if (at != instead.end()) return at->second();
    policy::Answer made = answer(Outcome::pass, {"because of " + item});
    switch (use) {
      case 0:
        made.said->facts.push_back(told(Kind::count, 3));
        made.said->facts.push_back(told(Kind::date, 1330560000));
        made.said->facts.push_back(told(Kind::money, 1250));
        made.said->facts.push_back(told(Kind::ratio, 0, {}, base::Rational(1, 3)));
        made.said->facts.push_back(told(Kind::text, 0, "Quay \"End\""));
        made.said->facts.push_back(told(Kind::yes_no, 1));
        break;
      case 1: made.said->score = base::Rational(7, 2); break;
      case 2:
        made.said->evidence = {};
        made.said->evidence.emplace_back("status", told(Kind::text, 0, "Registered"));
        made.said->evidence.emplace_back("income", told(Kind::money, 100));
        made.said->evidence.emplace_back("members", told(Kind::count, 12));
        break;
      case 5:
        if (!application.empty()) made.said->award = policy::Answer::Said::Award::whole;
        break;
      default: break;
    }
    return made;
  }

  Sample& sample_;
  std::vector<policy::PluginIdentity> identities_;
};

/// Two applications, A1 and A2, of a stream without measures of its own: the plug-in scores them.
inline std::string round_for_plugins() {
  std::string round = round_of(application("A1", "600") + "," + application("A2", "10"));
  const std::size_t from = round.find(R"(,"minimum_total")"), to = round.find("}],\n\"panel\"");
  return round.erase(from, to - from);
}

}  // namespace remit::record::test
