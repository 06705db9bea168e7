/* Comes back in a year; it uses no time of the processor. */
#include <time.h>

#include "faulty.h"

static remit_outcome wrong(ASKED) {
  UNUSED_ASKED;
  struct timespec year = {31536000, 0};
  while (nanosleep(&year, &year) != 0) {
  }
  return REMIT_PASS;
}
FIXTURE(wrong)
