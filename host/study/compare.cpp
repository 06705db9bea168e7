#include "study/compare.hpp"

#include <algorithm>
#include <map>

#include "base/problem.hpp"
#include "base/text.hpp"
#include "rules/words.hpp"
#include "study/causes.hpp"

namespace remit::study {

using engine::Decided;
using policy::Outcome;
namespace field = intake::application_field;

namespace {

constexpr std::size_t small_enough = 40;   // to be drawn whole

/// Whether nobody would look up when a rule that says so comes or goes.
bool is_quiet(const engine::Finding* f) { return f == nullptr || f->outcome == Outcome::pass || f->outcome == Outcome::not_applicable; }

template <class Finding>
std::optional<FindingChange> changed(const Finding* was, const policy::Rule* old_rule, const Finding* is, const policy::Rule* new_rule) {
  const policy::Rule& rule = is != nullptr ? *new_rule : *old_rule;
  const bool acts = (is != nullptr && was != nullptr) && (is->outcome == Outcome::fail || is->outcome == Outcome::refer) && old_rule->effect != new_rule->effect;
  if (was != nullptr && is != nullptr && was->outcome == is->outcome && !acts) return {};
  FindingChange out{rule.id, rule.clause, rule.title, {}, {}, {}, {}, {}, {}};
  if (was != nullptr) out.was = policy::word(was->outcome), out.effect_was = policy::word(old_rule->effect);
  if (is != nullptr) out.now = policy::word(is->outcome), out.effect_now = policy::word(new_rule->effect);
  return out;
}

class Comparing {
 public:
  Comparing(const Decided& before, const Decided& after, const std::string& place)
      : before_(before), after_(after), own_(before, after), causes_(before, after, own_), place_(place) {}

  RoundComparison run() {
    find_place();
    const intake::Round& round = *after_.view.round;
    out_.id = round.id();
    out_.title = round.header[intake::round_field::title].str();
    for (std::uint32_t s = 0; s < round.streams.size(); ++s) {
      const auto& streams = round.streams;
      out_.streams.push_back({std::string(streams.at(s, intake::stream_field::id).str()), std::string(streams.at(s, intake::stream_field::title).str()),
                              before_.allocation.streams[s].budget, before_.allocation.streams[s].proposed, after_.allocation.streams[s].proposed, {}});
    }
    for (std::uint32_t i = 0; i < round.applications.size(); ++i) look_at(i);
    std::ranges::stable_sort(out_.changes, {}, &Change::stream);   // rows are in the order of ids
    look_at_round();
    for (auto& [key, group] : groups_) out_.groups.push_back(std::move(group));
    return std::move(out_);
  }

 private:
  void look_at(std::uint32_t i) {
    const auto &was = before_.allocation.of[i], &is = after_.allocation.of[i];
    const bool moved = was.decision != is.decision || was.amount != is.amount || was.rank != is.rank;
    add_findings(i);
    count(i);
    const std::uint32_t stream = after_.view.round->stream_of[i];
    const bool drawn = is.rank != 0 && after_.ranking.streams[stream].size() <= small_enough;
    if (!moved && findings_.empty() && !drawn) return;
    const auto& row = after_.view.round->applications;
    const auto organisation = after_.view.round->applicant_of[i];
    Change change{std::string(row.at(i, field::id).str()), std::string(row.at(i, field::title).str()), std::string(row.at(i, field::applicant).str()),
                  std::string(after_.view.round->organisations.at(organisation, intake::organisation_field::name).str()), std::string(row.at(i, field::stream).str()),
                  position_of(before_, i), position_of(after_, i), {}, std::move(findings_)};
    if (moved) change.cause = causes_.of(i);
    auto& to = moved || !change.findings.empty() ? out_.changes : out_.streams[stream].kept;
    to.push_back(std::move(change));
  }

  void add_findings(std::uint32_t i) {
    findings_.clear();
    const auto &old_rules = before_.view.pack->criteria, &new_rules = after_.view.pack->criteria;
    for (std::size_t p = 0; p < own_.criteria().size(); ++p) {
      const auto *was = own_.finding(before_, i, p), *is = own_.finding(after_, i, p);
      if ((was == nullptr || is == nullptr) && is_quiet(was) && is_quiet(is)) continue;
      if (auto change = changed(was, was ? &old_rules[was->criterion] : nullptr, is, is ? &new_rules[is->criterion] : nullptr)) findings_.push_back(std::move(*change));
    }
    add_beside(i);
    out_.totals.findings += static_cast<std::int64_t>(findings_.size());
  }

  // Requirements on applications: nearly always none.
  void add_beside(std::uint32_t i) {
    const auto &was = before_.eligibility.of[i].beside, &is = after_.eligibility.of[i].beside;
    if (was.empty() && is.empty()) return;
    const auto at = [](const auto& findings, int rule) {
      const auto found = std::ranges::find_if(findings, [&](const engine::Finding& f) { return static_cast<int>(f.criterion) == rule; });
      return rule < 0 || found == findings.end() ? nullptr : &*found;
    };
    for (const Pair& pair : own_.requirements()) {
      const engine::Finding *old_finding = at(was, pair.before), *new_finding = at(is, pair.after);
      if (old_finding == nullptr && new_finding == nullptr) continue;
      if ((old_finding == nullptr || new_finding == nullptr) && is_quiet(old_finding) && is_quiet(new_finding)) continue;
      if (auto change = changed(old_finding, rule_of(before_, pair.before), new_finding, rule_of(after_, pair.after))) findings_.push_back(std::move(*change));
    }
  }

  static const policy::Rule* rule_of(const Decided& side, int requirement) {
    return requirement < 0 ? nullptr : &side.view.pack->requirements[static_cast<std::size_t>(requirement)];
  }

  void count(std::uint32_t i) {
    const auto &was = before_.allocation.of[i], &is = after_.allocation.of[i];
    Totals& t = out_.totals;
    ++t.applications;
    t.pounds_before += was.amount;
    t.pounds_after += is.amount;
    t.gained += std::max<std::int64_t>(is.amount - was.amount, 0);
    t.lost += std::max<std::int64_t>(was.amount - is.amount, 0);
    t.money += was.amount != is.amount;
    t.ranks += was.rank != is.rank;
    t.flipped += was.decision != is.decision;
    if (was.decision != is.decision) ++t.flips[{std::string(engine::word(was.decision)), std::string(engine::word(is.decision))}];
    add_to_group("applicant.type", policy::root::applicant, intake::organisation_field::type, i);
    if (place_root_ != 0) add_to_group(place_, place_root_, place_field_, i);
  }

  void add_to_group(const std::string& by, std::uint16_t root, std::uint16_t at, std::uint32_t i) {
    const intake::Round& round = *after_.view.round;
    const base::Value& value = root == policy::root::applicant ? round.organisations.at(round.applicant_of[i], at) : round.applications.at(i, at);
    const auto& type = root == policy::root::applicant ? *round.organisations.type : *round.applications.type;
    const auto &was = before_.allocation.of[i], &is = after_.allocation.of[i];
    if (was.decision == engine::Proposed::withdrawn && is.decision == engine::Proposed::withdrawn) return;
    std::string words = rules::spoken_value(value, type.fields[at].type, {});
    Group& group = groups_[{root == policy::root::applicant && at == intake::organisation_field::type ? 0 : 1, words}];
    group.by = by;
    group.value = std::move(words);
    ++group.applications;
    group.requested += round.applications.at(i, field::amount_requested).integer;
    group.before += was.amount;
    group.after += is.amount;
    group.funded_before += was.amount > 0;
    group.funded_after += is.amount > 0;
    group.flipped += was.decision != is.decision;
  }

  void look_at_round() {
    const auto find = [](const Decided& side, int rule, std::uint32_t row) -> const engine::RoundFinding* {
      const auto at = std::ranges::find_if(side.round_findings, [&](const engine::RoundFinding& f) { return static_cast<int>(f.requirement) == rule && f.row == row; });
      return rule < 0 || at == side.round_findings.end() ? nullptr : &*at;
    };
    const auto quiet = [](const engine::RoundFinding* f) { return f == nullptr || f->outcome == Outcome::pass || f->outcome == Outcome::not_applicable; };
    for (const Pair& pair : own_.requirements()) {
      const policy::Rule *old_rule = rule_of(before_, pair.before), *new_rule = rule_of(after_, pair.after);
      const std::uint16_t of = pair.after >= 0 ? after_.view.pack->requirements[static_cast<std::size_t>(pair.after)].of : before_.view.pack->requirements[static_cast<std::size_t>(pair.before)].of;
      const auto& round = *after_.view.round;
      const std::size_t rows = of == policy::root::stream ? round.streams.size() : of == policy::root::member ? round.members.size() : 1;
      for (std::uint32_t row = 0; row < rows; ++row) {
        const auto *was = find(before_, pair.before, row), *is = find(after_, pair.after, row);
        if ((was == nullptr && is == nullptr) || ((was == nullptr || is == nullptr) && quiet(was) && quiet(is))) continue;
        auto change = changed(was, old_rule, is, new_rule);
        if (!change) continue;
        change->of = after_.view.pack->roots[of].name;
        if (of == policy::root::stream) change->subject = round.streams.at(row, intake::stream_field::id).str();
        if (of == policy::root::member) change->subject = round.members.at(row, intake::member_field::id).str();
        out_.findings.push_back(std::move(*change));
        ++out_.totals.findings;
      }
    }
  }

  void find_place() {
    if (place_.empty()) return;
    const auto dot = place_.find('.');
    const std::string of = place_.substr(0, dot), name = dot == place_.npos ? "" : place_.substr(dot + 1);
    const auto& round = *after_.view.round;
    const base::RecordType* type = of == "application" ? round.applications.type : of == "applicant" ? round.organisations.type : nullptr;
    const int at = type == nullptr ? -1 : type->find(name);
    if (at < 0) {
      std::vector<std::string> known;
      for (const auto& f : round.applications.type->fields) known.push_back("application." + f.path);
      for (const auto& f : round.organisations.type->fields) known.push_back("applicant." + f.path);
      const std::string near = base::nearest(place_, known);
      const std::string instead = near.empty() ? "; give one like `application.stream`" : "; the nearest is `" + near + "`";
      base::refuse({"UNKNOWN_FIELD", {}, 0, 0, "--place", "`" + base::printable(place_, 60) + "` is no field of an application or of an applicant" + instead, {}, {}});
    }
    place_root_ = of == "application" ? policy::root::application : policy::root::applicant;
    place_field_ = static_cast<std::uint16_t>(at);
  }

  const Decided &before_, &after_;
  const OwnChanges own_;
  Causes causes_;
  const std::string place_;
  std::uint16_t place_root_ = 0, place_field_ = 0;
  std::vector<FindingChange> findings_;            // of the application at hand
  std::map<std::pair<int, std::string>, Group> groups_;
  RoundComparison out_;
};

}  // namespace

RoundComparison compare(const Decided& before, const Decided& after, const std::string& place) {
  const auto &a = before.view.round->applications, &b = after.view.round->applications;
  bool same = a.size() == b.size() && before.view.round->streams.size() == after.view.round->streams.size();
  for (std::size_t i = 0; same && i < a.size(); ++i) same = a.at(i, field::id).str() == b.at(i, field::id).str();
  if (!same) base::refuse({"OTHER_ROUND", {}, 0, 0, {}, "the two texts do not see the same applications in this round, and cannot be compared over it", {}, {}});
  return Comparing(before, after, place).run();
}

Totals sum_of(const std::vector<RoundComparison>& rounds) {
  Totals sum;
  for (const auto& round : rounds) {
    const Totals& t = round.totals;
    for (auto member : {&Totals::applications, &Totals::flipped, &Totals::ranks, &Totals::money, &Totals::findings, &Totals::pounds_before, &Totals::pounds_after,
                        &Totals::gained, &Totals::lost})
      sum.*member += t.*member;
    for (const auto& [flip, count] : t.flips) sum.flips[flip] += count;
  }
  return sum;
}

}  // namespace remit::study
