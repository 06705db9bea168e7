/* Built with the headers of a later minor version, and uses what is new in the item struct. */
#include "shape.h"

struct longer_item { remit_item item; uint64_t more[2]; };

static const remit_criterion_v1 calls = HONEST_CALLS;
static const struct longer_item item = {ITEM_WITH(sizeof item, WORDS("check"), WORDS(REMIT_CRITERION_1), &calls), {0, 1}};
ITEMS_ARE(&item)
static const remit_plugin plugin = HONEST_PLUGIN(items);
ENTRY_IS(&plugin)
