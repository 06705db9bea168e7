// The passes of `decide`, one for each step of the procedure and each in a file of its own name. All of them return one
// result for each application, by row.
#pragma once
#include <functional>
#include <optional>
#include <vector>

#include "engine/crew.hpp"
#include "engine/decided.hpp"

namespace remit::engine {

/// Fills View::own, View::records and View::reach (view_records.cpp).
void see_records(View& view);
/// Asks the classifications of the pack's own records, in the order of the pack, and puts the classes into the fields that they
/// give, for later rules to read. `keep` gets each answer; may be empty.
void classify_records(View& view, policy::Work& work, const std::function<void(std::uint16_t classification, std::uint32_t row, policy::Class)>& keep);

/// Whether application `i` was withdrawn: it is then no part of any step.
bool is_withdrawn(const intake::Round& round, std::uint32_t i);

/// Whether a round check stands behind a requirement on applications: it is asked about all of them together, after step 4.
bool is_across(const View& view, const policy::Requirement& rule);

/// The requirements on the round, its streams, its panel and its members, by requirement, then row. Requirements on
/// other records are asked elsewhere.
std::vector<RoundFinding> ask_requirements(const View& view, Crew& crew);

/// Adds what round checks found of each application to Eligibility::beside, in the order of the requirements.
void ask_across(const View& view, Crew& crew, Eligibilities& eligibility, bool ledger = true);

/// Step 1 (eligibility.cpp). Withdrawn applications have no findings. Without `ledger` findings have no reads.
Eligibilities judge_eligibility(const View& view, Crew& crew, bool ledger = true);
/// The same for one application that is not withdrawn; `facts` are those about it, findings go to `arena`.
Eligibility judge(const View& view, std::uint32_t i, const policy::Facts& facts, policy::Work& work, base::Arena& arena);

/// Step 2 (conflicts.cpp): ties, what the conflict rules make of them, and whether who is left can decide.
Conflicts settle_conflicts(const View& view, Crew& crew);
/// The ties of one application's members, as step 2 defines them (ties.cpp).
class Ties {
 public:
  explicit Ties(const intake::Round& round);
  /// Appends those of application `i`, sorted by member, organisation, nature, each once.
  void find(std::uint32_t i, std::vector<Tie>& out) const;

 private:
  struct Interest {
    std::uint16_t member;
    std::string_view nature;
    bool declared;
  };
  const intake::Round* round_;
  // by organisation: who is tied to it when it applies (kin included) and when it is a partner
  std::vector<std::vector<Interest>> as_applicant_, as_partner_;
  bool any_ = false;
};
/// Fills Conflicts::panel_unfit from the recusals (panel_fitness.cpp).
void test_panel(const View& view, Conflicts& conflicts);

/// Step 3 (scoring.cpp). Every application that is not withdrawn is scored, for the record; a problem stands in the way
/// only of one that is not ineligible.
Scores score_applications(const intake::Round& round, const Conflicts& conflicts, const Crew& crew, const policy::Answers& answers = {});

/// What steps 1 to 3 say of an application, in the order of precedence: why it is not ranked, or nothing when it is.
std::optional<Why> kept_out(const Eligibilities& eligibility, const Conflicts& conflicts, const Scores& scores,
                            std::uint32_t i);
/// Step 4 (ranking.cpp).
Ranking rank_applications(const intake::Round& round, const Eligibilities& eligibility, const Conflicts& conflicts,
                          const Scores& scores);

/// Step 5 (allocation.cpp). Never proposes more than a stream's budget.
Allocation allocate(const View& view, const Eligibilities& eligibility, const Conflicts& conflicts, const Scores& scores,
                    const Ranking& ranking);

}  // namespace remit::engine
