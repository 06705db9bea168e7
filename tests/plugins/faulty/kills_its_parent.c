/* Kills the process that it works for. */
#include <signal.h>
#include <unistd.h>

#include "faulty.h"

static remit_outcome wrong(ASKED) {
  UNUSED_ASKED;
  return kill(getppid(), SIGKILL) != 0 ? REMIT_FAIL : REMIT_PASS;
}
FIXTURE(wrong)
