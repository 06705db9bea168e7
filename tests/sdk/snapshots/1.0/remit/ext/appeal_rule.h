/* remit.appeal_rule/1: says whether an appeal is admitted. Sees what a criterion sees, and lodged (the appeal), eligibility,
 * scores and proposal of the first decision. */
#ifndef REMIT_EXT_APPEAL_RULE_H
#define REMIT_EXT_APPEAL_RULE_H

#include "../host.h"

#ifdef __cplusplus
extern "C" {
#endif

#define REMIT_APPEAL_RULE_1 "remit.appeal_rule/1"

typedef struct remit_appeal_rule_v1 {
  uint64_t struct_size;
  /* [main] As in remit_criterion_v1. */
  remit_status (*bind)(void *plugin, const remit_host *host, const remit_report *report, void **bound);
  /* [any] REMIT_PASS: admitted. REMIT_FAIL: not. REMIT_REFER: a person must look. */
  remit_outcome (*review)(const void *bound, const remit_record *subject, const remit_report *report);
  /* [main] May be NULL. */
  void (*unbind)(void *bound);
} remit_appeal_rule_v1;

#ifdef __cplusplus
}
#endif
#endif
