// Who may read which field of a record: anyone, whoever asks (as a public body must answer), or only those who decide. One table
// says it for every key of every kind of record; what the table does not name is restricted.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "intake/json.hpp"

namespace remit::record {

enum class Publication : std::uint8_t { open, on_request, restricted };   // `open` is called "public"

struct PublishedField {
  std::string_view format;   // "remit.record/1"; "brief" for lines that do not say theirs
  std::string_view path;     // "scores.sheets.member"; "*" stands for any key, "application.*" for those that begin so
  Publication to;
};
/// Every field there is, by format and path.
std::span<const PublishedField> published_fields();
/// Of one field: "eligibility.findings.read" and what it read, "application.title". Restricted when the table does not name it.
Publication publication_of(std::string_view format, std::string_view path);

/// "public", "on-request"; false for another word.
bool read_publication(std::string_view word, Publication& out);
std::string_view word(Publication);

/// Leaves in a record, or a document of records, what `to` may read: a text that may not be read becomes "[withheld]", anything else goes.
/// Names and ids of members, where they may not be read, are struck from all other texts too; lists whose order would tell who
/// is who are put in order of what is left. Each record says `redacted`, and has the digest of what is left of it: that of the whole
/// would let a guess be tested. Redacting twice changes nothing.
void redact(intake::Json& json, Publication to);
/// The same for bytes: one value, canonical, without a line end.
std::string redacted(std::string_view bytes, Publication to);

}  // namespace remit::record
