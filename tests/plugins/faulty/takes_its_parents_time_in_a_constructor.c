/* Has the process that it works for end at its next second of work. */
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#include "faulty.h"

__attribute__((constructor)) static void at_once(void) {
  struct rlimit none = {0, 0}; prlimit(getppid(), RLIMIT_CPU, &none, NULL);
}
FIXTURE(honest)
