#include "fault_round.hpp"

#include <algorithm>

#include "intake/fields.hpp"
#include "intake/round.hpp"

namespace remit::plugins::test {

namespace field = intake::application_field;
namespace root = policy::root;
using policy::Outcome;

namespace {

/// What the pack says that the source supplies: facts.fixture.decile, a count, and facts.fixture.area, a text.
void add_facts(policy::Pack& pack, policy::PluginNeed& need) {
  base::RecordType& facts = pack.schema.make("facts");
  base::Field group, decile, area;
  group.path = "fixture";
  group.type = base::Type::record;
  facts.add(group);
  decile.path = "fixture.decile";
  decile.type = base::Type::count;
  area.path = "fixture.area";
  need.facts = {static_cast<std::uint16_t>(facts.add(decile)), static_cast<std::uint16_t>(facts.add(area))};
  pack.roots[policy::root::facts] = {"facts", &facts};
}

}  // namespace

policy::Pack pack_using(const std::string& id, policy::Capability capability) {
  policy::Pack pack;
  pack.id = "faults";
  intake::add_round_types(pack.schema);
  const char* types[root::first_free] = {"round", "stream", "application", "organisation", "panel", "member"};
  for (std::size_t r = 0; r < root::first_free; ++r)
    pack.roots.push_back({r == root::applicant ? "applicant" : types[r] ? types[r] : "", types[r] ? pack.schema.find(types[r]) : nullptr});
  policy::PluginNeed need;
  need.id = id;
  need.version = "1.0.0";
  need.layer = "faults";
  need.file = "pack.lua";
  need.line = 1;
  if (capability == policy::Capability::data_source) add_facts(pack, need);
  pack.plugins.push_back(need);
  policy::PluginUse use;
  use.item = capability == policy::Capability::data_source ? "" : "check";
  use.capability = capability;
  use.by = "criterion \"amounts\"";
  pack.uses.push_back(use);
  return pack;
}

std::vector<Application> applications(std::size_t size, const std::vector<std::size_t>& poisoned, const std::string& title) {
  std::vector<Application> round;
  for (std::size_t i = 0; i < size; ++i) {
    const bool bad = std::ranges::find(poisoned, i) != poisoned.end();
    round.push_back({bad ? title : "Summer scheme", static_cast<std::int64_t>(i) + 1});
  }
  return round;
}

std::string honest(const Application& application) {
  switch (application.pounds % 3) {
    case 0: return "pass";
    case 1: return "fail: one pound too many";
    default: return "refer: two pounds too many";
  }
}

std::vector<std::string> honest_but(const std::vector<Application>& round, const std::string& wrong, const std::string& poison) {
  std::vector<std::string> all;
  for (const auto& application : round) all.push_back(application.title.starts_with(poison) ? wrong : honest(application));
  return all;
}

namespace {

std::string text_of(const policy::Told& told) {
  switch (told.kind) {
    case base::Kind::absent: return "nothing";
    case base::Kind::text: return told.text;
    case base::Kind::ratio: return told.ratio.exact();
    default: return std::to_string(told.integer);
  }
}

}  // namespace

std::string says(const policy::Answer& answer) {
  std::string out(policy::word(answer.outcome));
  if (!answer.said) return out;
  const auto& said = *answer.said;
  if (answer.outcome == Outcome::error) return out + ": " + said.cause;
  for (const auto& reason : said.reasons) out += ": " + reason;
  if (said.score) out += " " + said.score->exact();
  for (const auto& fact : said.facts) out += " " + text_of(fact);
  return out;
}

std::vector<std::string> say(const std::vector<policy::Answer>& answers) {
  std::vector<std::string> all;
  for (const auto& answer : answers) all.push_back(says(answer));
  return all;
}

Asked::Asked(const policy::Pack& pack, std::vector<Application> round) : round_(std::move(round)) {
  for (std::size_t i = 0; i < round_.size(); ++i) ids_.push_back("A" + std::to_string(i));
  for (const std::uint16_t r : {root::round, root::stream, root::application, root::applicant, root::panel}) facts_.records[r] = record(pack, r);
  application_ = record(pack, root::application);
  facts_.records[root::application] = application_;
  whole_ = facts_;
  whole_.records[root::application] = nullptr;
}

base::Value* Asked::record(const policy::Pack& pack, std::uint16_t r) {
  const std::vector<base::Value> blank(pack.roots[r].type->fields.size());
  return arena_.copy(std::span<const base::Value>(blank)).data();
}

const policy::Facts& Asked::turn_to(std::size_t i) {
  ++turned;
  application_[field::id] = base::Value::of_text(ids_[i]);
  application_[field::title] = base::Value::of_text(round_[i].title);
  application_[field::amount_requested] = base::Value::of(base::Kind::money, round_[i].pounds * 100);
  return facts_;
}

}  // namespace remit::plugins::test
