/* Told to leave, it sends frames without end that say nothing. */
#include <unistd.h>

#include "faulty.h"

static remit_outcome fixture_evaluate(const void *bound, ASKED) {
  (void)bound;
  return honest(subject, report);
}
static void unbind(void *bound) {
  const uint32_t frame[2] = {0, 65};
  (void)bound;
  while (write(3, frame, sizeof frame) == (ssize_t)sizeof frame) {
  }
}
FIXTURE_OF(NULL, NULL, fixture_bind, fixture_evaluate, unbind)
