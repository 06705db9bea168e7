// What the words and verbs of a pack's files share while it loads: the pack and the trees that grow, where we are, and
// what was wrong so far. (The file level of a rule file runs once, here; nothing of it runs while a round is decided.)
#pragma once
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.hpp"
#include "lua/sandbox.hpp"
#include "policy/pack.hpp"
#include "rules/rule_test.hpp"
#include "rules/tree.hpp"

namespace remit::lua {

/// What a pack keeps alive.
struct Loaded {
  rules::Tree tree;
};

/// A handle of the file level, as a Lua userdata.
struct Handle {
  enum class Kind : std::uint8_t { root, field, number, condition } kind = Kind::root;
  std::uint16_t root = 0;
  std::int16_t field = -1;          // field: its index
  std::uint32_t node = rules::nowhere;   // number, condition: its node
  base::Type type = base::Type::count;   // number: what it counts or adds up
};

/// One pack while it loads into one interpreter.
class Loading {
 public:
  Loading(policy::Pack& pack, Loaded& loaded, Sandbox& sandbox);

  policy::Pack& pack;
  Loaded& loaded;
  Sandbox& sandbox;
  std::string layer, file;                 // what is being read now
  std::string core_version, extends;
  bool own_application = false;            // the pack has replaced the application's fields
  std::map<std::string, int> pending;      // `word "id"` that still waits for its { }, with its line
  std::map<std::string, std::string> override_of;   // rule id -> "sealed", "tighten_only", ...
  std::map<std::string, rules::RuleTest*> tests;    // by rule id
  std::set<std::string> ids;               // word:id, against saying one twice
  std::map<std::string, std::uint16_t> root_of;

  /// Registers the globals of the file level.
  void define_words();
  /// Makes `name` a root of sentences for records of `type`, and a global; an existing root keeps its number.
  std::uint16_t add_root(const std::string& name, const base::RecordType* type, bool global = true);

  /// Adds a problem at the line that runs now; `near` is found in that line for the caret.
  void problem(std::string code, std::string message, std::string_view near = {});
  void problem_at(int line, std::string code, std::string message, std::string_view near = {}, const std::string& rule = {});
  int current_line() const;

  // handles on the Lua stack
  void push(const Handle& handle);
  Handle* handle_at(int index);
  /// The node for what stands at `index` seen as a value; nowhere after reporting a problem.
  std::uint32_t node_of(const Handle& handle);
  const base::Field* field_of(const Handle& handle) const;
  std::string name_of(const Handle& handle) const;   // "application.added_value"
  std::string_view keep(std::string_view text) { return loaded.tree.arena.copy(text); }

  lua_State* L() const { return sandbox.state(); }
};

/// The Loading that this interpreter belongs to.
Loading& loading_of(lua_State* L);

// handles.cpp
void define_handles(Loading& loading);
// verbs.cpp
/// The verbs, in one table: what may follow a handle.
int push_verb(lua_State* L, std::string_view name);        // 1 when there is such a verb; else 0 and nothing pushed
const std::vector<std::string>& verb_names();
void define_joiners(Loading& loading);                     // all_of, any_of, not_
// constants.cpp
/// The constant at `index` as a value that can be compared with `field` (an item of it, for lists); absent after reporting why not.
base::Value constant_for(Loading& loading, int index, const base::Field& field, base::Type type, const std::string& whose);
base::Rational exact_number(Loading& loading, int index, const std::string& what);   // an integer, a ratio or a short decimal
void define_constants(Loading& loading);
// words_*.cpp
void define_rule_words(Loading& loading);
void define_data_words(Loading& loading);
void define_record_words(Loading& loading);

}  // namespace remit::lua
