// all_of { }, any_of { } and not_ { }: conditions joined.
#include <algorithm>

#include "lua/loading.hpp"
#include "lua/state.hpp"

namespace remit::lua {

using rules::Op;

namespace {

// A local can be said in two places, and what is said twice thirty times over is a thousand million comparisons.
constexpr std::uint32_t most_parts = 1000, most_levels = 50;
constexpr std::size_t most_nodes = 1'000'000;   // of a whole pack

struct Joiner {
  const char* name;
  Op op;
};
constexpr Joiner joiners[] = {{"all_of", Op::all_of}, {"any_of", Op::any_of}, {"not_", Op::not_}};

// The conditions of the table at 1. False when one of them was no condition; that is reported, or was before.
bool conditions(Loading& loading, const char* name, std::vector<std::uint32_t>& out) {
  lua_State* L = loading.L();
  bool good = true;
  const int line = loading.current_line();
  auto mistake = [&](std::string code, std::string message, std::string_view near, int entry = 0) {
    const Spot spot = Body::after(loading.sandbox.chunk(loading.file), name, line, entry).entry(entry);
    if (spot.line) loading.problem_at(spot, std::move(code), std::move(message));
    else loading.problem(std::move(code), std::move(message), near);
    good = false;
  };
  lua_Integer last = 0;
  lua_pushnil(L);
  while (lua_next(L, 1)) {
    if (lua_isinteger(L, -2)) last = std::max(last, lua_tointeger(L, -2));
    else if (is_text(L, -2)) mistake("WRONG_ARGUMENTS", "`" + std::string(name) + " { }` lists conditions; write `:is(...)` in place of `=`", text_at(L, -2));
    lua_pop(L, 1);
  }
  if (last > most_parts) last = 0;
  for (lua_Integer i = 1; i <= last; ++i) {
    lua_rawgeti(L, 1, i);
    const Handle* h = loading.handle_at(-1);
    if (h && h->kind == Handle::Kind::condition) {
      out.push_back(h->node);
    } else if (h && h->kind == Handle::Kind::broken) {
      good = false;
    } else if (h) {
      const std::string said = loading.name_of(*h);
      mistake("NO_CONDITION", h->kind == Handle::Kind::field ? "`" + said + "` has no verb: what is asked of it? `" + said + ":is_answered()`" : said + " has no verb: what is asked of it?",
              name, static_cast<int>(i));
    } else {
      mistake("NO_CONDITION", "number " + std::to_string(i) + " in `" + name + " { }` is no condition; write a sentence, like `application.title:is_answered()`", name, static_cast<int>(i));
    }
    lua_pop(L, 1);
  }
  if (out.empty() && good) mistake("NO_CONDITION", "`" + std::string(name) + " { }` holds no condition", name);
  return good;
}

int join(lua_State* L) {
  Loading& loading = loading_of(L);
  const auto& [name, op] = joiners[lua_tointeger(L, lua_upvalueindex(1))];
  std::vector<std::uint32_t> children;
  const Handle* one = lua_gettop(L) == 1 ? loading.handle_at(1) : nullptr;
  if (one && one->kind == Handle::Kind::broken) return loading.push_broken();
  if (one && one->kind == Handle::Kind::condition) {
    children.push_back(one->node);
  } else if (lua_gettop(L) == 1 && lua_istable(L, 1)) {
    if (!conditions(loading, name, children)) return loading.push_broken();
  } else {
    loading.problem("WRONG_ARGUMENTS", std::string("write the conditions in braces: `") + name + (op == Op::not_ ? " { condition }`" : " { condition, condition }`"), name);
    return loading.push_broken();
  }
  if (op == Op::not_ && children.size() != 1) {
    loading.problem("WRONG_ARGUMENTS", "`not_ { }` takes one condition; join several with `all_of { }` or `any_of { }` inside it", name);
    return loading.push_broken();
  }
  return push_condition(loading, loading.loaded.tree.add(op, children));
}

}  // namespace

int push_condition(Loading& loading, std::uint32_t node) {
  const auto [parts, levels] = loading.size_of(node);
  if (parts > most_parts || levels > most_levels || loading.loaded.tree.nodes.size() > most_nodes) {
    loading.problem("TOO_COMPLEX", "a sentence has at most " + std::to_string(most_parts) + " parts, at most " + std::to_string(most_levels) +
                                       " deep in each other; split it into several rules");
    return loading.push_broken();
  }
  loading.note_spoken(node);
  Handle h;
  h.kind = Handle::Kind::condition;
  h.node = node;
  loading.push(h);
  return 1;
}

void define_joiners(Loading& loading) {
  for (std::size_t i = 0; i < std::size(joiners); ++i) {
    lua_pushinteger(loading.L(), static_cast<lua_Integer>(i));
    lua_pushcclosure(loading.L(), guarded<join>, 1);
    loading.sandbox.define(joiners[i].name);
  }
}

}  // namespace remit::lua
