// step_bounds: how many instructions a call can take at most, where that can be told without running it.
#include <algorithm>

#include "lua/verify.hpp"

namespace remit::lua {
namespace {

constexpr std::int64_t endless = INT64_MAX / 4;
using Bound = std::optional<std::int64_t>;

class Bounds {
 public:
  Bounds(const Syntax& tree, const Names& names) : tree_(tree), names_(names), known_(tree.functions().size()), state_(tree.functions().size()) {
    for (const Variable& variable : tree.variables())
      if (variable.function != nullptr) local_.push_back(variable.function);
  }

  /// Functions appear in the compiled form in the order in which they begin in the source.
  void number(const Compiled& compiled) {
    compiled_.push_back(&compiled);
    for (const Compiled& inner : compiled.inner) number(inner);
  }
  bool matches() const { return compiled_.size() == tree_.functions().size(); }

  Bound of(const Function& f) {
    const auto at = static_cast<std::size_t>(f.number);
    if (state_[at] == State::busy) return std::nullopt;   // calls itself
    if (state_[at] == State::done) return known_[at];
    state_[at] = State::busy;
    known_[at] = count(f);
    state_[at] = State::done;
    return known_[at];
  }

 private:
  enum class State : unsigned char { fresh, busy, done };

  Bound count(const Function& f) {
    const Compiled& compiled = *compiled_[static_cast<std::size_t>(f.number)];
    const std::optional<std::size_t> loops = walks(f);
    if (!loops || loops != compiled.loops()) return std::nullopt;
    std::int64_t total = static_cast<std::int64_t>(compiled.code.size());
    bool known = true;
    Syntax::walk(f.body, [&](const Node& node) {
      if (node.kind == NodeKind::function) return false;   // made here, not run here
      if (node.kind == NodeKind::method) known = known && is_text(*node.kids[0], f);
      if (node.kind == NodeKind::call) {
        const Bound more = call(*node.kids[0]);
        known = known && more.has_value();
        if (more) total = std::min(total + *more, endless);
      }
      return true;
    });
    return known ? Bound(total) : std::nullopt;
  }

  /// The loops of the function itself, when all of them are `for ... in ipairs(...)` or `pairs(...)`: the library charges each
  /// turn of those. None otherwise.
  std::optional<std::size_t> walks(const Function& f) const {
    std::size_t found = 0;
    bool others = false;
    Syntax::walk(f.body, [&](const Node& node) {
      if (node.kind == NodeKind::function) return false;
      const bool loop = node.kind == NodeKind::while_loop || node.kind == NodeKind::repeat_loop || node.kind == NodeKind::for_numbers;
      others = others || loop || (node.kind == NodeKind::for_in && !is_walk(node));
      found += node.kind == NodeKind::for_in ? 1 : 0;
      return true;
    });
    return others ? std::nullopt : std::optional(found);
  }

  bool is_walk(const Node& loop) const {
    if (loop.kids.size() != 1 || loop.kids[0]->kind != NodeKind::call) return false;
    const Node& callee = *loop.kids[0]->kids[0];
    return callee.kind == NodeKind::name && (callee.text == "ipairs" || callee.text == "pairs") && is_library(callee);
  }

  Bound call(const Node& callee) {
    if (callee.kind == NodeKind::name && callee.variable != nullptr)
      return callee.variable->function != nullptr && !callee.variable->assigned ? of(*callee.variable->function) : std::nullopt;
    if (is_library(callee)) return 0;
    return std::nullopt;
  }

  /// `tostring`, `math.max`: host functions, which charge for what they do.
  bool is_library(const Node& callee) const {
    const Node& first = callee.kind == NodeKind::index && callee.dotted ? *callee.kids[0] : callee;
    if (first.kind != NodeKind::name || first.variable != nullptr) return false;
    const Names::Entry* entry = names_.find(first.text);
    return entry != nullptr && entry->library;
  }

  /// Whether a method called on it can only be one of the library: a text, or something of a record. Parameters of a function
  /// that no script can name are given by the host.
  bool is_text(const Node& node, const Function& f) const {
    switch (node.kind) {
      case NodeKind::text: return true;
      case NodeKind::paren: return is_text(*node.kids[0], f);
      case NodeKind::binary: return node.text == "..";
      case NodeKind::call: return node.kids[0]->kind == NodeKind::name && node.kids[0]->text == "tostring" && is_library(*node.kids[0]);
      case NodeKind::method: return is_text(*node.kids[0], f);
      case NodeKind::index: return is_text(*node.kids[0], f);
      case NodeKind::name: break;
      default: return false;
    }
    const Variable* variable = node.variable;
    if (variable == nullptr || variable->assigned) return false;
    if (variable->first != nullptr) return is_text(*variable->first, f);
    return variable->parameter && variable->owner == &f && f.parent != nullptr && f.parent->number == 0 && f.name.empty() &&
           std::ranges::find(local_, &f) == local_.end();
  }

  const Syntax& tree_;
  const Names& names_;
  std::vector<const Compiled*> compiled_;
  std::vector<const Function*> local_;
  std::vector<Bound> known_;
  std::vector<State> state_;
};

}  // namespace

std::vector<Bound> step_bounds(const Syntax& tree, const Compiled& file, const Names& names) {
  Bounds bounds(tree, names);
  bounds.number(file);
  std::vector<Bound> out(tree.functions().size());
  if (!bounds.matches()) return out;
  for (const Function& f : tree.functions())
    if (f.number != 0) out[static_cast<std::size_t>(f.number)] = bounds.of(f);
  return out;
}

}  // namespace remit::lua
