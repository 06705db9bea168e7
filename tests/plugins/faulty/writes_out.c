/* Writes megabytes to both standard streams, then answers as if nothing had been. */
#include <stdio.h>

#include "faulty.h"

static remit_outcome wrong(ASKED) {
  char line[1024];
  memset(line, 120, sizeof line);
  for (int i = 0; i < 4096; i++) {
    fwrite(line, 1, sizeof line, stdout);
    fwrite(line, 1, sizeof line, stderr);
  }
  fflush(stdout);
  return honest(subject, report);
}
FIXTURE(wrong)
