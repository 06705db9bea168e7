/* Says that it reads more fields than there are bytes. */
#include "shape.h"

static const remit_criterion_v1 calls = HONEST_CALLS;
static const remit_item item = {sizeof(remit_item), WORDS("check"), WORDS("The amount is a multiple of three"), WORDS(REMIT_CRITERION_1), &calls, fixture_reads,
                                (uint64_t)1 << 60, NULL, 0, NULL, 0, NULL, 0, 0, 0};
ITEMS_ARE(&item)
static const remit_plugin plugin = HONEST_PLUGIN(items);
ENTRY_IS(&plugin)
