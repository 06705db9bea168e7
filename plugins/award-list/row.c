#include "row.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static void write_bytes(const struct row *row, const char *data, uint64_t size) {
  while (size > 0) {
    const uint64_t piece = size < REMIT_MOST_TEXT ? size : REMIT_MOST_TEXT;
    const remit_text text = { data, piece };
    row->to->write(row->to, text);
    data += piece;
    size -= piece;
  }
}

static void write_word(const struct row *row, const char *word) { write_bytes(row, word, strlen(word)); }

/* The text with each quote doubled. */
static void write_quoted(const struct row *row, remit_text text) {
  const char *from = text.data, *const end = text.size == 0 ? text.data : text.data + text.size;
  while (from < end) {
    const char *quote = memchr(from, '"', (size_t)(end - from));
    if (quote == NULL) {
      write_bytes(row, from, (uint64_t)(end - from));
      return;
    }
    write_bytes(row, from, (uint64_t)(quote + 1 - from));
    write_word(row, "\"");
    from = quote + 1;
  }
}

static int holds(remit_text text, char c) { return text.size > 0 && memchr(text.data, c, (size_t)text.size) != NULL; }

struct row row_begin(const remit_output *to) {
  struct row row = { NULL, 0 };
  row.to = to;
  return row;
}

void row_joined(struct row *row, const remit_text *texts, uint32_t size) {
  int quoted = 0, formula = 0;
  uint32_t i, first = 0;
  while (first < size && texts[first].size == 0) ++first;
  /* (not strchr: it finds the nought byte too) */
  if (first < size) formula = memchr("=+-@\t\r\n", texts[first].data[0], 7) != NULL;
  for (i = 0; i < size; ++i)
    quoted = quoted || holds(texts[i], ',') || holds(texts[i], '"') || holds(texts[i], '\r') || holds(texts[i], '\n');
  if (row->begun) write_word(row, ",");
  row->begun = 1;
  if (quoted) write_word(row, "\"");
  if (formula) write_word(row, "'");
  for (i = 0; i < size; ++i) write_quoted(row, texts[i]);
  if (quoted) write_word(row, "\"");
}

void row_text(struct row *row, remit_text text) { row_joined(row, &text, 1); }

void row_money(struct row *row, int64_t pence) {
  char words[32];
  const uint64_t whole = pence < 0 ? (uint64_t)0 - (uint64_t)pence : (uint64_t)pence;
  remit_text text;
  text.size = (uint64_t)snprintf(words, sizeof words, "%" PRIu64 ".%02" PRIu64, whole / 100, whole % 100);
  text.data = words;
  if (row->begun) write_word(row, ",");
  row->begun = 1;
  if (pence < 0) write_word(row, "-");
  write_bytes(row, text.data, text.size);
}

/* By eras of 400 years, each of 146097 days, counted from 0000-03-01, so that the leap day is the last of its year. */
void row_day(struct row *row, int64_t seconds) {
  const int64_t day = 86400, since = seconds / day - (seconds % day < 0), days = since + 719468;
  const int64_t era = (days >= 0 ? days : days - 146096) / 146097, of_era = days - era * 146097;
  const int64_t year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  const int64_t of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int64_t from_march = (5 * of_year + 2) / 153, month = from_march < 10 ? from_march + 3 : from_march - 9;
  const int64_t year = year_of_era + era * 400 + (month <= 2), day_of_month = of_year - (153 * from_march + 2) / 5 + 1;
  char words[64];
  remit_text text;
  text.size = (uint64_t)snprintf(words, sizeof words, "%04" PRId64 "-%02" PRId64 "-%02" PRId64, year, month, day_of_month);
  text.data = words;
  row_text(row, text);
}

void row_end(struct row *row) {
  write_word(row, "\r\n");
  row->begun = 0;
}
