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
#include "intake/read_appeals.hpp"
#include "intake/read_round.hpp"
#include "record/appeal_writer.hpp"
#include "record/assessment.hpp"
#include "record/decision_document.hpp"
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

// A test asks this pack, whichever version the round is pinned to.
std::unique_ptr<intake::Round> read(intake::Source& source, const policy::Pack& pack, const Case& c) {
  const intake::Heading heading = intake::read_heading(source);
  intake::open_tables(source, pack.schema);
  base::Value day;
  base::read_moment(c.as_of.empty() ? heading.as_of : c.as_of, day);
  auto round = intake::read_round(source, pack.schema, pack.scoring_on(day.integer), c.as_of, c.command == Command::assess);
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

std::string answered(const Case& c, const Suite& suite, const policy::Pack& pack, const Answering& answering) {
  intake::Source source = source_of(c, suite);
  const auto round = read(source, pack, c);
  if (c.command == Command::assess) return assessed(*round, pack, c);
  const auto plugins = pack.uses.empty() || !answering ? nullptr : answering(pack, c.round.string());
  return c.command == Command::decide ? decided(*round, pack, plugins.get()) : appealed(source, *round, pack, plugins.get());
}

}  // namespace

Answer ask_case(const Case& c, const Suite& suite, const policy::Pack& pack, const Answering& answering) {
  Answer answer;
  try {
    answer.said = answered(c, suite, pack, answering);
    answer.document = intake::read_json(answer.said, "this case");
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
