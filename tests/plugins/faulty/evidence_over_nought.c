/* Gives a fraction over nought as evidence. */
#include "faulty.h"

static remit_outcome wrong(ASKED) {
  remit_value value;
  memset(&value, 0, sizeof value);
  value.kind = REMIT_RATIO;
  value.as.ratio.num = 1;
  report->evidence(report, words_of("share"), &value);
  return honest(subject, report);
}
FIXTURE(wrong)
