/* Answers a poisoned application with a status that is none. */
#include <remit/ext/measure.h>

#include "other.h"

static remit_status score(const void *bound, const remit_record *subject, remit_ratio *out, const remit_report *report) {
  (void)bound, (void)report;
  out->num = 3;
  out->den = 1;
  if (title_begins(subject, "poison")) return 77;
  return REMIT_OK;
}
static const remit_measure_v1 calls = {sizeof(remit_measure_v1), fixture_bind, score, NULL};
OTHER_FIXTURE(REMIT_MEASURE_1, calls)
