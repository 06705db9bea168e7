/* Gives money to parts that point nowhere. */
#include <remit/ext/allocator.h>

#include "other.h"

static remit_status begin(const void *bound, const remit_record *stream, void **session, const remit_report *report) {
  (void)bound, (void)stream, (void)session, (void)report;
  return REMIT_OK;
}
static remit_status application(void *session, remit_text id, const remit_record *subject, const remit_report *report) {
  (void)session, (void)id, (void)subject, (void)report;
  return REMIT_OK;
}
static remit_status allocate(void *session, const remit_awards *awards, const remit_report *report) {
  (void)session, (void)report;
  awards->parts(awards, words_of("A1"), (const remit_text *)(uintptr_t)16, 3, words_of("because"));
  return REMIT_OK;
}
static void end(void *session) { (void)session; }
static const remit_allocator_v1 calls = {sizeof(remit_allocator_v1), fixture_bind, begin, application, allocate, end, NULL};
OTHER_FIXTURE(REMIT_ALLOCATOR_1, calls)
