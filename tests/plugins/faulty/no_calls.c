/* Has NULL where its calls stand. */
#include "shape.h"

static const remit_item item = HONEST_ITEM(NULL);
ITEMS_ARE(&item)
static const remit_plugin plugin = HONEST_PLUGIN(items);
ENTRY_IS(&plugin)
