#include "lua/freeze.hpp"

#include <set>
#include <string>

#include "lua/amounts.hpp"
#include "lua/bytecode.hpp"
#include "lua/chunk.hpp"
#include "lua/names.hpp"
#include "lua/sandbox.hpp"
#include "lua/views.hpp"

namespace remit::lua {
namespace {

const char hidden_key = 0;   // its address, in a metatable: the table that holds the contents

int refuse_write(lua_State* L) {
  const std::string why = " was made while the file was loaded, and cannot be changed: what one application leaves behind would reach the next. Make a new table inside the function";
  const std::string key(is_text(L, 2) ? text_at(L, 2).substr(0, 60) : std::string_view());
  Sandbox::fail_about(L, "READ_ONLY", key, "this table with `" + key + "`" + why, "this table" + why);
}

int hidden_length(lua_State* L) {
  lua_pushinteger(L, push_hidden(L, 1) ? static_cast<lua_Integer>(lua_rawlen(L, -1)) : 0);
  return 1;
}

/// Walks everything that kept functions can reach. A table's function keys are not walked: no function of the library hands
/// out a key that is neither text, number, boolean nor amount.
class Walk {
 public:
  Walk(Sandbox& box, const Names& names) : box_(box), L_(box.state()), names_(names) {
    lua_newtable(L_);   // seen: object -> true
    seen_ = lua_gettop(L_);
    for (const auto& [name, entry] : names.all()) {
      if (entry.where != Where::everywhere) continue;
      lua_getglobal(L_, name.c_str());
      if (lua_iscfunction(L_, -1) != 0) allowed_.insert(reinterpret_cast<const void*>(lua_tocfunction(L_, -1)));
      lua_pop(L_, 1);
    }
  }

  /// Visits the value on top of the stack, and pops it.
  void visit() {
    const int type = lua_type(L_, -1);
    if (type == LUA_TUSERDATA && !is_fraction(L_, -1) && view_at(L_, -1) == nullptr) handle();
    if ((type != LUA_TTABLE && type != LUA_TFUNCTION) || seen()) {
      lua_pop(L_, 1);
      return;
    }
    if (!lua_checkstack(L_, 8) || ++depth_ > 5000) {
      lua_pop(L_, 1);
      problem("TOO_COMPLEX", "tables stand too deep inside each other here");
      return;
    }
    if (type == LUA_TTABLE) visit_table();
    else if (lua_iscfunction(L_, -1) != 0) visit_host_function();
    else visit_function();
    --depth_;
    lua_pop(L_, 1);
  }

  base::Problems problems;

 private:
  bool seen() {
    lua_pushvalue(L_, -1);
    if (lua_rawget(L_, seen_) != LUA_TNIL) {
      lua_pop(L_, 1);
      return true;
    }
    lua_pop(L_, 1);
    lua_pushvalue(L_, -1);
    lua_pushboolean(L_, 1);
    lua_rawset(L_, seen_);
    return false;
  }

  void visit_table() {
    const int table = lua_gettop(L_);
    if (push_hidden(L_, table)) {
      lua_pop(L_, 1);
      return;
    }
    if (lua_getmetatable(L_, table) != 0) {
      lua_pop(L_, 1);
      handle();
      return;
    }
    lua_pushnil(L_);
    while (lua_next(L_, table) != 0) visit();
    freeze_table(L_, table);
  }

  void visit_host_function() {
    if (!allowed_.contains(reinterpret_cast<const void*>(lua_tocfunction(L_, -1)))) handle();
  }

  void visit_function() {
    lua_Debug ar;
    lua_pushvalue(L_, -1);
    lua_getinfo(L_, ">S", &ar);
    const std::string outer_source = source_;
    const int outer_line = line_;
    source_ = ar.source;
    line_ = ar.linedefined;
    lua_pushvalue(L_, -1);
    for (const std::string& variable : variables_written(L_))
      problem("KEEPS_STATE", "the function that begins here, or one inside it, changes `" + variable +
                                 "`, which outlives a call: what one application leaves behind would reach the next; declare `local " +
                                 variable + "` inside the function");
    for (int i = 1; lua_getupvalue(L_, -1, i) != nullptr; ++i) {
      lua_pushglobaltable(L_);
      const bool environment = lua_rawequal(L_, -1, -2) != 0;
      lua_pop(L_, 1);
      if (environment) lua_pop(L_, 1);
      else visit();
    }
    source_ = outer_source;
    line_ = outer_line;
  }

  void handle() {
    problem("FILE_LEVEL_ONLY", "the function that begins here uses a word that is for sentences at file level; inside a function ask for the record as a parameter: `function (application, parameters)`");
  }

  void problem(std::string code, std::string message) {
    base::Problem found;
    found.code = std::move(code);
    found.message = std::move(message);
    Place place = box_.place_of(source_.c_str(), line_);
    found.file = std::move(place.file);
    found.line = place.line;
    found.source = box_.source_line(found.file, found.line);
    for (const auto& other : problems)
      if (other.code == found.code && other.file == found.file && other.line == found.line) return;
    problems.push_back(std::move(found));
  }

  Sandbox& box_;
  lua_State* L_;
  const Names& names_;
  std::set<const void*> allowed_;
  std::string source_ = "?";
  int line_ = 0, seen_ = 0, depth_ = 0;
};

}  // namespace

void freeze_table(lua_State* L, int index) {
  index = lua_absindex(L, index);
  lua_newtable(L);
  const int hidden = lua_gettop(L);
  lua_pushnil(L);
  while (lua_next(L, index) != 0) {
    lua_pushvalue(L, -2);
    lua_insert(L, -2);
    lua_rawset(L, hidden);   // key stays for lua_next
    lua_pushvalue(L, -1);
    lua_pushnil(L);
    lua_rawset(L, index);    // an existing field may be cleared while walking
  }
  lua_createtable(L, 0, 5);
  lua_pushvalue(L, hidden);
  lua_setfield(L, -2, "__index");
  lua_pushvalue(L, hidden);
  lua_rawsetp(L, -2, &hidden_key);
  lua_pushcfunction(L, guarded<refuse_write>);
  lua_setfield(L, -2, "__newindex");
  lua_pushcfunction(L, guarded<hidden_length>);
  lua_setfield(L, -2, "__len");
  lua_setmetatable(L, index);
  lua_settop(L, hidden - 1);
}

bool push_hidden(lua_State* L, int index) {
  if (lua_type(L, index) != LUA_TTABLE || lua_getmetatable(L, index) == 0) return false;
  if (lua_rawgetp(L, -1, &hidden_key) == LUA_TTABLE) {
    lua_remove(L, -2);
    return true;
  }
  lua_pop(L, 2);
  return false;
}

void check_writable(lua_State* L, int index) {
  if (lua_type(L, index) == LUA_TTABLE && lua_getmetatable(L, index) == 0) return;
  if (lua_type(L, index) == LUA_TTABLE)
    Sandbox::fail(L, "READ_ONLY", "this table was made while the file was loaded, and cannot be changed or sorted in place; make a new table inside the function");
  if (view_at(L, index) != nullptr)
    Sandbox::fail(L, "READ_ONLY", "a list of the application cannot be changed or sorted in place; copy what you need into a table of your own");
  Sandbox::fail(L, "BAD_ARGUMENT", "a table is needed here, not " + kind_name(L, index));
}

void Sandbox::freeze() {
  if (frozen_) return;
  const int top = lua_gettop(state_);
  base::Problems problems;
  {
    Walk walk(*this, *names_);
    for (const int function : functions_) {
      lua_rawgeti(state_, LUA_REGISTRYINDEX, function);
      walk.visit();
    }
    for (const auto& [name, entry] : names_->all()) {
      if (entry.where != Where::everywhere || entry.library) continue;
      lua_getglobal(state_, name.c_str());
      walk.visit();
    }
    problems = std::move(walk.problems);
  }
  lua_settop(state_, top);
  if (!problems.empty()) throw base::Refused{std::move(problems), 3};
  lua_gc(state_, LUA_GCCOLLECT, 0);
  live_ = meter_.used;
  meter_.limit = dialect_.unguarded ? SIZE_MAX : live_ + limits_.call_memory;
  meter_.longest_string = dialect_.unguarded ? SIZE_MAX : limits_.string_bytes;
  frozen_ = true;
}

}  // namespace remit::lua
