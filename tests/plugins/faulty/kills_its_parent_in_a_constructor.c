/* Kills the process that it works for while it is loaded. */
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#include "faulty.h"

__attribute__((constructor)) static void at_once(void) {
  kill(getppid(), SIGKILL);
}
FIXTURE(honest)
