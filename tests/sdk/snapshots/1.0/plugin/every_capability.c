/* A plug-in of version 1.0, built with the headers of version 1.0 and nothing else, that must load for ever. It offers one item of each
 * capability, and touches each function that the host hands out. */
#include <remit/entry.h>
#include <remit/ext/allocator.h>
#include <remit/ext/appeal_rule.h>
#include <remit/ext/conflict_rule.h>
#include <remit/ext/criterion.h>
#include <remit/ext/data_source.h>
#include <remit/ext/exporter.h>
#include <remit/ext/measure.h>
#include <remit/ext/round_check.h>

#include <stdlib.h>
#include <string.h>

#define TEXT(words) { words, sizeof(words) - 1 }
#define UNUSED(x) (void)(x)

/* What every item finds at bind. */
struct found {
  const remit_host *host;
  remit_field title, elements, cost;
  int64_t least; /* pence, from the setting */
  uint64_t file_bytes;
};

static const remit_text title_path = TEXT("application.title"), elements_path = TEXT("application.elements"),
                        cost_path = TEXT("application.elements.cost"), least_name = TEXT("least"), notes_name = TEXT("notes");

static remit_status bind(void *plugin, const remit_host *host, const remit_report *report, void **bound) {
  static const remit_text no_memory = TEXT("out of memory"), crooked = TEXT("least is no number");
  struct found *f = calloc(1, sizeof *f);
  remit_text text;
  uint64_t i;
  UNUSED(plugin);
  if (f == NULL) {
    report->fail(report, no_memory);
    return REMIT_FAILED;
  }
  f->host = host;
  f->title = host->field(host, title_path);
  f->elements = host->field(host, elements_path);
  f->cost = host->field(host, cost_path);
  if (host->setting(host, least_name, &text) == REMIT_OK)
    for (i = 0; i < text.size; ++i) {
      if (text.data[i] < '0' || text.data[i] > '9') {
        report->fail(report, crooked);
        free(f);
        return REMIT_FAILED;
      }
      f->least = f->least * 10 + (text.data[i] - '0');
    }
  if (host->file(host, notes_name, &text) == REMIT_OK) f->file_bytes = text.size;
  *bound = f;
  return REMIT_OK;
}

static void unbind(void *bound) { free(bound); }

/* The cost of all elements, in pence. */
static int64_t sum(const struct found *f, const remit_record *subject) {
  int64_t total = 0;
  uint64_t i;
  remit_value list, item, cost;
  if (f->host->get(subject, f->elements, &list) != REMIT_OK || list.kind != REMIT_LIST) return 0;
  for (i = 0; f->host->at(list.as.list.items, i, &item) == REMIT_OK; ++i)
    if (f->host->get(item.as.record, f->cost, &cost) == REMIT_OK && cost.kind == REMIT_MONEY) total += cost.as.integer;
  return total;
}

static remit_value of_kind(remit_kind kind, int64_t n) {
  remit_value v;
  memset(&v, 0, sizeof v);
  v.kind = kind;
  v.as.integer = n;
  return v;
}

/* criterion, conflict rule, appeal rule: pass from `least` on, refer without a title */
static remit_outcome judge(const void *bound, const remit_record *subject, const remit_report *report) {
  static const remit_text costs = TEXT("costs"), untitled = TEXT("it has no title"), too_little = TEXT("its elements cost too little");
  const struct found *f = bound;
  const int64_t total = sum(f, subject);
  const remit_value evidence = of_kind(REMIT_MONEY, total);
  remit_value title;
  f->host->get(subject, f->title, &title);
  report->evidence(report, costs, &evidence);
  if (title.kind == REMIT_ABSENT) {
    report->reason(report, untitled);
    return REMIT_REFER;
  }
  if (total >= f->least) return REMIT_PASS;
  report->reason(report, too_little);
  return REMIT_FAIL;
}

/* measure: a third of the costs in pounds; nothing without costs */
static remit_status score(const void *bound, const remit_record *subject, remit_ratio *out, const remit_report *report) {
  const int64_t total = sum(bound, subject);
  UNUSED(report);
  if (total == 0) return REMIT_NOT_THERE;
  out->num = total;
  out->den = 300;
  return REMIT_OK;
}

/* data source: the costs, and whether a file was supplied */
static remit_status look_up(const void *source, const remit_record *subject, const remit_facts *facts, const remit_report *report) {
  const struct found *f = source;
  const remit_value costs = of_kind(REMIT_MONEY, sum(f, subject)), noted = of_kind(REMIT_YES_NO, f->file_bytes > 0);
  UNUSED(report);
  facts->fact(facts, 0, &costs);
  facts->fact(facts, 1, &noted);
  return REMIT_OK;
}

/* what round check, allocator and exporter keep: up to eight ids of up to 63 bytes */
struct walk {
  const struct found *found;
  uint32_t size;
  char ids[8][64];
  int64_t costs[8];
};

static remit_status begin(const void *bound, const remit_record *whole, void **session, const remit_report *report) {
  static const remit_text no_memory = TEXT("out of memory");
  struct walk *w = calloc(1, sizeof *w);
  UNUSED(whole);
  if (w == NULL) {
    report->fail(report, no_memory);
    return REMIT_FAILED;
  }
  w->found = bound;
  *session = w;
  return REMIT_OK;
}

static remit_status application(void *session, remit_text id, const remit_record *subject, const remit_report *report) {
  struct walk *w = session;
  UNUSED(report);
  if (w->size == 8 || id.size > 63) return REMIT_OK;
  memcpy(w->ids[w->size], id.data, (size_t)id.size);
  w->costs[w->size++] = sum(w->found, subject);
  return REMIT_OK;
}

static remit_text id_of(const struct walk *w, uint32_t i) {
  remit_text t;
  t.data = w->ids[i];
  t.size = strlen(w->ids[i]);
  return t;
}

static remit_status finish(void *session, const remit_findings *findings, const remit_report *report) {
  static const remit_text costs = TEXT("costs"), nothing = TEXT("it costs nothing"), seen = TEXT("all were seen"), none = { NULL, 0 };
  struct walk *w = session;
  uint32_t i;
  UNUSED(report);
  for (i = 0; i < w->size; ++i) {
    const remit_value v = of_kind(REMIT_MONEY, w->costs[i]);
    findings->evidence(findings, id_of(w, i), costs, &v);
    if (w->costs[i] == 0) findings->finding(findings, id_of(w, i), REMIT_FAIL, nothing);
  }
  findings->finding(findings, none, REMIT_PASS, seen);
  free(w);
  return REMIT_OK;
}

static remit_status allocate(void *session, const remit_awards *awards, const remit_report *report) {
  static const remit_text first = TEXT("the first"), part = TEXT("E1"), second = TEXT("the second"), third = TEXT("the third"),
                          rest = TEXT("the rest"), note = TEXT("by turns");
  const struct walk *w = session;
  uint32_t i;
  UNUSED(report);
  for (i = 0; i < w->size; ++i) switch (i) {
      case 0: awards->whole(awards, id_of(w, i), first); break;
      case 1: awards->parts(awards, id_of(w, i), &part, 1, second); break;
      case 2: awards->refer(awards, id_of(w, i), third); break;
      default: awards->nothing(awards, id_of(w, i), rest); break;
    }
  awards->note(awards, note);
  return REMIT_OK;
}

static remit_status begin_file(const void *bound, const remit_record *round, void **session, const remit_output *output,
                               const remit_report *report) {
  static const remit_text heading = TEXT("title\n");
  output->write(output, heading);
  return begin(bound, round, session, report);
}

static remit_status write_line(void *session, const remit_record *subject, const remit_output *output, const remit_report *report) {
  static const remit_text line_end = TEXT("\n");
  const struct walk *w = session;
  remit_value title;
  UNUSED(report);
  w->found->host->get(subject, w->found->title, &title);
  if (title.kind == REMIT_TEXT) output->write(output, title.as.text);
  output->write(output, line_end);
  return REMIT_OK;
}

static remit_status end_file(void *session, const remit_output *output, const remit_report *report) {
  static const remit_text last = TEXT("end\n");
  UNUSED(report);
  output->write(output, last);
  free(session);
  return REMIT_OK;
}

static const remit_criterion_v1 criterion = { sizeof criterion, bind, judge, unbind };
static const remit_measure_v1 measure = { sizeof measure, bind, score, unbind };
static const remit_conflict_rule_v1 conflict_rule = { sizeof conflict_rule, bind, judge, unbind };
static const remit_appeal_rule_v1 appeal_rule = { sizeof appeal_rule, bind, judge, unbind };
static const remit_data_source_v1 data_source = { sizeof data_source, bind, look_up, unbind };
static const remit_round_check_v1 round_check = { sizeof round_check, bind, begin, application, finish, unbind };
static const remit_allocator_v1 allocator = { sizeof allocator, bind, begin, application, allocate, unbind, unbind };
static const remit_exporter_v1 exporter = { sizeof exporter, bind, begin_file, write_line, end_file, unbind };

static const remit_text reads[] = { TEXT("application.title"), TEXT("application.elements"), TEXT("application.elements.cost") };
static const remit_text columns[] = { TEXT("costs:money"), TEXT("noted:yes_no") };
static const remit_text files[] = { TEXT("notes?") };
static const remit_text settings[] = { TEXT("least?") };

#define ITEM(word, id, calls, columns, columns_size)                                                                              \
  { sizeof(remit_item), TEXT(word), TEXT("The " word " of version 1.0"), TEXT(id), calls, reads, 3, columns, columns_size, files, \
    1, settings, 1, 0, 0 }

static const remit_item items[] = {
  ITEM("criterion", REMIT_CRITERION_1, &criterion, NULL, 0),
  ITEM("measure", REMIT_MEASURE_1, &measure, NULL, 0),
  ITEM("conflict-rule", REMIT_CONFLICT_RULE_1, &conflict_rule, NULL, 0),
  ITEM("appeal-rule", REMIT_APPEAL_RULE_1, &appeal_rule, NULL, 0),
  ITEM("data-source", REMIT_DATA_SOURCE_1, &data_source, columns, 2),
  ITEM("round-check", REMIT_ROUND_CHECK_1, &round_check, NULL, 0),
  ITEM("allocator", REMIT_ALLOCATOR_1, &allocator, NULL, 0),
  ITEM("exporter", REMIT_EXPORTER_1, &exporter, NULL, 0),
};

static int opened; /* what init gives as its state */

static remit_status init(const remit_host *host, const remit_report *report, void **plugin) {
  static const remit_text too_old = TEXT("the host is of another kind");
  if (host->struct_size < sizeof(remit_host) || report->struct_size < sizeof(remit_report)) {
    report->fail(report, too_old);
    return REMIT_FAILED;
  }
  opened = 1;
  *plugin = &opened;
  return REMIT_OK;
}

static void close_plugin(void *plugin) { *(int *)plugin = 0; }

static const remit_item *item(uint32_t index) { return index < sizeof items / sizeof *items ? &items[index] : NULL; }

const remit_plugin *remit_plugin_entry_v1(void) {
  static const remit_plugin plugin = { sizeof(remit_plugin), REMIT_ABI_MINOR, 0, TEXT("snapshot-1-0"), TEXT("1.0.0"),
                                       TEXT("A plug-in of version 1.0"), init, close_plugin, item };
  return &plugin;
}
