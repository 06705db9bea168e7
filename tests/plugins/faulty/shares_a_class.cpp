// Exports a class with a static member that the loader makes one of in the whole process, whoever else has a class of that name.
#include "faulty.h"

namespace area {
template <class T>
struct __attribute__((visibility("default"))) Register {
  static inline int size = 0;
  static int *where() {
    static int kept = 0;
    return &kept;
  }
};
}  // namespace area

static remit_outcome wrong(ASKED) {
  UNUSED_ASKED;
  return area::Register<int>::size + *area::Register<int>::where() == 0 ? REMIT_PASS : REMIT_FAIL;
}
FIXTURE(wrong)
