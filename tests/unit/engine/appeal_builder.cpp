#include "appeal_builder.hpp"

#include "base/date.hpp"
#include "base/money.hpp"

namespace remit::engine::test {

using base::Value;
using policy::Outcome;
namespace lodged = intake::lodged_field;

void AppealCase::lodge(const AppealSpec& spec, std::unique_ptr<intake::Round> fresh) {
  const std::size_t width = schema_.find("lodged")->fields.size();
  Value* row = appeals.arena.make<Value>(width);
  std::uninitialized_value_construct_n(row, width);
  const auto text = [&](std::uint16_t field, const std::string& s) { row[field] = Value::of_text(appeals.arena.copy(s)); };
  text(lodged::application, spec.application);
  text(lodged::ground, spec.ground);
  text(lodged::by, spec.by);
  text(lodged::views, spec.views);
  text(lodged::no_fresh_panel, spec.no_fresh_panel);
  base::read_moment(spec.received, row[lodged::received]);
  intake::Appeal& made = appeals.list.emplace_back();
  made.lodged = row;
  made.application = first.at(spec.application);
  made.by = static_cast<std::uint32_t>(first.round->organisations.find(spec.by));
  made.canonical = "{}";
  if (!fresh) return;
  made.panel = fresh->panel;
  made.members = fresh->members;
  made.declarations = fresh->declarations;
  for (const intake::Mark& mark : fresh->marks)
    if (mark.application == made.application) made.marks.push_back(mark);
  fresh_.push_back(std::move(fresh));
}

std::vector<std::string> AppealCase::heard() const {
  std::vector<std::string> out;
  for (const Admission& admission : admit_appeals(first.decided, appeals)) out.emplace_back(word(admission.outcome));
  return out;
}

AppealAnswer AppealCase::answer(std::size_t appeal) const {
  Crew crew(rules_.pack, 1);
  return answer_appeal(first.decided, appeals.list[appeal], admission(appeal), crew);
}

std::vector<std::string> AppealCase::checks(std::size_t appeal) const {
  std::vector<std::string> out;
  const AppealAnswer answered = answer(appeal);
  for (const PanelCheck& check : answered.panel->checks) out.push_back(std::string(policy::word(check.outcome)) + " " + check.rule + ": " + check.message);
  return out;
}

std::string AppealCase::says_again(const AppealAnswer& answer, const std::string& application) const {
  const Proposal& p = answer.second->allocation.of[first.at(application)];
  std::string out(word(p.decision));
  if (p.amount) out += " " + base::money_text(p.amount);
  if (p.rank) out += " rank " + std::to_string(p.rank);
  return out;
}

Answer misapplication_by_the_applicant() {
  return [](const policy::Facts& facts, policy::Work& work) {
    const bool ground = read(facts, work, policy::root::lodged, lodged::ground).str() == "misapplication";
    const bool own = read(facts, work, policy::root::lodged, lodged::by).str() == read(facts, work, policy::root::application, intake::application_field::applicant).str();
    return ground && own ? Outcome::pass : Outcome::fail;
  };
}

Answer asks_for_views() {
  return [](const policy::Facts& facts, policy::Work& work) {
    return read(facts, work, policy::root::lodged, lodged::views).answered() ? Outcome::pass : Outcome::fail;
  };
}

RoundBuilder fresh_panel_of(const std::vector<ApplicationSpec>& applications) {
  RoundBuilder fresh;
  fresh.members({{"f1", "north"}, {"f2", "south"}});
  fresh.panel_id = "fresh";
  for (const ApplicationSpec& a : applications) fresh.apply(a);
  return fresh;
}

}  // namespace remit::engine::test
