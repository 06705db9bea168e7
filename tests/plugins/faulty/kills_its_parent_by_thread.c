/* Kills the process that it works for with a number that it kept from before system calls were shut, by a call that it needs for
 * its own end. */
#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "faulty.h"

static pid_t parent;

static remit_status bind(void *plugin, const remit_host *given, const remit_report *report, void **bound) {
  parent = getppid();
  return fixture_bind(plugin, given, report, bound);
}
static remit_outcome evaluate(const void *bound, ASKED) {
  (void)bound;
  if (title_begins(subject, "poison")) syscall(SYS_tgkill, parent, parent, SIGKILL);
  return honest(subject, report);
}
FIXTURE_OF(NULL, NULL, bind, evaluate, NULL)
