// What people write in cells, in British habit: "£12,500", "12.5k", "3rd April 2012", "3/4/12", "5pm", "Y". What can be read in
// two ways is not read: the message says so.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/schema.hpp"
#include "import/grid.hpp"
#include "intake/json.hpp"

namespace remit::import {

/// "12500.00" for an amount in pounds; nothing when it is none.
std::optional<std::string> read_pounds(std::string_view text);
/// "2012-04-03" or "2012-04-03T17:00:00", the day before the month; nothing when it is no day.
std::optional<std::string> read_day(std::string_view text);

/// What a cell says as an answer of a type. Neither: it says nothing ("-", "n/a" where no text is asked for).
struct Answer {
  intake::Json value;         // null: nothing
  std::string wrong;          // "expected ..., found ...": then there is no value
};
/// `type`: the field's own, or that of its items. Ids and names are texts here; who is meant is not this function's to know.
Answer read_answer(const base::Field& field, base::Type type, const Cell& cell);
/// All items of a list in one cell: one on each line, or with `;` between them.
Answer read_list(const base::Field& field, const Cell& cell);

intake::Json json_text(std::string text);
intake::Json json_number(std::string digits);

}  // namespace remit::import
