#include "lua/lexer.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace remit::lua {
namespace {

constexpr std::array<std::string_view, 22> keywords = {
    "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "goto", "if", "in",
    "local", "nil", "not", "or", "repeat", "return", "then", "true", "until", "while"};

// longest first
constexpr std::array<std::string_view, 33> symbols = {"...", "<<", ">>", "//", "==", "~=", "<=", ">=", "::", "..", "+", "-", "*", "/",
                                                      "%", "^", "#", "&", "~", "|", "<", ">", "=", "(", ")", "{", "}", "[",
                                                      "]", ";", ":", ",", "."};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
unsigned hex_of(char c) { return static_cast<unsigned>(is_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10); }

struct Habit {
  std::string_view written, message;
};
constexpr std::array<Habit, 13> habits = {{
    {"!=", "\"not equal\" is written `~=`"},
    {"!", "\"not equal\" is written `~=`, and \"not\" is written `not`"},
    {"&&", "\"and\" is written `and`"},
    {"||", "\"or\" is written `or`"},
    {"<>", "\"not equal\" is written `~=`"},
    {"+=", "`+=` is not known here. Write `x = x + ...`"},
    {"-=", "`-=` is not known here. Write `x = x - ...`"},
    {"++", "`++` is not known here. Write `x = x + 1`"},
    {"\xe2\x80\x9c", "this quotation mark is a curly one. Type the straight `\"`"},
    {"\xe2\x80\x9d", "this quotation mark is a curly one. Type the straight `\"`"},
    {"\xe2\x80\x98", "this quotation mark is a curly one. Type the straight `'`"},
    {"\xe2\x80\x99", "this quotation mark is a curly one. Type the straight `'`"},
    {"\xc2\xa3", "a sum of money is written `pounds(25000)`"},
}};

}  // namespace

Lexer::Lexer(std::string_view source, std::deque<std::string>& texts) : source_(source), texts_(texts) {
  if (source_.starts_with("\xef\xbb\xbf")) at_ = line_start_ = 3;   // the mark that some editors put first
}

void Lexer::stop(std::string message) const {
  base::Problem problem;
  problem.code = "SYNTAX";
  problem.line = line_;
  problem.column = static_cast<int>(at_ - line_start_) + 1;
  problem.message = std::move(message);
  throw problem;
}

void Lexer::newline() {
  const char first = source_[at_++];
  if ((peek() == '\n' || peek() == '\r') && peek() != first) ++at_;
  ++line_;
  line_start_ = at_;
}

void Lexer::skip_space() {
  while (at_ < source_.size()) {
    const char c = source_[at_];
    if (c == '\n' || c == '\r') newline();
    else if (c == ' ' || c == '\t' || c == '\f' || c == '\v') ++at_;
    else if (c == '-' && peek(1) == '-') skip_comment();
    else if (source_.substr(at_, 2) == "\xc2\xa0") stop("this space is a no-break space, which some word processors put in. Type an ordinary one");
    else return;
  }
}

void Lexer::skip_comment() {
  at_ += 2;
  std::size_t level = 0;
  if (long_bracket(level)) {
    read_long(level, "comment");
    return;
  }
  while (at_ < source_.size() && source_[at_] != '\n' && source_[at_] != '\r') ++at_;
}

/// Whether `[[`, `[=[`, ... stands here.
bool Lexer::long_bracket(std::size_t& level) const {
  if (peek() != '[') return false;
  level = 0;
  while (peek(1 + level) == '=') ++level;
  return peek(1 + level) == '[';
}

std::string_view Lexer::read_long(std::size_t level, const char* what) {
  const std::size_t from = at_, first_start = line_start_;
  const int first_line = line_;
  const std::string close = "]" + std::string(level, '=') + "]";
  at_ += level + 2;
  if (peek() == '\n' || peek() == '\r') newline();
  const std::size_t begin = at_;
  for (;;) {
    if (at_ >= source_.size()) {
      at_ = from;
      line_ = first_line;
      line_start_ = first_start;
      stop(std::string("the ") + what + " that begins here never ends. Close it with `" + close + "`");
    }
    if (source_[at_] == ']' && source_.substr(at_).starts_with(close)) break;
    if (source_[at_] == '\n' || source_[at_] == '\r') newline();
    else ++at_;
  }
  const std::string_view inside = source_.substr(begin, at_ - begin);
  at_ += close.size();
  return inside;
}

Token Lexer::next() {
  skip_space();
  Token token;
  token.line = line_;
  token.column = static_cast<int>(at_ - line_start_) + 1;
  token.begin = static_cast<std::uint32_t>(at_);
  if (at_ < source_.size()) {
    std::size_t level = 0;
    const char c = source_[at_];
    if (is_letter(c)) {
      read_name(token);
    } else if (is_digit(c) || (c == '.' && is_digit(peek(1)))) {
      read_number(token);
    } else if (c == '"' || c == '\'') {
      read_text(token);
    } else if (long_bracket(level)) {
      token.kind = TokenKind::text;
      token.value = read_long(level, "text");
    } else {
      read_symbol(token);
    }
  }
  token.end = static_cast<std::uint32_t>(at_);
  token.words = source_.substr(token.begin, token.end - token.begin);
  return token;
}

void Lexer::read_name(Token& token) {
  const std::size_t begin = at_;
  while (is_letter(peek()) || is_digit(peek())) ++at_;
  if (static_cast<unsigned char>(peek()) >= 0x80 && source_.substr(at_, 2) != "\xc2\xa0")
    stop("names are written with the letters a to z, digits and `_`");
  const std::string_view word = source_.substr(begin, at_ - begin);
  token.kind = std::ranges::any_of(keywords, [&](std::string_view keyword) { return base::same_bytes(keyword, word); }) ? TokenKind::keyword : TokenKind::name;
}

void Lexer::read_number(Token& token) {
  const std::size_t begin = at_;
  token.kind = TokenKind::integer;
  const bool hex = peek() == '0' && (peek(1) == 'x' || peek(1) == 'X');
  if (hex) at_ += 2;
  bool digits = false, point = false, exponent = false;
  for (;; ++at_) {
    const char c = peek();
    const char low = static_cast<char>(c | 0x20);
    if ((hex ? is_hex(c) : is_digit(c))) {
      digits = true;
    } else if (c == '.' && !point && !exponent) {
      point = true;
    } else if (digits && !exponent && low == (hex ? 'p' : 'e')) {
      exponent = true;
      if (peek(1) == '+' || peek(1) == '-') ++at_;
      if (!is_digit(peek(1))) break;
    } else {
      break;
    }
  }
  if (!digits || is_letter(peek()) || peek() == '.' || static_cast<unsigned char>(peek()) >= 0x80) {
    while (is_letter(peek()) || is_digit(peek()) || peek() == '.') ++at_;
    const std::string word(source_.substr(begin, std::min<std::size_t>(at_ - begin, 40)));
    at_ = begin;
    stop("`" + word + "` is no number");
  }
  if (point || exponent) token.kind = TokenKind::real;
}

void Lexer::read_text(Token& token) {
  const std::size_t begin = at_, begin_line = line_start_;
  const char quote = source_[at_++];
  const std::size_t inside = at_;
  token.kind = TokenKind::text;
  std::string value;
  bool escaped = false;
  while (peek() != quote || at_ >= source_.size()) {
    if (at_ >= source_.size() || peek() == '\n' || peek() == '\r') {
      at_ = begin;
      line_start_ = begin_line;
      line_ = token.line;
      stop(std::string("the text that begins here has no closing `") + quote + "`");
    }
    if (peek() != '\\') {
      value += source_[at_++];
      continue;
    }
    escaped = true;
    ++at_;
    read_escape(value);
  }
  token.value = source_.substr(inside, at_ - inside);
  ++at_;
  if (escaped) token.value = texts_.emplace_back(std::move(value));
}

void Lexer::read_escape(std::string& out) {
  constexpr std::string_view letters = "abfnrtv\\\"'", meanings = "\a\b\f\n\r\t\v\\\"'";
  const char c = peek();
  if (const auto at = letters.find(c); at != std::string_view::npos && c != '\0') {
    out += meanings[at];
    ++at_;
  } else if (c == '\n' || c == '\r') {
    newline();
    out += '\n';
  } else if (c == 'x') {
    if (!is_hex(peek(1)) || !is_hex(peek(2))) stop("`\\x` needs two hexadecimal digits");
    out += static_cast<char>(hex_of(peek(1)) * 16 + hex_of(peek(2)));
    at_ += 3;
  } else if (c == 'z') {
    ++at_;
    while (at_ < source_.size() && std::string_view(" \t\f\v\n\r").contains(peek())) {
      if (peek() == '\n' || peek() == '\r') newline();
      else ++at_;
    }
  } else if (c == 'u') {
    read_utf8(out);
  } else if (is_digit(c)) {
    unsigned n = 0;
    for (int i = 0; i < 3 && is_digit(peek()); ++i) n = n * 10 + static_cast<unsigned>(source_[at_++] - '0');
    if (n > 255) stop("`\\" + std::to_string(n) + "` is too large: at most 255");
    out += static_cast<char>(n);
  } else {
    stop("`\\` cannot stand before this sign. For a backslash, write `\\\\`");
  }
}

void Lexer::read_utf8(std::string& out) {
  std::size_t i = 2;
  std::uint32_t n = 0;
  if (peek(1) != '{' || !is_hex(peek(2))) stop("`\\u` is followed by `{`, hexadecimal digits and `}`");
  for (; is_hex(peek(i)); ++i) {
    n = n * 16 + hex_of(peek(i));
    if (n > 0x10ffff) stop("there is no such character");
  }
  if (peek(i) != '}') stop("`\\u` is followed by `{`, hexadecimal digits and `}`");
  at_ += i + 1;
  if (n < 0x80) {
    out += static_cast<char>(n);
    return;
  }
  const int more = n < 0x800 ? 1 : n < 0x10000 ? 2 : 3;
  out += static_cast<char>(((0xff00U >> (more + 1)) & 0xffU) | (n >> (6 * more)));
  for (int k = more - 1; k >= 0; --k) out += static_cast<char>(0x80U | ((n >> (6 * k)) & 0x3fU));
}

void Lexer::read_symbol(Token& token) {
  const std::string_view rest = source_.substr(at_);
  const auto begins = [&](std::string_view with) { return rest.front() == with.front() && rest.starts_with(with); };
  for (const Habit& habit : habits)
    if (begins(habit.written)) stop(std::string(habit.message));
  token.kind = TokenKind::symbol;
  for (const std::string_view symbol : symbols)
    if (begins(symbol)) {
      at_ += symbol.size();
      return;
    }
  if (static_cast<unsigned char>(rest[0]) >= 0x80) stop("this letter can only stand inside a text in quotes");
  if (rest[0] < ' ' || rest[0] == 0x7f) stop("a sign that cannot be seen stands here. Remove it");
  stop("`" + std::string(1, rest[0]) + "` means nothing here");
}

}  // namespace remit::lua
