/* Offers a capability that nobody knows. */
#include "shape.h"

static const remit_criterion_v1 calls = HONEST_CALLS;
static const remit_item item = ITEM_WITH(sizeof(remit_item), WORDS("check"), WORDS("remit.criterium/1"), &calls);
ITEMS_ARE(&item)
static const remit_plugin plugin = HONEST_PLUGIN(items);
ENTRY_IS(&plugin)
