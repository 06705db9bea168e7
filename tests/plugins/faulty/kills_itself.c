/* Sends itself SIGKILL. */
#include <signal.h>

#include "faulty.h"

static remit_outcome wrong(ASKED) {
  UNUSED_ASKED;
  raise(SIGKILL);
  return REMIT_PASS;
}
FIXTURE(wrong)
