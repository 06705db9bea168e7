// Plug-ins are asked here and nowhere else: about all applications together, before the step that needs their answers, and one use
// after the other. What they say stands in View::answers, and rules read it there like any fact. Only the applications that a rule
// is for are sent, and withdrawn ones never.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/decided.hpp"

namespace remit::engine {

/// Data sources: fills View::facts, so that every rule finds facts already looked up.
void look_up_facts(View& view);
/// Criteria, requirements on applications (but round checks), measures.
void consult_about_applications(View& view);
/// Conflict rules: each member with each application.
void consult_about_members(View& view);
/// Round checks, once everything has been scored and ranked.
void consult_across_the_round(View& view, const Conflicts& conflicts, const Scores& scores, const Ranking& ranking);
/// The allocator, about the ranked applications of each of its streams, by rank, then id.
void consult_allocator(View& view, const Conflicts& conflicts, const Scores& scores, const Ranking& ranking);

/// Asks `use` about any subjects; as many answers as there are subjects, whatever goes wrong.
std::vector<policy::Answer> consult_about(const View& view, std::size_t use, policy::Subjects& subjects);

/// What those that were asked about the first decision said, for a second one over the same applications: not about members.
void take_over(const View& first, View& second);

/// How plug-ins are named in messages: "charity-register/registered".
std::string name_of(const policy::Pack& pack, std::size_t use);

/// Subjects that are applications: rows of the round, in the order given.
class ApplicationSubjects : public policy::Subjects {
 public:
  ApplicationSubjects(const View& view, std::vector<std::uint32_t> rows);
  std::size_t size() const override { return rows_.size(); }
  const policy::Facts& turn_to(std::size_t i) override;
  Key key(std::size_t i) const override;
  const policy::Facts& whole() override { return whole_; }

 protected:
  /// Puts more in view of application `i`.
  virtual void show(std::uint32_t, policy::Facts&) {}
  const View& view_;
  policy::Facts whole_;

 private:
  std::vector<std::uint32_t> rows_;
  policy::Facts facts_;
};

}  // namespace remit::engine
