/* Ends the process as if all were well, by the side door. */
#include <stdlib.h>

#include "faulty.h"

static remit_outcome wrong(ASKED) {
  UNUSED_ASKED;
  quick_exit(0);
}
FIXTURE(wrong)
