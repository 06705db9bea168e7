// Saved records as they stand in a file: NDJSON, or the records of a `remit.decision/1` or `remit.assessments/1` document. Only their bytes are
// kept, so that a round of any size can be replayed; each is read again when it is looked at.
#pragma once
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "intake/json.hpp"

namespace remit::record {

struct SavedRecord {
  std::string application;   // or, of an assessment, the type and id of what was assessed: "body board"
  std::string_view bytes;
};

class Saved {
 public:
  /// Throws base::Refused (exit 2), naming `file` and the line, when `bytes` is neither or holds no record. `bytes` must
  /// outlive the object.
  Saved(std::string_view bytes, const std::string& file);
  Saved(const Saved&) = delete;
  Saved& operator=(const Saved&) = delete;

  const std::vector<SavedRecord>& records() const { return records_; }

 private:
  void add(const intake::Json& record, std::string_view bytes, const std::string& file, int line);
  void add_document(const intake::Json& document, const std::string& file);

  std::vector<SavedRecord> records_;
  std::deque<std::string> owned_;   // records taken out of a document, canonical again
};

/// What a record is about: the application's id, or the type and id of what was assessed.
std::string subject_of(const intake::Json& record);
/// Whether the record's own digest is that of its bytes; false when someone changed it after it was written.
bool digest_holds(const intake::Json& record);

}  // namespace remit::record
