/* Dies when asked of a poisoned application; no conflict arises elsewhere. */
#include <remit/ext/conflict_rule.h>
#include <stdlib.h>

#include "other.h"

static remit_outcome check(const void *bound, const remit_record *subject, const remit_report *report) {
  (void)bound, (void)report;
  if (title_begins(subject, "poison")) abort();
  return REMIT_PASS;
}
static const remit_conflict_rule_v1 calls = {sizeof(remit_conflict_rule_v1), fixture_bind, check, NULL};
OTHER_FIXTURE(REMIT_CONFLICT_RULE_1, calls)
