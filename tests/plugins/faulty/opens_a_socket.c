/* Opens a way to the network. */
#include <sys/socket.h>

#include "faulty.h"

static remit_outcome wrong(ASKED) {
  UNUSED_ASKED;
  return socket(AF_INET, SOCK_STREAM, 0) < 0 ? REMIT_FAIL : REMIT_PASS;
}
FIXTURE(wrong)
