// Procedure "each/1": every application by itself. Criteria, then the scores from the sheets that the application brings,
// then the requirements on it, then the first decision type whose sentence holds (or the pack's function). No round, no
// ranking, no money.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/rational.hpp"
#include "engine/decided.hpp"
#include "policy/pack.hpp"

namespace remit::engine {

/// What was decided of one application. Spans and texts live until the next `decide` of the same Each, or with the pack.
struct EachResult {
  Eligible outcome = Eligible::eligible;
  bool error = false;
  std::span<const Finding> criteria;       // Finding::criterion: index in Pack::criteria
  std::span<const Finding> requirements;   // Finding::criterion: index in Pack::requirements
  bool scored = false;
  base::Rational total;
  std::span<const base::Rational> means;   // by the pack's measures
  std::vector<bool> counted;               // by sheet
  std::string_view decision;               // id of the decision type; "refer" when none holds or something failed
  std::vector<std::string_view> reasons;   // ids of rules
  std::string cause;                       // what failed, where something did
};

/// One thread's decider. Reuses its memory from application to application.
class Each {
 public:
  /// `second`: the date of the parameters. `ledger`: whether reads are wanted. Throws base::Refused (exit code 3) when the pack
  /// has no decision type, or rules that run in some streams only and no field that names the stream.
  Each(const policy::Pack& pack, std::int64_t second, bool ledger);
  const EachResult& decide(const base::Value* application);
  /// The records in view for the application decided last, for the words of its findings.
  const policy::Facts& facts() const { return facts_; }
  policy::Work& work() { return *work_; }

 private:
  void judge();
  void score();
  bool add_marks(std::int64_t& counted);
  void total(std::int64_t counted);
  void require();
  void choose();
  void choose_by_function(const policy::Decision& decision);
  Finding ask(const policy::Rule& rule, std::size_t index);

  /// The rules that run in a stream, as indices in the pack, in its order.
  struct Running {
    std::vector<std::uint16_t> criteria, requirements;
  };
  void find_running();
  void find_whole_shares();
  const Running& running() const;

  const policy::Pack& pack_;
  std::unique_ptr<policy::Work> work_;
  policy::Facts facts_;
  std::vector<base::Value> parameters_, eligibility_, scores_;
  std::vector<Finding> criteria_, requirements_;
  std::vector<base::Rational> means_;
  base::Arena arena_;
  EachResult result_;
  std::vector<std::vector<std::uint16_t>> because_;   // for each decision type: indices of requirements
  Running elsewhere_;                                 // in a stream that no rule names, or without one
  std::unordered_map<std::string_view, Running> in_;  // by stream
  int stream_ = -1;                                   // field of the application that names its stream
  std::vector<base::int128> sums_;                    // of the whole marks, by measure
  std::vector<base::Rational> share_;                 // of each measure in the total: 100 x weight / (high x sum of weights)
  std::vector<std::int64_t> whole_share_;             // the same over `shares_`; empty when they do not fit
  std::int64_t shares_ = 1;
  policy::Choice choice_;
};

}  // namespace remit::engine
