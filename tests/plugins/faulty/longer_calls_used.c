/* Built with the headers of a later minor version, and uses what is new in the struct of calls. */
#include "shape.h"

struct longer_calls { remit_criterion_v1 calls; uint64_t more[2]; };

static const struct longer_calls calls = {{sizeof calls, fixture_bind, shape_evaluate, NULL}, {1, 0}};
static const remit_item item = HONEST_ITEM(&calls);
ITEMS_ARE(&item)
static const remit_plugin plugin = HONEST_PLUGIN(items);
ENTRY_IS(&plugin)
