/* Gives NULL as the value of evidence. */
#include "faulty.h"

static remit_outcome wrong(ASKED) {
  report->evidence(report, words_of("thing"), NULL);
  return honest(subject, report);
}
FIXTURE(wrong)
