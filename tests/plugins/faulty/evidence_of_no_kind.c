/* Gives as evidence a value whose kind is none. */
#include "faulty.h"

static remit_outcome wrong(ASKED) {
  remit_value value;
  memset(&value, 0, sizeof value);
  value.kind = 77;
  report->evidence(report, words_of("thing"), &value);
  return honest(subject, report);
}
FIXTURE(wrong)
