/* Has an entry that gives nothing. */
#include "shape.h"

ENTRY_IS(NULL)
