/* Gives as a reason five bytes at NULL. */
#include "faulty.h"

static remit_outcome wrong(ASKED) {
  remit_text words;
  words.data = NULL;
  words.size = 5;
  report->reason(report, words);
  return honest(subject, report);
}
FIXTURE(wrong)
