// Our own reading of Lua 5.4 source, before Lua's compiler sees it: a tree with lines and columns, every name resolved to
// the local variable it means or to a global. Mistakes are worded for people who are not programmers. What the dialect
// forbids everywhere (`_ENV`, goto, labels, <close>, bitwise operators, `^`) is noted here, where it stands.
#pragma once
#include <cstdint>
#include <deque>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.hpp"

namespace remit::lua {

struct Function;
struct Node;

struct Variable {
  std::string_view name;
  Function* owner = nullptr;       // the function whose local it is
  Function* function = nullptr;    // the function it holds, for `local function f` and `local f = function`
  const Node* first = nullptr;     // the expression it was declared with, when there is exactly one for it
  int line = 0;
  bool parameter = false;
  bool assigned = false;           // written after its declaration
};

enum class NodeKind : std::uint8_t {
  // expressions
  nil, yes, no, integer, real, text, dots, function, name, index, call, method, binary, unary, paren, table,
  item, named, keyed,              // entries of a table
  // statements
  local, assign, do_block, while_loop, repeat_loop, if_chain, for_numbers, for_in, local_function, return_answer, stop
};

using Block = std::vector<Node*>;

struct Node {
  NodeKind kind = NodeKind::nil;
  bool dotted = false;             // index: written `a.b`
  std::uint16_t depth = 1;         // of the tree below
  int line = 0, column = 0;
  std::uint32_t begin = 0, end = 0;   // its bytes in the source
  std::string_view text;           // name, value of a text, digits of a number, operator, method, field
  Variable* variable = nullptr;    // name: the local it means; null: a global
  Function* function = nullptr;    // function: itself; for all others the function they stand in
  std::vector<Node*> kids;         // index: object, key; call: callee, arguments; method: object, arguments; binary: two;
                                   // assign: targets; local: values; if: conditions; for: bounds or expressions
  std::vector<Node*> values;       // assign: values
  std::vector<Variable*> names;    // local, for
  std::vector<Block> blocks;       // bodies; if: one more than conditions when there is an else
};

struct Function {
  Function* parent = nullptr;      // null: the file itself
  int number = 0;                  // in order of appearance; 0: the file itself
  int line = 0, column = 0, last_line = 0;
  std::string name;                // "rule", "math.max"; empty when it has none
  std::vector<Variable*> parameters;
  bool takes_more = false;         // ends in ...
  Block body;
  std::set<std::string_view> constants;      // its own distinct texts and numbers, as far as the compiler may need them
  bool loops = false;
};

class Syntax {
 public:
  explicit Syntax(std::string_view source) : source_(source) {}

  /// Reads the whole source. Problems have no file yet. A tree that stopped at a mistake must not be used.
  void read(base::Problems& problems);

  Function& file() { return functions_.front(); }
  const Function& file() const { return functions_.front(); }
  const std::deque<Function>& functions() const { return functions_; }
  std::string_view source() const { return source_; }
  /// The source of an expression on one line, cut when long.
  std::string words(const Node& node) const;
  const std::deque<Node>& nodes() const { return nodes_; }   // in the order in which they began
  const std::deque<Variable>& variables() const { return variables_; }

  /// Every node below a block or node, parents first, functions inside included. Answering false skips what is below.
  template <class F>
  static void walk(const Block& block, F&& visit) {
    for (const Node* node : block) walk(*node, visit);
  }
  template <class F>
  static void walk(const Node& node, F&& visit) {
    if (!visit(node)) return;
    for (const Node* kid : node.kids) walk(*kid, visit);
    for (const Node* value : node.values) walk(*value, visit);
    for (const Block& block : node.blocks) walk(block, visit);
    if (node.kind == NodeKind::function) walk(node.function->body, visit);
  }

 private:
  friend class Parser;
  std::string_view source_;
  std::deque<Node> nodes_;
  std::deque<Function> functions_;
  std::deque<Variable> variables_;
  std::deque<std::string> texts_;
};

}  // namespace remit::lua
