// Appeals: what the pack's appeal rules make of each, whether a fresh panel can look again, and what it would give if its
// marks stood in the place of the first panel's. The first decision is never written into: a second one stands beside it.
// "Remit procedure, appeal" in a record means what is written here.
#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/rational.hpp"
#include "engine/crew.hpp"
#include "engine/decided.hpp"
#include "intake/read_appeals.hpp"

namespace remit::engine {

enum class Heard : std::uint8_t { admitted, not_admitted, incomplete, refer, no_provision };
std::string_view word(Heard);                    // "admitted", "not_admitted", ...

/// One answer about the admission of an appeal.
struct AppealFinding {
  const policy::Appeal* rule = nullptr;          // the pack's rule; null: the parameter of this name, which the procedure asks
  bool asks = false;                             // what the rule asks for besides
  std::string id = {}, clause = {};              // of the rule or the parameter
  policy::Outcome outcome = policy::Outcome::error;
  std::vector<policy::Read> reads = {};
  std::string cause = {};                        // for error
  policy::Explanation words = {};                // empty for pass and not_applicable
  const policy::Answer* answer = nullptr;        // of the plug-in behind the rule, where there is one
  std::shared_ptr<const policy::Replies> answers = {};   // which holds it
};
struct Admission {
  Heard outcome = Heard::no_provision;
  std::vector<AppealFinding> findings;
};
/// Whether each appeal is heard, appeal by appeal:
/// - admitted when an appeal rule of its stream passes and has what it asks for; incomplete when only that is missing; refer when
///   none passes and one cannot tell or cannot answer; not_admitted when all that apply fail; no_provision without a rule;
/// - not_admitted when it came later than the parameter `appeal_window` (days, from the date of the round) allows; without a
///   value nothing is out of time;
/// - a second one that is admitted, of the same organisation about the same application, as the parameter `second_appeal`
///   says; without a value a person must look.
std::vector<Admission> admit_appeals(const Decided& first, const intake::Appeals& appeals);

/// One thing that a fresh panel must be, and whether it is.
struct PanelCheck {
  std::string rule, clause;
  policy::Outcome outcome = policy::Outcome::pass;   // fail, error: it cannot decide; refer, no_provision: shown, and it can
  std::string message;
};
/// A fresh panel, looked at with the eyes of step 2.
struct FreshPanel {
  std::unique_ptr<intake::Round> round;          // the round with this panel, its declarations and its marks alone;
                                                 // its digest is that of both the round and the appeal
  View view;                                     // of that round
  Conflicts conflicts;                           // step 2 over its members
  std::vector<PanelCheck> checks;
  bool fit = false;
};
/// Fit: nobody of the first panel, nobody whom the conflict rules set aside for this application, and agencies and quorum as
/// step 2 asks them. `appeal` must name a fresh panel.
FreshPanel look_at_fresh_panel(const Decided& first, const intake::Appeal& appeal, Crew& crew);

/// One way in which the second result differs from the first. What is not said of it is absent.
struct Change {
  enum class Of : std::uint8_t { eligibility, panel, scored, measure, minimum, total, threshold, rank, decision, amount, elements };
  Of of;
  std::uint16_t measure = 0;                     // of measure and minimum
  std::optional<base::Rational> first = {}, second = {};   // means, totals
  std::optional<base::Rational> points = {};     // what the measure's change brings to the total; all of them sum to its change
};
/// In the order in which one leads to the other. `i`: the application.
std::vector<Change> changes_between(const Decided& first, const Decided& second, std::uint32_t i);

struct AppealAnswer {
  std::optional<FreshPanel> panel;               // none: none was constituted; its view and conflicts are those of `second`, if any
  std::unique_ptr<Decided> second;               // the whole stream with the fresh panel's score in place; null: not decided again
  std::string not_again;                         // then why
  std::vector<Change> changes;
  std::vector<std::uint32_t> elsewhere;          // other applications whose rank, proposal or money would move
};
/// Eligibility is asked again of the same facts, the fresh panel's marks are scored (step 3), and ranking and allocation are
/// run with that score in place of the first, all others unchanged. The result points into `first` and `appeal`.
AppealAnswer answer_appeal(const Decided& first, const intake::Appeal& appeal, const Admission& admission, Crew& crew);

}  // namespace remit::engine
