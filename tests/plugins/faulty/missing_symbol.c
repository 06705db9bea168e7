/* Calls a function that nobody has; the loader notices only when it is called. */
#include "shape.h"

extern int function_that_nobody_has(int);
static remit_outcome evaluate(const void *bound, ASKED) {
  (void)bound;
  return title_begins(subject, "poison") ? function_that_nobody_has(1) : honest(subject, report);
}
static const remit_criterion_v1 calls = {sizeof(remit_criterion_v1), fixture_bind, evaluate, NULL};
static const remit_item item = HONEST_ITEM(&calls);
ITEMS_ARE(&item)
static const remit_plugin plugin = HONEST_PLUGIN(items);
ENTRY_IS(&plugin)
