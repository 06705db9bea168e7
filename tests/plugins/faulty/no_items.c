/* Offers nothing at all. */
#include "shape.h"

ITEMS_ARE(NULL)
static const remit_plugin plugin = HONEST_PLUGIN(items);
ENTRY_IS(&plugin)
