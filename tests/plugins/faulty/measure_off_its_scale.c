/* Scores each application 3, and a poisoned one 1000, "low" -1, "nought" over nought, "none" with nothing, "huge" with the largest fraction. */
#include <remit/ext/measure.h>

#include "other.h"

static remit_status score(const void *bound, const remit_record *subject, remit_ratio *out, const remit_report *report) {
  (void)bound, (void)report;
  out->num = 3;
  out->den = 1;
  if (title_begins(subject, "poison")) out->num = 1000;
  if (title_begins(subject, "low")) out->num = -1;
  if (title_begins(subject, "nought")) out->den = 0;
  if (title_begins(subject, "huge")) out->num = INT64_MIN, out->den = UINT64_MAX;
  if (title_begins(subject, "none")) return REMIT_NOT_THERE;
  return REMIT_OK;
}
static const remit_measure_v1 calls = {sizeof(remit_measure_v1), fixture_bind, score, NULL};
OTHER_FIXTURE(REMIT_MEASURE_1, calls)
