/* Divides by nought. */
#include "faulty.h"

static remit_outcome wrong(ASKED) {
  UNUSED_ASKED;
  volatile int nought = 0;
  volatile int quotient = 7 / nought;
  return quotient == 0 ? REMIT_PASS : REMIT_FAIL;
}
FIXTURE(wrong)
