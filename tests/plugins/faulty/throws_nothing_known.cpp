// Lets something out of a call that is no exception of the standard library.
#include "faulty.h"

static remit_outcome wrong(ASKED) {
  UNUSED_ASKED;
  throw 7;
}
FIXTURE(wrong)
