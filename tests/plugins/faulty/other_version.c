/* Is of another version than its manifest says. */
#include "shape.h"

static const remit_criterion_v1 calls = HONEST_CALLS;
static const remit_item item = HONEST_ITEM(&calls);
ITEMS_ARE(&item)
static const remit_plugin plugin = PLUGIN_WITH(sizeof(remit_plugin), 0, WORDS("fixture"), WORDS("1.0.1"), items);
ENTRY_IS(&plugin)
