/* Gives as a reason a text of some exabytes. */
#include "faulty.h"

static remit_outcome wrong(ASKED) {
  remit_text words = WORDS("short");
  words.size = (uint64_t)1 << 62;
  report->reason(report, words);
  return honest(subject, report);
}
FIXTURE(wrong)
