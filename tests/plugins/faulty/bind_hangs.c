/* Never finishes finding its fields. */
#include "faulty.h"

static remit_status bind(void *plugin, const remit_host *given, const remit_report *report, void **bound) {
  (void)plugin, (void)given, (void)report, (void)bound;
  volatile int on = 1;
  while (on) {
  }
  return REMIT_OK;
}
static remit_outcome evaluate(const void *bound, ASKED) {
  (void)bound;
  return honest(subject, report);
}
FIXTURE_OF(NULL, NULL, bind, evaluate, NULL)
