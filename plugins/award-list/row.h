/* Rows of a CSV file (RFC 4180, lines end with CR LF), written cell by cell to the host. */
#ifndef AWARD_LIST_ROW_H
#define AWARD_LIST_ROW_H

#include <remit/ext/exporter.h>

struct row {
  const remit_output *to;
  int begun; /* whether a cell stands before the next one */
};

struct row row_begin(const remit_output *to);
/* A text as it is: in quotes where a comma, a quote or a line's end asks for it. What a spreadsheet would take for a formula gets an
 * apostrophe before it, since applicants write these texts. */
void row_text(struct row *row, remit_text text);
/* Pence as pounds, "60000.00". */
void row_money(struct row *row, int64_t pence);
/* Seconds from 1970-01-01T00:00:00 as their day, "2012-03-01". */
void row_day(struct row *row, int64_t seconds);
/* Several texts, one after the other, as one cell. */
void row_joined(struct row *row, const remit_text *texts, uint32_t size);
void row_end(struct row *row);

#endif
