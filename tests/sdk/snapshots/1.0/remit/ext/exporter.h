/* remit.exporter/1: writes decided records in another form. Its bytes go through the host, which writes the file whole or not at
 * all; it opens none. Sees round, stream, application, applicant, eligibility, scores and proposal. */
#ifndef REMIT_EXT_EXPORTER_H
#define REMIT_EXT_EXPORTER_H

#include "../host.h"

#ifdef __cplusplus
extern "C" {
#endif

#define REMIT_EXPORTER_1 "remit.exporter/1"

/* Where the bytes go. */
typedef struct remit_output remit_output;
struct remit_output {
  uint64_t struct_size;
  /* [main] Appends bytes; at most REMIT_MOST_TEXT in one call. They need not be UTF-8. */
  void (*write)(const remit_output *output, remit_text bytes);
};

typedef struct remit_exporter_v1 {
  uint64_t struct_size;
  /* [main] As in remit_criterion_v1. */
  remit_status (*bind)(void *plugin, const remit_host *host, const remit_report *report, void **bound);
  /* [main] `round` holds the fields of round and panel. `session` receives what the next calls are given. A call that fails ends
   * the session: nothing more is called with it, so let go of it before you return. */
  remit_status (*begin)(const void *bound, const remit_record *round, void **session, const remit_output *output,
                        const remit_report *report);
  /* [main] Each application, in the order of records: by stream, then id. */
  remit_status (*record)(void *session, const remit_record *subject, const remit_output *output, const remit_report *report);
  /* [main] All were seen. The session ends with this call. */
  remit_status (*end)(void *session, const remit_output *output, const remit_report *report);
  /* [main] May be NULL. */
  void (*unbind)(void *bound);
} remit_exporter_v1;

#ifdef __cplusplus
}
#endif
#endif
