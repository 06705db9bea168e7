/* Makes another process. */
#include <unistd.h>

#include "faulty.h"

static remit_outcome wrong(ASKED) {
  UNUSED_ASKED;
  pid_t child = fork();
  if (child == 0) _exit(0);
  return child < 0 ? REMIT_FAIL : REMIT_PASS;
}
FIXTURE(wrong)
