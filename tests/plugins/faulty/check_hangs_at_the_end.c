/* Sees every application of a round and never finishes with them. */
#include <remit/ext/round_check.h>

#include "other.h"

static remit_status begin(const void *bound, const remit_record *round, void **session, const remit_report *report) {
  (void)bound, (void)round, (void)session, (void)report;
  return REMIT_OK;
}
static remit_status application(void *session, remit_text id, const remit_record *subject, const remit_report *report) {
  (void)session, (void)id, (void)subject, (void)report;
  return REMIT_OK;
}
static remit_status finish(void *session, const remit_findings *findings, const remit_report *report) {
  (void)session, (void)findings, (void)report;
  volatile int on = 1;
  while (on) {
  }
  return REMIT_OK;
}
static const remit_round_check_v1 calls = {sizeof(remit_round_check_v1), fixture_bind, begin, application, finish, NULL};
OTHER_FIXTURE(REMIT_ROUND_CHECK_1, calls)
