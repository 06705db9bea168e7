/* Gives as a reason the longest text that there may be: that is no fault. */
#include "faulty.h"

static remit_outcome wrong(ASKED) {
  static char letters[REMIT_MOST_TEXT];
  memset(letters, 97, sizeof letters);
  remit_text words;
  words.data = letters;
  words.size = sizeof letters;
  report->reason(report, words);
  return honest(subject, report);
}
FIXTURE(wrong)
