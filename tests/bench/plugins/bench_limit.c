/* The criterion of the benchmark, as small as one can be: the request is at most the limit. It stands here once for the whole
 * contract in plain C, and in run.py as a sentence and as a function. */
#include <remit/entry.h>
#include <remit/ext/criterion.h>
#include <stddef.h>

#define TEXT(words) {words, sizeof(words) - 1}

static const remit_text reads[] = {TEXT("application.amount_requested")};

/* A plug-in may keep what it found in statics: each process has the library once, and `bind` finds the same field each time. */
static const remit_host *host;
static remit_field amount;

static remit_status bind(void *plugin, const remit_host *given, const remit_report *report, void **bound) {
  (void)plugin, (void)report, (void)bound;
  host = given;
  amount = given->field(given, reads[0]);
  return REMIT_OK;
}

static remit_outcome evaluate(const void *bound, const remit_record *subject, const remit_report *report) {
  (void)bound, (void)report;
  remit_value value;
  if (host->get(subject, amount, &value) != REMIT_OK || value.kind != REMIT_MONEY) return REMIT_REFER;
  return value.as.integer <= 6000000 ? REMIT_PASS : REMIT_FAIL;
}

static const remit_criterion_v1 calls = {sizeof calls, bind, evaluate, NULL};
static const remit_item limit = {sizeof limit, TEXT("limit"), TEXT("At most 60,000 pounds"), TEXT(REMIT_CRITERION_1), &calls, reads, 1, NULL, 0, NULL, 0, NULL, 0, 0, 0};
static const remit_item *item(uint32_t index) { return index == 0 ? &limit : NULL; }
static const remit_plugin plugin = {sizeof plugin, 0, 0, TEXT("bench-limit"), TEXT("1.0.0"), TEXT("The criterion of the benchmark"), NULL, NULL, item};

const remit_plugin *remit_plugin_entry_v1(void) { return &plugin; }
