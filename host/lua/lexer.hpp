// Source text into tokens, with friendly words for what cannot be one.
#pragma once
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>

#include "base/problem.hpp"

namespace remit::lua {

enum class TokenKind : std::uint8_t { end_of_file, name, keyword, text, integer, real, symbol };

struct Token {
  TokenKind kind = TokenKind::end_of_file;
  int line = 1, column = 1;
  std::uint32_t begin = 0, end = 0;
  std::string_view words;          // as written
  std::string_view value;          // of a text: what it means

  bool is(std::string_view symbol_or_keyword) const {
    return (kind == TokenKind::symbol || kind == TokenKind::keyword) && words == symbol_or_keyword;
  }
};

class Lexer {
 public:
  /// `texts` keeps the values of texts with escapes.
  Lexer(std::string_view source, std::deque<std::string>& texts);
  /// The next token. Throws base::Problem.
  Token next();

 private:
  [[noreturn]] void stop(std::string message) const;
  void skip_space();
  void skip_comment();
  bool long_bracket(std::size_t& level) const;
  std::string_view read_long(std::size_t level, const char* what);
  void read_name(Token& token);
  void read_number(Token& token);
  void read_text(Token& token);
  void read_escape(std::string& out);
  void read_utf8(std::string& out);
  void read_symbol(Token& token);
  char peek(std::size_t ahead = 0) const { return at_ + ahead < source_.size() ? source_[at_ + ahead] : '\0'; }
  void newline();

  std::string_view source_;
  std::deque<std::string>& texts_;
  std::size_t at_ = 0, line_start_ = 0;
  int line_ = 1;
};

}  // namespace remit::lua
