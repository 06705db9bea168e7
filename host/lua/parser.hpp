// Tokens into the tree of lua/syntax.hpp, names resolved on the way, as Lua's own compiler does it.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "lua/lexer.hpp"
#include "lua/syntax.hpp"

namespace remit::lua {

class Parser {
 public:
  Parser(Syntax& out, base::Problems& problems) : out_(out), problems_(problems), lexer_(out.source_, out.texts_) {}
  /// Throws base::Problem at the first mistake that hides what follows.
  void read_file();

 private:
  struct Level;                       // counts nesting
  struct Opener {                     // what an `end`, `until` or bracket closes
    std::string_view word;
    int line, indent;
  };

  // tokens
  void advance();
  bool at(std::string_view what) const { return token_.is(what); }
  bool skip(std::string_view what);
  [[noreturn]] void stop(const Token& where, std::string message) const;
  [[noreturn]] void stop_at(int line, int column, std::string message) const;
  void forbid(const Token& where, std::string message);
  void expect(std::string_view symbol, std::string message);
  void close(const Opener& opener);
  void close_bracket(std::string_view bracket, const Token& opened);
  std::string_view expect_name(std::string_view where);
  std::string found() const;
  int indent_of(int line) const;
  Opener opener(const Token& token) const { return {token.words, token.line, indent_of(token.line)}; }

  // nodes and names
  Node* make(NodeKind kind, const Token& start);
  Node* finish(Node* node);
  void adopt(Node* node, const Node* kid) const;
  void constant(std::string_view words);
  Variable* declare(std::string_view name, int line);
  Variable* find(std::string_view name) const;

  // statements
  Block block();
  Block scoped_block();
  bool block_ends() const;
  Node* statement();
  Node* if_statement();
  Node* while_statement();
  Node* do_statement();
  Node* repeat_statement();
  Node* for_statement();
  Node* function_statement();
  Node* local_statement();
  void attribute();
  Node* return_statement();
  Node* expression_statement();
  Node* assignment(Node* first);
  void label();

  // expressions
  Node* expression(int limit = 0);
  Node* condition(std::string_view after, const Token& start);
  void expressions(std::vector<Node*>& into, Node* owner);
  Node* simple();
  Node* suffixed();
  Node* primary();
  void arguments(Node* call);
  Node* table();
  Node* entry();
  Node* function_body(const Token& start, std::string name, bool method);
  void check_depth(const Node* node) const;

  Syntax& out_;
  base::Problems& problems_;
  Lexer lexer_;
  Token token_, previous_;
  Token ahead_;
  bool has_ahead_ = false;
  std::vector<std::vector<Variable*>> scopes_;
  Function* function_ = nullptr;
  int level_ = 0, loops_ = 0;
  Opener suspect_{{}, 0, 0};          // a block whose `end` stands under another indentation: where one may be missing
  int suspect_end_ = 0;
};

struct Parser::Level {
  explicit Level(Parser& parser);
  ~Level() { --parser_.level_; }
  Level(const Level&) = delete;
  Level& operator=(const Level&) = delete;

 private:
  Parser& parser_;
};

}  // namespace remit::lua
