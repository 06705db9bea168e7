#include "lua/meaning.hpp"

#include <deque>
#include <span>
#include <vector>

#include "lua/lexer.hpp"

namespace remit::lua {

namespace {

using Tokens = std::vector<Token>;
using Part = std::span<const Token>;

bool opens(const Token& t) {
  for (const char* one : {"{", "(", "[", "function", "if", "do", "repeat"})
    if (t.is(one)) return true;
  return false;
}
bool closes(const Token& t) {
  for (const char* one : {"}", ")", "]", "end", "until"})
    if (t.is(one)) return true;
  return false;
}

// `(` text `)` is the text: `:is("x")` says what `:is "x"` says.
bool round_a_text(Part part, std::size_t at) {
  return at > 0 && at + 2 < part.size() && part[at].is("(") && part[at + 1].kind == TokenKind::text && part[at + 2].is(")") && part[at - 1].kind == TokenKind::name;
}

std::string written(Part part) {
  std::string out;
  auto tight = [](char c) { return c == '.' || c == ':' || c == '(' || c == '['; };
  for (std::size_t i = 0; i < part.size(); ++i) {
    const Token& t = part[i];
    if (round_a_text(part, i)) continue;
    if (i >= 2 && round_a_text(part, i - 2)) continue;
    if ((t.is(",") || t.is(";")) && i + 1 < part.size() && part[i + 1].is("}")) continue;
    const std::string words = t.kind == TokenKind::text ? "\"" + std::string(t.value) + "\"" : t.is(";") ? "," : std::string(t.words);
    const bool joined = out.empty() || tight(out.back()) || words == "." || words == ":" || words == "," || words == "(" || words == ")" || words == "[" || words == "]";
    out += (joined ? "" : " ") + words;
  }
  return out;
}

class Reader {
 public:
  explicit Reader(std::string_view source) {
    Lexer lexer(source, texts_);
    for (Token t = lexer.next(); t.kind != TokenKind::end_of_file; t = lexer.next()) tokens_.push_back(t);
  }

  std::map<std::string, std::string> parts_of(std::string_view word, std::string_view id) {
    for (std::size_t i = 0; i + 2 < tokens_.size(); ++i) {
      if (tokens_[i].kind != TokenKind::name || tokens_[i].words != word) continue;
      std::size_t at = i + 1;
      const bool bracket = tokens_[at].is("(");
      at += bracket;
      if (tokens_[at].kind != TokenKind::text || tokens_[at].value != id) continue;
      at += 1 + bracket;
      if (at < tokens_.size() && tokens_[at].is("(")) ++at;
      if (at < tokens_.size() && tokens_[at].is("{")) read(at);
      break;
    }
    return std::move(out_);
  }

 private:
  // The end of what begins at `at`, at which `stop` says yes with nothing open.
  template <class Stop>
  std::size_t end_of(std::size_t at, Stop stop) const {
    int depth = 0;
    for (; at < tokens_.size(); ++at) {
      if (depth == 0 && stop(at)) return at;
      depth += opens(tokens_[at]) - closes(tokens_[at]);
    }
    return at;
  }

  void read(std::size_t brace) {
    for (std::size_t at = brace + 1; at + 1 < tokens_.size() && !tokens_[at].is("}");) {
      const std::size_t end = end_of(at, [&](std::size_t i) { return tokens_[i].is(",") || tokens_[i].is(";") || tokens_[i].is("}"); });
      if (tokens_[at + 1].is("=")) add(std::string(tokens_[at].words), Part(tokens_).subspan(at + 2, end - at - 2));
      at = end + (end < tokens_.size() && !tokens_[end].is("}"));
    }
  }

  void add(std::string key, Part part) {
    if (key == "row" || key == "effect_reason") return;
    out_[std::move(key)] = written(part);
    for (std::size_t i = 0; i < part.size(); ++i)
      if (part[i].kind == TokenKind::name && (i == 0 || (!part[i - 1].is(".") && !part[i - 1].is(":")))) add_local(part[i].words);
  }

  // `local name = ...` or `local function name ...` of the file.
  void add_local(std::string_view name) {
    const std::string key = "local " + std::string(name);
    if (out_.contains(key)) return;
    int depth = 0;
    for (std::size_t i = 0; i + 2 < tokens_.size(); ++i) {
      if (depth == 0 && tokens_[i].is("local")) {
        const bool function = tokens_[i + 1].is("function");
        if (tokens_[i + 1 + function].words == name) return add(key, Part(tokens_).subspan(i + 1, statement_end(i + 1) - i - 1));
      }
      depth += opens(tokens_[i]) - closes(tokens_[i]);
    }
  }

  // At file level every statement begins on a line of its own.
  std::size_t statement_end(std::size_t at) const {
    return end_of(at, [&](std::size_t i) {
      if (i == at || tokens_[i].line == tokens_[i - 1].line) return false;
      const Token& before = tokens_[i - 1];
      const bool goes_on = before.is("=") || before.is(".") || before.is(":") || before.is(",");
      return !goes_on && (tokens_[i].kind == TokenKind::name || tokens_[i].is("local"));
    });
  }

  std::deque<std::string> texts_;
  Tokens tokens_;
  std::map<std::string, std::string> out_;
};

}  // namespace

std::map<std::string, std::string> meaning_of(std::string_view source, std::string_view word, std::string_view id) { return Reader(source).parts_of(word, id); }

}  // namespace remit::lua
