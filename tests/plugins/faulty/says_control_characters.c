/* Says why it could not tell in words that would move the cursor of a terminal. */
#include "faulty.h"

static remit_outcome wrong(ASKED) {
  UNUSED_ASKED;
  report->fail(report, words_of("\x1b[2Jgone\r\nrecord: \x07 forged"));
  return REMIT_ERROR;
}
FIXTURE(wrong)
