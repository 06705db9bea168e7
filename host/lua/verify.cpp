#include "lua/verify.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

#include "base/text.hpp"
#include "lua/sandbox.hpp"

namespace remit::lua {
namespace {

constexpr std::size_t most_constants = 250;   // Lua's short instructions reach 255

struct Advice {
  std::string_view op, write;
};
constexpr std::array<Advice, 10> advice = {{
    {"and", "all_of { ... }"}, {"or", "any_of { ... }"}, {"not", "not_ { ... }"},
    {"==", "application.field:is(...)"}, {"~=", "application.field:is_not(...)"},
    {"<", "application.field:at_most(...)` or `:is_before(...)"}, {"<=", "application.field:at_most(...)"},
    {">", "application.field:at_least(...)` or `:is_after(...)"}, {">=", "application.field:at_least(...)"},
    {"#", "application.list:count()"},
}};
constexpr std::array<std::array<std::string_view, 2>, 8> other_languages = {{
    {"null", "nil"}, {"None", "nil"}, {"NULL", "nil"}, {"undefined", "nil"},
    {"True", "true"}, {"TRUE", "true"}, {"False", "false"}, {"FALSE", "false"},
}};

bool is_comparison(std::string_view op) {
  return op == "==" || op == "~=" || op == "<" || op == ">" || op == "<=" || op == ">=";
}
bool is_literal(const Node& n) {
  return n.kind == NodeKind::text || n.kind == NodeKind::integer || n.kind == NodeKind::real;
}
bool is_constant(const Node& n) {
  return is_literal(n) || (n.kind == NodeKind::unary && n.text == "-" && is_constant(*n.kids[0])) ||
         (n.kind == NodeKind::paren && is_constant(*n.kids[0])) ||
         (n.kind == NodeKind::binary && is_constant(*n.kids[0]) && is_constant(*n.kids[1]));
}
bool too_large(const Node& n) {
  std::int64_t value = 0;
  if (n.kind != NodeKind::integer || n.text.starts_with("0x") || n.text.starts_with("0X")) return false;
  return std::from_chars(n.text.data(), n.text.data() + n.text.size(), value).ec != std::errc();
}

class Verifier {
 public:
  Verifier(const Syntax& tree, Names& names, const Dialect& dialect, base::Problems& problems)
      : tree_(tree), names_(names), dialect_(dialect), problems_(problems) {}

  void run() {
    for (const Function& f : tree_.functions())
      if (f.number != 0 && f.constants.size() > most_constants)
        say("TOO_COMPLEX", f.line, f.column, "this function names more than " + std::to_string(most_constants) + " different things. Split it into smaller ones");
    if (dialect_.bare) learn_globals();
    for (const Node& node : tree_.nodes())
      if (node.kind == NodeKind::assign) targets_.insert(node.kids.begin(), node.kids.end());
    for (const Node& node : tree_.nodes()) {
      const bool in_function = node.function != nullptr && (node.kind == NodeKind::function ? node.function->parent : node.function)->number != 0;
      if (!in_function && !dialect_.bare) check_file_level(node);
      if (in_function && dialect_.exact) check_exact(node);
      check(node, in_function);
    }
  }

 private:
  void say(std::string code, int line, int column, std::string message) {
    base::Problem problem;
    problem.code = std::move(code);
    problem.line = line;
    problem.column = column;
    problem.message = std::move(message);
    problems_.push_back(std::move(problem));
  }
  void say(std::string code, const Node& node, std::string message) { say(std::move(code), node.line, node.column, std::move(message)); }

  /// In the bare dialect `function rule(app)` at file level makes `rule` a known name.
  void learn_globals() {
    for (const Node& node : tree_.nodes())
      if (node.kind == NodeKind::assign && node.function->number == 0)
        for (const Node* target : node.kids)
          if (target->kind == NodeKind::name && target->variable == nullptr && names_.find(target->text) == nullptr)
            learned_.push_back(target->text);
    for (const std::string_view name : learned_) names_.add(std::string(name), Where::everywhere, false);
  }

  void check_file_level(const Node& node) {
    switch (node.kind) {
      case NodeKind::if_chain:
        return say("FILE_LEVEL", node, "`if` cannot stand outside a function. Say when a rule applies with `applies_when = ...`");
      case NodeKind::while_loop: case NodeKind::repeat_loop: case NodeKind::for_numbers: case NodeKind::for_in:
        return say("FILE_LEVEL", node, "a loop cannot stand outside a function. Write the entries one after the other");
      case NodeKind::binary: case NodeKind::unary: break;
      default: return;
    }
    if (is_constant(node) && !is_comparison(node.text) && node.text != "and" && node.text != "or") return;
    for (const Advice& a : advice)
      if (a.op == node.text)
        return say("FILE_LEVEL", node, "`" + std::string(node.text) + "` cannot stand outside a function. Write `" + std::string(a.write) + "`");
    say("FILE_LEVEL", node, "`" + std::string(node.text) + "` outside a function works on numbers and texts that stand here, not on fields");
  }

  void check_exact(const Node& node) {
    if (node.kind == NodeKind::binary && node.text == "/") return say("INEXACT", node, "`/` would round. Write `ratio(a, b)`, or `share(part, whole)` for a percentage");
    if (node.kind == NodeKind::real || too_large(node)) return say("INEXACT", node, decimal(node));
    if (node.kind != NodeKind::name || node.variable == nullptr || node.variable->first == nullptr) return;
    if (node.variable->owner->number != 0) return;
    const Node* inexact = nullptr;   // `local rate = 0.5` at file level, used here
    Syntax::walk(*node.variable->first, [&](const Node& n) {
      if (n.kind == NodeKind::real || (n.kind == NodeKind::binary && n.text == "/") || too_large(n)) inexact = &n;
      return n.kind != NodeKind::function;
    });
    if (inexact != nullptr) say("INEXACT", node, "`" + std::string(node.text) + "` holds a decimal fraction (line " + std::to_string(inexact->line) + "), which would round. Write it there as `ratio(1, 2)`");
  }

  static std::string decimal(const Node& node) {
    const std::string_view digits = node.text;
    const auto point = digits.find('.');
    if (point == std::string_view::npos || digits.find_first_not_of("0123456789.") != std::string_view::npos || digits.size() > 12)
      return "a decimal fraction would round. Write whole numbers, or `ratio(a, b)`";
    std::string whole(digits.substr(0, point)), part(digits.substr(point + 1));
    std::string top = whole + part;
    top.erase(0, std::min(top.find_first_not_of('0'), top.size() - 1));
    return "`" + std::string(digits) + "` would round. Write `ratio(" + top + ", 1" + std::string(part.size(), '0') + ")`";
  }

  void check(const Node& node, bool in_function) {
    switch (node.kind) {
      case NodeKind::assign:
        for (const Node* target : node.kids)
          if (target->kind == NodeKind::name && target->variable == nullptr) check_global_write(*target, in_function);
        break;
      case NodeKind::name:
        if (node.variable == nullptr && !is_target(node)) check_name(node, in_function);
        break;
      case NodeKind::index: check_index(*node.kids[1]); break;
      case NodeKind::keyed: check_index(*node.kids[0]); break;
      case NodeKind::binary:
        if (node.text == "or") check_always_true(node);
        break;
      default: break;
    }
  }

  void check_global_write(const Node& target, bool in_function) {
    const std::string name(target.text);
    const bool own = std::ranges::find(learned_, target.text) != learned_.end();
    if (const Names::Entry* entry = names_.find(name); entry != nullptr && !own)
      return say("READ_ONLY", target, "`" + name + "` is " + (entry->library ? "built in" : "a word of Remit") + " and cannot be changed. Choose another name");
    if (in_function || !dialect_.bare)
      say("GLOBAL_WRITE", target, "`" + name + "` is not declared. Write `local " + name + "` where it is first used" +
                                      (in_function ? ", inside the function: a rule keeps nothing from one application to the next" : ""));
  }

  bool is_target(const Node& node) const { return targets_.contains(&node); }

  void check_name(const Node& node, bool in_function) {
    const Names::Entry* entry = names_.find(node.text);
    const std::string name(node.text.substr(0, 80));
    if (entry != nullptr && (!in_function || entry->where == Where::everywhere)) return;
    if (entry != nullptr)
      return say("UNKNOWN_NAME", node, "`" + name + "` is a word for sentences at file level. Inside a function ask for it as a parameter, as in `function (application, parameters)`");
    for (const auto& [theirs, ours] : other_languages)
      if (name == theirs) return say("UNKNOWN_NAME", node, "nothing is called `" + name + "`. Write `" + std::string(ours) + "`");
    std::vector<std::string> known = names_.known(in_function);
    for (const Variable* variable : visible(node)) known.emplace_back(variable->name);
    const std::string near = base::nearest(name, std::span<const std::string>(known));
    say("UNKNOWN_NAME", node, "nothing is called `" + name + "`" + (near.empty() ? "" : ". The nearest is `" + near + "`"));
  }

  std::vector<const Variable*> visible(const Node& node) const {
    std::vector<const Variable*> out;
    for (const Variable& variable : tree_.variables())
      for (const Function* f = node.function; f != nullptr; f = f->parent)
        if (variable.owner == f && variable.line <= node.line) out.push_back(&variable);
    return out;
  }

  void check_index(const Node& key) {
    bool found = false;
    Syntax::walk(key, [&](const Node& n) {
      found = found || (n.kind == NodeKind::binary && (is_comparison(n.text) || n.text == "and" || n.text == "or")) || (n.kind == NodeKind::unary && n.text == "not");
      return n.kind != NodeKind::function && !found;
    });
    if (found) say("FORBIDDEN", key, "a comparison cannot stand inside `[ ]`. Store it in a `local` first");
  }

  /// `s == "a" or "b"`, and `s ~= "a" or s ~= "b"`.
  void check_always_true(const Node& node) {
    const Node &left = *node.kids[0], &right = *node.kids[1];
    if (is_literal(right) && left.kind == NodeKind::binary && left.text == "==" && is_literal(*left.kids[1]))
      return say("ALWAYS_TRUE", node, "this is always true. Write `one_of(" + tree_.words(*left.kids[0]) + ", " + tree_.words(*left.kids[1]) + ", " + tree_.words(right) + ")`");
    const auto differs = [](const Node& n) { return n.kind == NodeKind::binary && n.text == "~=" && is_literal(*n.kids[1]); };
    if (differs(left) && differs(right) && tree_.words(*left.kids[0]) == tree_.words(*right.kids[0]) && left.kids[1]->text != right.kids[1]->text)
      say("ALWAYS_TRUE", node, "this is always true: it differs from one of the two in any case. Write `not one_of(" + tree_.words(*left.kids[0]) + ", " + tree_.words(*left.kids[1]) + ", " + tree_.words(*right.kids[1]) + ")`");
  }

  const Syntax& tree_;
  Names& names_;
  const Dialect& dialect_;
  base::Problems& problems_;
  std::vector<std::string_view> learned_;
  std::set<const Node*> targets_;   // names that are stored into, not read
};

}  // namespace

void verify(const Syntax& tree, Names& names, const Dialect& dialect, base::Problems& problems) {
  Verifier(tree, names, dialect, problems).run();
}

// ---- answers ---------------------------------------------------------------------------------------------------------

namespace {

bool answers(const Block& block);

bool leaves(const Block& block) {   // whether a `break` belongs to the loop around it
  for (const Node* node : block) {
    if (node->kind == NodeKind::stop) return true;
    if (node->kind != NodeKind::if_chain && node->kind != NodeKind::do_block) continue;
    for (const Block& inner : node->blocks)
      if (leaves(inner)) return true;
  }
  return false;
}

bool answers(const Node& node) {
  switch (node.kind) {
    case NodeKind::return_answer: return !node.kids.empty();
    case NodeKind::do_block: return answers(node.blocks[0]);
    case NodeKind::if_chain: return node.blocks.size() > node.kids.size() && std::ranges::all_of(node.blocks, [](const Block& b) { return answers(b); });
    case NodeKind::while_loop: return node.kids[0]->kind == NodeKind::yes && !leaves(node.blocks[0]);
    case NodeKind::repeat_loop: return answers(node.blocks[0]);
    case NodeKind::call: return node.kids[0]->kind == NodeKind::name && node.kids[0]->variable == nullptr && node.kids[0]->text == "error";
    default: return false;
  }
}

bool answers(const Block& block) { return !block.empty() && answers(*block.back()); }

}  // namespace

bool always_answers(const Function& function) { return answers(function.body); }

}  // namespace remit::lua
