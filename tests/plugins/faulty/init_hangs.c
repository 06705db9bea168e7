/* Never finishes starting. */
#include "faulty.h"

static remit_status init(const remit_host *given, const remit_report *report, void **plugin) {
  (void)given, (void)report, (void)plugin;
  volatile int on = 1;
  while (on) {
  }
  return REMIT_OK;
}
static remit_outcome evaluate(const void *bound, ASKED) {
  (void)bound;
  return honest(subject, report);
}
FIXTURE_OF(init, NULL, fixture_bind, evaluate, NULL)
