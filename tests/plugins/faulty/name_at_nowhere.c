/* Has an item whose name points nowhere. */
#include "shape.h"

#define NOWHERE {(const char *)16, 5}

static const remit_criterion_v1 calls = HONEST_CALLS;
static const remit_item item = ITEM_WITH(sizeof(remit_item), NOWHERE, WORDS(REMIT_CRITERION_1), &calls);
ITEMS_ARE(&item)
static const remit_plugin plugin = HONEST_PLUGIN(items);
ENTRY_IS(&plugin)
