/* Stops itself: it would never go on, and never end. */
#include <signal.h>

#include "faulty.h"

static remit_outcome wrong(ASKED) {
  UNUSED_ASKED;
  raise(SIGSTOP);
  return REMIT_PASS;
}
FIXTURE(wrong)
