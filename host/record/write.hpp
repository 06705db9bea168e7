// Writes decision records: canonical JSON (RFC 8785), straight from what was decided. Keys come out sorted because the
// code that writes them stands in that order; a unit test holds it to that.
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "record/constants.hpp"

namespace remit::record {

/// One for each thread; keeps its buffers from record to record.
class RecordWriter {
 public:
  explicit RecordWriter(const RoundConstants& constants);
  ~RecordWriter();
  RecordWriter(RecordWriter&&) noexcept;

  /// Appends the record of `application` (its row in the round), without a line end.
  void write(std::uint32_t application, std::string& out);
  /// Appends {"application","decision","eligibility","failed","total"}: `eligibility` is null for a withdrawn one,
  /// `failed` the rules that failed, `total` null where there is none. Without a line end.
  void write_brief(std::uint32_t application, std::string& out);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

enum class Form : std::uint8_t { record, brief };

/// Every record of the round, sorted by stream and id, with `separator` after each ("\n" for NDJSON), handed to `sink`
/// in pieces. `threads` changes nothing but the time it takes. An exception from `sink` ends the writing and is passed on.
void write_records(const RoundConstants& constants, Form form, std::string_view separator, unsigned threads,
                   const std::function<void(std::string_view)>& sink);

}  // namespace remit::record
