/* remit.criterion/1: says of an application whether it meets one criterion. Stands behind `criterion` and behind `requirement`
 * on applications. Sees round, stream, application, applicant, panel, facts. */
#ifndef REMIT_EXT_CRITERION_H
#define REMIT_EXT_CRITERION_H

#include "../host.h"

#ifdef __cplusplus
extern "C" {
#endif

#define REMIT_CRITERION_1 "remit.criterion/1"

typedef struct remit_criterion_v1 {
  uint64_t struct_size;
  /* [main] Finds fields, settings and files. `plugin` is what init gave; `bound` receives what evaluate is given, and may be NULL.
   * REMIT_FAILED, with report.fail: the pack is refused before an application is touched. `bind` may be NULL. */
  remit_status (*bind)(void *plugin, const remit_host *host, const remit_report *report, void **bound);
  /* [any], unless the item is REMIT_SERIAL. Must answer the same for the same subject, whatever was asked before. */
  remit_outcome (*evaluate)(const void *bound, const remit_record *subject, const remit_report *report);
  /* [main] May be NULL. Not called after a fault. */
  void (*unbind)(void *bound);
} remit_criterion_v1;

#ifdef __cplusplus
}
#endif
#endif
