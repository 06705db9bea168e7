/* What the faulty plug-ins share. Each is a plug-in "fixture" 1.0.0 with one criterion "check", which passes, fails or refers by the
 * amount requested and says why; and each goes wrong in its own way, most of them where the title begins with "poison". So one
 * manifest and one pack serve them all, and what the other applications must be told is known beforehand. */
#ifndef REMIT_FAULTY_H
#define REMIT_FAULTY_H

#include <remit/entry.h>
#include <remit/ext/criterion.h>
#include <string.h>

#ifdef __cplusplus
#define FIXTURE_C extern "C"
#else
#define FIXTURE_C
#endif
#define FIXTURE_UNUSED __attribute__((unused))
#define WORDS(literal) {literal, sizeof(literal) - 1}

FIXTURE_UNUSED static const remit_host *host;
FIXTURE_UNUSED static remit_field title, amount;
static const remit_text fixture_reads[] = {WORDS("application.title"), WORDS("application.amount_requested")};

FIXTURE_UNUSED static remit_text words_of(const char *literal) {
  remit_text words;
  words.data = literal;
  words.size = strlen(literal);
  return words;
}

FIXTURE_UNUSED static int title_begins(const remit_record *subject, const char *beginning) {
  remit_value value;
  return host->get(subject, title, &value) == REMIT_OK && value.kind == REMIT_TEXT && value.as.text.size >= strlen(beginning) &&
         memcmp(value.as.text.data, beginning, strlen(beginning)) == 0;
}

/* Whole pounds: a multiple of three passes, one more fails, two more refers. */
FIXTURE_UNUSED static remit_outcome honest(const remit_record *subject, const remit_report *report) {
  remit_value value;
  if (host->get(subject, amount, &value) != REMIT_OK || value.kind != REMIT_MONEY) return REMIT_NOT_APPLICABLE;
  report->evidence(report, words_of("asked"), &value);
  switch (value.as.integer / 100 % 3) {
    case 0: return REMIT_PASS;
    case 1: report->reason(report, words_of("one pound too many")); return REMIT_FAIL;
    default: report->reason(report, words_of("two pounds too many")); return REMIT_REFER;
  }
}

FIXTURE_UNUSED static remit_status fixture_bind(void *plugin, const remit_host *given, const remit_report *report, void **bound) {
  (void)plugin, (void)report, (void)bound;
  host = given;
  title = given->field(given, fixture_reads[0]);
  amount = given->field(given, fixture_reads[1]);
  return REMIT_OK;
}

/* The whole plug-in; each part may be NULL that the contract allows to be. */
#define FIXTURE_OF(init, close, bind, evaluate, unbind)                                                                            \
  static const remit_criterion_v1 fixture_calls = {sizeof(remit_criterion_v1), bind, evaluate, unbind};                            \
  static const remit_item fixture_item = {sizeof(remit_item), WORDS("check"), WORDS("The amount is a multiple of three"),          \
                                          WORDS(REMIT_CRITERION_1), &fixture_calls, fixture_reads, 2, NULL, 0, NULL, 0, NULL, 0, 0, 0}; \
  static const remit_item *fixture_items(uint32_t index) { return index == 0 ? &fixture_item : NULL; }                             \
  static const remit_plugin fixture_plugin = {sizeof(remit_plugin), 0, 0, WORDS("fixture"), WORDS("1.0.0"),                        \
                                              WORDS("A plug-in that goes wrong"), init, close, fixture_items};                     \
  FIXTURE_C REMIT_EXPORT const remit_plugin *remit_plugin_entry_v1(void) { return &fixture_plugin; }

/* Goes wrong where the title begins with "poison", and is honest elsewhere. */
#define FIXTURE(wrong)                                                                                                             \
  static remit_outcome fixture_evaluate(const void *bound, const remit_record *subject, const remit_report *report) {              \
    (void)bound;                                                                                                                   \
    return title_begins(subject, "poison") ? wrong(subject, report) : honest(subject, report);                                     \
  }                                                                                                                                \
  FIXTURE_OF(NULL, NULL, fixture_bind, fixture_evaluate, NULL)

/* The parameters of `wrong`. */
#define ASKED const remit_record *subject, const remit_report *report
#define UNUSED_ASKED (void)subject, (void)report

#endif
