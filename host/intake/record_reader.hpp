// The fast path: one JSON object, straight into the values of a record. One reader for each thread.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/arena.hpp"
#include "base/schema.hpp"
#include "base/value.hpp"
#include "intake/mistakes.hpp"

namespace remit::intake {

/// A record, and where it stands in its file.
struct Row {
  const base::Value* values = nullptr;
  const char* at = nullptr;      // its first byte; null in CSV
  int line = 0;                  // of a row of CSV
  std::uint32_t number = 0;      // in the list that holds it, from 1; 0: in none
};

class RecordReader {
 public:
  /// `type` must stay alive. Keys that are named in `passed_over` are skipped at the top of a record, and every unknown key
  /// with `pass_over_all`.
  explicit RecordReader(const base::RecordType& type, std::vector<std::string> passed_over = {}, bool pass_over_all = false);
  ~RecordReader();
  RecordReader(RecordReader&&) noexcept;
  RecordReader& operator=(RecordReader&&) noexcept;

  /// Reads the object that `bytes` hold, which must stand in `file`. Texts without escapes point into `bytes`, everything else
  /// lives in `arena`. Every mistake is added to `mistakes`; a record with mistakes is returned all the same, with those
  /// fields absent, so that the checks between records do not complain again. Null when it is no JSON object.
  const base::Value* read(std::string_view bytes, const FileText& file, base::Arena& arena, Mistakes& mistakes);
  /// The same for a list of objects, appended to `rows`. False when it is no list.
  bool read_list(std::string_view bytes, const FileText& file, base::Arena& arena, Mistakes& mistakes, std::vector<Row>& rows);
  /// Where the records began that stood in the lists of the last object read, in the order of the text.
  const std::vector<Row>& inner_rows() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Takes the next line off `rest`, without its line break; false at the end. For NDJSON: blank lines are the caller's to skip.
bool next_line(std::string_view& rest, std::string_view& line);

}  // namespace remit::intake
