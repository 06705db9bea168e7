/* Looks facts up: "column" gives one that is not there, "kind" one of another kind, "bytes" a text that is no UTF-8, "crash" dies, "fails" says that it cannot. */
#include <remit/ext/data_source.h>
#include <stdlib.h>

#include "other.h"

static remit_status look_up(const void *source, const remit_record *subject, const remit_facts *facts, const remit_report *report) {
  (void)source;
  remit_value value;
  memset(&value, 0, sizeof value);
  value.kind = REMIT_COUNT;
  value.as.integer = 3;
  facts->fact(facts, 0, &value);
  if (title_begins(subject, "column")) facts->fact(facts, 2, &value);
  const remit_value count = value;
  value.kind = REMIT_TEXT;
  value.as.text = words_of(title_begins(subject, "bytes") ? "caf\xe9" : "north");
  facts->fact(facts, 1, &value);
  if (title_begins(subject, "kind")) facts->fact(facts, 1, &count);
  if (title_begins(subject, "null")) facts->fact(facts, 1, NULL);
  if (title_begins(subject, "crash")) abort();
  if (title_begins(subject, "fails")) {
    report->fail(report, words_of("the area is not on the list"));
    return REMIT_FAILED;
  }
  return REMIT_OK;
}
static const remit_text columns[] = {WORDS("decile:count"), WORDS("area:text")};
static const remit_data_source_v1 calls = {sizeof(remit_data_source_v1), fixture_bind, look_up, NULL};
OTHER_FIXTURE_WITH(REMIT_DATA_SOURCE_1, calls, columns, 2)
