/* Calls itself without end. */
#include "faulty.h"

static volatile int depth;
__attribute__((noinline)) static int deeper(volatile char *above) {
  volatile char here[4096];
  here[0] = above[0];
  here[4095] = (char)depth++;
  return depth < 0 ? 0 : deeper(here) + here[4095];
}
static remit_outcome wrong(ASKED) {
  UNUSED_ASKED;
  char start[1] = {1};
  return deeper(start) == 0 ? REMIT_PASS : REMIT_FAIL;
}
FIXTURE(wrong)
