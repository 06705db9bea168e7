/* Keeps and uses memory without end. */
#include <stdlib.h>

#include "faulty.h"

static remit_outcome wrong(ASKED) {
  UNUSED_ASKED;
  for (;;) {
    char *more = (char *)malloc(1u << 20);
    if (more == NULL) abort();
    memset(more, 7, 1u << 20);
  }
}
FIXTURE(wrong)
