/* Asks for a field that it has not declared, for numbers that are none, and for what its fields do not hold; it is told nothing. */
#include "faulty.h"

static remit_outcome wrong(ASKED) {
  remit_value value;
  remit_field undeclared = host->field(host, words_of("applicant.id"));
  if (undeclared != REMIT_NO_FIELD) report->fail(report, words_of("was given a field that it has not declared"));
  if (host->get(subject, undeclared, &value) != REMIT_OK || value.kind != REMIT_ABSENT) report->fail(report, words_of("no field holds something"));
  if (host->get(subject, 4711, &value) != REMIT_OK || value.kind != REMIT_ABSENT) report->fail(report, words_of("field 4711 holds something"));
  return honest(subject, report);
}
FIXTURE(wrong)
