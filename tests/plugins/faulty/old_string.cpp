// Built with the strings of before GCC 5, and it passes them to the standard library.
#include <sstream>
#include <string>

#include "faulty.h"

static remit_outcome wrong(ASKED) {
  UNUSED_ASKED;
  std::ostringstream out;
  out << std::string("three") << 3;
  return out.str().size() == 6 ? REMIT_PASS : REMIT_FAIL;
}
FIXTURE(wrong)
