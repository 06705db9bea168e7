/* Built with the headers of a later minor version, and uses nothing of what is new in them. */
#include "shape.h"

struct longer_plugin { remit_plugin plugin; uint64_t more[2]; };
struct longer_item { remit_item item; uint64_t more[2]; };
struct longer_calls { remit_criterion_v1 calls; uint64_t more[2]; };

static const struct longer_calls calls = {{sizeof calls, fixture_bind, shape_evaluate, NULL}, {0, 0}};
static const struct longer_item item = {ITEM_WITH(sizeof item, WORDS("check"), WORDS(REMIT_CRITERION_1), &calls), {0, 0}};
ITEMS_ARE(&item)
static const struct longer_plugin plugin = {PLUGIN_WITH(sizeof plugin, 0, WORDS("fixture"), WORDS("1.0.0"), items), {0, 0}};
ENTRY_IS(&plugin)
