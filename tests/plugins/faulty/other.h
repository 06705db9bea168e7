/* For fixtures of capabilities other than a criterion: plug-in "fixture", one item "check", which reads the title and the amount. */
#ifndef REMIT_FAULTY_OTHER_H
#define REMIT_FAULTY_OTHER_H

#include "faulty.h"

#define OTHER_FIXTURE_WITH(capability, calls, columns, columns_size)                                                                \
  static const remit_item item = {sizeof(remit_item), WORDS("check"), WORDS("The amount is a multiple of three"),                   \
                                  WORDS(capability), &calls, fixture_reads, 2, columns, columns_size, NULL, 0, NULL, 0, 0, 0};       \
  static const remit_item *items(uint32_t index) { return index == 0 ? &item : NULL; }                                              \
  static const remit_plugin plugin = {sizeof(remit_plugin), 0, 0, WORDS("fixture"), WORDS("1.0.0"),                                 \
                                      WORDS("A plug-in that goes wrong"), NULL, NULL, items};                                       \
  FIXTURE_C REMIT_EXPORT const remit_plugin *remit_plugin_entry_v1(void) { return &plugin; }
#define OTHER_FIXTURE(capability, calls) OTHER_FIXTURE_WITH(capability, calls, NULL, 0)

#endif
