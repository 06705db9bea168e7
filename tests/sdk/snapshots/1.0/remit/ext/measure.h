/* remit.measure/1: gives an application its mean on one measure, in the place of marks by the panel. Sees round, stream,
 * application, applicant, panel, facts. */
#ifndef REMIT_EXT_MEASURE_H
#define REMIT_EXT_MEASURE_H

#include "../host.h"

#ifdef __cplusplus
extern "C" {
#endif

#define REMIT_MEASURE_1 "remit.measure/1"

typedef struct remit_measure_v1 {
  uint64_t struct_size;
  /* [main] As in remit_criterion_v1. */
  remit_status (*bind)(void *plugin, const remit_host *host, const remit_report *report, void **bound);
  /* [any] REMIT_OK and the exact score, on the measure's scale, which the pack gives; one off the scale is a fault. `out` is not NULL.
   * REMIT_NOT_THERE: it has no score to give, and a person must look. REMIT_FAILED: as REMIT_ERROR of a rule. */
  remit_status (*score)(const void *bound, const remit_record *subject, remit_ratio *out, const remit_report *report);
  /* [main] May be NULL. */
  void (*unbind)(void *bound);
} remit_measure_v1;

#ifdef __cplusplus
}
#endif
#endif
