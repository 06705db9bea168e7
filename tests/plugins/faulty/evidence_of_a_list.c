/* Gives a list as evidence. */
#include "faulty.h"

static remit_outcome wrong(ASKED) {
  remit_value value;
  memset(&value, 0, sizeof value);
  value.kind = REMIT_LIST;
  value.as.list.size = 3;
  report->evidence(report, words_of("list"), &value);
  return honest(subject, report);
}
FIXTURE(wrong)
