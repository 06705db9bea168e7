/* Dies whatever it is asked. */
#include <stdlib.h>

#include "faulty.h"

static remit_outcome evaluate(const void *bound, ASKED) {
  (void)bound, UNUSED_ASKED;
  abort();
}
FIXTURE_OF(NULL, NULL, fixture_bind, evaluate, NULL)
