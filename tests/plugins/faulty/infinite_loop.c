/* Never comes back. */
#include "faulty.h"

static remit_outcome wrong(ASKED) {
  UNUSED_ASKED;
  volatile int on = 1;
  while (on) {
  }
  return REMIT_PASS;
}
FIXTURE(wrong)
