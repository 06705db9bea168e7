/* Writes bytes that are nowhere. */
#include <remit/ext/exporter.h>

#include "other.h"

static remit_status begin(const void *bound, const remit_record *round, void **session, const remit_output *output,
                          const remit_report *report) {
  (void)bound, (void)round, (void)session, (void)output, (void)report;
  return REMIT_OK;
}
static remit_status record(void *session, const remit_record *subject, const remit_output *output, const remit_report *report) {
  (void)session, (void)subject, (void)report;
  remit_text all;
  all.data = (const char *)(uintptr_t)16;
  all.size = 4096;
  output->write(output, all);
  return REMIT_OK;
}
static remit_status end(void *session, const remit_output *output, const remit_report *report) {
  (void)session, (void)output, (void)report;
  return REMIT_OK;
}
static const remit_exporter_v1 calls = {sizeof(remit_exporter_v1), fixture_bind, begin, record, end, NULL};
OTHER_FIXTURE(REMIT_EXPORTER_1, calls)
