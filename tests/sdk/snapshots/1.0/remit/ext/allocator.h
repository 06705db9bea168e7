/* remit.allocator/1: shares out a stream's budget in the place of step 5 of the default procedure. Eligibility, conflicts, scores
 * and ranking stand; an allocator sees only applications that were ranked. The host holds it to the budget and to the elements: an
 * award that is not whole, or whose elements lack what they need, or a sum above the budget, is a fault, and the applications of
 * the stream go to a person. Sees what a criterion sees, and scores.total and scores.rank. */
#ifndef REMIT_EXT_ALLOCATOR_H
#define REMIT_EXT_ALLOCATOR_H

#include "../host.h"

#ifdef __cplusplus
extern "C" {
#endif

#define REMIT_ALLOCATOR_1 "remit.allocator/1"

/* Where awards go. */
typedef struct remit_awards remit_awards;
struct remit_awards {
  uint64_t struct_size;
  /* [main] The whole request of the application. `words` says why, for an officer; may be empty. */
  void (*whole)(const remit_awards *awards, remit_text application, remit_text words);
  /* [main] These elements of it, by id. `elements` points at `size` texts. */
  void (*parts)(const remit_awards *awards, remit_text application, const remit_text *elements, uint64_t size, remit_text words);
  /* [main] Nothing for it, and why. An application that is not named gets nothing, without words. */
  void (*nothing)(const remit_awards *awards, remit_text application, remit_text words);
  /* [main] People must choose: it gets nothing yet. */
  void (*refer)(const remit_awards *awards, remit_text application, remit_text words);
  /* [main] A sentence about the whole allocation, such as how it differs from the ranked one. */
  void (*note)(const remit_awards *awards, remit_text words);
};

typedef struct remit_allocator_v1 {
  uint64_t struct_size;
  /* [main] As in remit_criterion_v1. */
  remit_status (*bind)(void *plugin, const remit_host *host, const remit_report *report, void **bound);
  /* [main] A stream begins; `stream` holds the fields of round, stream and panel. `session` receives what the next calls are given.
   * A call that fails ends the session: nothing more is called with it, so let go of it before you return. */
  remit_status (*begin)(const void *bound, const remit_record *stream, void **session, const remit_report *report);
  /* [main] Each ranked application, by rank, then id. Copy what you keep. */
  remit_status (*application)(void *session, remit_text id, const remit_record *subject, const remit_report *report);
  /* [main] All were seen. */
  remit_status (*allocate)(void *session, const remit_awards *awards, const remit_report *report);
  /* [main] The stream is done with. Only called when `allocate` gave REMIT_OK. */
  void (*end)(void *session);
  /* [main] May be NULL. */
  void (*unbind)(void *bound);
} remit_allocator_v1;

#ifdef __cplusplus
}
#endif
#endif
