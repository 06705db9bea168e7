// Lets a C++ exception out of a call.
#include <stdexcept>

#include "faulty.h"

static remit_outcome wrong(ASKED) {
  UNUSED_ASKED;
  throw std::runtime_error("thrown across the edge");
}
FIXTURE(wrong)
