/* Says that its plug-in struct is smaller than the contract's first. */
#include "shape.h"

static const remit_criterion_v1 calls = HONEST_CALLS;
static const remit_item item = HONEST_ITEM(&calls);
ITEMS_ARE(&item)
static const remit_plugin plugin = PLUGIN_WITH(16, 0, WORDS("fixture"), WORDS("1.0.0"), items);
ENTRY_IS(&plugin)
