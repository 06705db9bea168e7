// The parts of `remit check`; each adds what it finds.
#pragma once
#include "study/asking.hpp"
#include "study/check.hpp"

namespace remit::study {

/// The pack's own layer: what is said of the others is theirs to mend.
inline const std::string& own_layer(const policy::Pack& pack) { return pack.layers.back().id; }

/// Conditions that are always or never true, whatever is answered, and comparisons with what a number or score can never reach.
void check_conditions(const lua::Studied& studied, Findings& findings);
/// Weights, minimums and thresholds of the pack's measures.
void check_scoring(const policy::Pack& pack, Findings& findings);
/// Parameters without a value for a time in which others have one, and values that change while a stream of an example round is open or
/// being decided.
void check_dates(const policy::Pack& pack, const std::filesystem::path& folder, Findings& findings);
/// Rules of which no case of the pack speaks.
void check_cases(const policy::Pack& pack, const std::vector<Question>& questions, const std::filesystem::path& folder, Findings& findings);
/// Whether each override keeps to what the rule below allows: a sentence by what it is, a function as far as it was tried.
void check_overrides(const policy::Pack& pack, Findings& findings);
/// Asks every rule of made-up records; what each is known by goes to `rules`.
void check_answers(const lua::Studied& studied, const std::vector<Question>& questions, Findings& findings, std::vector<CheckedRule>& rules);

}  // namespace remit::study
