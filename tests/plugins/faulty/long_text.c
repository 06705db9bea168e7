/* Gives as a reason one byte more than the longest text may have. */
#include "faulty.h"

static remit_outcome wrong(ASKED) {
  static char letters[REMIT_MOST_TEXT + 1];
  memset(letters, 97, sizeof letters);
  remit_text words;
  words.data = letters;
  words.size = sizeof letters;
  report->reason(report, words);
  return honest(subject, report);
}
FIXTURE(wrong)
