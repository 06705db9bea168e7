/* Has an item without a name. */
#include "shape.h"

#define NO_NAME {NULL, 0}

static const remit_criterion_v1 calls = HONEST_CALLS;
static const remit_item item = ITEM_WITH(sizeof(remit_item), NO_NAME, WORDS(REMIT_CRITERION_1), &calls);
ITEMS_ARE(&item)
static const remit_plugin plugin = HONEST_PLUGIN(items);
ENTRY_IS(&plugin)
