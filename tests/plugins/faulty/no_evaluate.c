/* Has NULL where the call stands that a criterion is made of. */
#include "shape.h"

static const remit_criterion_v1 calls = {sizeof(remit_criterion_v1), fixture_bind, NULL, NULL};
static const remit_item item = HONEST_ITEM(&calls);
ITEMS_ARE(&item)
static const remit_plugin plugin = HONEST_PLUGIN(items);
ENTRY_IS(&plugin)
