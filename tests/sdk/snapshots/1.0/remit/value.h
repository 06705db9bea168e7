/* Values that cross the edge between host and plug-in. There is no floating point: money is whole pence, a score is an exact
 * fraction, a moment is a whole number of seconds.
 *
 * Ownership: nothing is ever freed across the edge. What the host hands out is borrowed until the call returns in which it was
 * handed out; what a plug-in hands to the host is copied before the host's function returns. */
#ifndef REMIT_VALUE_H
#define REMIT_VALUE_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* UTF-8 text, not terminated by a nought byte. An empty one may have a NULL `data`. */
typedef struct remit_text {
  const char *data;
  uint64_t size; /* bytes */
} remit_text;

/* num / den, den > 0. Need not be in lowest terms. */
typedef struct remit_ratio {
  int64_t num;
  uint64_t den;
} remit_ratio;

typedef uint32_t remit_kind;
enum {
  REMIT_ABSENT = 0, /* missing, null, empty or only white space: nobody answered */
  REMIT_YES_NO = 1, /* as.integer: 0 or 1 */
  REMIT_COUNT = 2,  /* as.integer */
  REMIT_MONEY = 3,  /* as.integer: pence */
  REMIT_DATE = 4,   /* as.integer: seconds from 1970-01-01T00:00:00 to the start of the day, local, no zone */
  REMIT_MOMENT = 5, /* as.integer: seconds from 1970-01-01T00:00:00, local, no zone */
  REMIT_TEXT = 6,   /* as.text: also ids and words of a list of words */
  REMIT_RATIO = 7,  /* as.ratio: a number that is not whole */
  REMIT_LIST = 8,   /* as.list: never empty */
  REMIT_RECORD = 9  /* as.record */
};

/* A record as the host holds it: read with remit_host.get. */
typedef struct remit_record remit_record;
/* The items of a list: read with remit_host.at. */
typedef struct remit_items remit_items;

typedef struct remit_list {
  const remit_items *items;
  uint64_t size; /* how many */
} remit_list;

typedef struct remit_value {
  remit_kind kind;
  uint32_t reserved; /* 0 */
  union {
    int64_t integer;
    remit_text text;
    remit_ratio ratio;
    remit_list list;
    const remit_record *record;
  } as;
} remit_value;

/* What a call that can go wrong answers. */
typedef int32_t remit_status;
enum {
  REMIT_OK = 0,
  REMIT_FAILED = 1,     /* say why with remit_report.fail */
  REMIT_NOT_THERE = 2,  /* no such setting, file or item */
  REMIT_TOO_LARGE = 3   /* a fraction that does not fit remit_ratio */
};

/* What a rule says of a record. */
typedef int32_t remit_outcome;
enum {
  REMIT_PASS = 0,           /* of a conflict rule: no conflict arises */
  REMIT_FAIL = 1,           /* of a conflict rule: it arises */
  REMIT_REFER = 2,          /* a person must look */
  REMIT_NOT_APPLICABLE = 3,
  REMIT_ERROR = 4           /* the plug-in could not tell: say why with remit_report.fail. Nobody is turned down for it. */
};

#ifdef __cplusplus
}
#endif
#endif
