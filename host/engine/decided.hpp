// The steps of the default procedure (version 1) and what each returns. Each takes what came before by const reference
// and returns a new value; none writes into an earlier one. "Remit procedure, step N" in a record means a step here.
#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/arena.hpp"
#include "base/rational.hpp"
#include "intake/round.hpp"
#include "policy/answers.hpp"
#include "policy/applications.hpp"
#include "policy/pack.hpp"
#include "policy/reach.hpp"

namespace remit::engine {

/// What plug-ins looked up about the applications: a record of the root `facts` for each, and what could not be told.
struct LookedUp {
  std::vector<base::Value> values;               // application by application
  std::size_t width = 0;                         // fields of one
  std::vector<std::vector<policy::Lost>> lost;   // by application; their causes stand in View::answers
};

/// What rules see of a round, built once: indexes, parameter values, derived fields. Shared by all threads.
struct View {
  const intake::Round* round = nullptr;
  const policy::Pack* pack = nullptr;
  policy::Clocks clocks{0};                      // the date of the round, and the day on which its first call opened
  std::vector<base::Value> parameters;           // at those: what rules see that have no stream in view
  std::vector<policy::Clocks> clocks_of;         // for each stream: the date of the round, and the day on which this call opened
  std::vector<std::vector<base::Value>> parameters_of;   // for each stream: its parameters at those
  std::unique_ptr<policy::Applications> applications;
  std::vector<base::Value> derived;              // the rows of applications, streams and panel again, with derived values
  base::Arena fractions;                         // what derived values point at
  std::vector<const base::Value*> rows, streams; // for each application and stream: its row in `derived`
  const base::Value* panel = nullptr;            // likewise
  std::vector<std::vector<base::Value*>> own;    // the pack's own records, by type (as Round::records) and row; classes are filled in here
  std::vector<base::Value> records;              // of the root `records`: a list for each field of its type
  std::map<std::uint16_t, policy::Reach> reach;  // what comes into view with a record, for each kind that rules are of
  std::vector<base::Value> blank;                // a record without any answer: a panel or a tie that is not there
  std::vector<std::vector<std::uint16_t>> criteria_of;   // for each stream: indices of the criteria that run in it
  std::vector<std::vector<std::uint16_t>> requirements_of;   // for each stream: indices of the requirements on its applications
  const policy::Decision* in_principle = nullptr;   // the pack's own sentence for approve-in-principle, where it has one
  std::unique_ptr<policy::Names> names;          // for messages
  policy::Plugins* plugins = nullptr;            // who answers for plug-ins; null when the pack uses none
  policy::Answers answers;                       // by Pack::uses, as far as they were asked by now
  std::shared_ptr<const LookedUp> facts;         // null: the pack's plug-ins look nothing up
};
View look_at(const intake::Round& round, const policy::Pack& pack, policy::Plugins* plugins = nullptr);
/// The records that every rule sees: the round, its panel, the parameters, the applications to look up.
policy::Facts facts_of(const View& view);
/// The records that a rule about application `i` sees: these, and the application, its stream and its applicant.
policy::Facts facts_of(const View& view, std::uint32_t application);
/// Brings what record `of` of `facts` names into view; a record that is not named is blank.
void follow(const View& view, std::uint16_t of, policy::Facts& facts);
/// Turns facts about one application into those about another, for loops over all of them.
void turn_to(const View& view, std::uint32_t application, policy::Facts& facts);
/// Brings stream `stream` into view, and the parameters as they are for it.
void turn_to_stream(const View& view, std::uint32_t stream, policy::Facts& facts);
/// Gives streams that are scored by the pack's measures the threshold and the tie-break of the day that those go by. A round is read
/// with those of its own date.
void go_by_opening(intake::Round& round, const policy::Pack& pack);

struct Finding {
  std::uint16_t criterion;                       // index in Pack::criteria
  policy::Outcome outcome;
  std::span<const policy::Read> reads;           // owned by Eligibilities::arenas; empty when decided without a ledger
  std::string_view cause;                        // for error: why, in words; the same owner
};
enum class Eligible : std::uint8_t { eligible, ineligible, refer };

/// Step 1, for one application. Withdrawn ones have no findings.
struct Eligibility {
  bool withdrawn = false;
  Eligible outcome = Eligible::eligible;
  bool error = false;                            // a rule failed to answer: refer, without rank, without money
  std::span<const Finding> findings;
  std::span<const Finding> beside;               // of the requirements on applications (index in Pack::requirements): they decide nothing
  bool in_principle = false;                     // what is approved of it is approved in principle only
};
struct Eligibilities {
  std::vector<Eligibility> of;                   // by application
  std::vector<base::Arena> arenas;               // one for each thread
};

/// A tie that the core found between a member and an organisation that applies or is a partner.
struct Tie {
  std::uint16_t member;
  std::uint32_t application;
  base::Value organisation;                      // the applicant, or the partner it is
  std::string_view nature;                       // "member", or the declared nature
  bool declared;                                 // from a declaration; else detected by the engine
};
/// A tie or other conflict on which a conflict rule acts.
struct Recusal {
  std::uint16_t member;
  std::uint16_t conflict;                        // index in Pack::conflicts
  std::uint32_t application;                     // where it arises
  policy::Scope scope;
  bool declared;
  std::string message;
};
/// Step 2.
struct Conflicts {
  std::vector<Tie> ties;                         // sorted by application, member, organisation, nature
  std::vector<Recusal> recusals;                 // sorted by application, member, conflict
  std::vector<std::uint32_t> ties_of, recusals_of;   // by application: [of[i], of[i + 1])
  /// Whether the member takes part in deciding the application (false: recused within the scope). `panel`, the member
  /// under whom consensus marks stand, always does.
  bool takes_part(std::uint16_t member, std::uint32_t application) const;
  /// Why the panel cannot decide the application: empty when it can ("after recusals 1 agency is left; 2 are needed").
  std::vector<std::string> panel_unfit;          // by application
  std::vector<std::string> errors;               // by application: a conflict rule failed to answer; empty when none did
  /// Whether the member is out of the whole stream, or of the panel.
  bool is_out_of_stream(std::uint16_t member, std::uint32_t stream) const;
  // how takes_part is answered: members out for everything, by stream, by application (sorted pairs)
  std::vector<bool> out_of_panel;
  std::vector<std::pair<std::uint32_t, std::uint16_t>> out_of_stream, out_of_application;
  const std::vector<std::uint32_t>* stream_of = nullptr;
};

struct MeasureScore {
  base::Rational mean;
  bool met = true;                               // its minimum, where it has one
};
/// Step 3, for one application.
struct Score {
  bool scored = false;                           // has a total
  std::string problem;                           // why not: no counted sheet, a partial sheet, arithmetic; empty when scored or not asked
  std::span<const MeasureScore> measures;        // by the stream's measures; empty unless scored; owned by Scores::arenas
  base::Rational total;                          // of 100
  bool met = true;                               // minimum_total and every measure's minimum
  std::uint32_t unjustified = 0;                 // counted marks without a justification
};
struct Scores {
  std::vector<Score> of;                         // by application
  std::vector<base::Arena> arenas;               // one for each thread
};
/// Whether the marks of `member` (consensus_member for `panel`) count for the application: set aside are those of recused
/// members and, in a stream with consensus, all but the panel's own.
bool sheet_counts(const intake::Round& round, const Conflicts& conflicts, std::uint32_t application, std::uint16_t member);

/// Step 4: for each stream the ranked applications, best first; equal ones share a rank.
struct Ranking {
  struct Place {
    std::uint32_t application;
    std::uint32_t rank;
  };
  std::vector<std::vector<Place>> streams;
};

enum class Proposed : std::uint8_t { approve_total, approve_parts, approve_in_principle, decline, refer, withdrawn };
std::string_view word(Proposed);                 // "approve-total", ...
enum class Why : std::uint8_t {
  funded_whole, funded_parts, pending,           // money is proposed
  ineligible, below_threshold, no_money, past_the_line,   // declined
  error, panel_unfit, unscored, tie_on_the_line, below_a_tie,   // referred
  withdrawn,
  not_chosen,                                    // declined: an allocator gave it nothing
  to_be_chosen, not_allocated,                   // referred: an allocator leaves it to people; it could not share out the money
};

/// Step 5, for one application.
struct Proposal {
  Proposed decision = Proposed::refer;
  Why why = Why::error;
  std::int64_t amount = 0;                       // pence; 0 for decline, refer, withdrawn
  std::span<const std::uint32_t> elements;       // those that the money is for, in the order of the application; owned by
                                                 // Allocation::arena
  std::uint32_t rank = 0;                        // 0: none
  bool under_minimum_award = false;              // parts that sum to less than the stream's minimum award
};
/// Whether the pack's own rule shares out the stream's money, and not step 5.
bool is_allocated_by_rule(const policy::Pack& pack, const intake::Round& round, std::uint32_t stream);
struct StreamMoney {
  std::int64_t budget = 0, proposed = 0, left = 0;   // proposed includes money kept for approvals in principle
  std::int64_t in_principle = 0;                 // the part of `proposed` that is kept pending
  bool may_change = false;                       // some application is refer without rank: the allocation may change
};
struct Allocation {
  std::vector<Proposal> of;                      // by application
  std::vector<StreamMoney> streams;
  std::vector<std::string> faults;               // by stream: why an allocator's awards cannot stand; empty when they do, or without one
  base::Arena arena;
};

/// A finding on the round, a stream, the panel or a member, beside the applications.
struct RoundFinding {
  std::uint16_t requirement;                     // index in Pack::requirements
  std::uint32_t row = 0;                         // which stream or member; 0 for the round and the panel
  policy::Outcome outcome;
  std::vector<policy::Read> reads;
  std::string cause;
};

struct Decided {
  View view;
  std::vector<RoundFinding> round_findings;
  Eligibilities eligibility;
  Conflicts conflicts;
  Scores scores;
  Ranking ranking;
  Allocation allocation;
};

/// The default procedure, whole. The result points into `round`, `pack` and `plugins`, which must outlive it. `threads` changes
/// nothing but the time it takes. Without `ledger` the findings do not say what they read, which saves most of
/// their memory: for outputs that do not show it. A pack that uses plug-ins needs `plugins`: without them it throws base::Refused
/// (exit code 3) before an application is touched.
Decided decide(const intake::Round& round, const policy::Pack& pack, unsigned threads = 1, bool ledger = true, policy::Plugins* plugins = nullptr);
/// Whether rules of the pack, its measures or its allocation ask plug-ins.
bool asks_plugins(const policy::Pack& pack);

}  // namespace remit::engine
