/* remit.data_source/1: looks up facts about an application that the round does not hold. Policies read them as
 * `facts.<plug-in>.<column>`, with underscores for hyphens. Sees round, stream, application, applicant. */
#ifndef REMIT_EXT_DATA_SOURCE_H
#define REMIT_EXT_DATA_SOURCE_H

#include "../host.h"

#ifdef __cplusplus
extern "C" {
#endif

#define REMIT_DATA_SOURCE_1 "remit.data_source/1"

/* Where facts go. */
typedef struct remit_facts remit_facts;
struct remit_facts {
  uint64_t struct_size;
  /* [any] The value of column number `column` (from 0, in the order of remit_item.columns), of that column's kind; a count will do
   * for a number. Any other kind, or a column that is not there, is a fault. */
  void (*fact)(const remit_facts *facts, uint32_t column, const remit_value *value);
};

typedef struct remit_data_source_v1 {
  uint64_t struct_size;
  /* [main] Reads its files and settings. As bind in remit_criterion_v1. */
  remit_status (*open)(void *plugin, const remit_host *host, const remit_report *report, void **source);
  /* [any] Columns without a fact were not found: absent, as what nobody answered. REMIT_FAILED: it cannot be told, and rules that
   * read these facts end in an error. */
  remit_status (*look_up)(const void *source, const remit_record *subject, const remit_facts *facts, const remit_report *report);
  /* [main] May be NULL. */
  void (*close)(void *source);
} remit_data_source_v1;

#ifdef __cplusplus
}
#endif
#endif
