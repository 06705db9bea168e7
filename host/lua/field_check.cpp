#include "lua/field_check.hpp"

#include <map>
#include <optional>

#include "base/text.hpp"
#include "lua/chunk.hpp"
#include "lua/verify.hpp"

namespace remit::lua {
namespace {

using base::Field;
using base::RecordType;
using base::Type;

/// What an expression is known to be: a record or group (type and parent), or a field that is none.
struct Known {
  const RecordType* type = nullptr;
  int parent = -1;
  const Field* field = nullptr;
  std::string_view name;
};

bool is_number(const Node& n) { return n.kind == NodeKind::integer || n.kind == NodeKind::real; }

class FieldCheck {
 public:
  FieldCheck(const Chunk& chunk, const BoundFunction& function, std::span<const policy::Pack::RootName> roots, const Function& tree)
      : chunk_(chunk), rule_(function.rule()) {
    for (std::size_t i = 0; i < tree.parameters.size() && i < function.roots().size(); ++i) {
      const auto& root = roots[function.roots()[i]];
      if (!tree.parameters[i]->assigned) variables_[tree.parameters[i]] = {root.type, -1, nullptr, root.name};
    }
    if (!always_answers(tree)) say("NO_ANSWER", tree.last_line, 0, "this function can end without an answer. Put `return pass`, or another answer, before its `end`");
    Syntax::walk(tree.body, [&](const Node& node) {
      visit(node);
      return true;
    });
  }
  base::Problems problems;

 private:
  void say(std::string code, int line, int column, std::string message) {
    base::Problem problem;
    problem.code = std::move(code);
    problem.file = chunk_.file();
    problem.line = line;
    problem.column = column;
    problem.rule = rule_;
    problem.message = std::move(message);
    problem.source = base::printable(chunk_.line(line), 300);
    problems.push_back(std::move(problem));
  }

  void visit(const Node& node) {
    switch (node.kind) {
      case NodeKind::index: check_field(node); break;
      case NodeKind::for_in: learn_item(node); break;
      case NodeKind::binary:
        if (node.text == "==" || node.text == "~=") {
          compare(*node.kids[0], *node.kids[1]);
          compare(*node.kids[1], *node.kids[0]);
        }
        break;
      case NodeKind::call:
        if (node.kids[0]->kind == NodeKind::name && node.kids[0]->variable == nullptr && node.kids[0]->text == "one_of" && node.kids.size() > 2)
          for (std::size_t i = 2; i < node.kids.size(); ++i) compare(*node.kids[1], *node.kids[i]);
        break;
      default: break;
    }
  }

  std::optional<Known> what(const Node& node) const {
    if (node.kind == NodeKind::paren) return what(*node.kids[0]);
    if (node.kind == NodeKind::name && node.variable != nullptr) {
      if (const auto at = variables_.find(node.variable); at != variables_.end()) return at->second;
      if (node.variable->first != nullptr && !node.variable->assigned && node.variable->first->kind != NodeKind::name) return what(*node.variable->first);
      return std::nullopt;
    }
    if (node.kind != NodeKind::index) return std::nullopt;
    const auto object = what(*node.kids[0]);
    if (!object) return std::nullopt;
    if (object->type == nullptr) {   // an item of a list
      if (object->field->type != Type::list || node.dotted || object->field->item_type == nullptr) return std::nullopt;
      return Known{object->field->item_type, -1, nullptr, object->field->item_type->name};
    }
    if (!node.dotted) return std::nullopt;
    const int at = object->type->find_in(object->parent, node.text);
    if (at < 0) return std::nullopt;
    const Field& field = object->type->fields[static_cast<std::size_t>(at)];
    if (field.type == Type::record) return Known{object->type, at, nullptr, node.text};
    return Known{nullptr, -1, &field, node.text};
  }

  void check_field(const Node& node) {
    if (!node.dotted) return;
    const auto object = what(*node.kids[0]);
    if (!object || object->type == nullptr || object->type->find_in(object->parent, node.text) >= 0) return;
    const auto names = object->type->names_in(object->parent, true);
    const std::string near = base::nearest(node.text, std::span<const std::string>(names));
    say("UNKNOWN_FIELD", node.line, node.kids[1]->column, "`" + std::string(object->name) + "` has no field `" + std::string(node.text) + "`" + (near.empty() ? "" : ". The nearest is `" + near + "`"));
  }

  /// `for _, item in ipairs(application.list) do`: what `item` is.
  void learn_item(const Node& node) {
    const Node& call = *node.kids[0];
    if (node.names.size() < 2 || call.kind != NodeKind::call || call.kids.size() != 2 || call.kids[0]->text != "ipairs") return;
    const auto list = what(*call.kids[1]);
    if (list && list->field != nullptr && list->field->item_type != nullptr && !node.names[1]->assigned)
      variables_[node.names[1]] = {list->field->item_type, -1, nullptr, node.names[1]->name};
  }

  void compare(const Node& left, const Node& literal) {
    const bool number = is_number(literal), text = literal.kind == NodeKind::text;
    const auto known = number || text ? what(left) : std::nullopt;
    if (!known || known->field == nullptr) return;
    const Field& field = *known->field;
    const std::string name = "`" + chunk_.tree().words(left) + "`";
    const std::string value(literal.text.substr(0, 60));
    const auto never = [&](const std::string& kind, const std::string& advice) { say("TYPE_MISMATCH", literal.line, literal.column, name + " is " + kind + " and never the same as " + (text ? "a text" : "a number") + advice); };
    switch (field.type) {
      case Type::one_of: {
        if (number) return never("one of " + std::to_string(field.words.size()) + " words", "");
        for (const std::string& word : field.words)
          if (word == literal.text) return;
        const std::string near = base::nearest(literal.text, std::span<const std::string>(field.words));
        return say("UNKNOWN_VALUE", literal.line, literal.column, "`" + value + "` is no value of " + name + (near.empty() ? "" : ". The nearest is `" + near + "`"));
      }
      case Type::money: return never("money", number ? ". Write `pounds(" + value + ")`" : ". Write the sum as `pounds(...)`");
      case Type::date:
      case Type::moment: return never("a date", "");
      case Type::yes_no: return never("yes or no", ". Write " + name + " or `not " + chunk_.tree().words(left) + "`");
      case Type::count:
      case Type::number:
        if (text) never("a number", "");
        return;
      case Type::text:
      case Type::organisation:
        if (number) never("text", "");
        return;
      case Type::list: return never("a list", ". Walk it, or use `any(list, function)`");
      case Type::answer:
      case Type::record: return;
    }
  }

  const Chunk& chunk_;
  std::string rule_;
  std::map<const Variable*, Known> variables_;
};

}  // namespace

base::Problems check_function(const Sandbox& box, const BoundFunction& function, std::span<const policy::Pack::RootName> roots) {
  const FunctionRef& ref = function.function();
  const Chunk* chunk = box.chunk(ref.file);
  const Function* found = nullptr;
  if (chunk == nullptr) return {};
  for (const Function& f : chunk->tree().functions()) {
    if (f.number == 0 || f.line != ref.line || f.last_line != ref.last_line || f.parameters.size() != ref.parameters.size()) continue;
    if (found != nullptr) return {};
    found = &f;
  }
  if (found == nullptr) return {};
  return FieldCheck(*chunk, function, roots, *found).problems;
}

}  // namespace remit::lua
