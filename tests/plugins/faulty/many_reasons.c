/* Gives a million reasons and facts; the first of them are kept, and that is no fault. */
#include "faulty.h"

static remit_outcome wrong(ASKED) {
  for (int i = 0; i < 1000000; i++) report->reason(report, words_of("once more"));
  remit_value value;
  memset(&value, 0, sizeof value);
  value.kind = REMIT_COUNT;
  for (int i = 0; i < 1000000; i++) report->evidence(report, words_of("more"), &value);
  return honest(subject, report);
}
FIXTURE(wrong)
