// --redact: what is written may be read by anyone, or by whoever asks. Everything is made from the redacted document, so that no form of
// it can hold more than another.
#pragma once
#include <string>

#include "cli/session.hpp"

namespace remit::cli {

class Command;

/// Adds the option: "public" or "on-request"; empty when it is not given.
void add_redact(Command& command, std::string& to);
/// A document or record as `to` may read it, without a line end more or less; empty `to`: as it is.
std::string redacted_for(const std::string& to, std::string bytes);
/// Lines of records, each redacted by itself.
std::string redacted_lines(const std::string& to, std::string_view lines);
/// The records of a document (its bytes) as lines.
std::string lines_of_document(const std::string& document);

}  // namespace remit::cli
