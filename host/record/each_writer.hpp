// Records of the procedure "each/1", straight from what was decided of one application: canonical JSON (RFC 8785), with the
// keys of docs/decision-record.md as far as a procedure without round, ranking and money has them.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/digests.hpp"
#include "engine/each.hpp"
#include "intake/canonical.hpp"
#include "record/constants.hpp"
#include "record/findings.hpp"
#include "record/pack_texts.hpp"

namespace remit::record {

/// What every record of a run repeats, turned into JSON once. Shared by all threads.
struct EachConstants {
  const policy::Pack* pack = nullptr;
  bool input = true;                            // whether records carry the digest of their application
  std::uint16_t key = 0;                        // field of the application that names it
  std::vector<RuleText> criteria, requirements; // as in the pack
  std::vector<std::vector<ReadKey>> read_keys;  // by root, by field
  struct MeasureText {
    std::string high_to_mean, measure_to_weight;   // `{"high":"5","mean":"` and `","measure":"need","title":"Need","weight":"30"}`
  };
  std::vector<MeasureText> measures;
  struct DecisionText {
    std::string clause_to_reasons, title;       // `"clause":"...","decision":"decline","reasons":[` and `],"title":"..."}`
  };
  std::vector<DecisionText> decisions;          // as in the pack, then that of `refer`
  std::string as_of, engine_to_findings, pack_to_proposal, silences_to_missed;
  struct Named {
    bool criterion;
    std::uint16_t index;
  };
  std::unordered_map<std::string_view, Named> rules;   // by id
};

/// `day` is the date of the parameters. Throws base::Refused (exit code 3) when the pack's application has no field that names it.
/// Without `full` they serve brief records only, and are made in no time.
EachConstants each_constants_of(const policy::Pack& pack, const base::Value& day, Run run, bool full = true, bool input = true);

/// One for each thread, beside the Each that decides; keeps its buffers from record to record.
class EachWriter {
 public:
  /// Both outlive the writer. Full records want an `each` with a ledger.
  EachWriter(const EachConstants& constants, engine::Each& each);

  /// Appends the record of `application`, which `each` decided last as `result`, without a line end and with room for its
  /// digests. `sign` fills in those of all records that were appended to `out` since it was last called: digests are made
  /// several at a time, so once for some dozen records.
  void write(const engine::EachResult& result, const base::Value* application, std::string& out);
  void sign(std::string& out);
  std::size_t unsigned_records() const { return unsigned_.size(); }
  /// Appends {"application","decision","eligibility","exact","failed","reasons","total"}, without a line end. `exact` and
  /// `total` are null where there is no total.
  void write_brief(const engine::EachResult& result, const base::Value* application, std::string& out) const;

 private:
  void find_words(const engine::EachResult& result);
  void write_rest(const engine::EachResult& result, const base::Value* application, std::string& out);
  void write_proposal(const engine::EachResult& result, std::string& out) const;
  void write_reason(const engine::EachResult& result, std::string_view id, std::string& out) const;
  void write_scores(const engine::EachResult& result, const base::Value* application, std::string& out) const;
  void write_missed(const engine::EachResult& result, std::string& out) const;

  const EachConstants& c_;
  engine::Each& each_;
  ReadWriter reads_;
  intake::CanonicalWriter canonical_;
  std::unique_ptr<intake::CanonicalWriter> sheet_;             // null when the pack marks none
  std::vector<policy::Explanation> criteria_, requirements_;   // words, by finding; stale where a finding has none
  std::string canonical_text_;                                 // of the applications whose records are not signed yet
  struct Unsigned {
    std::size_t start, digits, end;                            // of a record, and of its digest's digits in it
    std::size_t input_digits, canonical;                       // where the input's go, and where its text ends
  };
  std::vector<Unsigned> unsigned_;
  std::vector<base::Digestible> digestible_;
};

}  // namespace remit::record
