/* Says that it could not tell, and nothing else. */
#include "faulty.h"

static remit_outcome wrong(ASKED) {
  UNUSED_ASKED;
  return REMIT_ERROR;
}
FIXTURE(wrong)
