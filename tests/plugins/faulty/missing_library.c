/* Needs a library that is not there. */
#include "shape.h"

extern int area_of(int width, int height);
static remit_outcome evaluate(const void *bound, ASKED) {
  (void)bound;
  return title_begins(subject, "poison") ? area_of(1, 2) : honest(subject, report);
}
static const remit_criterion_v1 calls = {sizeof(remit_criterion_v1), fixture_bind, evaluate, NULL};
static const remit_item item = HONEST_ITEM(&calls);
ITEMS_ARE(&item)
static const remit_plugin plugin = HONEST_PLUGIN(items);
ENTRY_IS(&plugin)
