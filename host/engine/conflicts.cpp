// Step 2: the ties of members, what the pack's conflict rules make of them, who is set aside where, and whether the rest
// can decide. Every rule is asked for every member and application, because a rule may turn on more than ties. Most of
// these questions need no asking, though: when the answer for a member without ties came from nothing but the round, the
// panel, the parameters and the member, as the ledger of what was read proves, it is the same for every application.
#include <algorithm>
#include <optional>

#include "engine/ask.hpp"
#include "engine/member_view.hpp"
#include "engine/steps.hpp"

namespace remit::engine {

using base::Kind;
using base::Value;
using policy::Outcome;
using policy::Scope;

namespace {

/// What one thread found in its run of applications, in order.
struct Found {
  std::vector<Tie> ties;
  std::vector<Recusal> recusals;
  std::vector<std::pair<std::uint32_t, std::string>> errors;
};

class Asker {
 public:
  Asker(const View& view, policy::Work& work)
      : view_(view), work_(work), facts_(facts_of(view)), ties_(*view.round),
        members_(view) {
    for (std::uint32_t s = 0; s < view.round->streams.size(); ++s) {
      auto& here = conflicts_of_.emplace_back();
      for (std::size_t c = 0; c < view.pack->conflicts.size(); ++c)
        if (view.pack->conflicts[c].runs_in(view.round->streams.at(s, intake::stream_field::id).str()))
          here.push_back(static_cast<std::uint16_t>(c));
    }
    for (const auto& parameters : view.parameters_of)
      for (const policy::Conflict& conflict : view.pack->conflicts) scope_of_.push_back(scope_of(conflict, parameters));
    learn_standing_answers();
  }

  void run(std::uint32_t first, std::uint32_t last, Found& out) {
    for (std::uint32_t i = first; i < last; ++i) {
      if (is_withdrawn(*view_.round, i)) continue;   // nothing is decided about it, so nobody is tied to it
      const std::size_t before = out.ties.size();
      ties_.find(i, out.ties);
      ask_all(i, std::span(out.ties).subspan(before), out);
    }
  }

 private:
  enum class Standing : std::uint8_t { ask, never, always };

  /// Empty when the parameter that should say it has no value, or none that is a scope.
  static std::optional<Scope> scope_of(const policy::Conflict& conflict, const std::vector<base::Value>& parameters) {
    if (conflict.scope) return conflict.scope;
    if (conflict.scope_parameter < 0) return Scope::application;
    const std::string_view said = parameters[static_cast<std::size_t>(conflict.scope_parameter)].str();
    for (Scope scope : {Scope::stream, Scope::application, Scope::panel})
      if (said == policy::word(scope)) return scope;
    return std::nullopt;
  }

  void learn_standing_answers() {
    const intake::Round& round = *view_.round;
    standing_.assign(view_.pack->conflicts.size() * round.members.size(), Standing::ask);
    std::uint32_t some = 0;
    while (some < round.applications.size() && is_withdrawn(round, some)) ++some;
    if (some == round.applications.size()) return;
    turn_to(view_, some, facts_);
    for (std::uint16_t c = 0; c < view_.pack->conflicts.size(); ++c) {
      if (view_.pack->conflicts[c].use >= 0) continue;   // it was asked about each member and application
      for (std::uint16_t m = 0; m < round.members.size(); ++m) {
        look_at_member(m, {});
        const Outcome outcome = ask(view_.pack->conflicts[c], facts_, work_);
        const bool same_for_all = work_.ledger && outcome != Outcome::error && std::ranges::all_of(work_.reads, [this](const policy::Read& r) {
          return r.root == policy::root::round || r.root == policy::root::panel || r.root == policy::root::member ||
                 (r.root == policy::root::parameters && view_.pack->parameters[r.field].clock == policy::Clock::decided);
        });
        if (same_for_all) standing(c, m) = outcome == Outcome::fail ? Standing::always : Standing::never;
      }
    }
    work_.arena.clear();
  }

  void ask_all(std::uint32_t i, std::span<const Tie> ties, Found& out) {
    const auto& here = conflicts_of_[view_.round->stream_of[i]];
    if (here.empty()) return;
    turn_to(view_, i, facts_);
    bool erred = false;
    for (std::uint16_t m = 0; m < view_.round->members.size(); ++m) {
      std::size_t count = 0;
      while (count < ties.size() && ties[count].member == m) ++count;
      const auto mine = ties.first(count);
      ties = ties.subspan(count);
      bool in_view = false;
      for (std::uint16_t c : here) {
        if (mine.empty() && standing(c, m) == Standing::never) continue;
        if (!in_view) look_at_member(m, mine);
        in_view = true;
        ask_one(i, m, c, mine, out, erred);
      }
    }
    if (in_use_) work_.arena.clear();
    in_use_ = false;
  }

  void ask_one(std::uint32_t i, std::uint16_t m, std::uint16_t c, std::span<const Tie> ties, Found& out, bool& erred) {
    const policy::Conflict& conflict = view_.pack->conflicts[c];
    in_use_ = true;
    const bool known = ties.empty() && standing(c, m) == Standing::always;
    const Outcome outcome = known ? Outcome::fail : ask(conflict, facts_, work_);
    auto error = [&](std::string cause) {
      if (!erred) out.errors.emplace_back(i, conflict.id + ": " + std::move(cause));   // the first says enough
      erred = true;
    };
    if (outcome == Outcome::error) error(work_.cause);
    // A sentence in doubt does not arise; a plug-in that is in doubt asks for a person.
    if (outcome == Outcome::refer && conflict.use >= 0)
      error("of " + std::string(view_.round->members.at(m, intake::member_field::id).str()) + " a person must say: " + message_of(conflict, facts_, work_, outcome));
    if (outcome != Outcome::fail) return;
    // Without a scope nobody knows how far the recusal reaches: here at the least, and a person must look.
    const std::optional<Scope>& scope = scope_of_[view_.round->stream_of[i] * view_.pack->conflicts.size() + c];
    if (!scope)
      error("the parameter " + view_.pack->parameters[static_cast<std::size_t>(conflict.scope_parameter)].id +
            (view_.pack->parameters[static_cast<std::size_t>(conflict.scope_parameter)].clock == policy::Clock::opened ? " says no scope on the day on which the call opened" : " says no scope on the date of the round"));
    const bool declared = std::ranges::any_of(ties, &Tie::declared);
    out.recusals.push_back({m, c, i, scope.value_or(Scope::application), declared,
                            message_of(conflict, facts_, work_, outcome)});
  }

  void look_at_member(std::uint16_t m, std::span<const Tie> ties) { members_.look_at(m, ties, work_.arena, facts_); }

  Standing& standing(std::uint16_t c, std::uint16_t m) { return standing_[c * view_.round->members.size() + m]; }

  const View& view_;
  policy::Work& work_;
  policy::Facts facts_;
  Ties ties_;
  MemberView members_;
  std::vector<std::vector<std::uint16_t>> conflicts_of_;   // by stream
  std::vector<std::optional<Scope>> scope_of_;             // by stream, then conflict
  std::vector<Standing> standing_;                         // by conflict and member without ties
  bool in_use_ = false;                                    // something was put into the arena for this application
};

/// Joins what the threads found; they worked on runs in order, so the whole is in order too.
void join(std::vector<Found> found, Conflicts& out) {
  for (Found& part : found) {
    std::ranges::move(part.ties, std::back_inserter(out.ties));
    std::ranges::move(part.recusals, std::back_inserter(out.recusals));
    for (auto& [application, cause] : part.errors) out.errors[application] = std::move(cause);
  }
  auto starts = [&](const auto& items) {
    std::vector<std::uint32_t> of(out.errors.size() + 1);
    for (const auto& item : items) ++of[item.application + 1];
    for (std::size_t i = 1; i < of.size(); ++i) of[i] += of[i - 1];
    return of;
  };
  out.ties_of = starts(out.ties);
  out.recusals_of = starts(out.recusals);
}

/// Who is out of what. Withdrawn applications have no recusals; ineligible ones do.
void set_aside(const intake::Round& round, Conflicts& out) {
  out.out_of_panel.resize(round.members.size());
  for (const Recusal& r : out.recusals) {
    if (r.scope == Scope::panel) out.out_of_panel[r.member] = true;
    if (r.scope == Scope::stream) out.out_of_stream.emplace_back(round.stream_of[r.application], r.member);
    if (r.scope == Scope::application) out.out_of_application.emplace_back(r.application, r.member);
  }
  for (auto* pairs : {&out.out_of_stream, &out.out_of_application}) {
    std::ranges::sort(*pairs);
    const auto twice = std::ranges::unique(*pairs);
    pairs->erase(twice.begin(), twice.end());
  }
}

}  // namespace

bool Conflicts::is_out_of_stream(std::uint16_t member, std::uint32_t stream) const {
  return out_of_panel[member] || std::ranges::binary_search(out_of_stream, std::pair(stream, member));
}

bool Conflicts::takes_part(std::uint16_t member, std::uint32_t application) const {
  if (member == intake::consensus_member) return true;   // the panel as a whole; whether it can decide is panel_unfit's
  if (is_out_of_stream(member, (*stream_of)[application])) return false;
  return !std::ranges::binary_search(out_of_application, std::pair(application, member));
}

Conflicts settle_conflicts(const View& view, Crew& crew) {
  const intake::Round& round = *view.round;
  Conflicts out;
  out.stream_of = &round.stream_of;
  out.errors.resize(round.applications.size());
  std::vector<Found> found(crew.size());
  crew.share(round.applications.size(), [&](std::size_t hand, std::size_t first, std::size_t last) {
    Found part;
    Asker(view, crew.work(hand)).run(static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last), part);
    found[hand] = std::move(part);
  });
  join(std::move(found), out);
  set_aside(round, out);
  test_panel(view, out);
  return out;
}

}  // namespace remit::engine
