/* Says when it is started that it cannot work, and why. */
#include "faulty.h"

static remit_status init(const remit_host *given, const remit_report *report, void **plugin) {
  (void)given, (void)plugin;
  report->fail(report, words_of("the licence of the register has run out"));
  return REMIT_FAILED;
}
static remit_outcome evaluate(const void *bound, ASKED) {
  (void)bound;
  return honest(subject, report);
}
FIXTURE_OF(init, NULL, fixture_bind, evaluate, NULL)
