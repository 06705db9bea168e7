/* A thread that it made before system calls were shut opens a file after that. */
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>

#include "faulty.h"

static atomic_int wanted, opened;

static void *open_when_told(void *nothing) {
  while (atomic_load(&wanted) == 0) {
  }
  atomic_store(&opened, open("/etc/passwd", O_RDONLY) < 0 ? 1 : 2);
  return nothing;
}
static remit_status init(const remit_host *given, const remit_report *report, void **plugin) {
  (void)given, (void)report, (void)plugin;
  pthread_t thread;
  return pthread_create(&thread, NULL, open_when_told, NULL) == 0 ? REMIT_OK : REMIT_FAILED;
}
static remit_outcome evaluate(const void *bound, ASKED) {
  (void)bound;
  if (!title_begins(subject, "poison")) return honest(subject, report);
  atomic_store(&wanted, 1);
  while (atomic_load(&opened) == 0) {
  }
  return atomic_load(&opened) == 2 ? REMIT_PASS : REMIT_FAIL;
}
FIXTURE_OF(init, NULL, fixture_bind, evaluate, NULL)
