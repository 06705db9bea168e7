// A round as sheets of a workbook, as intake/sheet_plan.hpp plans them: what `remit import` reads back without a question.
#pragma once
#include <string>
#include <vector>

#include "intake/json.hpp"
#include "intake/sheet_plan.hpp"
#include "report/workbook_file.hpp"

namespace remit::report {

/// `round`: the canonical document. Tables of which there is nothing are left out, except those that every round has.
void add_round_sheets(const intake::Json& round, const std::vector<intake::SheetPlan>& plans, WorkbookFile& book);

/// A workbook to be filled in: every sheet with its headings, what may be typed, and a sheet that says what each field holds,
/// with the `example` round's answers (a null value: without). `filled`: the whole example stands on the sheets.
std::string new_workbook(const std::vector<intake::SheetPlan>& plans, const std::string& pack, const intake::Json& example, bool filled);

}  // namespace remit::report
