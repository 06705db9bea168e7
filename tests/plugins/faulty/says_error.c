/* Says honestly that it could not tell, and why. */
#include "faulty.h"

static remit_outcome wrong(ASKED) {
  UNUSED_ASKED;
  report->fail(report, words_of("the register is of last year"));
  return REMIT_ERROR;
}
FIXTURE(wrong)
