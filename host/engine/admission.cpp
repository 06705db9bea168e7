// Whether an appeal is heard: the pack's appeal rules, and the two parameters on appeals that the procedure itself asks.
#include <algorithm>

#include "base/date.hpp"
#include "base/text.hpp"
#include "engine/appeal.hpp"
#include "engine/ask.hpp"
#include "engine/consult.hpp"
#include "engine/decision_view.hpp"
#include "engine/steps.hpp"

namespace remit::engine {

using base::Kind;
using base::Value;
using intake::Appeal;
using policy::Outcome;
namespace root = policy::root;
namespace lodged = intake::lodged_field;

namespace {

constexpr std::string_view window_parameter = "appeal_window", second_parameter = "second_appeal";

/// Appeals as subjects of plug-ins: the application, the decision and the appeal in view.
class AppealSubjects : public policy::Subjects {
 public:
  AppealSubjects(const Decided& first, const intake::Appeals& appeals, std::vector<std::uint32_t> of)
      : first_(first), appeals_(appeals), of_(std::move(of)), decision_(first), facts_(facts_of(first.view)), whole_(facts_) {
    for (std::size_t a = 0; a < appeals.list.size(); ++a) places_.push_back(std::to_string(a + 1));
  }
  std::size_t size() const override { return of_.size(); }
  const policy::Facts& turn_to(std::size_t i) override {
    const Appeal& appeal = appeals_.list[of_[i]];
    engine::turn_to(first_.view, appeal.application, facts_);
    decision_.show(appeal.application, facts_);
    facts_.records[root::lodged] = appeal.lodged;
    return facts_;
  }
  Key key(std::size_t i) const override {
    return {first_.view.round->applications.at(appeals_.list[of_[i]].application, intake::application_field::id).str(), places_[of_[i]]};
  }
  const policy::Facts& whole() override { return whole_; }

 private:
  const Decided& first_;
  const intake::Appeals& appeals_;
  std::vector<std::uint32_t> of_;
  std::vector<std::string> places_;
  DecisionView decision_;
  policy::Facts facts_, whole_;
};

class Clerk {
 public:
  Clerk(const Decided& first, const intake::Appeals& appeals)
      : first_(first), pack_(*first.view.pack), appeals_(appeals), work_(pack_.start_work()), decision_(first), answers_(first.view.answers) { consult(); }

  std::vector<Admission> admit_all() {
    std::vector<Admission> out;
    for (std::uint32_t a = 0; a < appeals_.list.size(); ++a) out.push_back(admit(a));
    const std::vector<Admission> by_rule = out;   // whether one comes second is asked of what the rules said of the others
    for (std::size_t a = 0; a < out.size(); ++a)
      if (out[a].outcome == Heard::admitted) ask_whether_second(a, by_rule, out[a]);
    return out;
  }

 private:
  std::string_view stream_of(const Appeal& appeal) const {
    const intake::Round& round = *first_.view.round;
    return round.streams.at(round.stream_of[appeal.application], intake::stream_field::id).str();
  }

  void consult() {
    answers_.resize(pack_.uses.size());
    for (const policy::Appeal& rule : pack_.appeals) {
      if (rule.use < 0) continue;
      auto replies = std::make_shared<policy::Replies>();
      replies->first.assign(appeals_.list.size(), policy::Replies::nobody);
      std::vector<std::uint32_t> of;
      for (std::uint32_t a = 0; a < appeals_.list.size(); ++a)
        if (rule.runs_in(stream_of(appeals_.list[a]))) {
          replies->first[a] = static_cast<std::uint32_t>(of.size());
          of.push_back(a);
        }
      AppealSubjects subjects(first_, appeals_, std::move(of));
      replies->answers = consult_about(first_.view, static_cast<std::size_t>(rule.use), subjects);
      answers_[static_cast<std::size_t>(rule.use)] = std::move(replies);
    }
  }

  Admission admit(std::uint32_t place) {
    const Appeal& appeal = appeals_.list[place];
    Admission out;
    policy::Facts facts = facts_of(first_.view, appeal.application);
    facts.answers = &answers_;
    facts.subject = place;
    facts.records[root::lodged] = appeal.lodged;
    decision_.show(appeal.application, facts);
    bool complete = false, passed = false, unsure = false, failed = false;
    for (const policy::Appeal& rule : pack_.appeals) {
      if (!rule.runs_in(stream_of(appeal))) continue;
      const Outcome outcome = ask_rule(rule, facts, out);
      const Outcome asks = outcome == Outcome::pass && rule.asks ? ask_for_more(rule, facts, out) : Outcome::pass;
      complete = complete || (outcome == Outcome::pass && asks == Outcome::pass);
      passed = passed || (outcome == Outcome::pass && asks != Outcome::error);
      unsure = unsure || outcome == Outcome::refer || outcome == Outcome::error || asks == Outcome::error;
      failed = failed || outcome == Outcome::fail;
      work_->arena.clear();
    }
    out.outcome = complete ? Heard::admitted : passed ? Heard::incomplete : unsure ? Heard::refer : failed ? Heard::not_admitted : Heard::no_provision;
    ask_whether_late(appeal, out);
    return out;
  }

  Outcome ask_rule(const policy::Appeal& rule, const policy::Facts& facts, Admission& out) {
    AppealFinding found{.rule = &rule, .id = rule.id, .clause = rule.clause};
    found.outcome = ask(rule, facts, *work_);
    found.reads = work_->reads;
    found.cause = work_->cause;
    if (rule.use >= 0) found.answer = policy::answer_of(answers_, static_cast<std::size_t>(rule.use), facts.subject);
    if (found.answer != nullptr) found.answers = answers_[static_cast<std::size_t>(rule.use)];
    if (found.outcome == Outcome::fail || found.outcome == Outcome::refer) {
      found.words = words_of(*rule.test, facts, *work_, found.outcome);
      if (found.words.message.empty()) found.words.message = rule.title;
    }
    out.findings.push_back(std::move(found));
    return out.findings.back().outcome;
  }

  Outcome ask_for_more(const policy::Appeal& rule, const policy::Facts& facts, Admission& out) {
    AppealFinding found{.rule = &rule, .asks = true, .id = rule.id, .clause = rule.clause};
    found.outcome = ask(*rule.asks, facts, *work_);
    found.reads = work_->reads;
    found.cause = work_->cause;
    if (found.outcome == Outcome::fail || found.outcome == Outcome::refer) {
      found.words = words_of(*rule.asks, facts, *work_, found.outcome);
      if (found.words.message.empty()) found.words.message = what_is_missing(found.reads);
    }
    out.findings.push_back(std::move(found));
    return out.findings.back().outcome;
  }

  std::string what_is_missing(const std::vector<policy::Read>& reads) const {
    std::vector<std::string> labels;
    for (const policy::Read& read : reads)
      if (!read.value.answered() && read.root < pack_.roots.size() && pack_.roots[read.root].type != nullptr)
        labels.push_back(pack_.roots[read.root].type->fields[read.field].label);
    if (labels.empty()) return "what it must bring is not all there";
    return "not there yet: " + base::join_and(labels);
  }

  // The source may say how long one has; the day from which that runs is Remit's reading: the date of the round.
  void ask_whether_late(const Appeal& appeal, Admission& out) {
    const auto [parameter, days] = value_of(appeal, window_parameter);
    if (days.kind != Kind::count || out.outcome == Heard::no_provision) return;
    const Value& from = first_.view.round->header[intake::round_field::as_of];
    Value last = from;
    last.integer += days.integer * base::seconds_a_day;
    const Value& received = appeal.lodged[lodged::received];
    AppealFinding found{.id = parameter->id, .clause = clause_of(appeal, *parameter)};
    found.outcome = base::first_second(received) > base::last_second(last) ? Outcome::fail : Outcome::pass;
    if (found.outcome == Outcome::fail) {
      found.words.message = "it was received on " + base::moment_for_people(received) + "; the last day was " + base::moment_for_people(last) +
                            ", " + std::to_string(days.integer) + " days after the date of the round";
      out.outcome = Heard::not_admitted;
    }
    out.findings.push_back(std::move(found));
  }

  void ask_whether_second(std::size_t appeal, const std::vector<Admission>& by_rule, Admission& out) {
    const Appeal& mine = appeals_.list[appeal];
    const Value& received = mine.lodged[lodged::received];
    std::string earlier, same_day;
    for (std::size_t o = 0; o < by_rule.size(); ++o) {
      const Appeal& other = appeals_.list[o];
      if (o == appeal || by_rule[o].outcome != Heard::admitted || other.application != mine.application || other.by != mine.by) continue;
      const Value& theirs = other.lodged[lodged::received];
      if (base::last_second(theirs) < base::first_second(received)) earlier = base::moment_for_people(theirs);
      else if (base::first_second(theirs) <= base::last_second(received)) same_day = base::moment_for_people(theirs);
    }
    if (earlier.empty() && same_day.empty()) return;
    const auto [parameter, allowed] = value_of(mine, second_parameter);
    AppealFinding found{.id = std::string(second_parameter), .clause = parameter ? clause_of(mine, *parameter) : std::string()};
    found.words.message = !earlier.empty() ? "the same organisation has appealed about this application already, on " + earlier + ", and was heard"
                                           : "the same organisation has appealed about this application twice on " + same_day + ", and which came first cannot be told";
    if (allowed.kind != Kind::yes_no) {
      found.outcome = Outcome::no_provision;
      if (parameter && !parameter->so.empty()) found.words.message += "; the framework does not say whether it may: " + parameter->so;
      else found.words.message += "; the framework does not say whether it may";
      out.outcome = Heard::refer;
    } else if (allowed.is_yes()) {
      found.outcome = Outcome::pass;
    } else {
      found.outcome = earlier.empty() ? Outcome::refer : Outcome::fail;
      out.outcome = earlier.empty() ? Heard::refer : Heard::not_admitted;
    }
    out.findings.push_back(std::move(found));
  }

  std::pair<const policy::Parameter*, Value> value_of(const Appeal& appeal, std::string_view id) const {
    const int at = pack_.find_parameter(id);
    if (at < 0) return {nullptr, Value()};
    return {&pack_.parameters[static_cast<std::size_t>(at)], first_.view.parameters_of[row_of_stream(appeal)][static_cast<std::size_t>(at)]};
  }
  std::uint32_t row_of_stream(const Appeal& appeal) const { return first_.view.round->stream_of[appeal.application]; }
  std::string clause_of(const Appeal& appeal, const policy::Parameter& parameter) const {
    const auto* period = parameter.on(first_.view.clocks_of[row_of_stream(appeal)]);
    return period != nullptr && !period->clause.empty() ? period->clause : parameter.clause;
  }

  const Decided& first_;
  const policy::Pack& pack_;
  const intake::Appeals& appeals_;
  std::unique_ptr<policy::Work> work_;
  DecisionView decision_;
  policy::Answers answers_;   // of plug-ins about appeals, by use, then place in the list
};

}  // namespace

std::string_view word(Heard heard) {
  static constexpr std::string_view words[] = {"admitted", "not_admitted", "incomplete", "refer", "no_provision"};
  return words[static_cast<std::size_t>(heard)];
}

std::vector<Admission> admit_appeals(const Decided& first, const intake::Appeals& appeals) { return Clerk(first, appeals).admit_all(); }

}  // namespace remit::engine
