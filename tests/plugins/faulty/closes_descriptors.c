/* Closes every descriptor that it can think of, the channel to the host among them. */
#include <unistd.h>

#include "faulty.h"

static remit_outcome wrong(ASKED) {
  for (int i = 3; i < 1024; i++) close(i);
  return honest(subject, report);
}
FIXTURE(wrong)
