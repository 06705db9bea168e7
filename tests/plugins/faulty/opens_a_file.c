/* Opens a file. */
#include <fcntl.h>

#include "faulty.h"

static remit_outcome wrong(ASKED) {
  UNUSED_ASKED;
  return open("/etc/passwd", O_RDONLY) < 0 ? REMIT_FAIL : REMIT_PASS;
}
FIXTURE(wrong)
