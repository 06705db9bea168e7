/* Has two items of one name. */
#include "shape.h"

static const remit_criterion_v1 calls = HONEST_CALLS;
static const remit_item item = HONEST_ITEM(&calls), again = HONEST_ITEM(&calls);
static const remit_item *items(uint32_t index) { return index == 0 ? &item : index == 1 ? &again : NULL; }
static const remit_plugin plugin = HONEST_PLUGIN(items);
ENTRY_IS(&plugin)
