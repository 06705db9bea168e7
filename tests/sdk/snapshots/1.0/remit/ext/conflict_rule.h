/* remit.conflict_rule/1: says whether a conflict of interest arises between a member and what is decided. What follows of it
 * (recuse or exclude, how far) stands in the pack. Sees round, stream, application, applicant, panel, facts, member with its ties,
 * and the pack's records in view (body, function, stage, item). */
#ifndef REMIT_EXT_CONFLICT_RULE_H
#define REMIT_EXT_CONFLICT_RULE_H

#include "../host.h"

#ifdef __cplusplus
extern "C" {
#endif

#define REMIT_CONFLICT_RULE_1 "remit.conflict_rule/1"

typedef struct remit_conflict_rule_v1 {
  uint64_t struct_size;
  /* [main] As in remit_criterion_v1. */
  remit_status (*bind)(void *plugin, const remit_host *host, const remit_report *report, void **bound);
  /* [any] REMIT_FAIL: the conflict arises; the first reason says why. REMIT_PASS and REMIT_NOT_APPLICABLE: it does not.
   * REMIT_REFER and REMIT_ERROR: the applications concerned go to a person. */
  remit_outcome (*check)(const void *bound, const remit_record *subject, const remit_report *report);
  /* [main] May be NULL. */
  void (*unbind)(void *bound);
} remit_conflict_rule_v1;

#ifdef __cplusplus
}
#endif
#endif
