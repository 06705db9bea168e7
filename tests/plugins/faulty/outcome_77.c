/* Answers with an outcome that is none. */
#include "faulty.h"

static remit_outcome wrong(ASKED) {
  UNUSED_ASKED;
  return 77;
}
FIXTURE(wrong)
