#include "plugins/open_set.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "base/text.hpp"
#include "plugins/answers.hpp"

namespace remit::plugins {

using policy::Answer;
using policy::Capability;
using policy::Outcome;
using Said = policy::Answer::Said;

namespace {

Said& said_of(Answer& answer) {
  if (!answer.said) answer.said = std::make_unique<Said>();
  return *answer.said;
}

// The worse of two outcomes of a finding stands.
int badness(Outcome outcome) {
  switch (outcome) {
    case Outcome::error: return 4;
    case Outcome::fail: return 3;
    case Outcome::refer: return 2;
    case Outcome::pass: return 1;
    default: return 0;
  }
}

/// Turns the words of a session into answers, by the ids of its subjects.
class Sorting {
 public:
  Sorting(std::string_view plugin, policy::Subjects& subjects) : plugin_(plugin), answers_(subjects.size() + 1) {
    for (auto& answer : answers_) answer.outcome = Outcome::pass;
    for (std::size_t i = 0; i < subjects.size(); ++i) places_.emplace(std::string(subjects.key(i).application), i);
  }

  std::string findings(SessionWords& words) {
    std::vector<bool> found(answers_.size());
    std::vector<std::string> causes(answers_.size());
    for (auto& one : words.findings) {
      const auto at = place(one.application);
      if (at == none) return unknown(one.application);
      Answer& answer = answers_[at];
      if (!found[at] || badness(one.outcome) > badness(answer.outcome)) answer.outcome = one.outcome;
      found[at] = true;
      if (one.outcome == Outcome::error && causes[at].empty()) causes[at] = one.words.empty() ? "could not tell, and did not say why" : one.words;
      if (!one.words.empty()) said_of(answer).reasons.push_back(std::move(one.words));
    }
    for (auto& one : words.evidence) {
      const auto at = place(one.application);
      if (at == none) return unknown(one.application);
      said_of(answers_[at]).evidence.emplace_back(std::move(one.name), std::move(one.value));
    }
    for (std::size_t i = 0; i < answers_.size(); ++i)
      if (!causes[i].empty()) answers_[i] = error_of(plugin_, causes[i]);
    return {};
  }

  std::string awards(SessionWords& words) {
    for (std::size_t i = 0; i + 1 < answers_.size(); ++i) said_of(answers_[i]).award = Said::Award::nothing;
    std::vector<bool> named(answers_.size());
    for (auto& one : words.awards) {
      const auto at = one.application.empty() ? none : place(one.application);
      if (at == none) return unknown(one.application);
      if (named[at]) return "named the application `" + base::printable(one.application, 100) + "` twice";
      named[at] = true;
      Said& said = said_of(answers_[at]);
      said.award = one.award;
      said.elements = std::move(one.elements);
      if (!one.words.empty()) said.reasons.push_back(std::move(one.words));
    }
    return {};
  }

  std::vector<Answer> finish(SessionWords& words) {
    Answer& last = answers_.back();
    if (last.outcome != Outcome::error)
      for (auto& note : words.notes) said_of(last).reasons.push_back(std::move(note));
    if (!words.output.empty()) said_of(last).written = std::move(words.output);
    return std::move(answers_);
  }

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::size_t place(const std::string& id) const {
    if (id.empty()) return answers_.size() - 1;
    const auto at = places_.find(id);
    return at == places_.end() ? none : at->second;
  }
  static std::string unknown(const std::string& id) { return "named the application `" + base::printable(id, 100) + "`, which it was not given"; }

  std::string_view plugin_;
  std::vector<Answer> answers_;
  std::unordered_map<std::string, std::size_t> places_;
};

}  // namespace

std::vector<Answer> answers_of(SessionWords&& words, Capability capability, std::string_view plugin, policy::Subjects& subjects) {
  if (words.cause.empty()) words.cause = wrong_in(words, false);
  else if (!base::valid_utf8(words.cause)) words.cause = "gave a text that is no UTF-8";
  Sorting sorting(plugin, subjects);
  if (words.cause.empty() && capability == Capability::round_check) words.cause = sorting.findings(words);
  if (words.cause.empty() && capability == Capability::allocator) words.cause = sorting.awards(words);
  if (words.cause.empty()) return sorting.finish(words);
  std::vector<Answer> answers;
  for (std::size_t i = 0; i <= subjects.size(); ++i) answers.push_back(error_of(plugin, words.cause));
  return answers;
}

std::vector<Answer> OpenSet::ask(std::size_t number, policy::Subjects& subjects) {
  const Use& use = uses_[number];
  const Open& open = open_[pack_.uses[number].need];
  switch (use.capability) {
    case Capability::data_source: return look_up(open, use, pack_.plugins[pack_.uses[number].need].facts.size(), subjects);
    case Capability::round_check: case Capability::allocator: case Capability::exporter:
      return answers_of(open.adapter->hold(use.parts[0].item, subjects), use.capability, open.material->manifest.id, subjects);
    default: return open.adapter->ask(use.parts[0].item, subjects);
  }
}

// Facts may come from several items of a plug-in; one that fails makes all of them unknown.
std::vector<Answer> OpenSet::look_up(const Open& open, const Use& use, std::size_t facts, policy::Subjects& subjects) {
  std::vector<Answer> answers(subjects.size());
  for (auto& answer : answers) {
    answer.outcome = Outcome::pass;
    said_of(answer).facts.resize(facts);
  }
  for (const Part& part : use.parts) {
    auto found = open.adapter->ask(part.item, subjects);
    for (std::size_t i = 0; i < answers.size(); ++i) {
      if (answers[i].outcome == Outcome::error) continue;
      if (found[i].outcome == Outcome::error) {
        answers[i] = std::move(found[i]);
        continue;
      }
      if (!found[i].said) continue;
      for (const auto& [column, fact] : part.facts)
        if (column < found[i].said->facts.size()) answers[i].said->facts[fact] = std::move(found[i].said->facts[column]);
      std::ranges::move(found[i].said->reasons, std::back_inserter(answers[i].said->reasons));
      std::ranges::move(found[i].said->evidence, std::back_inserter(answers[i].said->evidence));
    }
  }
  return answers;
}

}  // namespace remit::plugins
