/* Gives evidence under a name that is none. */
#include "faulty.h"

static remit_outcome wrong(ASKED) {
  remit_value value;
  memset(&value, 0, sizeof value);
  value.kind = REMIT_COUNT;
  report->evidence(report, words_of("Not a \"name\""), &value);
  return honest(subject, report);
}
FIXTURE(wrong)
