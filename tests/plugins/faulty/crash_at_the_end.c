/* Dies when it is told to close, and once more in a destructor: all its answers were given. */
#include <stdlib.h>

#include "faulty.h"

__attribute__((destructor)) static void end(void) { abort(); }
static void close_it(void *plugin) {
  (void)plugin;
  abort();
}
static remit_outcome evaluate(const void *bound, ASKED) {
  (void)bound;
  return honest(subject, report);
}
FIXTURE_OF(NULL, close_it, fixture_bind, evaluate, NULL)
