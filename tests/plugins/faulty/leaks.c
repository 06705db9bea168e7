/* Leaks a mebibyte at each question, used. */
#include <stdlib.h>

#include "faulty.h"

static remit_outcome evaluate(const void *bound, ASKED) {
  (void)bound;
  char *kept = (char *)malloc(1u << 20);
  if (kept == NULL) abort();
  memset(kept, 7, 1u << 20);
  __asm__ volatile("" : : "r"(kept) : "memory");
  return honest(subject, report);
}
FIXTURE_OF(NULL, NULL, fixture_bind, evaluate, NULL)
