/* Has an item whose name would leave the folder and the line. */
#include "shape.h"

static const remit_criterion_v1 calls = HONEST_CALLS;
static const remit_item item = ITEM_WITH(sizeof(remit_item), WORDS("../che\nck"), WORDS(REMIT_CRITERION_1), &calls);
ITEMS_ARE(&item)
static const remit_plugin plugin = HONEST_PLUGIN(items);
ENTRY_IS(&plugin)
