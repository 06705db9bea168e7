// Appeals made in C++. A fresh panel is written as a round of its own: the same applications, other members and marks.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "engine/appeal.hpp"
#include "round_builder.hpp"

namespace remit::engine::test {

struct AppealSpec {
  std::string application;
  std::string ground = "misapplication", by = "org", received = "2012-03-09", views = "read again", no_fresh_panel = "";
};

/// A round decided, and the appeals against it.
class AppealCase {
 public:
  AppealCase(RoundBuilder& builder, const PackBuilder& rules, policy::Plugins* plugins = nullptr) : first(builder, rules, 1, plugins), rules_(rules), schema_(builder.schema) {}

  void lodge(const AppealSpec& spec) { lodge(spec, nullptr); }
  /// With the members, quorum, declarations and marks of `fresh` as the fresh panel.
  void lodge(const AppealSpec& spec, RoundBuilder& fresh) { lodge(spec, fresh.build()); }

  /// What becomes of the appeals: "admitted", ...
  std::vector<std::string> heard() const;
  Admission admission(std::size_t appeal = 0) const { return admit_appeals(first.decided, appeals)[appeal]; }
  AppealAnswer answer(std::size_t appeal = 0) const;
  /// "outcome rule: message" of each check of the fresh panel.
  std::vector<std::string> checks(std::size_t appeal = 0) const;
  /// As Case::says, of the second result.
  std::string says_again(const AppealAnswer& answer, const std::string& application) const;

  Case first;
  intake::Appeals appeals;

 private:
  void lodge(const AppealSpec& spec, std::unique_ptr<intake::Round> fresh);

  const PackBuilder& rules_;
  const base::Schema& schema_;
  std::vector<std::unique_ptr<intake::Round>> fresh_;
};

/// Admits appeals on the ground "misapplication" by the applicant, as Northern Ireland's rule does.
Answer misapplication_by_the_applicant();
/// Whether there are views.
Answer asks_for_views();
/// A fresh panel of f1 (agency north) and f2 (agency south) for a copy of the applications, without marks.
RoundBuilder fresh_panel_of(const std::vector<ApplicationSpec>& applications);

}  // namespace remit::engine::test
