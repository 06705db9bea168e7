/* Runs into an instruction that is none. */
#include "faulty.h"

static remit_outcome wrong(ASKED) {
  UNUSED_ASKED;
  __builtin_trap();
}
FIXTURE(wrong)
