/* Becomes another program. */
#include <unistd.h>

#include "faulty.h"

static remit_outcome wrong(ASKED) {
  UNUSED_ASKED;
  execl("/bin/true", "true", (char *)NULL);
  return REMIT_FAIL;
}
FIXTURE(wrong)
