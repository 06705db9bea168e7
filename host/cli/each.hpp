// `remit decide` for packs that decide every application by itself (procedure each/1): bare NDJSON in, records out.
#pragma once
#include <memory>
#include <string>

#include "cli/session.hpp"

namespace remit::cli {

struct EachOptions {
  Wanted wanted;              // round: a file of NDJSON, or "-"
  std::string format, out;    // format: empty, "ndjson" or "brief"
  std::string redact;         // empty, "public" or "on-request"
  unsigned threads = 0;       // 0: all that the machine has
};

/// Whether `round` and the pack it is decided with are for `decide_each`; loads the pack when it has to be asked.
bool is_for_each(const Wanted& wanted, Opened& opened);
/// Returns the exit code. `pack` is what is_for_each loaded. Throws base::Refused.
int decide_each(const EachOptions& options, const Opened& opened);

}  // namespace remit::cli
