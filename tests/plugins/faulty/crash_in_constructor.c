/* Dies while it is loaded. */
#include "faulty.h"

static int *volatile nowhere;
__attribute__((constructor)) static void start(void) { *nowhere = 1; }
FIXTURE(honest)
