/* Ends the process, as if all were well, while it is loaded. */
#include <stdlib.h>

#include "faulty.h"

__attribute__((constructor)) static void start(void) { exit(0); }
FIXTURE(honest)
