/* Writes rubbish to every descriptor that it can think of, the channel to the host among them. */
#include <unistd.h>

#include "faulty.h"

static remit_outcome wrong(ASKED) {
  char rubbish[256];
  memset(rubbish, 0, sizeof rubbish);
  for (int i = 3; i < 1024; i++)
    if (write(i, rubbish, sizeof rubbish) < 0) continue;
  return honest(subject, report);
}
FIXTURE(wrong)
