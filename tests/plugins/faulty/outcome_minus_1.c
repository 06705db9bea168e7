/* Answers with an outcome below all. */
#include "faulty.h"

static remit_outcome wrong(ASKED) {
  UNUSED_ASKED;
  return -1;
}
FIXTURE(wrong)
