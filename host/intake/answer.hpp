// One answer: what stands in a file for one field, read as the type that the field has. JSON and CSV share it, so that
// both accept the same and complain in the same words.
#pragma once
#include <span>
#include <string>
#include <string_view>

#include "base/arena.hpp"
#include "base/schema.hpp"
#include "base/value.hpp"

namespace remit::intake {

/// What was given, before its type is known. Trimmed; not empty.
struct Given {
  enum Kind : std::uint8_t { text, number, yes, no, cell };   // cell: of a CSV file, where everything is text
  Kind kind = text;
  std::string_view str;
  bool plain = true;    // whether the bytes may be kept as they are: they stay, and cannot hold a NUL
};

struct Wrong {
  const char* code = nullptr;
  std::string message;
};

/// Reads `given` as `type` (the field's own, or that of its items). What does not outlive the call is copied into `arena`.
/// False when it is no such thing; `wrong` then says what was expected and what was found.
bool read_answer(const base::Field& field, base::Type type, const Given& given, base::Arena& arena, base::Value& out,
                 Wrong& wrong);

/// "an amount in pounds like 60000.00"
std::string expectation(const base::Field& field, base::Type type);
/// The words of an input, between back-ticks: one line, cut when long.
std::string ticked(std::string_view words);
/// "an application", "a partner"
std::string with_article(std::string_view noun);
/// "; the nearest is `status`", or nothing.
std::string suggestion(std::string_view word, std::span<const std::string> names);

}  // namespace remit::intake
