/* Asks for a mebibyte of mebibytes at once and uses it without a look at what it got. */
#include <stdlib.h>

#include "faulty.h"

static remit_outcome wrong(ASKED) {
  UNUSED_ASKED;
  volatile uint64_t size = (uint64_t)1 << 40;
  char *all = (char *)malloc(size);
  for (uint64_t i = 0; i < size; i += 4096) ((volatile char *)all)[i] = 7;
  return REMIT_PASS;
}
FIXTURE(wrong)
