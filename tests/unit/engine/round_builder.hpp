// Rounds and packs made in C++, as small as a test wants them. Money is in whole pounds. Unless a test says otherwise
// there is one stream `s` with £100 and one measure `need`, marked 0 to 100, so that an application's total is its mark;
// one organisation `org`; and the members m1 (agency health) and m2 (agency trust).
#pragma once
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/steps.hpp"

namespace remit::engine::test {

struct ElementSpec {
  std::string id;
  std::int64_t cost = 0;
  int fit = 0;   // 0: none given
  std::vector<std::string> needs = {};
};
struct PartnerSpec {
  std::string organisation;
  bool required = true;
};
struct ApplicationSpec {
  std::string id;
  std::int64_t amount = 10;
  std::string stream = "s", applicant = "org";
  std::vector<ElementSpec> elements = {};
  std::vector<PartnerSpec> partners = {};
  bool withdrawn = false, clarification = false;
  std::string submitted_at = "2012-01-10";
  std::string title = "";
};
struct StreamSpec {
  std::string id;
  std::int64_t budget = 100;
  std::optional<std::int64_t> minimum_award = {};
  bool consensus = false;
  std::optional<bool> fund_past_gap = {};
};
struct MemberSpec {
  std::string id, agency, organisation = "";
  std::vector<std::string> functions = {};
  std::string name = "";
};

class RoundBuilder {
 public:
  RoundBuilder();

  StreamSpec& stream(StreamSpec spec);              // replaces one of the same id
  base::Scoring& scoring(const std::string& stream = "s") { return scoring_[stream]; }
  void organisation(const std::string& id, const std::string& parent = "");
  void members(std::vector<MemberSpec> specs) { members_ = std::move(specs); }
  void quorum(int members) { quorum_ = members; }
  void declare(const std::string& member, const std::string& organisation, const std::string& nature);
  void apply(ApplicationSpec spec) { applications_.push_back(std::move(spec)); }
  /// One mark. `score` is a whole number, a decimal or a fraction; `part` empty: the measure itself.
  void mark(const std::string& application, const std::string& member, const std::string& measure, const std::string& score,
            const std::string& part = "", const std::string& justification = "said so");
  /// The same mark for `need` by each member.
  void score(const std::string& application, int mark_of_all);

  /// The round as a reader would leave it. The builder must outlive it.
  std::unique_ptr<intake::Round> build();

  base::Schema schema;
  std::string panel_id = "panel-1";

 private:
  struct Declaration {
    std::string member, organisation, nature;
  };
  struct MarkSpec {
    std::string application, member, measure, score, part, justification;
  };
  void build_streams(intake::Round& round);
  void build_people(intake::Round& round);
  void build_applications(intake::Round& round);
  void build_marks(intake::Round& round);

  std::vector<StreamSpec> streams_;
  std::map<std::string, base::Scoring> scoring_;
  std::map<std::string, std::string> organisations_;   // id -> parent
  std::vector<MemberSpec> members_;
  std::optional<int> quorum_;
  std::vector<Declaration> declarations_;
  std::vector<ApplicationSpec> applications_;
  std::vector<MarkSpec> marks_;
};

/// A measure on a scale from 0.
base::Measure measure(const std::string& id, base::Rational weight, base::Rational high, std::vector<std::string> parts = {});

using Answer = std::function<policy::Outcome(const policy::Facts&, policy::Work&)>;
/// Reads a field as a rule does: what it held, noted in the ledger.
const base::Value& read(const policy::Facts& facts, policy::Work& work, std::uint16_t root, std::uint16_t field);
/// The id of the application in view, noted as read.
std::string_view application_id(const policy::Facts& facts, policy::Work& work);
/// Fails for the applications named, with `otherwise` for the rest.
Answer fails_for(std::vector<std::string> ids, policy::Outcome answer = policy::Outcome::fail,
                 policy::Outcome otherwise = policy::Outcome::pass);
/// Arises for members with a tie to the application at hand, as Northern Ireland's rule does.
Answer arises_from_ties();

struct PackBuilder {
  PackBuilder();
  policy::Rule& criterion(const std::string& id, policy::Effect effect, Answer answer);
  policy::Conflict& conflict(const std::string& id, Answer answer, policy::Scope scope = policy::Scope::stream);
  policy::Requirement& requirement(const std::string& id, std::uint16_t of, Answer answer);
  /// `asks`: what an appeal that is admitted should bring besides.
  policy::Appeal& appeal(const std::string& id, Answer answer, Answer asks = {});
  /// A parameter that holds `value` from `from` on.
  void parameter(const std::string& id, base::Value value, const std::string& from = "2000-01-01");

  policy::Pack pack;
};

/// Row of the application, or of the member, with this id.
std::uint32_t row(const intake::Round& round, const std::string& application);
std::uint16_t member(const intake::Round& round, const std::string& id);

/// A round decided, with everything that it points into.
struct Case {
  std::unique_ptr<intake::Round> round;
  Decided decided;

  Case(RoundBuilder& builder, const PackBuilder& pack, unsigned threads = 1, policy::Plugins* plugins = nullptr);
  std::uint32_t at(const std::string& application) const { return row(*round, application); }
  const Eligibility& eligibility(const std::string& application) const { return decided.eligibility.of[at(application)]; }
  const Score& score(const std::string& application) const { return decided.scores.of[at(application)]; }
  const Proposal& proposal(const std::string& application) const { return decided.allocation.of[at(application)]; }
  const StreamMoney& money(std::uint32_t stream = 0) const { return decided.allocation.streams[stream]; }
  bool takes_part(const std::string& who, const std::string& application) const {
    return decided.conflicts.takes_part(member(*round, who), at(application));
  }
  const std::string& unfit(const std::string& application) const { return decided.conflicts.panel_unfit[at(application)]; }
  /// "approve-parts 30.00 [E1 E3] rank 2"; elements and rank only where there are any.
  std::string says(const std::string& application) const;
};

}  // namespace remit::engine::test
