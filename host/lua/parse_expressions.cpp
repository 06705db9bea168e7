// Expressions: precedence climbing, with the priorities of Lua's own parser.
#include <array>

#include "lua/parser.hpp"

namespace remit::lua {
namespace {

struct Priority {
  std::string_view words;
  int left, right;
};
constexpr std::array<Priority, 21> priorities = {{
    {"or", 1, 1}, {"and", 2, 2}, {"<", 3, 3}, {">", 3, 3}, {"<=", 3, 3}, {">=", 3, 3}, {"~=", 3, 3}, {"==", 3, 3},
    {"|", 4, 4}, {"~", 5, 5}, {"&", 6, 6}, {"<<", 7, 7}, {">>", 7, 7}, {"..", 9, 8}, {"+", 10, 10}, {"-", 10, 10},
    {"*", 11, 11}, {"/", 11, 11}, {"//", 11, 11}, {"%", 11, 11}, {"^", 14, 13},
}};
constexpr int unary_priority = 12;

const Priority* priority_of(const Token& token) {
  for (const Priority& priority : priorities)
    if (token.is(priority.words)) return &priority;
  return nullptr;
}

bool forbidden(std::string_view op) {
  return op == "|" || op == "~" || op == "&" || op == "<<" || op == ">>" || op == "^";
}

}  // namespace

Node* Parser::expression(int limit) {
  const Level level(*this);
  const Token start = token_;
  Node* left;
  if (at("not") || at("-") || at("#") || at("~")) {
    left = make(NodeKind::unary, start);
    left->text = start.words;
    if (start.words == "~") forbid(start, "`~` cannot be used. \"not equal\" is written `~=`, and \"not\" is written `not`");
    advance();
    left->kids.push_back(expression(unary_priority));
    finish(left);
  } else {
    left = simple();
  }
  for (const Priority* op = priority_of(token_); op != nullptr && op->left > limit; op = priority_of(token_)) {
    Node* node = make(NodeKind::binary, token_);
    node->text = token_.words;
    if (forbidden(node->text)) forbid(token_, "`" + std::string(node->text) + "` cannot be used here");
    node->begin = left->begin;
    advance();
    node->kids = {left, expression(op->right)};
    left = finish(node);
  }
  return left;
}

void Parser::expressions(std::vector<Node*>& into, Node* owner) {
  do {
    into.push_back(expression());
    if (owner != nullptr) adopt(owner, into.back());
  } while (skip(","));
}

Node* Parser::simple() {
  const Token start = token_;
  const auto leaf = [&](NodeKind kind) {
    Node* node = make(kind, start);
    node->text = start.kind == TokenKind::text ? start.value : start.words;
    advance();
    return node;
  };
  switch (token_.kind) {
    case TokenKind::integer: constant(token_.words); return leaf(NodeKind::integer);
    case TokenKind::real: constant(token_.words); return leaf(NodeKind::real);
    case TokenKind::text: constant(token_.words); return leaf(NodeKind::text);
    default: break;
  }
  if (at("nil")) return leaf(NodeKind::nil);
  if (at("true")) return leaf(NodeKind::yes);
  if (at("false")) return leaf(NodeKind::no);
  if (at("...")) {
    if (!function_->takes_more) stop(token_, "`...` can only stand in a function that takes `...`");
    return leaf(NodeKind::dots);
  }
  if (at("{")) return table();
  if (at("function")) {
    advance();
    return function_body(start, "", false);
  }
  return suffixed();
}

Node* Parser::primary() {
  const Token start = token_;
  if (token_.kind == TokenKind::name) {
    Node* node = make(NodeKind::name, start);
    node->text = token_.words;
    node->variable = find(token_.words);
    if (node->variable == nullptr) constant(token_.words);
    advance();
    return node;
  }
  if (skip("(")) {
    Node* node = make(NodeKind::paren, start);
    node->kids.push_back(expression());
    close_bracket(")", start);
    return finish(node);
  }
  if (at("=")) stop(token_, "`=` stores a value. To compare, use `==`");
  stop(token_, "a value is missing before " + found());
}

Node* Parser::suffixed() {
  Node* left = primary();
  for (;;) {
    const Token start = token_;
    Node* node;
    if (at(".")) {
      advance();
      node = make(NodeKind::index, start);
      node->dotted = true;
      const Token key = token_;
      node->text = token_.kind == TokenKind::name ? token_.words : std::string_view();
      expect_name("after `.`");
      Node* name = make(NodeKind::text, key);
      name->text = key.words;
      constant(key.words);
      node->kids = {left, name};
    } else if (at("[")) {
      advance();
      node = make(NodeKind::index, start);
      node->kids = {left, expression()};
      close_bracket("]", start);
    } else if (at(":")) {
      advance();
      node = make(NodeKind::method, start);
      node->text = token_.words;
      constant(token_.words);
      expect_name("after `:`");
      node->kids = {left};
      if (!at("(") && !at("{") && token_.kind != TokenKind::text)
        stop(token_, "`:" + std::string(node->text) + "` needs its brackets: `:" + std::string(node->text) + "()`");
      arguments(node);
    } else if (at("(") || at("{") || token_.kind == TokenKind::text) {
      node = make(NodeKind::call, start);
      node->kids = {left};
      arguments(node);
    } else {
      return left;
    }
    node->begin = left->begin;
    left = finish(node);
  }
}

void Parser::arguments(Node* call) {
  const Level level(*this);
  if (token_.kind == TokenKind::text) {
    call->kids.push_back(simple());
  } else if (at("{")) {
    call->kids.push_back(table());
  } else {
    const Token opened = token_;
    advance();
    if (!at(")")) expressions(call->kids, nullptr);
    close_bracket(")", opened);
  }
}

Node* Parser::table() {
  const Level level(*this);
  const Token opened = token_;
  Node* node = make(NodeKind::table, opened);
  advance();
  while (!at("}") && token_.kind != TokenKind::end_of_file) {
    node->kids.push_back(entry());
    if (!skip(",") && !skip(";")) break;
  }
  close_bracket("}", opened);
  return finish(node);
}

Node* Parser::entry() {
  const Token start = token_;
  Node* node;
  if (at("[")) {
    advance();
    node = make(NodeKind::keyed, start);
    node->kids.push_back(expression());
    close_bracket("]", start);
    expect("=", "`=` is missing after `]`");
    node->kids.push_back(expression());
    return finish(node);
  }
  if (token_.kind == TokenKind::name || token_.kind == TokenKind::keyword) {
    if (!has_ahead_) {
      ahead_ = lexer_.next();
      has_ahead_ = true;
    }
    if (ahead_.is("=")) {
      node = make(NodeKind::named, start);
      node->text = token_.words;
      constant(token_.words);
      expect_name("in the table");
      advance();
      node->kids.push_back(expression());
      return finish(node);
    }
  }
  node = make(NodeKind::item, start);
  node->kids.push_back(expression());
  return finish(node);
}

Node* Parser::function_body(const Token& start, std::string name, bool method) {
  const Level level(*this);
  Node* node = make(NodeKind::function, start);
  const Opener opened = opener(start);
  Function& made = out_.functions_.emplace_back();
  made.parent = function_;
  made.number = static_cast<int>(out_.functions_.size()) - 1;
  made.line = start.line;
  made.column = start.column;
  made.name = std::move(name);
  node->function = &made;
  function_ = &made;
  scopes_.emplace_back();
  if (method) {
    Variable* self = declare("self", start.line);
    self->parameter = true;
    made.parameters.push_back(self);
  }
  const Token bracket = token_;
  if (!skip("(")) stop(token_, "the parameters of the function are missing: `function (application)`");
  while (!at(")")) {
    if (skip("...")) {
      made.takes_more = true;
      break;
    }
    const int line = token_.line;
    Variable* parameter = declare(expect_name("among the parameters"), line);
    parameter->parameter = true;
    made.parameters.push_back(parameter);
    if (!skip(",")) break;
  }
  close_bracket(")", bracket);
  const int outer_loops = loops_;
  loops_ = 0;
  made.body = block();
  made.last_line = token_.line;
  close(opened);
  loops_ = outer_loops;
  scopes_.pop_back();
  function_ = made.parent;
  for (const Node* inner : made.body) adopt(node, inner);
  node->end = previous_.end;
  return node;
}

}  // namespace remit::lua
