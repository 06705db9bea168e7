// A fresh panel takes the place of the first in a copy of the round's tables, so that steps 2 and 3 work over its members
// as they do over any panel's. "Fresh" is read as: no member of the first panel, whether or not they took part.
#include <algorithm>
#include <cctype>
#include <map>

#include "base/digest.hpp"
#include "base/text.hpp"
#include "engine/appeal.hpp"
#include "engine/consult.hpp"
#include "engine/steps.hpp"

namespace remit::engine {

using intake::Appeal;
using intake::Round;
using policy::Outcome;
using policy::Scope;
namespace member = intake::member_field;

namespace {

constexpr std::string_view fresh_rule = "procedure/fresh-panel", fresh_clause = "Remit procedure, appeal";
constexpr std::string_view conflict_rule = "procedure/conflicts", conflict_clause = "Remit procedure, step 2";

std::unique_ptr<Round> seat(const Round& first, const Appeal& appeal) {
  auto round = std::make_unique<Round>();
  round->header = first.header;
  round->panel = appeal.panel;
  round->streams = first.streams;
  round->organisations = first.organisations;
  round->applications = first.applications;
  round->members = appeal.members;
  round->declarations = appeal.declarations;
  round->records = first.records;
  round->scoring = first.scoring;
  round->stream_of = first.stream_of;
  round->applicant_of = first.applicant_of;
  round->marks = appeal.marks;
  round->marks_of.assign(first.applications.size() + 1, 0);
  for (std::size_t i = appeal.application + 1; i < round->marks_of.size(); ++i) round->marks_of[i] = static_cast<std::uint32_t>(appeal.marks.size());
  round->digest = base::digest_of(R"({"appeal":)" + appeal.canonical + R"(,"round":")" + first.digest + R"("})");
  return round;
}

/// A name as far as it can tell people apart: case and spaces count for nothing.
std::string plain_name(std::string_view name) {
  std::string out;
  for (const char c : name)
    if (c != ' ') out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

class Checks {
 public:
  Checks(const Decided& first, const Appeal& appeal, FreshPanel& out)
      : first_(*first.view.round), pack_(*first.view.pack), appeal_(appeal), out_(out), i_(appeal.application) {}

  void run() {
    check_fresh();
    check_names();
    check_conflicts();
    check_able();
    out_.fit = std::ranges::none_of(out_.checks, [](const PanelCheck& c) { return c.outcome == Outcome::fail || c.outcome == Outcome::error; });
  }

 private:
  std::string_view id(std::uint16_t m) const { return appeal_.members.at(m, member::id).str(); }
  void add(std::string_view rule, std::string_view clause, Outcome outcome, std::string message) {
    out_.checks.push_back({std::string(rule), std::string(clause), outcome, std::move(message)});
  }

  void check_fresh() {
    if (first_.panel != nullptr && appeal_.panel[intake::panel_field::id].str() == first_.panel[intake::panel_field::id].str())
      add(fresh_rule, fresh_clause, Outcome::fail, "it has the id of the first panel, " + std::string(appeal_.panel[intake::panel_field::id].str()));
    std::vector<std::string> both;
    for (std::uint16_t m = 0; m < appeal_.members.size(); ++m)
      if (first_.members.find(id(m)) >= 0) both.emplace_back(id(m));
    if (both.empty()) return add(fresh_rule, fresh_clause, Outcome::pass, "nobody of the first panel sits on it");
    add(fresh_rule, fresh_clause, Outcome::fail, base::join_and(both) + (both.size() == 1 ? " is a member" : " are members") + " of the first panel");
  }

  /// The same name under another id may be another person; Remit cannot tell, and says so.
  void check_names() {
    std::map<std::string, std::string_view> first_names;
    for (std::uint16_t m = 0; m < first_.members.size(); ++m)
      if (first_.members.at(m, member::name).answered()) first_names.emplace(plain_name(first_.members.at(m, member::name).str()), first_.members.at(m, member::id).str());
    for (std::uint16_t m = 0; m < appeal_.members.size(); ++m) {
      const std::string_view name = appeal_.members.at(m, member::name).str();
      const auto same = first_names.find(plain_name(name));
      if (name.empty() || same == first_names.end() || first_.members.find(id(m)) >= 0) continue;
      add(fresh_rule, fresh_clause, Outcome::refer,
          std::string(id(m)) + " has the name of " + std::string(same->second) + " of the first panel, " + std::string(name) + ": a person must say that they are two people");
    }
  }

  void check_conflicts() {
    const Conflicts& found = out_.conflicts;
    if (!found.errors[i_].empty()) add(conflict_rule, conflict_clause, Outcome::error, "a conflict rule could not answer: " + found.errors[i_]);
    bool anybody = false;
    for (std::uint16_t m = 0; m < appeal_.members.size(); ++m) {
      if (found.takes_part(m, i_)) continue;
      anybody = true;
      const auto recusal = std::ranges::find_if(found.recusals, [&](const Recusal& r) { return r.member == m && reaches(r); });
      const policy::Conflict& rule = pack_.conflicts[recusal->conflict];
      std::string message = std::string(id(m)) + " is set aside: " + recusal->message;
      if (recusal->application != i_) message += " (in " + std::string(first_.applications.at(recusal->application, intake::application_field::id).str()) + ")";
      add(rule.id, rule.clause, Outcome::fail, std::move(message));
    }
    if (pack_.conflicts.empty()) return say_open_ties();
    if (!anybody && found.errors[i_].empty()) add(conflict_rule, conflict_clause, Outcome::pass, "nobody on it is set aside for a conflict of interest");
  }
  bool reaches(const Recusal& r) const {
    if (r.scope == Scope::panel || r.application == i_) return true;
    return r.scope == Scope::stream && first_.stream_of[r.application] == first_.stream_of[i_];
  }

  void say_open_ties() {
    std::string message = "the framework has no rule on conflicts of interest, so nobody is set aside";
    const Conflicts& found = out_.conflicts;
    for (std::uint32_t t = found.ties_of[i_]; t < found.ties_of[i_ + 1]; ++t)
      message += "; " + std::string(id(found.ties[t].member)) + " is tied to " + std::string(found.ties[t].organisation.str()) + " (" + std::string(found.ties[t].nature) + ")";
    add(conflict_rule, conflict_clause, Outcome::no_provision, std::move(message));
  }

  void check_able() {
    const std::string& unfit = out_.conflicts.panel_unfit[i_];
    add(conflict_rule, conflict_clause, unfit.empty() ? Outcome::pass : Outcome::fail, unfit.empty() ? "it is large enough, and of enough agencies" : unfit);
  }

  const Round& first_;
  const policy::Pack& pack_;
  const Appeal& appeal_;
  FreshPanel& out_;
  std::uint32_t i_;
};

}  // namespace

FreshPanel look_at_fresh_panel(const Decided& first, const Appeal& appeal, Crew& crew) {
  FreshPanel out;
  out.round = seat(*first.view.round, appeal);
  out.view = look_at(*out.round, *first.view.pack, first.view.plugins);
  take_over(first.view, out.view);
  consult_about_members(out.view);
  if (!out.round->records.empty()) classify_records(out.view, crew.work(0), {});
  out.conflicts = settle_conflicts(out.view, crew);
  Checks(first, appeal, out).run();
  return out;
}

}  // namespace remit::engine
