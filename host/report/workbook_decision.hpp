// A decided round as a workbook: the officer's ranked list, marks, findings, recusals and allocation, and the round itself on
// the sheets behind them, so that `remit import` of it gives the same round back.
#pragma once
#include <string>
#include <vector>

#include "intake/json.hpp"
#include "intake/sheet_plan.hpp"
#include "record/record.hpp"

namespace remit::report {

/// `round`: the canonical document of the round that was decided; `plans` are those of its pack's fields. Without plans the round is left
/// out, as it must be of a redacted document.
std::string write_workbook(const record::DecisionDocument& document, const intake::Json& round, const std::vector<intake::SheetPlan>& plans);

}  // namespace remit::report
