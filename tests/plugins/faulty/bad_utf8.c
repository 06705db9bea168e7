/* Gives as a reason bytes that are no UTF-8. */
#include "faulty.h"

static remit_outcome wrong(ASKED) {
  report->reason(report, words_of("caf\xe9"));
  return honest(subject, report);
}
FIXTURE(wrong)
