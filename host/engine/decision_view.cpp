#include "engine/decision_view.hpp"

#include <algorithm>

namespace remit::engine {

using base::Kind;
using base::Value;
namespace root = policy::root;

DecisionView::DecisionView(const Decided& decided)
    : decided_(decided), scores_(decided.view, decided.conflicts, decided.scores, &decided.ranking) {
  for (const auto& [at, name] : {std::pair(root::eligibility, "eligibility"), std::pair(root::proposal, "proposal")})
    if (const base::RecordType* type = decided.view.pack->schema.find(name)) records_.push_back({at, type, std::vector<Value>(type->fields.size())});
}

void DecisionView::show(std::uint32_t i, policy::Facts& facts) {
  for (Record& record : records_) std::ranges::fill(record.values, Value());
  const Eligibility& eligibility = decided_.eligibility.of[i];
  const Proposal& proposal = decided_.allocation.of[i];
  static constexpr std::string_view outcomes[] = {"eligible", "ineligible", "refer"};
  const auto outcome = static_cast<std::uint16_t>(eligibility.outcome);
  if (!eligibility.withdrawn) set(root::eligibility, "outcome", Value::of_word(outcomes[outcome], outcome));
  // Whether the money reaches it is known once its rank has come up.
  if (proposal.rank != 0) set(root::proposal, "affordable", Value::yes(proposal.amount > 0));
  set(root::proposal, "amount", Value::of(Kind::money, proposal.amount));
  set(root::proposal, "decision", Value::of_text(word(proposal.decision)));
  for (const Record& record : records_) facts.records[record.root] = record.values.data();
  scores_.show(i, facts);
}

void DecisionView::set(std::uint16_t record_root, std::string_view name, Value value) {
  for (Record& record : records_) {
    if (record.root != record_root) continue;
    if (const int at = record.type->find(name); at >= 0) record.values[static_cast<std::size_t>(at)] = value;
  }
}

}  // namespace remit::engine
