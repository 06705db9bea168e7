/* Says of the pack's settings that it cannot work with them. */
#include "faulty.h"

static remit_status bind(void *plugin, const remit_host *given, const remit_report *report, void **bound) {
  (void)plugin, (void)given, (void)bound;
  report->fail(report, words_of("the register of the year before is missing"));
  return REMIT_FAILED;
}
static remit_outcome evaluate(const void *bound, ASKED) {
  (void)bound;
  return honest(subject, report);
}
FIXTURE_OF(NULL, NULL, bind, evaluate, NULL)
