#include "study/ask_case.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <stdexcept>
#include <string_view>

#include "base/date.hpp"
#include "base/problem.hpp"
#include "engine/appeal.hpp"
#include "engine/assess.hpp"
#include "engine/crew.hpp"
#include "engine/pinned.hpp"
#include "intake/read_appeals.hpp"
#include "intake/read_round.hpp"
#include "policy/lint.hpp"
#include "record/appeal_writer.hpp"
#include "record/assessment.hpp"
#include "record/decision_document.hpp"
#include "study/ask_each.hpp"
#include "study/changed_round.hpp"

namespace remit::study {

using intake::Json;

namespace {

intake::Source source_of(const Case& c, const Suite& suite) {
  if (c.base.empty()) return intake::open_source(c.round.string());
  std::string bytes;
  intake::write_canonical_json(changed_round(suite.bases.at(c.base), c.change), bytes);
  intake::Source source;
  source.place = c.base;
  source.round = intake::Source::File{c.base + " as the case changes it", std::make_shared<const std::string>(std::move(bytes))};
  return source;
}

// An example round is asked of this pack, whichever version it is pinned to: the next version has to be tested too. A case that pins its
// own round means it.
std::unique_ptr<intake::Round> read(intake::Source& source, const policy::Pack& pack, const Case& c) {
  const intake::Heading heading = intake::read_heading(source);
  if (const std::string other = engine::pinned_to_another(heading, pack); !other.empty() && !c.base.empty())
    base::refuse({"PINNED", source.place, 0, 0, "pack", "the round is pinned to " + other, {}, {}}, 3);
  intake::open_tables(source, pack.schema);
  base::Value day;
  base::read_moment(c.as_of.empty() ? heading.as_of : c.as_of, day);
  auto round = intake::read_round(source, pack.schema, pack.scoring_on(day.integer), c.as_of, c.command == Command::assess);
  engine::go_by_opening(*round, pack);
  engine::check_looks(*round, pack);
  return round;
}

std::string decided(const intake::Round& round, const policy::Pack& pack, policy::Plugins* plugins) {
  const engine::Decided made = engine::decide(round, pack, 1, true, plugins);
  const record::RoundConstants constants = record::constants_of(made, {});
  std::string out;
  record::write_document(constants, 1, [&](std::string_view piece) { out += piece; });
  return out;
}

std::string appealed(const intake::Source& source, const intake::Round& round, const policy::Pack& pack, policy::Plugins* plugins) {
  const engine::Decided first = engine::decide(round, pack, 1, true, plugins);
  const record::RoundConstants constants = record::constants_of(first, {});
  const intake::Appeals appeals = intake::read_appeals(source, pack.schema, round);
  const std::vector<engine::Admission> admissions = engine::admit_appeals(first, appeals);
  engine::Crew crew(pack, 1);
  record::AppealWriter writer(constants);
  std::string out = "{\"appeals\":[";
  for (std::size_t a = 0; a < appeals.list.size(); ++a) {
    if (a > 0) out += ',';
    writer.write(appeals.list[a], admissions[a], engine::answer_appeal(first, appeals.list[a], admissions[a], crew), out);
  }
  return out + "]}";
}

// The types of record that the expectations speak of; none when they look at more than records of some types. Most of a case's time
// would go into records that nobody looks at.
std::set<std::string> types_of(const Case& c) {
  static constexpr std::array<std::string_view, 4> typed{"findings", "classes", "conflicts", "conflicts_none"};
  std::set<std::string> types;
  for (const auto& [key, wanted] : c.expect.members) {
    if (std::ranges::find(typed, key) == typed.end()) return {};
    for (const Json& one : wanted.items) {
      if (one["type"].str().empty()) return {};
      types.insert(one["type"].str());
    }
  }
  return types;
}

std::string assessed(const intake::Round& round, const policy::Pack& pack, const Case& c) {
  const engine::Assessed made = engine::assess(round, pack);
  const std::set<std::string> types = c.type.empty() ? types_of(c) : std::set<std::string>();
  if (types.empty()) return record::assessments_document(made, {}, c.type);
  std::string out = "{\"records\":[";
  for (const std::string& type : types)
    record::write_assessments(made, {}, type, ",", [&](std::string_view record) { out += record; });
  if (out.back() == ',') out.pop_back();
  return out + "]}";
}

std::string answered(const Case& c, const Suite& suite, const policy::Pack& pack, const Outside& outside) {
  if (pack.procedure == "each/1") {
    if (c.command != Command::decide || c.base.empty() || !c.format.empty())
      throw std::invalid_argument("the pack decides each application by itself: its cases say `\"command\": \"decide\"`, and have a base");
    return decide_each(changed_round(suite.bases.at(c.base), c.change), c.base + " as the case changes it", c.as_of, pack);
  }
  intake::Source source = source_of(c, suite);
  const auto round = read(source, pack, c);
  if (c.command == Command::assess) return assessed(*round, pack, c);
  const auto plugins = pack.uses.empty() || !outside.plugins ? nullptr : outside.plugins(pack, c.round.string());
  if (c.command == Command::appeal) return appealed(source, *round, pack, plugins.get());
  const std::string document = decided(*round, pack, plugins.get());
  return c.format.empty() || !outside.report ? document : outside.report(document, c.format);
}

// What `remit check` would say of the pack, without its counts.
Answer checked(const policy::Pack& pack) {
  Answer answer;
  for (const auto& problem : pack.warnings) answer.said += "warning: " + problem.text() + "\n";
  for (const auto& problem : policy::notes(pack)) answer.said += "note: " + problem.text() + "\n";
  const base::Problems errors = policy::lint(pack);
  for (const auto& problem : errors) answer.said += "error: " + problem.text() + "\n";
  if (errors.empty()) answer.said += "nothing is wrong with it\n";
  answer.exit = errors.empty() ? 0 : 1;
  return answer;
}

}  // namespace

Answer ask_case(const Case& c, const Suite& suite, const policy::Pack& pack, const Outside& outside) {
  if (c.command == Command::check) return checked(pack);
  Answer answer;
  try {
    answer.said = answered(c, suite, pack, outside);
    if (c.format.empty()) answer.document = intake::read_json(answer.said, "this case");
  } catch (const base::Refused& refused) {
    answer.exit = refused.exit_code;
    for (const auto& problem : refused.problems) answer.said += problem.text() + "\n";
  } catch (const std::invalid_argument& wrong) {
    answer.exit = -1;
    answer.said = wrong.what();
  }
  return answer;
}

}  // namespace remit::study
