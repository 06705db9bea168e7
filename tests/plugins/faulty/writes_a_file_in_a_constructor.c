/* Writes a file while it is loaded. */
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#include "faulty.h"

__attribute__((constructor)) static void at_once(void) {
  (void)!open("/tmp/remit-plugin-was-here", O_WRONLY | O_CREAT, 0600);
}
FIXTURE(honest)
