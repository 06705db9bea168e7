#include "lua/parser.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace remit::lua {
namespace {

constexpr int most_levels = 120;    // Lua's own compiler stops at 200 of its calls
constexpr int most_depth = 150;     // of a tree: long chains of `and` and `..` nest to the left
constexpr std::size_t most_locals = 190;

}  // namespace

Parser::Level::Level(Parser& parser) : parser_(parser) {
  if (++parser_.level_ <= most_levels) return;
  --parser_.level_;
  base::Problem problem;
  problem.code = "TOO_COMPLEX";
  problem.line = parser_.token_.line;
  problem.column = parser_.token_.column;
  problem.message = "too many things stand inside each other here. Split this into smaller pieces, each with a `local` of its own";
  throw problem;
}

// ---- tokens ----------------------------------------------------------------------------------------------------------

void Parser::advance() {
  previous_ = token_;
  if (has_ahead_) {
    token_ = ahead_;
    has_ahead_ = false;
  } else {
    token_ = lexer_.next();
  }
  if (token_.kind == TokenKind::name && token_.words == "_ENV") forbid(token_, "`_ENV` cannot be used");
}

bool Parser::skip(std::string_view what) {
  if (!at(what)) return false;
  advance();
  return true;
}

void Parser::stop_at(int line, int column, std::string message) const {
  base::Problem problem;
  problem.code = "SYNTAX";
  problem.line = line;
  problem.column = column;
  problem.message = std::move(message);
  throw problem;
}

void Parser::stop(const Token& where, std::string message) const { stop_at(where.line, where.column, std::move(message)); }

void Parser::forbid(const Token& where, std::string message) {
  base::Problem problem;
  problem.code = "FORBIDDEN";
  problem.line = where.line;
  problem.column = where.column;
  problem.message = std::move(message);
  if (problems_.size() < 20) problems_.push_back(std::move(problem));
}

std::string Parser::found() const {
  if (token_.kind == TokenKind::end_of_file) return "the end of the file";
  return "`" + base::printable(token_.words.substr(0, 60), 40) + "`";
}

void Parser::expect(std::string_view symbol, std::string message) {
  if (skip(symbol)) return;
  if (at("=")) stop(token_, "`=` stores a value. To compare, use `==`");
  stop(token_, std::move(message));
}

int Parser::indent_of(int line) const {
  std::size_t start = 0;
  for (int i = 1; i < line; ++i) start = out_.source_.find('\n', start) + 1;
  int indent = 0;
  for (; start < out_.source_.size() && (out_.source_[start] == ' ' || out_.source_[start] == '\t'); ++start)
    indent += out_.source_[start] == '\t' ? 4 : 1;
  return indent;
}

/// `end`. Where it is missing, people leave the indentation right: a block whose `end` stood elsewhere is the likelier one.
void Parser::close(const Opener& opened) {
  if (at("end")) {
    const bool own_line = previous_.line < token_.line && opened.line < token_.line;
    if (own_line && suspect_.line == 0 && indent_of(token_.line) != opened.indent) {
      suspect_ = opened;
      suspect_end_ = token_.line;
    }
    advance();
    return;
  }
  const bool guess = suspect_.line != 0 && token_.kind == TokenKind::end_of_file;
  const Opener& blame = guess ? suspect_ : opened;
  const int before = guess ? suspect_end_ : token_.line;
  std::string where = guess || token_.kind != TokenKind::end_of_file ? "before line " + std::to_string(before) : "at the end of the file";
  if (at("=")) stop(token_, "`=` stores a value. To compare, use `==`");
  const std::string what = blame.word == "function" ? "function" : "`" + std::string(blame.word) + "`";
  stop_at(guess ? before : token_.line, guess ? 1 : token_.column,
          "the " + what + " on line " + std::to_string(blame.line) + " has no `end`. Put `end` " + where);
}

void Parser::close_bracket(std::string_view bracket, const Token& opened) {
  if (skip(bracket)) return;
  if (at("=") && bracket != "}") stop(token_, "`=` stores a value. To compare, use `==`");
  if (token_.kind == TokenKind::end_of_file || token_.kind == TokenKind::keyword)
    stop(opened, "the `" + std::string(opened.words) + "` on line " + std::to_string(opened.line) + " has no `" + std::string(bracket) + "`");
  const std::string comma = previous_.line < token_.line ? "a comma is missing at the end of line " + std::to_string(previous_.line)
                                                         : "a comma is missing";
  if (token_.kind == TokenKind::symbol && !at("{") && !at("("))
    stop(token_, "`" + std::string(bracket) + "` was expected here, and " + found() + " was found");
  stop(token_, comma + ", before " + found());
}

std::string_view Parser::expect_name(std::string_view where) {
  if (token_.kind == TokenKind::keyword)
    stop(token_, found() + " is a word of the language and cannot be a name. Choose another");
  if (token_.kind != TokenKind::name) stop(token_, "a name is missing " + std::string(where) + ", before " + found());
  const std::string_view name = token_.words;
  advance();
  return name;
}

// ---- nodes and names -------------------------------------------------------------------------------------------------

Node* Parser::make(NodeKind kind, const Token& start) {
  Node& node = out_.nodes_.emplace_back();
  node.kind = kind;
  node.line = start.line;
  node.column = start.column;
  node.begin = start.begin;
  node.end = start.end;
  node.function = function_;
  return &node;
}

void Parser::check_depth(const Node* node) const {
  if (node->depth <= most_depth) return;
  base::Problem problem;
  problem.code = "TOO_COMPLEX";
  problem.line = node->line;
  problem.column = node->column;
  problem.message = "this is too long a chain. Split it into smaller pieces, each with a `local` of its own";
  throw problem;
}

void Parser::adopt(Node* node, const Node* kid) const {
  node->depth = std::max<std::uint16_t>(node->depth, static_cast<std::uint16_t>(kid->depth + 1));
  check_depth(node);
}

Node* Parser::finish(Node* node) {
  for (const Node* kid : node->kids) adopt(node, kid);
  node->end = previous_.end;
  return node;
}

void Parser::constant(std::string_view words) {
  if (words.size() <= 4 && words.find_first_not_of("0123456789") == std::string_view::npos) return;   // part of an instruction
  function_->constants.insert(words);
}

Variable* Parser::declare(std::string_view name, int line) {
  Variable& variable = out_.variables_.emplace_back();
  variable.name = name;
  variable.owner = function_;
  variable.line = line;
  scopes_.back().push_back(&variable);
  std::size_t count = 0;
  for (const auto& scope : scopes_)
    count += static_cast<std::size_t>(std::ranges::count(scope, function_, &Variable::owner));
  if (count > most_locals) {
    base::Problem problem;
    problem.code = "TOO_COMPLEX";
    problem.line = line;
    problem.message = "more than " + std::to_string(most_locals) + " variables are alive here. Split this into smaller pieces";
    throw problem;
  }
  return &variable;
}

Variable* Parser::find(std::string_view name) const {
  for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope)
    for (auto variable = scope->rbegin(); variable != scope->rend(); ++variable)
      if ((*variable)->name == name) return *variable;
  return nullptr;
}

// ---- the file --------------------------------------------------------------------------------------------------------

void Parser::read_file() {
  function_ = &out_.functions_.emplace_back();
  function_->takes_more = true;
  scopes_.emplace_back();
  advance();
  function_->body = block();
  if (token_.kind != TokenKind::end_of_file) {
    if (at("end")) stop(token_, "there is one `end` too many, or the block it belongs to was closed before");
    stop(token_, found() + " stands here without what belongs before it");
  }
  function_->last_line = token_.line;
}

void Syntax::read(base::Problems& problems) {
  try {
    Parser(*this, problems).read_file();
  } catch (base::Problem& problem) {
    problems.push_back(std::move(problem));
  }
  if (functions_.empty()) functions_.emplace_back();
}

std::string Syntax::words(const Node& node) const {
  std::string out;
  for (const char c : source_.substr(node.begin, node.end - node.begin)) {
    if (c == '\n' || c == '\r' || c == '\t' || c == ' ') {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else {
      out += c;
    }
    if (out.size() > 60) break;
  }
  return base::printable(out, 57);
}

}  // namespace remit::lua
