/* Says that its item struct is smaller than the contract's first. */
#include "shape.h"

static const remit_criterion_v1 calls = HONEST_CALLS;
static const remit_item item = ITEM_WITH(24, WORDS("check"), WORDS(REMIT_CRITERION_1), &calls);
ITEMS_ARE(&item)
static const remit_plugin plugin = HONEST_PLUGIN(items);
ENTRY_IS(&plugin)
