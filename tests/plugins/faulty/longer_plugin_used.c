/* Built with the headers of a later minor version, and uses what is new in the plug-in struct. */
#include "shape.h"

struct longer_plugin { remit_plugin plugin; uint64_t more[2]; };

static const remit_criterion_v1 calls = HONEST_CALLS;
static const remit_item item = HONEST_ITEM(&calls);
ITEMS_ARE(&item)
static const struct longer_plugin plugin = {PLUGIN_WITH(sizeof plugin, 0, WORDS("fixture"), WORDS("1.0.0"), items), {0, 1}};
ENTRY_IS(&plugin)
