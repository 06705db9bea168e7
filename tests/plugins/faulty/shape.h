/* For fixtures whose fault lies in what they say they are, and not in what they do: the structs of an honest one, one by one, so
 * that a fixture writes only the crooked one itself. */
#ifndef REMIT_FAULTY_SHAPE_H
#define REMIT_FAULTY_SHAPE_H

#include "faulty.h"

FIXTURE_UNUSED static remit_outcome shape_evaluate(const void *bound, const remit_record *subject, const remit_report *report) {
  (void)bound;
  return honest(subject, report);
}

#define HONEST_CALLS {sizeof(remit_criterion_v1), fixture_bind, shape_evaluate, NULL}
#define ITEM_WITH(size, name, capability, calls) \
  {size, name, WORDS("The amount is a multiple of three"), capability, calls, fixture_reads, 2, NULL, 0, NULL, 0, NULL, 0, 0, 0}
#define HONEST_ITEM(calls) ITEM_WITH(sizeof(remit_item), WORDS("check"), WORDS(REMIT_CRITERION_1), calls)
#define PLUGIN_WITH(size, minor, id, version, items) \
  {size, minor, 0, id, version, WORDS("A plug-in that goes wrong"), NULL, NULL, items}
#define HONEST_PLUGIN(items) PLUGIN_WITH(sizeof(remit_plugin), 0, WORDS("fixture"), WORDS("1.0.0"), items)

#define ITEMS_ARE(item) \
  static const remit_item *items(uint32_t index) { return index == 0 ? (const remit_item *)(item) : NULL; }
#define ENTRY_IS(plugin) \
  FIXTURE_C REMIT_EXPORT const remit_plugin *remit_plugin_entry_v1(void) { return (const remit_plugin *)(plugin); }

#endif
