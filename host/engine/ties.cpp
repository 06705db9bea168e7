// Step 2, what the core finds: a member is tied to an application when an organisation of theirs (the one they belong
// to, or a declared one) is the applicant, its direct parent or its direct child, or is exactly a partner. The members'
// few organisations are spread over the table of organisations once; each application then only looks up its own.
#include <algorithm>
#include <tuple>

#include "engine/steps.hpp"

namespace remit::engine {

using base::Value;
namespace declared = intake::declaration_field;

Ties::Ties(const intake::Round& round)
    : round_(&round), as_applicant_(round.organisations.size()), as_partner_(round.organisations.size()) {
  std::vector<int> parent(round.organisations.size());
  std::vector<std::vector<std::size_t>> children(round.organisations.size());
  for (std::size_t o = 0; o < parent.size(); ++o) {
    parent[o] = round.organisations.find(round.organisations.at(o, intake::organisation_field::parent).str());
    if (parent[o] >= 0) children[static_cast<std::size_t>(parent[o])].push_back(o);
  }
  auto spread = [&](const Value& organisation, Interest interest) {
    const int found = round.organisations.find(organisation.str());
    if (found < 0) return;
    const auto own = static_cast<std::size_t>(found);
    any_ = true;
    as_partner_[own].push_back(interest);
    as_applicant_[own].push_back(interest);
    if (parent[own] >= 0) as_applicant_[static_cast<std::size_t>(parent[own])].push_back(interest);
    for (std::size_t child : children[own]) as_applicant_[child].push_back(interest);
  };
  for (std::size_t m = 0; m < round.members.size(); ++m)
    spread(round.members.at(m, intake::member_field::organisation), {static_cast<std::uint16_t>(m), "member", false});
  for (std::size_t d = 0; d < round.declarations.size(); ++d) {
    const int member = round.members.find(round.declarations.at(d, declared::member).str());
    if (member < 0) continue;
    spread(round.declarations.at(d, declared::organisation),
           {static_cast<std::uint16_t>(member), round.declarations.at(d, declared::nature).str(), true});
  }
}

void Ties::find(std::uint32_t i, std::vector<Tie>& out) const {
  if (!any_) return;
  const auto before = static_cast<std::ptrdiff_t>(out.size());
  auto take = [&](const std::vector<Interest>& interests, const Value& organisation) {
    for (const Interest& has : interests) out.push_back({has.member, i, organisation, has.nature, has.declared});
  };
  take(as_applicant_[round_->applicant_of[i]], round_->applications.at(i, intake::application_field::applicant));
  for (const Value& partner : round_->applications.at(i, intake::application_field::partners).list()) {
    const Value& organisation = partner.list()[intake::partner_field::organisation];
    const int found = round_->organisations.find(organisation.str());
    if (found >= 0) take(as_partner_[static_cast<std::size_t>(found)], organisation);
  }
  // each once: the same interest may reach the applicant by several ways, as parent and by itself
  auto key = [](const Tie& t) { return std::tuple(t.member, t.organisation.str(), t.nature); };
  const auto mine = std::ranges::subrange(out.begin() + before, out.end());
  std::ranges::sort(mine, {}, key);
  const auto twice = std::ranges::unique(mine, {}, key);
  out.erase(twice.begin(), twice.end());
}

}  // namespace remit::engine
