/* The one function that a plug-in exports. A function and not data, so that nothing of it runs before the host has looked at the
 * file; the major version of the contract is in its name. */
#ifndef REMIT_ENTRY_H
#define REMIT_ENTRY_H

#include "plugin.h"

#if defined(__GNUC__)
#define REMIT_EXPORT __attribute__((visibility("default")))
#else
#define REMIT_EXPORT
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* [main] Never NULL; the same each time. */
REMIT_EXPORT const remit_plugin *remit_plugin_entry_v1(void);

#ifdef __cplusplus
}
#endif
#endif
