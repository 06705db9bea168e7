/* Ends the process as if all were well. */
#include <stdlib.h>

#include "faulty.h"

static remit_outcome wrong(ASKED) {
  UNUSED_ASKED;
  exit(0);
}
FIXTURE(wrong)
