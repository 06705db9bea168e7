/* Has NULL where its items are asked for. */
#include "shape.h"

static const remit_plugin plugin = HONEST_PLUGIN(NULL);
ENTRY_IS(&plugin)
