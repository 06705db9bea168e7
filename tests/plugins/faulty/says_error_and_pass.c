/* Says that it could not tell, and passes all the same: it counts as failed. */
#include "faulty.h"

static remit_outcome wrong(ASKED) {
  UNUSED_ASKED;
  report->fail(report, words_of("the register is of last year"));
  return REMIT_PASS;
}
FIXTURE(wrong)
