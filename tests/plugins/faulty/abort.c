/* Calls abort. */
#include <stdlib.h>

#include "faulty.h"

static remit_outcome wrong(ASKED) {
  UNUSED_ASKED;
  abort();
}
FIXTURE(wrong)
