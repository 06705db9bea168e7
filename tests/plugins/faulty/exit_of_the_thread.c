/* Ends the thread that asks. */
#include <pthread.h>

#include "faulty.h"

static remit_outcome wrong(ASKED) {
  UNUSED_ASKED;
  pthread_exit(NULL);
}
FIXTURE(wrong)
