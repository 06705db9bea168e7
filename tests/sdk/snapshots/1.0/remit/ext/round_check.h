/* remit.round_check/1: looks across a whole round and reports findings on its applications, or on the round. Stands behind
 * `requirement` (of applications or of the round), so it warns and decides nothing. Sees what a criterion sees, and scores with the
 * sheets of the panel: `scores.total`, `scores.sheets.member`, `scores.sheets.counted`, `scores.sheets.marks.measure`,
 * `scores.sheets.marks.score`, ... */
#ifndef REMIT_EXT_ROUND_CHECK_H
#define REMIT_EXT_ROUND_CHECK_H

#include "../host.h"

#ifdef __cplusplus
extern "C" {
#endif

#define REMIT_ROUND_CHECK_1 "remit.round_check/1"

/* Where findings go. */
typedef struct remit_findings remit_findings;
struct remit_findings {
  uint64_t struct_size;
  /* [main] One more sentence on an application of this check, by its id; on the round when `application` is empty. The worst of its outcomes stands
   * (REMIT_ERROR, REMIT_FAIL, REMIT_REFER, REMIT_PASS in this order), all the words are kept. An application without a finding
   * passes. An id that was not given to `application` is a fault. */
  void (*finding)(const remit_findings *findings, remit_text application, remit_outcome outcome, remit_text words);
  /* [main] A fact for the application's finding, as remit_report.evidence. */
  void (*evidence)(const remit_findings *findings, remit_text application, remit_text name, const remit_value *value);
};

typedef struct remit_round_check_v1 {
  uint64_t struct_size;
  /* [main] As in remit_criterion_v1. */
  remit_status (*bind)(void *plugin, const remit_host *host, const remit_report *report, void **bound);
  /* [main] A round begins; `round` holds the fields of round and panel. `session` receives what the next calls are given. A call
   * that fails ends the session: nothing more is called with it, so let go of it before you return. */
  remit_status (*begin)(const void *bound, const remit_record *round, void **session, const remit_report *report);
  /* [main] Each application that is not withdrawn, in order of ids. `id` is how findings name it. Copy what you keep. */
  remit_status (*application)(void *session, remit_text id, const remit_record *subject, const remit_report *report);
  /* [main] All were seen. The session ends with this call, and is not used again. */
  remit_status (*finish)(void *session, const remit_findings *findings, const remit_report *report);
  /* [main] May be NULL. */
  void (*unbind)(void *bound);
} remit_round_check_v1;

#ifdef __cplusplus
}
#endif
#endif
