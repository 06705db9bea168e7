// Headings as people write them, and the fields that they mean. "Name of organisation", "Org. name" and "Organisation name (as
// registered)" are the same words; "£ sought" is another way to say amount requested. What is exactly one of these is sure;
// what is only near is for a person to say.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "intake/sheet_plan.hpp"

namespace remit::import {

/// The words of a heading that tell it from others, sorted: no small words where there are others, abbreviations written out, "(£)" left out.
using Words = std::vector<std::string>;
Words words_of(std::string_view heading);

/// A field that a column may hold, and all that headings call it.
struct Wanted {
  std::string path;                       // of the plan's column; or, of an application's applicant: "applicant.type"
  const base::Field* field = nullptr;     // null: of the applicant's record
  bool required = false;
  std::vector<Words> names;               // the first are its own
};
/// What the columns of a table may hold.
std::vector<Wanted> wanted_of(const intake::SheetPlan& plan);
/// Whether a sheet so called holds this table, by its name alone.
bool names_table(std::string_view sheet, const intake::SheetPlan& plan);

/// "amount requested"
std::string flat(const Words& words);

/// How surely `heading` names `wanted`: 100 when the words are the same, less when only some are; 0: not at all.
int likeness(const Words& heading, const Wanted& wanted);
/// Whether its words are nearly one of the names: "Amuont requested". Takes longer.
bool is_misspelt(const Words& heading, const Wanted& wanted);
/// Whether a heading says that its figures are worked out from others: "Total", "Average", "Rank".
bool is_worked_out(const Words& heading);
/// Whether the first words of a row say that it sums up others: "Total", "Grand total", "Average".
bool begins_totals(std::string_view text);

}  // namespace remit::import
