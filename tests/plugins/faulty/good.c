/* The honest twin: a poisoned title means nothing to it. */
#include "faulty.h"

FIXTURE(honest)
