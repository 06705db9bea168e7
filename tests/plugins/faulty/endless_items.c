/* Has another item for every number that it is asked for. */
#include "shape.h"

static const remit_criterion_v1 calls = HONEST_CALLS;
static const remit_item item = HONEST_ITEM(&calls);
static const remit_item *items(uint32_t index) {
  (void)index;
  return &item;
}
static const remit_plugin plugin = HONEST_PLUGIN(items);
ENTRY_IS(&plugin)
