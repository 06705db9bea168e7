/* @TITLE@: whether an applicant is on a list that the partnership keeps, one id a line. */
#include <stdlib.h>
#include <string.h>

#include <remit/entry.h>
#include <remit/ext/criterion.h>

#define TEXT(words) { words, sizeof(words) - 1 }
static const remit_text no_id = TEXT("the applicant has no id to look for");
static const remit_text not_listed = TEXT("the applicant is not on the list");
static const remit_text evidence_name = TEXT("applicant");

/* What bind finds and evaluate is given. */
struct listed {
  const remit_host *host;
  remit_field applicant;
  remit_text list; /* borrowed until the plug-in is closed */
};

static remit_status fail(const remit_report *report, const char *cause) {
  const remit_text words = { cause, strlen(cause) };
  report->fail(report, words);
  return REMIT_FAILED;
}

static remit_status bind(void *plugin, const remit_host *host, const remit_report *report, void **bound) {
  static const remit_text applicant = TEXT("applicant.id"), list = TEXT("list");
  struct listed *self = malloc(sizeof *self);
  (void)plugin;
  if (self == NULL) return fail(report, "out of memory");
  self->host = host;
  self->applicant = host->field(host, applicant);
  if (host->file(host, list, &self->list) != REMIT_OK || self->list.size == 0) {
    free(self);
    return fail(report, "the list names nobody");
  }
  *bound = self;
  return REMIT_OK;
}

static void unbind(void *bound) { free(bound); }

/* Whether a line of `list` is `id`. */
static int has_line(remit_text list, remit_text id) {
  const char *line = list.data, *end = list.data + list.size;
  while (line < end) {
    const char *next = memchr(line, '\n', (size_t)(end - line));
    size_t size = (size_t)((next == NULL ? end : next) - line);
    if (size > 0 && line[size - 1] == '\r') --size;
    if (size == id.size && memcmp(line, id.data, size) == 0) return 1;
    if (next == NULL) return 0;
    line = next + 1;
  }
  return 0;
}

static remit_outcome evaluate(const void *bound, const remit_record *subject, const remit_report *report) {
  const struct listed *self = bound;
  remit_value id;
  if (self->host->get(subject, self->applicant, &id) != REMIT_OK || id.kind != REMIT_TEXT) {
    report->reason(report, no_id);
    return REMIT_REFER;
  }
  report->evidence(report, evidence_name, &id);
  if (has_line(self->list, id.as.text)) return REMIT_PASS;
  report->reason(report, not_listed);
  return REMIT_FAIL;
}

static const remit_criterion_v1 calls = { sizeof calls, bind, evaluate, unbind };
static const remit_text reads[] = { TEXT("applicant.id") };   /* all that the host sends */
static const remit_text files[] = { TEXT("list") };           /* supplied by the round or the pack; the host reads it */

static const remit_item listed = {
  .struct_size = sizeof(remit_item),
  .name = TEXT("listed"),
  .title = TEXT("The applicant is on the list"),
  .capability = TEXT(REMIT_CRITERION_1),
  .calls = &calls,
  .reads = reads,
  .reads_size = 1,
  .files = files,
  .files_size = 1,
};

static const remit_item *item(uint32_t index) { return index == 0 ? &listed : NULL; }

const remit_plugin *remit_plugin_entry_v1(void) {
  static const remit_plugin plugin = {
    .struct_size = sizeof(remit_plugin),
    .abi_minor = REMIT_ABI_MINOR,
    .id = TEXT("@ID@"),
    .version = TEXT("0.1.0"),
    .title = TEXT("@TITLE@"),
    .item = item,
  };
  return &plugin;
}
