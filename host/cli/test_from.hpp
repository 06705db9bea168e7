// `remit test PACK --from RECORDS --round ROUND`: a case from a real record.
#pragma once
#include <functional>
#include <memory>
#include <string>

#include "study/test.hpp"

namespace remit::cli {

struct FromOptions {
  std::string pack, records, round, application;
};

/// Writes tests/from_<digest>_base.json and tests/from_<digest>.json into the pack's folder and runs the case. What the rest of the round
/// decided, and not the record, is left out of what is expected, and named. Returns the exit code.
int test_from_record(const FromOptions& options, const std::function<std::unique_ptr<study::Bench>()>& make);

}  // namespace remit::cli
