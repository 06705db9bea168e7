/* Answers each question other than the time before. */
#include "faulty.h"

static remit_outcome evaluate(const void *bound, ASKED) {
  static uint32_t asked;
  (void)bound, UNUSED_ASKED;
  return (remit_outcome)(asked++ % 3);
}
FIXTURE_OF(NULL, NULL, fixture_bind, evaluate, NULL)
