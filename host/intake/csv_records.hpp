// Records from a CSV file. Headings are the fields' names, dotted as in the record: `amount_requested`,
// `specification.description`, `partners[1].organisation` or `partners.1.organisation` for the items of a list, counted
// from 1. Case does not matter, and spaces and hyphens stand for `_`. A list of texts is `objectives[1]`, `objectives[2]`, ...,
// or one column `objectives` whose cells hold items on lines of their own or with `;` between them; an item that holds a `;`
// needs the first form.
#pragma once
#include <functional>

#include "base/arena.hpp"
#include "base/schema.hpp"
#include "intake/mistakes.hpp"

namespace remit::intake {

/// Calls `take` with each record and its line. Texts and values live in `arena`, which `take` may clear. Mistakes as
/// RecordReader has them, with the headings as the file writes them. False when the file cannot be read to its end or
/// lacks a column that every record needs. With `known_alone` columns that the type lacks are left out.
bool read_csv_records(const FileText& file, const base::RecordType& type, base::Arena& arena, Mistakes& mistakes,
                      const std::function<void(const base::Value* record, int line)>& take, bool known_alone = false);

}  // namespace remit::intake
