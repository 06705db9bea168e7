/* Exports functions beside its entry, one of them named as one of the C library's. */
#include "shape.h"

static const remit_criterion_v1 calls = HONEST_CALLS;
static const remit_item item = HONEST_ITEM(&calls);
ITEMS_ARE(&item)
static const remit_plugin plugin = HONEST_PLUGIN(items);
FIXTURE_C REMIT_EXPORT char *getenv(const char *name);
FIXTURE_C REMIT_EXPORT char *getenv(const char *name) {
  (void)name;
  return NULL;
}
ENTRY_IS(&plugin)
