/* Gives as a reason a text that points nowhere. */
#include "faulty.h"

static remit_outcome wrong(ASKED) {
  remit_text words;
  words.data = (const char *)(uintptr_t)16;
  words.size = 20;
  report->reason(report, words);
  return honest(subject, report);
}
FIXTURE(wrong)
