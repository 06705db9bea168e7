/* Says that its struct of calls is smaller than the contract's first. */
#include "shape.h"

static const remit_criterion_v1 calls = {8, fixture_bind, shape_evaluate, NULL};
static const remit_item item = HONEST_ITEM(&calls);
ITEMS_ARE(&item)
static const remit_plugin plugin = HONEST_PLUGIN(items);
ENTRY_IS(&plugin)
