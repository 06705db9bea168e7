// One verb as it is being said: `left:verb(arguments)`.
#pragma once
#include <string>
#include <string_view>

#include "lua/loading.hpp"
#include "lua/state.hpp"

namespace remit::lua {

enum class Verb : std::uint8_t { is, is_not, is_one_of, is_answered, at_least, at_most, is_before, is_after, includes, includes_any,
                                 excludes, covers, every, any, none, count, count_distinct, sum };

struct NamedVerb {
  const char* name;
  Verb verb;
  const char* form;   // as it is said, for messages
};

struct Sentence {
  Loading& loading;
  lua_State* L;
  const NamedVerb& named;
  Handle left;
  std::string name;     // of the left side

  /// Reports, and answers with a broken handle.
  int mistake(std::string code, std::string message, std::string_view near = {}) const;
  int arguments() const { return lua_gettop(L) - 1; }
  base::Type left_type() const;
  /// What stands at argument `index`, as a node to compare a value of `type` with; nowhere after reporting.
  std::uint32_t operand(int index, base::Type type, const base::Field* field) const;
  /// Adds the node and pushes it as a condition.
  int condition(const rules::Node& node) const { return push_condition(loading, loading.loaded.tree.add(node)); }
  int number(std::uint32_t node, base::Type type) const;
};

rules::Op op_of(Verb verb);
bool is_number(base::Type type);
bool comparable(base::Type a, base::Type b);
std::string kind_in_words(base::Type type);

// lists.cpp: the verbs that look into lists of records and into the other applications
int say_of_items(const Sentence& s);   // every, any, none
int say_number(const Sentence& s);     // count, count_distinct, sum

}  // namespace remit::lua
