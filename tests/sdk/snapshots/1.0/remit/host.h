/* What the host offers to a plug-in. Threads: [main] is called on one thread, never at the same time as anything else of this
 * plug-in; [any] may be called on any thread, during a call that the host made. */
#ifndef REMIT_HOST_H
#define REMIT_HOST_H

#include "value.h"

#ifdef __cplusplus
extern "C" {
#endif

/* A field, found once by name and read by number after that. */
typedef uint32_t remit_field;
#define REMIT_NO_FIELD ((remit_field)0xffffffffu)

/* How a plug-in reports. Every text is copied before the function returns; texts that are no UTF-8, or longer than
 * REMIT_MOST_TEXT bytes, are a fault of the plug-in. A NULL pointer for `report` is never given. */
typedef struct remit_report remit_report;
struct remit_report {
  uint64_t struct_size;
  /* [any] The plug-in cannot do its work: `cause`, in words for the person who runs it, stands in the record as the cause of an
   * `error`. The call should then return REMIT_ERROR or REMIT_FAILED; it counts as failed in any case. */
  void (*fail)(const remit_report *report, remit_text cause);
  /* [any] Why the answer is what it is, in words for an officer. May be given several times; at most 16 are kept. */
  void (*reason)(const remit_report *report, remit_text words);
  /* [any] A fact that the answer rests on. `name`: small letters, digits and underscores. `value` is a plain one (no list, no
   * record). At most 32 are kept. */
  void (*evidence)(const remit_report *report, remit_text name, const remit_value *value);
};

#define REMIT_MOST_TEXT 65536u

/* What init and bind are given. The host stays where it is until the plug-in is closed; keep the pointer, or the functions `get` and
 * `at`, since later calls are not given it again. */
typedef struct remit_host remit_host;
struct remit_host {
  uint64_t struct_size;
  uint32_t abi_minor; /* of the host */
  uint32_t reserved;
  /* [main] The field at `path`, such as "application.title", "applicant.id" or, for the items of a list of records,
   * "application.elements.cost". Only a path that the item declares among its `reads` is found; any other gives REMIT_NO_FIELD,
   * and so does every path in init, where no item is being bound. The number holds for records of that item until it is unbound. */
  remit_field (*field)(const remit_host *host, remit_text path);
  /* [any] What `record` holds in `field`. REMIT_ABSENT when nothing was answered or when the record has no such field; then, too,
   * the status is REMIT_OK. `out` is not NULL. Texts are borrowed until the call ends that gave the record. */
  remit_status (*get)(const remit_record *record, remit_field field, remit_value *out);
  /* [any] Item `index` of a list; REMIT_NOT_THERE from `size` on. */
  remit_status (*at)(const remit_items *items, uint64_t index, remit_value *out);
  /* [main] The text that the pack gives to the setting `name` of this plug-in: numbers as "9/10" or "3", yes and no as "yes" and
   * "no". REMIT_NOT_THERE when the pack gives none. Borrowed until the plug-in is closed. */
  remit_status (*setting)(const remit_host *host, remit_text name, remit_text *out);
  /* [main] The bytes of the file that the pack or the round supplies under `name`. A plug-in opens no files: the host has read and
   * digested this one, and its digest is in the record. REMIT_NOT_THERE when none is supplied. Borrowed until the plug-in is
   * closed. The bytes are not checked to be UTF-8, and may be larger than REMIT_MOST_TEXT. */
  remit_status (*file)(const remit_host *host, remit_text name, remit_text *out);
};

#ifdef __cplusplus
}
#endif
#endif
