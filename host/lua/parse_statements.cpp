// Statements.
#include "lua/parser.hpp"

namespace remit::lua {

bool Parser::block_ends() const {
  return token_.kind == TokenKind::end_of_file || at("end") || at("else") || at("elseif") || at("until");
}

Block Parser::block() {
  Block out;
  while (!block_ends()) {
    if (at("return")) {
      out.push_back(return_statement());
      break;
    }
    if (Node* node = statement()) out.push_back(node);
  }
  return out;
}

Block Parser::scoped_block() {
  scopes_.emplace_back();
  Block out = block();
  scopes_.pop_back();
  return out;
}

Node* Parser::statement() {
  const Level level(*this);
  if (skip(";")) return nullptr;
  if (at("if")) return if_statement();
  if (at("while")) return while_statement();
  if (at("do")) return do_statement();
  if (at("for")) return for_statement();
  if (at("repeat")) return repeat_statement();
  if (at("function")) return function_statement();
  if (at("local")) return local_statement();
  if (at("::") || at("goto")) {
    label();
    return nullptr;
  }
  if (at("break")) {
    Node* node = make(NodeKind::stop, token_);
    if (loops_ == 0) stop(token_, "`break` can only stand inside a loop");
    advance();
    return node;
  }
  return expression_statement();
}

void Parser::label() {
  forbid(token_, "`goto` and labels cannot be used. Write a loop, or a function");
  const bool jump = at("goto");
  advance();
  expect_name(jump ? "after `goto`" : "after `::`");
  if (!jump) expect("::", "`::` is missing here");
}

/// A condition, then the word that must follow it.
Node* Parser::condition(std::string_view after, const Token& start) {
  Node* node = expression();
  const std::string word(start.words), next(after);
  expect(after, "the `" + word + "` on line " + std::to_string(start.line) + " has no `" + next + "`. Put `" + next + "` after the condition, before " + found());
  return node;
}

Node* Parser::if_statement() {
  const Opener opened = opener(token_);
  Node* node = make(NodeKind::if_chain, token_);
  do {
    const Token start = token_;
    advance();
    node->kids.push_back(condition("then", start));
    node->blocks.push_back(scoped_block());
  } while (at("elseif"));
  if (skip("else")) node->blocks.push_back(scoped_block());
  for (const Block& inner : node->blocks)
    for (const Node* kid : inner) adopt(node, kid);
  close(opened);
  return finish(node);
}

Node* Parser::while_statement() {
  const Opener opened = opener(token_);
  const Token start = token_;
  Node* node = make(NodeKind::while_loop, token_);
  function_->loops = true;
  advance();
  node->kids.push_back(condition("do", start));
  ++loops_;
  node->blocks.push_back(scoped_block());
  --loops_;
  for (const Node* kid : node->blocks.back()) adopt(node, kid);
  close(opened);
  return finish(node);
}

Node* Parser::do_statement() {
  const Opener opened = opener(token_);
  Node* node = make(NodeKind::do_block, token_);
  advance();
  node->blocks.push_back(scoped_block());
  for (const Node* kid : node->blocks.back()) adopt(node, kid);
  close(opened);
  return finish(node);
}

Node* Parser::repeat_statement() {
  const Token start = token_;
  Node* node = make(NodeKind::repeat_loop, token_);
  function_->loops = true;
  advance();
  scopes_.emplace_back();
  ++loops_;
  node->blocks.push_back(block());
  --loops_;
  expect("until", "the `repeat` on line " + std::to_string(start.line) + " has no `until`. Put `until` and a condition before " + found());
  node->kids.push_back(expression());   // sees the locals of the block
  scopes_.pop_back();
  for (const Node* kid : node->blocks.back()) adopt(node, kid);
  return finish(node);
}

Node* Parser::for_statement() {
  const Opener opened = opener(token_);
  const Token start = token_;
  Node* node = make(NodeKind::for_in, token_);
  function_->loops = true;
  advance();
  std::vector<std::string_view> names;
  const int line = token_.line;
  do names.push_back(expect_name("after `for`")); while (skip(","));
  const bool numbers = names.size() == 1 && at("=");
  if (numbers) node->kind = NodeKind::for_numbers;
  if (!numbers && !at("in")) stop(token_, "`in` is missing after the names of the `for`: `for _, item in ipairs(list) do`");
  advance();
  expressions(node->kids, node);
  if (numbers && (node->kids.size() < 2 || node->kids.size() > 3))
    stop(start, "this `for` needs where it begins and where it ends: `for i = 1, 10 do`");
  expect("do", "the `for` on line " + std::to_string(start.line) + " has no `do`. Put `do` before " + found());
  scopes_.emplace_back();
  for (const std::string_view name : names) node->names.push_back(declare(name, line));
  ++loops_;
  node->blocks.push_back(block());
  --loops_;
  scopes_.pop_back();
  for (const Node* kid : node->blocks.back()) adopt(node, kid);
  close(opened);
  return finish(node);
}

/// `function a.b:c() ... end` is the assignment `a.b.c = function (self) ... end`.
Node* Parser::function_statement() {
  const Token start = token_;
  Node* node = make(NodeKind::assign, token_);
  advance();
  if (token_.kind != TokenKind::name) stop(token_, "the name of the function is missing before " + found());
  Node* target = primary();
  bool method = false;
  while (!method && (at(".") || at(":"))) {
    method = at(":");
    const Token dot = token_;
    advance();
    Node* index = make(NodeKind::index, dot);
    index->dotted = true;
    Node* name = make(NodeKind::text, token_);
    name->text = index->text = token_.words;
    constant(token_.words);
    expect_name("in the function's name");
    index->begin = target->begin;
    index->kids = {target, name};
    target = finish(index);
  }
  if (target->kind == NodeKind::name && target->variable != nullptr) target->variable->assigned = true;
  node->kids.push_back(target);
  node->values.push_back(function_body(start, out_.words(*target), method));
  adopt(node, node->values.back());
  return finish(node);
}

Node* Parser::local_statement() {
  const Token start = token_;
  advance();
  if (at("function")) {
    Node* node = make(NodeKind::local_function, start);
    const Token keyword = token_;
    advance();
    const int line = token_.line;
    const std::string_view name = expect_name("after `local function`");
    Variable* variable = declare(name, line);
    node->names.push_back(variable);
    node->values.push_back(function_body(keyword, std::string(name), false));
    variable->function = node->values.back()->function;
    adopt(node, node->values.back());
    return finish(node);
  }
  Node* node = make(NodeKind::local, start);
  std::vector<std::pair<std::string_view, int>> names;
  do {
    const int line = token_.line;
    names.emplace_back(expect_name("after `local`"), line);
    if (at("<")) attribute();
  } while (skip(","));
  if (skip("=")) expressions(node->values, node);
  for (std::size_t i = 0; i < names.size(); ++i) {
    Variable* variable = declare(names[i].first, names[i].second);
    node->names.push_back(variable);
    if (i >= node->values.size()) continue;
    const Node* value = node->values[i];
    const bool spreads = i + 1 == node->values.size() && names.size() > node->values.size();
    if (!spreads || value->kind == NodeKind::function) variable->first = value;
    if (value->kind == NodeKind::function) {
      variable->function = value->function;
      if (value->function->name.empty()) value->function->name = names[i].first;
    }
  }
  return finish(node);
}

void Parser::attribute() {
  const Token start = token_;
  advance();
  const std::string_view word = expect_name("after `<`");
  if (word == "close") forbid(start, "`<close>` cannot be used");
  else if (word != "const") stop(start, "`<" + std::string(word) + ">` is not known. Leave it out");
  expect(">", "`>` is missing here");
}

Node* Parser::return_statement() {
  Node* node = make(NodeKind::return_answer, token_);
  advance();
  if (!block_ends() && !at(";")) expressions(node->kids, node);
  if (at("=")) stop(token_, "`=` stores a value. To compare, use `==`");
  skip(";");
  return finish(node);
}

Node* Parser::expression_statement() {
  const Token start = token_;
  if (token_.kind == TokenKind::text || token_.kind == TokenKind::integer || token_.kind == TokenKind::real || at("{"))
    stop(token_, found() + " stands here alone and does nothing. Store it: `local name = ...`");
  if (token_.kind == TokenKind::keyword) stop(token_, found() + " cannot begin a sentence here");
  Node* left = suffixed();
  if (at("=") || at(",")) return assignment(left);
  if (left->kind == NodeKind::call || left->kind == NodeKind::method) return left;
  if (at("==")) stop(token_, "`==` compares. To store a value, use `=`");
  if (left->kind == NodeKind::name && token_.kind == TokenKind::name && token_.line == start.line)
    stop(token_, "a name stands in quotes: `" + out_.words(*left) + " \"" + std::string(token_.words) + "\" { ... }`");
  stop(start, "`" + out_.words(*left) + "` stands here alone and does nothing. Compare it in an `if`, or store it: `local name = ...`");
}

Node* Parser::assignment(Node* first) {
  Node* node = make(NodeKind::assign, previous_);
  node->line = first->line;
  node->column = first->column;
  node->begin = first->begin;
  node->kids.push_back(first);
  while (skip(",")) node->kids.push_back(suffixed());
  expect("=", "`=` is missing before " + found());
  for (Node* target : node->kids) {
    if (target->kind != NodeKind::name && target->kind != NodeKind::index)
      stop_at(target->line, target->column, "nothing can be stored in `" + out_.words(*target) + "`");
    if (target->variable != nullptr) target->variable->assigned = true;
  }
  expressions(node->values, node);
  return finish(node);
}

}  // namespace remit::lua
