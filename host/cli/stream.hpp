// Bare NDJSON decided line by line: blocks of lines are read, decided by several threads and handed on in the order of the
// input. No more is held than a block and its records for each thread, however long the input is.
#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "base/value.hpp"
#include "policy/pack.hpp"
#include "record/constants.hpp"
#include "record/write.hpp"

namespace remit::cli {

struct StreamJob {
  int input = 0;                  // an open file
  std::string name;               // as the user knows it, for messages
  const policy::Pack* pack = nullptr;   // of procedure each/1
  base::Value day;                // the date of the parameters
  record::Form form = record::Form::record;
  record::Run run;
  bool digest_input = true;       // whether records carry the digest of their application
  unsigned threads = 1;           // changes nothing but the time it takes
};

struct Streamed {
  std::uint64_t records = 0, lines = 0;
};

/// Hands the records to `sink`, each with a line end. A line that cannot be read ends the writing: all records before it are
/// handed on, none after it. A regular file is then read to its end, so that every mistake is told at once; a pipe is not.
/// Throws base::Refused with the mistakes (exit code 2), the last of which says how many records were handed on; or when the
/// pack cannot be used (exit code 3). An exception from `sink` ends the reading and is passed on.
Streamed decide_stream(const StreamJob& job, const std::function<void(std::string_view)>& sink);

}  // namespace remit::cli
