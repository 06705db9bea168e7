/* Dies at the 64th question that one process asks, whichever it is: a count, and no poisoned application. */
#include <stdlib.h>

#include "faulty.h"

static int asked;
static remit_outcome evaluate(const void *bound, ASKED) {
  (void)bound;
  if (++asked == 64) abort();
  return honest(subject, report);
}
FIXTURE_OF(NULL, NULL, fixture_bind, evaluate, NULL)
