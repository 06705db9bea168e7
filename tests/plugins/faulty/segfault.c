/* Writes through a null pointer. */
#include "faulty.h"

static remit_outcome wrong(ASKED) {
  UNUSED_ASKED;
  *(volatile int *volatile)NULL = 1;
  return REMIT_PASS;
}
FIXTURE(wrong)
