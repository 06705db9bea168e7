/* award-list: the awards that a round proposes, as rows that 360Giving can take in. Plain C, so that the contract and not C++ is what
 * a plug-in needs: everything that plugin.hpp does for others stands here by hand. */
#include <remit/entry.h>

#include <stdlib.h>
#include <string.h>

#include "row.h"

#define TEXT(words) { words, sizeof(words) - 1 }

/* What it reads, by number; the host sends nothing else. */
enum { ROUND_ID, AS_OF, CURRENCY, STREAM_ID, STREAM_TITLE, ID, TITLE, USE, ASKED, RECIPIENT, NAME, DECISION, AMOUNT, FIELDS };
static const remit_text reads[FIELDS] = {
  TEXT("round.id"), TEXT("round.as_of"), TEXT("round.currency"), TEXT("stream.id"), TEXT("stream.title"), TEXT("application.id"),
  TEXT("application.title"), TEXT("application.use_of_funding"), TEXT("application.amount_requested"), TEXT("applicant.id"),
  TEXT("applicant.name"), TEXT("proposal.decision"), TEXT("proposal.amount"),
};
static const remit_text settings[] = { TEXT("prefix"), TEXT("funder_id"), TEXT("funder_name"), TEXT("approved_on?") };

static const remit_text headings[] = {
  TEXT("Identifier"), TEXT("Title"), TEXT("Description"), TEXT("Currency"), TEXT("Amount Applied For"), TEXT("Amount Awarded"),
  TEXT("Award Date"), TEXT("Recipient Org:Identifier"), TEXT("Recipient Org:Name"), TEXT("Funding Org:Identifier"),
  TEXT("Funding Org:Name"), TEXT("Grant Programme:Code"), TEXT("Grant Programme:Title"),
};

/* What bind finds. It is the session as well: nothing is kept from one application to the next. */
struct award_list {
  const remit_host *host;
  remit_field fields[FIELDS];
  remit_text prefix, funder_id, funder_name, approved_on; /* borrowed until the plug-in is closed */
};

static remit_status fail(const remit_report *report, const char *cause) {
  remit_text words;
  words.data = cause;
  words.size = strlen(cause);
  report->fail(report, words);
  return REMIT_FAILED;
}

static int begins_with(remit_text text, const char *word) {
  return text.size >= strlen(word) && memcmp(text.data, word, strlen(word)) == 0;
}

static int equals(remit_text text, const char *word) { return text.size == strlen(word) && begins_with(text, word); }

/* YYYY-MM-DD */
static int is_day(remit_text text) {
  const char *shape = "0000-00-00";
  uint64_t i;
  if (text.size != strlen(shape)) return 0;
  for (i = 0; i < text.size; ++i)
    if (shape[i] == '-' ? text.data[i] != '-' : text.data[i] < '0' || text.data[i] > '9') return 0;
  return 1;
}

static int setting(const remit_host *host, const char *name, remit_text *out) {
  remit_text words;
  words.data = name;
  words.size = strlen(name);
  return host->setting(host, words, out) == REMIT_OK && out->size > 0;
}

static void unbind(void *bound) { free(bound); }

static remit_status bind(void *plugin, const remit_host *host, const remit_report *report, void **bound) {
  struct award_list *list = calloc(1, sizeof *list);
  const char *wrong = NULL;
  int i;
  (void)plugin;
  if (list == NULL) return fail(report, "out of memory");
  list->host = host;
  for (i = 0; i < FIELDS; ++i) list->fields[i] = host->field(host, reads[i]);
  if (!setting(host, "prefix", &list->prefix) || !begins_with(list->prefix, "360G-") || list->prefix.size < 6)
    wrong = "setting `prefix` is the publisher's prefix of 360Giving, which begins with 360G-";
  else if (!setting(host, "funder_id", &list->funder_id)) wrong = "setting `funder_id` is empty";
  else if (!setting(host, "funder_name", &list->funder_name)) wrong = "setting `funder_name` is empty";
  else if (setting(host, "approved_on", &list->approved_on) && !is_day(list->approved_on))
    wrong = "setting `approved_on` is not written YYYY-MM-DD";
  if (wrong != NULL) {
    free(list);
    return fail(report, wrong);
  }
  *bound = list;
  return REMIT_OK;
}

static remit_status begin(const void *bound, const remit_record *round, void **session, const remit_output *output,
                          const remit_report *report) {
  struct row row = row_begin(output);
  size_t i;
  (void)round;
  (void)report;
  for (i = 0; i < sizeof headings / sizeof *headings; ++i) row_text(&row, headings[i]);
  row_end(&row);
  *session = (void *)(uintptr_t)bound;
  return REMIT_OK;
}

/* What stands in a field; of kind REMIT_ABSENT where nothing does. */
static remit_value value(const struct award_list *list, const remit_record *subject, int field) {
  remit_value v;
  memset(&v, 0, sizeof v);
  if (list->host->get(subject, list->fields[field], &v) != REMIT_OK) v.kind = REMIT_ABSENT;
  return v;
}

/* The text of a field, else that of another. */
static remit_text text(const struct award_list *list, const remit_record *subject, int field, int otherwise) {
  remit_value v = value(list, subject, field);
  if (v.kind != REMIT_TEXT) v = value(list, subject, otherwise);
  if (v.kind != REMIT_TEXT) v.as.text.size = 0;
  return v.as.text;
}

/* Money is proposed: for the whole or for parts. What is only kept for an application in principle is no award yet. */
static int is_award(remit_value decision, remit_value amount) {
  return amount.kind == REMIT_MONEY && amount.as.integer > 0 && decision.kind == REMIT_TEXT &&
         !equals(decision.as.text, "approve-in-principle");
}

static remit_status record(void *session, const remit_record *subject, const remit_output *output, const remit_report *report) {
  static const remit_text hyphen = TEXT("-"), pounds = TEXT("GBP");
  static const char local[] = "local:";
  const struct award_list *list = session;
  const remit_value amount = value(list, subject, AMOUNT), asked = value(list, subject, ASKED), as_of = value(list, subject, AS_OF);
  const remit_text currency = text(list, subject, CURRENCY, CURRENCY);
  remit_text id[5], recipient = text(list, subject, RECIPIENT, RECIPIENT);
  struct row row = row_begin(output);
  if (!is_award(value(list, subject, DECISION), amount)) return REMIT_OK;
  if (list->approved_on.size == 0 && as_of.kind != REMIT_DATE && as_of.kind != REMIT_MOMENT)
    return fail(report, "an award needs a date: round.as_of is not there, and the setting `approved_on` is not given");

  id[0] = list->prefix;
  id[1] = hyphen;
  id[2] = text(list, subject, ROUND_ID, ROUND_ID);
  id[3] = hyphen;
  id[4] = text(list, subject, ID, ID);
  row_joined(&row, id, 5);
  row_text(&row, text(list, subject, TITLE, ID));
  row_text(&row, text(list, subject, USE, TITLE));
  row_text(&row, currency.size > 0 ? currency : pounds);
  if (asked.kind == REMIT_MONEY) row_money(&row, asked.as.integer);
  else row_joined(&row, NULL, 0);
  row_money(&row, amount.as.integer);
  if (list->approved_on.size > 0) row_text(&row, list->approved_on);
  else row_day(&row, as_of.as.integer);
  if (begins_with(recipient, local)) { /* on no register: known by the publisher's prefix */
    recipient.data += strlen(local);
    recipient.size -= strlen(local);
    id[2] = recipient;
    row_joined(&row, id, 3);
  } else {
    row_text(&row, recipient);
  }
  row_text(&row, text(list, subject, NAME, RECIPIENT));
  row_text(&row, list->funder_id);
  row_text(&row, list->funder_name);
  row_text(&row, text(list, subject, STREAM_ID, STREAM_ID));
  row_text(&row, text(list, subject, STREAM_TITLE, STREAM_ID));
  row_end(&row);
  return REMIT_OK;
}

static remit_status end(void *session, const remit_output *output, const remit_report *report) {
  (void)session;
  (void)output;
  (void)report;
  return REMIT_OK;
}

static const remit_exporter_v1 calls = { sizeof calls, bind, begin, record, end, unbind };

static const remit_item awards = {
  .struct_size = sizeof(remit_item),
  .name = TEXT("awards"),
  .title = TEXT("Proposed awards as CSV in the form of 360Giving"),
  .capability = TEXT(REMIT_EXPORTER_1),
  .calls = &calls,
  .reads = reads,
  .reads_size = FIELDS,
  .settings = settings,
  .settings_size = sizeof settings / sizeof *settings,
};

static const remit_item *item(uint32_t index) { return index == 0 ? &awards : NULL; }

const remit_plugin *remit_plugin_entry_v1(void) {
  static const remit_plugin plugin = {
    .struct_size = sizeof(remit_plugin),
    .abi_minor = 0,
    .id = TEXT("award-list"),
    .version = TEXT("1.0.0"),
    .title = TEXT("Lists of proposed awards"),
    .item = item,
  };
  return &plugin;
}
