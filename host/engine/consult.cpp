#include "engine/consult.hpp"

#include <algorithm>
#include <map>

#include "base/problem.hpp"
#include "engine/member_view.hpp"
#include "engine/scores_view.hpp"
#include "engine/steps.hpp"

namespace remit::engine {

using policy::Answer;
using policy::Capability;
using policy::Outcome;
using policy::Replies;

namespace {

std::string_view id_of(const intake::Round& round, std::uint32_t i) { return round.applications.at(i, intake::application_field::id).str(); }

/// With the panel's work in view.
class ScoredSubjects : public ApplicationSubjects {
 public:
  ScoredSubjects(const View& view, std::vector<std::uint32_t> rows, ScoresView& scores) : ApplicationSubjects(view, std::move(rows)), scores_(scores) {}
  /// Of an allocation: the stream is in view of the whole.
  void whole_is_stream(std::uint32_t stream) { turn_to_stream(view_, stream, whole_); }

 private:
  void show(std::uint32_t i, policy::Facts& facts) override { scores_.show(i, facts); }
  ScoresView& scores_;
};

/// Each member with each application, application by application.
class PairSubjects : public policy::Subjects {
 public:
  PairSubjects(const View& view, std::vector<std::uint32_t> rows)
      : view_(view), rows_(std::move(rows)), ties_(*view.round), members_(view), facts_(facts_of(view)), whole_(facts_) {}
  std::size_t size() const override { return rows_.size() * members(); }
  const policy::Facts& turn_to(std::size_t i) override {
    const std::uint32_t row = rows_[i / members()];
    const auto member = static_cast<std::uint16_t>(i % members());
    if (!found_ || row != row_) {
      found_ = true;
      row_ = row;
      found_ties_.clear();
      ties_.find(row, found_ties_);
      engine::turn_to(view_, row, facts_);
    }
    arena_.clear();
    const auto mine = std::ranges::equal_range(found_ties_, member, {}, &Tie::member);
    members_.look_at(member, mine, arena_, facts_);
    return facts_;
  }
  Key key(std::size_t i) const override {
    return {id_of(*view_.round, rows_[i / members()]), view_.round->members.at(i % members(), intake::member_field::id).str()};
  }
  const policy::Facts& whole() override { return whole_; }

 private:
  std::size_t members() const { return view_.round->members.size(); }
  const View& view_;
  std::vector<std::uint32_t> rows_;
  Ties ties_;
  MemberView members_;
  policy::Facts facts_, whole_;
  std::vector<Tie> found_ties_;   // of application `row_`
  std::uint32_t row_ = 0;
  bool found_ = false;
  base::Arena arena_;
};

/// The applications that are not withdrawn, of the streams for which `wanted` holds.
template <class Wanted>
std::vector<std::uint32_t> applications(const View& view, Wanted wanted) {
  std::vector<std::uint32_t> rows;
  std::vector<bool> streams;
  for (std::uint32_t s = 0; s < view.round->streams.size(); ++s) streams.push_back(wanted(s));
  for (std::uint32_t i = 0; i < view.round->applications.size(); ++i)
    if (streams[view.round->stream_of[i]] && !is_withdrawn(*view.round, i)) rows.push_back(i);
  return rows;
}
std::vector<std::uint32_t> applications_of(const View& view, const policy::Rule& rule) {
  return applications(view, [&](std::uint32_t s) { return rule.runs_in(view.round->streams.at(s, intake::stream_field::id).str()); });
}

/// Asks, and holds whoever answers to the number of answers.
std::vector<Answer> ask(const View& view, std::size_t use, policy::Subjects& subjects, bool about_the_whole) {
  std::vector<Answer> answers = view.plugins->ask(use, subjects);
  const std::size_t wanted = subjects.size() + (about_the_whole ? 1 : 0);
  if (answers.size() == wanted) return answers;
  answers.clear();
  for (std::size_t a = 0; a < wanted; ++a)
    answers.push_back(policy::fault(name_of(*view.pack, use) + ": gave another number of answers than was asked for"));
  return answers;
}

std::shared_ptr<Replies> replies_of(const View& view, std::span<const std::uint32_t> rows, std::vector<Answer> answers, std::size_t each, bool about_the_whole) {
  auto made = std::make_shared<Replies>();
  made->each = static_cast<std::uint32_t>(each);
  made->first.assign(view.round->applications.size(), Replies::nobody);
  for (std::size_t r = 0; r < rows.size() && each > 0; ++r) made->first[rows[r]] = static_cast<std::uint32_t>(r * each);
  if (about_the_whole) {
    made->whole.push_back(std::move(answers.back()));
    answers.pop_back();
  }
  made->answers = std::move(answers);
  return made;
}

void ask_about(View& view, std::size_t use, std::vector<std::uint32_t> rows) {
  ApplicationSubjects subjects(view, rows);
  std::vector<Answer> answers = ask(view, use, subjects, false);
  view.answers[use] = replies_of(view, rows, std::move(answers), 1, false);
}

// ---- data sources

/// A value of the field's kind, or what is wrong with it. A count will do for a number.
bool fits(const base::Field& field, const policy::Told& told) {
  using base::Kind;
  using base::Type;
  switch (told.kind) {
    case Kind::absent: return true;
    case Kind::yes_no: return field.type == Type::yes_no;
    case Kind::count: return field.type == Type::count || field.type == Type::number;
    case Kind::ratio: return field.type == Type::number;
    case Kind::money: return field.type == Type::money;
    case Kind::date: return field.type == Type::date || field.type == Type::moment;
    case Kind::moment: return field.type == Type::moment;
    case Kind::text: return field.type == Type::text;
    default: return false;
  }
}

class FactRows {
 public:
  explicit FactRows(const View& view) : view_(view), type_(*view.pack->schema.find("facts")), made_(std::make_shared<LookedUp>()) {
    made_->width = type_.fields.size();
    made_->values.resize(made_->width * view.round->applications.size());
    made_->lost.resize(view.round->applications.size());
  }

  /// Takes what the data source of `need` said of each application; answers that do not fit become faults.
  void take(const policy::PluginNeed& need, Replies& replies) {
    for (std::uint32_t i = 0; i < replies.first.size(); ++i)
      if (replies.first[i] != Replies::nobody) take(need, i, replies.answers[replies.first[i]]);
  }
  std::shared_ptr<const LookedUp> done() { return made_; }

 private:
  void take(const policy::PluginNeed& need, std::uint32_t i, Answer& answer) {
    const std::size_t told = answer.said ? answer.said->facts.size() : 0;
    if (answer.outcome == Outcome::pass)
      for (std::size_t f = 0; f < need.facts.size() && f < told; ++f)
        if (const base::Field& field = type_.fields[need.facts[f]]; !fits(field, answer.said->facts[f])) {
          answer = policy::fault(need.id + ": what it looked up for `" + field.name + "` is of another kind than the pack says");
          break;
        }
    if (answer.outcome != Outcome::pass) return lose(need, i, answer);
    base::Value* row = made_->values.data() + i * made_->width;
    for (std::size_t f = 0; f < need.facts.size() && f < told; ++f) {
      row[need.facts[f]] = answer.said->facts[f].value();
      if (!row[need.facts[f]].answered()) continue;
      for (int group = type_.fields[need.facts[f]].parent; group >= 0; group = type_.fields[static_cast<std::size_t>(group)].parent) row[group].kind = base::Kind::record;
    }
  }

  void lose(const policy::PluginNeed& need, std::uint32_t i, const Answer& answer) {
    const std::string_view cause = answer.said && !answer.said->cause.empty() ? std::string_view(answer.said->cause) : std::string_view(need.id);
    std::vector<policy::Lost>& lost = made_->lost[i];
    for (const std::uint16_t field : need.facts) {
      lost.push_back({field, cause});
      const int group = type_.fields[field].parent;
      if (group >= 0 && std::ranges::find(lost, group, &policy::Lost::field) == lost.end()) lost.push_back({static_cast<std::uint16_t>(group), cause});
    }
  }

  const View& view_;
  const base::RecordType& type_;
  std::shared_ptr<LookedUp> made_;
};

// ---- measures

/// A score that is missing or lies off the scale is a fault.
void hold_to_scale(const std::string& name, const base::Measure& measure, std::vector<Answer>& answers) {
  for (Answer& answer : answers) {
    if (answer.outcome != Outcome::pass) continue;
    if (!answer.said || !answer.said->score) {
      answer = policy::fault(name + ": said that it has a score, and gave none");
    } else if (*answer.said->score < measure.low || *answer.said->score > measure.high) {
      answer = policy::fault(name + ": gave " + answer.said->score->exact() + ", and the scale of " + measure.id + " goes from " + measure.low.exact() + " to " +
                             measure.high.exact());
    }
  }
}

void consult_measures(View& view) {
  const auto& measures = view.pack->scoring.measures;
  for (const base::Measure& measure : measures) {
    if (measure.use < 0) continue;
    const auto use = static_cast<std::size_t>(measure.use);
    const auto rows = applications(view, [&](std::uint32_t s) { return std::ranges::find(view.round->scoring[s].measures, measure.use, &base::Measure::use) != view.round->scoring[s].measures.end(); });
    ApplicationSubjects subjects(view, rows);
    std::vector<Answer> answers = ask(view, use, subjects, false);
    hold_to_scale(name_of(*view.pack, use), measure, answers);
    view.answers[use] = replies_of(view, rows, std::move(answers), 1, false);
  }
}

}  // namespace

std::string name_of(const policy::Pack& pack, std::size_t use) {
  const policy::PluginUse& of = pack.uses[use];
  const std::string& id = pack.plugins[of.need].id;
  return of.item.empty() ? id : id + "/" + of.item;
}

ApplicationSubjects::ApplicationSubjects(const View& view, std::vector<std::uint32_t> rows)
    : view_(view), whole_(facts_of(view)), rows_(std::move(rows)), facts_(facts_of(view)) {}

const policy::Facts& ApplicationSubjects::turn_to(std::size_t i) {
  engine::turn_to(view_, rows_[i], facts_);
  show(rows_[i], facts_);
  return facts_;
}

policy::Subjects::Key ApplicationSubjects::key(std::size_t i) const { return {id_of(*view_.round, rows_[i]), {}}; }

std::vector<Answer> consult_about(const View& view, std::size_t use, policy::Subjects& subjects) { return ask(view, use, subjects, false); }

bool asks_plugins(const policy::Pack& pack) {
  return std::ranges::any_of(pack.uses, [](const policy::PluginUse& use) { return use.capability != Capability::exporter; });
}

void look_up_facts(View& view) {
  const policy::Pack& pack = *view.pack;
  view.answers.resize(pack.uses.size());
  if (std::ranges::none_of(pack.uses, [](const auto& use) { return use.capability == Capability::data_source; })) return;
  FactRows rows(view);
  const std::vector<std::uint32_t> all = applications(view, [](std::uint32_t) { return true; });
  for (std::size_t use = 0; use < pack.uses.size(); ++use) {
    if (pack.uses[use].capability != Capability::data_source) continue;
    ApplicationSubjects subjects(view, all);
    auto replies = replies_of(view, all, ask(view, use, subjects, false), 1, false);
    rows.take(pack.plugins[pack.uses[use].need], *replies);
    view.answers[use] = std::move(replies);
  }
  view.facts = rows.done();
}

void consult_about_applications(View& view) {
  for (const policy::Rule& rule : view.pack->criteria)
    if (rule.use >= 0) ask_about(view, static_cast<std::size_t>(rule.use), applications_of(view, rule));
  for (const policy::Requirement& rule : view.pack->requirements)
    if (rule.use >= 0 && rule.of == policy::root::application && !is_across(view, rule))
      ask_about(view, static_cast<std::size_t>(rule.use), applications_of(view, rule));
  consult_measures(view);
}

void consult_about_members(View& view) {
  const std::size_t members = view.round->members.size();
  for (const policy::Conflict& rule : view.pack->conflicts) {
    if (rule.use < 0) continue;
    const auto rows = applications_of(view, rule);
    const auto use = static_cast<std::size_t>(rule.use);
    PairSubjects subjects(view, members == 0 ? std::vector<std::uint32_t>() : rows);
    std::vector<Answer> answers = ask(view, use, subjects, false);
    view.answers[use] = replies_of(view, rows, std::move(answers), members, false);
  }
}

void consult_across_the_round(View& view, const Conflicts& conflicts, const Scores& scores, const Ranking& ranking) {
  ScoresView scored(view, conflicts, scores, &ranking);
  for (const policy::Requirement& rule : view.pack->requirements) {
    if (rule.use < 0 || (rule.of != policy::root::round && !is_across(view, rule))) continue;
    const auto rows = applications_of(view, rule);
    const auto use = static_cast<std::size_t>(rule.use);
    ScoredSubjects subjects(view, rows, scored);
    std::vector<Answer> answers = ask(view, use, subjects, true);
    view.answers[use] = replies_of(view, rows, std::move(answers), 1, true);
  }
}

void consult_allocator(View& view, const Conflicts& conflicts, const Scores& scores, const Ranking& ranking) {
  if (!view.pack->allocation || view.pack->allocation->use < 0) return;
  const policy::Rule& rule = *view.pack->allocation;
  const auto use = static_cast<std::size_t>(rule.use);
  ScoresView scored(view, conflicts, scores, &ranking);
  auto made = std::make_shared<Replies>();
  made->first.assign(view.round->applications.size(), Replies::nobody);
  for (std::uint32_t s = 0; s < view.round->streams.size(); ++s) {
    made->whole.emplace_back();
    if (!rule.runs_in(view.round->streams.at(s, intake::stream_field::id).str()) || ranking.streams[s].empty()) continue;
    std::vector<std::uint32_t> rows;
    for (const Ranking::Place& place : ranking.streams[s]) rows.push_back(place.application);
    ScoredSubjects subjects(view, rows, scored);
    subjects.whole_is_stream(s);
    std::vector<Answer> answers = ask(view, use, subjects, true);
    made->whole.back() = std::move(answers.back());
    answers.pop_back();
    for (std::size_t r = 0; r < rows.size(); ++r) {
      made->first[rows[r]] = static_cast<std::uint32_t>(made->answers.size());
      made->answers.push_back(std::move(answers[r]));
    }
  }
  view.answers[use] = std::move(made);
}

void take_over(const View& first, View& second) {
  second.answers = first.answers;
  second.facts = first.facts;
}

}  // namespace remit::engine
