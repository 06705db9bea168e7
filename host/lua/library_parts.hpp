// The functions of the library, and how they take their arguments.
#pragma once
#include <string>
#include <string_view>

#include "lua/state.hpp"

namespace remit::lua {

namespace script {
// base
int type(lua_State*);
int to_string(lua_State*);
int to_number(lua_State*);
int ipairs(lua_State*);
int pairs(lua_State*);
int error(lua_State*);
int assert_that(lua_State*);
int select(lua_State*);
// string
int length(lua_State*);
int sub(lua_State*);
int upper(lua_State*);
int lower(lua_State*);
int contains(lua_State*);
int starts_with(lua_State*);
int ends_with(lua_State*);
int trim(lua_State*);
int split(lua_State*);
int matches(lua_State*);
int format_money(lua_State*);
// table
int insert(lua_State*);
int remove(lua_State*);
int concat(lua_State*);
int sort(lua_State*);
// math
int abs(lua_State*);
int ceil(lua_State*);
int floor(lua_State*);
int max(lua_State*);
int min(lua_State*);
int to_integer(lua_State*);
int fmod(lua_State*);
// others
int days_between(lua_State*);
int pounds(lua_State*);
int one_of(lua_State*);
int count(lua_State*);
int sum(lua_State*);
int any(lua_State*);
int all(lua_State*);
int mean(lua_State*);
int share(lua_State*);
int ratio(lua_State*);
}  // namespace script

/// BAD_ARGUMENT: "`upper` needs a text, not a number".
[[noreturn]] void bad_argument(lua_State* L, std::string_view function, int index, std::string_view needed);
/// The text at `index`; BAD_ARGUMENT for anything else, numbers included. Charges for its length.
std::string_view need_text(lua_State* L, int index, std::string_view function);
lua_Integer need_integer(lua_State* L, int index, std::string_view function);

/// The list at `index`: a table (frozen or not) or a list view. BAD_ARGUMENT for anything else.
lua_Integer need_list(lua_State* L, int index, std::string_view function);
/// Pushes item `i` of such a list.
void push_list_item(lua_State* L, int index, lua_Integer i);

}  // namespace remit::lua
