// string: len sub upper lower contains starts_with ends_with trim split matches format_money
#include <algorithm>
#include <cstring>
#include <string>

#include "base/money.hpp"
#include "base/text.hpp"
#include "lua/amounts.hpp"
#include "lua/library_parts.hpp"
#include "lua/sandbox.hpp"

namespace remit::lua {
namespace {

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xc0U) == 0x80; }

lua_Integer characters(std::string_view text) {
  return std::ranges::count_if(text, [](char c) { return !continues(c); });
}

/// Byte offset of character `n` (from 0), or the size.
std::size_t offset_of(std::string_view text, lua_Integer n) {
  for (std::size_t i = 0; i < text.size(); ++i)
    if (!continues(text[i]) && n-- == 0) return i;
  return text.size();
}

template <class F>
int mapped(lua_State* L, std::string_view name, F&& change) {
  std::string text(need_text(L, 1, name));
  for (char& c : text) c = change(c);
  push_text(L, text);
  return 1;
}

std::size_t next_character(std::string_view text, std::size_t at) {
  do ++at;
  while (at < text.size() && continues(text[at]));
  return at;
}

/// * stands for any run of characters, ? for one. Remembers the last * and goes back to it: at most text times mask steps,
/// each of them charged.
bool fits(lua_State* L, std::string_view text, std::string_view mask) {
  constexpr std::size_t none = std::string_view::npos;
  std::size_t t = 0, m = 0, star = none, from = 0;
  for (std::int64_t steps = 1; t < text.size(); ++steps) {
    if (steps % 64 == 0) sandbox_of(L).charge(L, 8);
    if (m < mask.size() && mask[m] == '*') {
      star = m++;
      from = t;
    } else if (m < mask.size() && mask[m] == '?') {
      ++m;
      t = next_character(text, t);
    } else if (m < mask.size() && mask[m] == text[t]) {
      ++m;
      ++t;
    } else if (star != none) {
      m = star + 1;
      t = from = next_character(text, from);
    } else {
      return false;
    }
  }
  while (m < mask.size() && mask[m] == '*') ++m;
  return m == mask.size();
}

}  // namespace

int script::length(lua_State* L) {
  lua_pushinteger(L, characters(need_text(L, 1, "len")));
  return 1;
}

int script::sub(lua_State* L) {
  const std::string_view text = need_text(L, 1, "sub");
  const lua_Integer size = characters(text);
  lua_Integer first = lua_isnoneornil(L, 2) ? 1 : need_integer(L, 2, "sub");
  lua_Integer last = lua_isnoneornil(L, 3) ? -1 : need_integer(L, 3, "sub");
  if (first < 0) first = first < -size ? 1 : size + first + 1;
  if (last < 0) last = last < -size ? 0 : size + last + 1;
  first = std::max<lua_Integer>(first, 1);
  last = std::min(last, size);
  if (first > last) {
    lua_pushliteral(L, "");
    return 1;
  }
  const std::size_t begin = offset_of(text, first - 1);
  push_text(L, text.substr(begin, offset_of(text, last) - begin));
  return 1;
}

int script::upper(lua_State* L) {
  return mapped(L, "upper", [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
}

int script::lower(lua_State* L) {
  return mapped(L, "lower", [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
}

int script::contains(lua_State* L) {
  const std::string_view text = need_text(L, 1, "contains"), part = need_text(L, 2, "contains");
  // memmem takes time in proportion to both; string_view::find would take their product
  lua_pushboolean(L, part.empty() || ::memmem(text.data(), text.size(), part.data(), part.size()) != nullptr);
  return 1;
}

int script::starts_with(lua_State* L) {
  lua_pushboolean(L, need_text(L, 1, "starts_with").starts_with(need_text(L, 2, "starts_with")));
  return 1;
}

int script::ends_with(lua_State* L) {
  lua_pushboolean(L, need_text(L, 1, "ends_with").ends_with(need_text(L, 2, "ends_with")));
  return 1;
}

int script::trim(lua_State* L) {
  push_text(L, base::trim(need_text(L, 1, "trim")));
  return 1;
}

int script::split(lua_State* L) {
  std::string_view rest = need_text(L, 1, "split");
  const std::string_view mark = need_text(L, 2, "split");
  if (mark.empty()) Sandbox::fail(L, "BAD_ARGUMENT", "`split` needs a text to split at, as in `:split(\",\")`");
  lua_newtable(L);
  for (lua_Integer i = 1;; ++i) {
    sandbox_of(L).charge(L, 2);
    const void* at = ::memmem(rest.data(), rest.size(), mark.data(), mark.size());
    const std::size_t size = at == nullptr ? rest.size() : static_cast<std::size_t>(static_cast<const char*>(at) - rest.data());
    push_text(L, rest.substr(0, size));
    lua_rawseti(L, -2, i);
    if (at == nullptr) return 1;
    rest.remove_prefix(size + mark.size());
  }
}

int script::matches(lua_State* L) {
  const std::string_view text = need_text(L, 1, "matches"), mask = need_text(L, 2, "matches");
  lua_pushboolean(L, fits(L, text, mask));
  return 1;
}

int script::format_money(lua_State* L) {
  std::int64_t pence = 0;
  if (amount_at(L, 1, pence) != Amount::money) bad_argument(L, "format_money", 1, "money");
  push_text(L, base::money_for_people(pence));
  return 1;
}

}  // namespace remit::lua
