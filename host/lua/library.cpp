#include "lua/library.hpp"

#include <array>

#include "lua/amounts.hpp"
#include "lua/freeze.hpp"
#include "lua/library_parts.hpp"
#include "lua/sandbox.hpp"
#include "lua/views.hpp"

namespace remit::lua {
namespace {

struct Export {
  const char *table, *name;   // table "": stands by itself
  lua_CFunction function;
};

/// All that scripts may call. The functions of `string` are the methods of texts too: ("x"):upper().
constexpr std::array exports = {
    Export{"", "type", guarded<script::type>},                 // "number", "text"... what a value is
    Export{"", "tostring", guarded<script::to_string>},        // never an address: "(table)", "(function)"
    Export{"", "tonumber", guarded<script::to_number>},        // exact: tonumber("12.5") is the fraction 25/2; else nil
    Export{"", "ipairs", guarded<script::ipairs>},             // walks a list in order
    Export{"", "pairs", guarded<script::pairs>},               // walks a table by key: yes/no, numbers, texts, amounts
    Export{"", "error", guarded<script::error>},               // error("text"): the rule ends in error
    Export{"", "assert", guarded<script::assert_that>},        // assert(condition, "text")
    Export{"", "select", guarded<script::select>},             // select(n, ...), select("#", ...)

    Export{"string", "len", guarded<script::length>},          // characters (`#text` counts bytes)
    Export{"string", "sub", guarded<script::sub>},             // by characters
    Export{"string", "upper", guarded<script::upper>},         // a to z only, the same everywhere
    Export{"string", "lower", guarded<script::lower>},
    Export{"string", "contains", guarded<script::contains>},
    Export{"string", "starts_with", guarded<script::starts_with>},
    Export{"string", "ends_with", guarded<script::ends_with>},
    Export{"string", "trim", guarded<script::trim>},
    Export{"string", "split", guarded<script::split>},         // ("a,b"):split(","): a list
    Export{"string", "matches", guarded<script::matches>},     // the whole text against a mask: * any run, ? one character
    Export{"string", "format_money", guarded<script::format_money>},   // "£60,000.50"

    Export{"table", "insert", guarded<script::insert>},
    Export{"table", "remove", guarded<script::remove>},
    Export{"table", "concat", guarded<script::concat>},
    Export{"table", "sort", guarded<script::sort>},            // stable: equal ones keep their order

    Export{"math", "abs", guarded<script::abs>},
    Export{"math", "ceil", guarded<script::ceil>},
    Export{"math", "floor", guarded<script::floor>},
    Export{"math", "max", guarded<script::max>},               // of numbers, money or dates
    Export{"math", "min", guarded<script::min>},
    Export{"math", "tointeger", guarded<script::to_integer>},
    Export{"math", "fmod", guarded<script::fmod>},

    Export{"", "days_between", guarded<script::days_between>}, // whole days from the first date to the second
    Export{"", "pounds", guarded<script::pounds>},             // pounds(25000), pounds("12.50"): money
    Export{"", "one_of", guarded<script::one_of>},             // one_of(x, "a", "b")
    Export{"", "count", guarded<script::count>},               // count(list), count(list, function (item) ... end)
    Export{"", "sum", guarded<script::sum>},                   // of numbers or money; sum(list, function)
    Export{"", "any", guarded<script::any>},
    Export{"", "all", guarded<script::all>},
    Export{"", "mean", guarded<script::mean>},                 // exact; nil of an empty list
    Export{"", "share", guarded<script::share>},               // share(part, whole): an exact percentage
    Export{"", "ratio", guarded<script::ratio>},               // ratio(a, b): an exact fraction
};

constexpr std::array<const char*, 3> tables = {"string", "table", "math"};

/// Texts have the functions of `string` as methods, and nothing else: no arithmetic, no patterns.
void set_string_methods(lua_State* L) {
  lua_pushliteral(L, "");
  lua_createtable(L, 0, 1);
  lua_getglobal(L, "string");
  push_hidden(L, -1);
  lua_setfield(L, -3, "__index");
  lua_pop(L, 1);
  lua_setmetatable(L, -2);
  lua_pop(L, 1);
}

}  // namespace

void open_library(lua_State* L, Names& names) {
  for (const char* table : tables) {
    lua_newtable(L);
    for (const Export& e : exports) {
      if (std::string_view(e.table) != table) continue;
      lua_pushcfunction(L, e.function);
      lua_setfield(L, -2, e.name);
    }
    freeze_table(L, -1);
    lua_setglobal(L, table);
    names.add(table, Where::everywhere, true);
  }
  for (const Export& e : exports) {
    if (e.table[0] != '\0') continue;
    lua_pushcfunction(L, e.function);
    lua_setglobal(L, e.name);
    names.add(e.name, Where::everywhere, true);
  }
  set_string_methods(L);
}

std::vector<std::string_view> library_names(std::string_view table) {
  std::vector<std::string_view> out;
  for (const Export& e : exports)
    if (e.table == table) out.emplace_back(e.name);
  return out;
}

// ---- arguments -------------------------------------------------------------------------------------------------------

void bad_argument(lua_State* L, std::string_view function, int index, std::string_view needed) {
  Sandbox::fail(L, "BAD_ARGUMENT", "`" + std::string(function) + "` needs " + std::string(needed) + ", not " + kind_name(L, index));
}

std::string_view need_text(lua_State* L, int index, std::string_view function) {
  if (!is_text(L, index)) bad_argument(L, function, index, "a text");
  const std::string_view text = text_at(L, index);
  sandbox_of(L).charge(L, static_cast<std::int64_t>(text.size() / 16));
  return text;
}

lua_Integer need_integer(lua_State* L, int index, std::string_view function) {
  int exact = 0;
  const lua_Integer n = lua_type(L, index) == LUA_TNUMBER ? lua_tointegerx(L, index, &exact) : 0;
  if (exact == 0) bad_argument(L, function, index, "a whole number");
  return n;
}

lua_Integer need_list(lua_State* L, int index, std::string_view function) {
  if (const View* view = view_at(L, index); view != nullptr && view->is_list()) return live_view(L, index).size;
  if (lua_type(L, index) != LUA_TTABLE) bad_argument(L, function, index, "a list");
  if (!push_hidden(L, index)) return static_cast<lua_Integer>(lua_rawlen(L, index));
  const auto size = static_cast<lua_Integer>(lua_rawlen(L, -1));
  lua_pop(L, 1);
  return size;
}

void push_list_item(lua_State* L, int index, lua_Integer i) {
  if (lua_type(L, index) == LUA_TTABLE) {
    lua_geti(L, index, i);
    return;
  }
  const View* view = view_at(L, index);   // asked again: an iterator can be called with anything
  if (view == nullptr || !view->is_list()) bad_argument(L, "ipairs", index, "a list");
  push_item(L, index, i);
}

}  // namespace remit::lua
