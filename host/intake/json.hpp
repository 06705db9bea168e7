// A small tree for JSON that is no round: saved records, appeals' wrappers, lock files. Keeps the order of keys.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace remit::intake {

class Json {
 public:
  enum class Kind { null, boolean, number, text, list, object };
  // A value holds a list of itself: clang makes these only where the class is complete, so they stand in the source.
  Json();
  Json(const Json& other);
  Json(Json&& other) noexcept;
  Json& operator=(const Json& other);
  Json& operator=(Json&& other) noexcept;
  ~Json();

  Kind kind = Kind::null;
  bool boolean = false;
  std::string text;                                   // of a text; the digits of a number as they stand
  std::vector<Json> items;                            // of a list
  std::vector<std::pair<std::string, Json>> members;  // of an object

  /// The member `key`, or a null value when there is none or this is no object.
  const Json& operator[](std::string_view key) const;
  bool has(std::string_view key) const;
  /// The text, or the number's digits; empty for all else.
  const std::string& str() const;
  bool is_null() const { return kind == Kind::null; }
};

/// Reads one document. Throws base::Refused (exit 2) naming `file` and the line: not JSON, deeper than 64, a key twice in an
/// object, bad UTF-8.
Json read_json(std::string_view bytes, const std::string& file);
/// Appends `s` as a JSON text with quotes, escaped as RFC 8785 does.
void write_json_text(std::string_view s, std::string& out);
/// Appends the canonical form (RFC 8785): keys sorted, no white space.
void write_canonical_json(const Json& value, std::string& out);

}  // namespace remit::intake
