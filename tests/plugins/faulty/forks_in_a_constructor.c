/* Makes a process that would live on, before anybody called it. */
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#include "faulty.h"

__attribute__((constructor)) static void at_once(void) {
  if (fork() == 0) pause();
}
FIXTURE(honest)
