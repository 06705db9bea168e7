/* Speaks only a version of the contract that is to come. */
#include "shape.h"

static const remit_criterion_v1 calls = HONEST_CALLS;
static const remit_item item = HONEST_ITEM(&calls);
ITEMS_ARE(&item)
static const remit_plugin plugin = HONEST_PLUGIN(items);
FIXTURE_C REMIT_EXPORT const remit_plugin *remit_plugin_entry_v2(void);
FIXTURE_C REMIT_EXPORT const remit_plugin *remit_plugin_entry_v2(void) { return &plugin; }
