#include "cli/redacting.hpp"

#include "cli/command_line.hpp"
#include "record/publication.hpp"

namespace remit::cli {

void add_redact(Command& command, std::string& to) {
  command.add_option("--redact", to, "leave out what may not be read: public (for publication) or on-request (for whoever asks)")->one_of({"public", "on-request"});
}

std::string redacted_for(const std::string& to, std::string bytes) {
  record::Publication level;
  if (!record::read_publication(to, level)) return bytes;
  return record::redacted(bytes, level) + (bytes.ends_with('\n') ? "\n" : "");
}

std::string redacted_lines(const std::string& to, std::string_view lines) {
  std::string out;
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size() - 1) + 1;
    out += redacted_for(to, std::string(lines.substr(0, end)));
    lines.remove_prefix(end);
  }
  return out;
}

std::string lines_of_document(const std::string& document) {
  std::string out;
  const intake::Json json = intake::read_json(document, "what was decided");
  for (const intake::Json& one : json["records"].items) {
    intake::write_canonical_json(one, out);
    out += '\n';
  }
  return out;
}

}  // namespace remit::cli
