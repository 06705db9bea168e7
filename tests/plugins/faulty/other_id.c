/* Is called something else than its manifest says. */
#include "shape.h"

static const remit_criterion_v1 calls = HONEST_CALLS;
static const remit_item item = HONEST_ITEM(&calls);
ITEMS_ARE(&item)
static const remit_plugin plugin = PLUGIN_WITH(sizeof(remit_plugin), 0, WORDS("feature"), WORDS("1.0.0"), items);
ENTRY_IS(&plugin)
