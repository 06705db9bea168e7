// Walks the tokens of a JSON text strictly. simdjson's first stage finds where tokens begin, checks UTF-8 and the texts'
// ends, many bytes at a time; the cursor goes from token to token and hands out views of the bytes, so that numbers
// keep their digits and nothing is copied that need not be.
#pragma once
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>

#include "base/arena.hpp"
#include "base/problem.hpp"
#include "intake/limits.hpp"
#include "intake/mistakes.hpp"

namespace remit::intake {

/// Thrown where a text stops being JSON.
struct JsonFault {
  const char* code;
  const char* at;        // in the bytes
  std::string message;
};
base::Problem problem_of(const JsonFault& fault, const FileText& file);

struct JsonToken {
  enum Kind : std::uint8_t { null, no, yes, number, text, escaped_text, list, object };
  Kind kind = null;
  std::string_view str;    // a number's digits; a text without its quotes, escapes as they stand
  const char* at = nullptr;
};

/// The index of one text at a time; kept for the next, since its memory is large. One for each thread.
class JsonIndex {
 public:
  JsonIndex();
  ~JsonIndex();
  JsonIndex(JsonIndex&&) noexcept;
  JsonIndex& operator=(JsonIndex&&) noexcept;
  /// Throws JsonFault on bad UTF-8, a text without an end, a control character in a text, or nothing but white space.
  void read(std::string_view bytes);

 private:
  friend class JsonCursor;
  struct Stage;
  std::unique_ptr<Stage> stage_;
  const std::uint32_t* first_ = nullptr;
  const std::uint32_t* end_ = nullptr;   // one past the last token; holds the size of the text
};

class JsonCursor {
 public:
  JsonCursor(const JsonIndex& index, std::string_view bytes) : bytes_(bytes), next_(index.first_), end_(index.end_) {}

  /// The next value: all of it, or the opening of a list or object.
  [[gnu::always_inline]] JsonToken take() {
    if (next_ == end_) ended();
    const char* at = here();
    switch (*at) {
      case '"': return take_text();
      case '{': open(); return {JsonToken::object, {}, at};
      case '[': open(); return {JsonToken::list, {}, at};
      case 't': return take_word(JsonToken::yes, "true");
      case 'f': return take_word(JsonToken::no, "false");
      case 'n': return take_word(JsonToken::null, "null");
      default: return take_number();
    }
  }
  /// After an opening: whether a first item or member follows; if not, takes the closing.
  bool first(char closing) {
    if (next_ != end_ && *here() == closing) return close(), false;
    return true;
  }
  /// After an item or member: whether another follows. Takes the comma or the closing.
  bool another(char closing) {
    if (next_ != end_) {
      const char c = *here();
      if (c == ',') return ++next_, true;
      if (c == closing) return close(), false;
    }
    expected(closing == '}' ? "`,` or `}`" : "`,` or `]`");
  }
  /// The key of the next member, and its colon.
  JsonToken take_key() {
    if (next_ == end_ || *here() != '"') expected("a field's name in quotes");
    JsonToken key = take_text();
    if (next_ == end_ || *here() != ':') expected("`:`");
    ++next_;
    return key;
  }
  /// Passes over the rest of a value whose token was taken, checking that it is JSON.
  void skip(const JsonToken& token);
  /// After the value: nothing may follow.
  void finish() {
    if (next_ != end_) expected("the end");
  }
  /// The bytes of a text, its escapes resolved into `arena` where it has any.
  static std::string_view text_of(const JsonToken& token, base::Arena& arena) {
    return token.kind == JsonToken::escaped_text ? unescaped(token, arena) : token.str;
  }

 private:
  const char* here() const { return bytes_.data() + *next_; }
  void open() {
    if (++depth_ > limits::depth) too_deep();
    ++next_;
  }
  void close() {
    --depth_;
    ++next_;
  }
  /// The bytes of the token at `next_` up to the next one, without the white space between.
  std::string_view token() const {
    const char* at = here();
    const char* last = bytes_.data() + next_[1];
    while (last[-1] == ' ' || last[-1] == '\n' || last[-1] == '\r' || last[-1] == '\t') --last;
    return {at, static_cast<std::size_t>(last - at)};
  }
  [[gnu::always_inline]] JsonToken take_text() {
    const std::string_view quoted = token();
    ++next_;
    const std::string_view text(quoted.data() + 1, quoted.size() - 2);
    if (escape_ < text.data()) find_escape(text.data());
    const bool escaped = escape_ < text.data() + text.size();
    return {escaped ? JsonToken::escaped_text : JsonToken::text, text, quoted.data()};
  }
  /// The first backslash from `from` on, so that all texts together are searched once.
  void find_escape(const char* from) {
    const char* end = bytes_.data() + bytes_.size();
    const void* found = std::memchr(from, '\\', static_cast<std::size_t>(end - from));
    escape_ = found == nullptr ? end : static_cast<const char*>(found);
  }
  JsonToken take_word(JsonToken::Kind kind, std::string_view word) {
    const std::string_view found = token();
    if (found != word) expected("a value");
    ++next_;
    return {kind, found, found.data()};
  }
  JsonToken take_number();
  static std::string_view unescaped(const JsonToken& token, base::Arena& arena);
  [[noreturn]] void expected(std::string_view what) const;
  [[noreturn]] void ended() const;
  [[noreturn]] void too_deep() const;

  std::string_view bytes_;
  const std::uint32_t* next_;
  const std::uint32_t* end_;
  const char* escape_ = nullptr;
  std::size_t depth_ = 0;
};

}  // namespace remit::intake
