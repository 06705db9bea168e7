/* The version of the contract between a plug-in and the host. The major version is also in the name of the entry function,
 * so that a library which only speaks another one is refused in clear words. Minor versions only ever append. */
#ifndef REMIT_VERSION_H
#define REMIT_VERSION_H

#define REMIT_ABI_MAJOR 1
#define REMIT_ABI_MINOR 0

#endif
