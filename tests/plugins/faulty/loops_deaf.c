/* Shuts out every signal that can be shut out, then never comes back. */
#include <signal.h>

#include "faulty.h"

static remit_outcome wrong(ASKED) {
  UNUSED_ASKED;
  sigset_t all;
  sigfillset(&all);
  sigprocmask(SIG_BLOCK, &all, NULL);
  volatile int on = 1;
  while (on) {
  }
  return REMIT_PASS;
}
FIXTURE(wrong)
