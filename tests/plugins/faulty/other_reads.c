/* Reads more than its manifest says. */
#include "shape.h"

static const remit_text more[] = {WORDS("application.title"), WORDS("application.amount_requested"), WORDS("applicant.name")};
static const remit_criterion_v1 calls = HONEST_CALLS;
static const remit_item item = {sizeof(remit_item), WORDS("check"), WORDS("The amount is a multiple of three"), WORDS(REMIT_CRITERION_1), &calls, more, 3, NULL, 0, NULL, 0, NULL, 0, 0, 0};
ITEMS_ARE(&item)
static const remit_plugin plugin = HONEST_PLUGIN(items);
ENTRY_IS(&plugin)
