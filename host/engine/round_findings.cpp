// Requirements on the round itself, its streams, its panel and its members: reported beside the applications, deciding
// none of them.
#include "engine/ask.hpp"
#include "engine/steps.hpp"

namespace remit::engine {

namespace root = policy::root;

namespace {

class Subjects {
 public:
  Subjects(const View& view, policy::Work& work, std::vector<RoundFinding>& out) : view_(view), work_(work), out_(out) {}

  void ask_about(std::uint16_t requirement) {
    const policy::Requirement& rule = view_.pack->requirements[requirement];
    const intake::Round& round = *view_.round;
    policy::Facts facts = facts_of(view_);
    auto ask_each = [&](const std::vector<const base::Value*>& rows, auto wanted) {
      for (std::uint32_t row = 0; row < rows.size(); ++row) {
        if (!wanted(row)) continue;
        facts.records[rule.of] = rows[row];
        follow(view_, rule.of, facts);
        ask_one(requirement, row, facts);
      }
    };
    switch (rule.of) {
      case root::round:
      case root::panel: return ask_one(requirement, 0, facts);
      case root::stream:
        return ask_each(view_.streams, [&](std::uint32_t s) {
          return rule.runs_in(round.streams.at(s, intake::stream_field::id).str());
        });
      case root::member: return ask_each(round.members.rows, [](std::uint32_t) { return true; });
      default: return;
    }
  }

 private:
  void ask_one(std::uint16_t requirement, std::uint32_t row, const policy::Facts& facts) {
    const policy::Outcome outcome = ask(view_.pack->requirements[requirement], facts, work_);
    out_.push_back({requirement, row, outcome, work_.reads, work_.cause});
    work_.arena.clear();
  }

  const View& view_;
  policy::Work& work_;
  std::vector<RoundFinding>& out_;
};

}  // namespace

std::vector<RoundFinding> ask_requirements(const View& view, Crew& crew) {
  std::vector<RoundFinding> out;
  if (view.pack->requirements.empty()) return out;
  Subjects subjects(view, crew.work(0), out);
  for (std::uint16_t r = 0; r < view.pack->requirements.size(); ++r) subjects.ask_about(r);
  return out;
}

}  // namespace remit::engine
