/* Dies when it reviews the appeal of a poisoned application; it admits every other. */
#include <remit/ext/appeal_rule.h>
#include <stdlib.h>

#include "other.h"

static remit_outcome review(const void *bound, const remit_record *subject, const remit_report *report) {
  (void)bound, (void)report;
  if (title_begins(subject, "poison")) abort();
  return REMIT_PASS;
}
static const remit_appeal_rule_v1 calls = {sizeof(remit_appeal_rule_v1), fixture_bind, review, NULL};
OTHER_FIXTURE(REMIT_APPEAL_RULE_1, calls)
