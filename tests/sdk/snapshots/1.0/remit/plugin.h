/* What a plug-in is: an id, a version, and items, each of which offers one capability under a name. Packs name items as
 * "plugin-id/item-name". */
#ifndef REMIT_PLUGIN_H
#define REMIT_PLUGIN_H

#include "host.h"
#include "version.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef uint32_t remit_item_flags;
enum {
  REMIT_SERIAL = 1 /* [any] calls of this item are made one at a time, on one thread */
};

/* One thing that a plug-in offers. Everything it points at lives as long as the library is loaded, which is for ever: a library
 * is never unloaded. */
typedef struct remit_item {
  uint64_t struct_size;
  remit_text name;       /* small letters, digits and hyphens, a letter first: "registered" */
  remit_text title;      /* in words */
  remit_text capability; /* "remit.criterion/1" */
  const void *calls;     /* the struct of that capability in ext/, such as remit_criterion_v1 */
  /* The fields that it reads, and no others are sent to it: "application.title", "application.elements.cost". May be NULL when
   * reads_size is 0; so with the next three. */
  const remit_text *reads;
  uint64_t reads_size;
  /* data_source only: the columns that it gives, "decile:count"; kinds are yes_no, count, number, money, date, moment, text. */
  const remit_text *columns;
  uint64_t columns_size;
  /* The files that it wants the pack or the round to supply: "register", or "register?" when it can do without. */
  const remit_text *files;
  uint64_t files_size;
  /* The settings that a pack may give it: "threshold?", without the question mark when a pack must. */
  const remit_text *settings;
  uint64_t settings_size;
  remit_item_flags flags;
  uint32_t reserved; /* 0 */
} remit_item;

typedef struct remit_plugin {
  uint64_t struct_size;
  uint32_t abi_minor; /* the least minor version of the host that it needs; write REMIT_ABI_MINOR unless you know of less */
  uint32_t reserved;  /* 0 */
  remit_text id;      /* small letters, digits and hyphens, a letter first: "charity-register" */
  remit_text version; /* "1.2.0" */
  remit_text title;   /* in words */
  /* [main] Once, before anything else but `item`. May open what it likes of its own here; after it, system calls are shut. `plugin`
   * receives what later calls are given. NULL: there is nothing to do. */
  remit_status (*init)(const remit_host *host, const remit_report *report, void **plugin);
  /* [main] Once, last; not after a fault. NULL: there is nothing to do. */
  void (*close)(void *plugin);
  /* [any] Item number `index`; NULL from the last on. Callable before init. */
  const remit_item *(*item)(uint32_t index);
} remit_plugin;

#ifdef __cplusplus
}
#endif
#endif
