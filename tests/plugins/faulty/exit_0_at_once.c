/* Ends the process as if all were well, without a goodbye. */
#include <unistd.h>

#include "faulty.h"

static remit_outcome wrong(ASKED) {
  UNUSED_ASKED;
  _exit(0);
}
FIXTURE(wrong)
