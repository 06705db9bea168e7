/* Never finishes being loaded. */
#include <unistd.h>

#include "faulty.h"

__attribute__((constructor)) static void start(void) {
  for (;;) pause();
}
FIXTURE(honest)
