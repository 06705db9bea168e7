// Sandbox::load: one file, from text to kept functions.
//
//   text     at most 64 KiB, and no compiled Lua            TOO_LARGE, BYTECODE
//   tree     our own parser                                 SYNTAX, FORBIDDEN, TOO_COMPLEX
//   verified the dialect's rules                            lua/verify.hpp
//   compiled Lua's compiler; its result is checked again    lua/bytecode.hpp
//   run      once, with a step budget; the host's words note what is wrong
#include <algorithm>
#include <stdexcept>

#include "base/text.hpp"
#include "lua/amounts.hpp"
#include "lua/bytecode.hpp"
#include "lua/chunk.hpp"
#include "lua/names.hpp"
#include "lua/sandbox.hpp"
#include "lua/state.hpp"
#include "lua/verify.hpp"

namespace remit::lua {
namespace {

base::Problem mistake(std::string code, std::string message) {
  base::Problem problem;
  problem.code = std::move(code);
  problem.message = std::move(message);
  return problem;
}

/// Fills in the file and the source lines, orders by place, and throws when there is anything to throw.
void refuse_if_any(base::Problems problems, const std::string& file, const Chunk* chunk) {
  if (problems.empty()) return;
  for (base::Problem& problem : problems) {
    if (problem.file.empty()) problem.file = file;
    if (problem.source.empty() && chunk != nullptr && problem.file == chunk->file())
      problem.source = base::printable(chunk->line(problem.line), 300);
  }
  std::ranges::stable_sort(problems, {}, [](const base::Problem& p) { return std::pair(p.line, p.column); });
  throw base::Refused{std::move(problems), 3};
}

void check_text(const std::string& file, std::string_view source, const Limits& limits) {
  if (source.size() > limits.source_bytes)
    refuse_if_any({mistake("TOO_LARGE", "this file has " + std::to_string(source.size()) + " bytes; at most " + std::to_string(limits.source_bytes) +
                                            " are read. Split it into several files")}, file, nullptr);
  if (!source.empty() && source[0] == '\x1b')
    refuse_if_any({mistake("BYTECODE", "this file is compiled Lua. Only source text is read")}, file, nullptr);
  if (source.contains('\0')) refuse_if_any({mistake("SYNTAX", "this file holds a byte 0, so it is no text")}, file, nullptr);
}

/// What Lua's own compiler refuses although our parser did not: limits of registers and nesting, for the most part.
base::Problem compiler_said(std::string_view said) {
  base::Problem problem = mistake("TOO_COMPLEX", "");
  const auto colon = said.find(':', 3);   // "=#3:12: too many local variables ..."
  if (colon != std::string_view::npos) {
    problem.line = std::atoi(std::string(said.substr(3, colon - 3)).c_str());
    said = said.substr(std::min(said.size(), colon + 2));
    const auto number = said.find(": ");
    if (number != std::string_view::npos && said.substr(0, number).find_first_not_of("0123456789") == std::string_view::npos) said = said.substr(number + 2);
  }
  problem.message = "this cannot be compiled: " + base::printable(said, 200) + ". Split it into smaller pieces";
  return problem;
}

}  // namespace

std::string_view Chunk::line(int line) const {
  std::size_t start = 0;
  for (int i = 1; i < line; ++i) {
    start = source_.find('\n', start);
    if (start == std::string::npos) return {};
    ++start;
  }
  if (line < 1) return {};
  std::string_view out(source_);
  out = out.substr(start, out.find('\n', start) - start);
  if (out.ends_with('\r')) out.remove_suffix(1);
  return out;
}

void Sandbox::load(const std::string& file_name, std::string_view source) {
  if (frozen_) throw std::logic_error("load after freeze: " + file_name);
  if (chunk(file_name) != nullptr) throw std::logic_error("loaded twice: " + file_name);
  check_text(file_name, source, limits_);
  chunks_.push_back(std::make_unique<Chunk>(file_name, source));
  Chunk& made = *chunks_.back();
  base::Problems problems;
  made.tree().read(problems);
  refuse_if_any(std::move(problems), file_name, &made);
  problems = {};
  verify(made.tree(), *names_, dialect_, problems);
  refuse_if_any(std::move(problems), file_name, &made);
  compile(made);
  run(made);
}

void Sandbox::compile(Chunk& chunk) {
  const int top = lua_gettop(state_);
  const std::string name = "=#" + std::to_string(chunks_.size() - 1);
  std::string_view text = chunk.source();
  if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
  if (const int status = luaL_loadbufferx(state_, text.data(), text.size(), name.c_str(), "t"); status != LUA_OK) {
    base::Problem problem = status == LUA_ERRMEM ? mistake("LOAD_MEMORY", "the files of this policy need more memory than they may") : compiler_said(text_at(state_, -1));
    lua_settop(state_, top);
    refuse_if_any({std::move(problem)}, chunk.file(), &chunk);
  }
  const Compiled form = compiled_form(state_);
  base::Problems problems;
  check_compiled(form, {*names_, dialect_.bare, dialect_.exact}, problems);
  if (!problems.empty()) lua_settop(state_, top);
  refuse_if_any(std::move(problems), chunk.file(), &chunk);
  chunk.take_bounds(step_bounds(chunk.tree(), form, *names_), form);
}

/// The compiled file is on the stack.
void Sandbox::run(Chunk& chunk) {
  noted_.clear();
  loading_ = true;
  const int status = protected_call(0, 0, limits_.load_steps, true);
  loading_ = false;
  base::Problems problems = std::move(noted_);
  noted_.clear();
  if (status != LUA_OK) {
    lua_settop(state_, handler_slot);
    take_fault(status);
    base::Problem found = problem();
    if (!fault_.exact_code) found.code = "LOAD_" + found.code;
    problems.push_back(std::move(found));
  }
  refuse_if_any(std::move(problems), chunk.file(), &chunk);
}

void Chunk::take_bounds(std::vector<std::optional<std::int64_t>> bounds, const Compiled& form) {
  std::size_t number = 0;
  const auto add = [&](const auto& self, const Compiled& f) -> void {
    if (number < bounds.size()) facts_.push_back({f.line, f.last_line, bounds[number++]});
    for (const Compiled& inner : f.inner) self(self, inner);
  };
  add(add, form);
}

std::optional<std::int64_t> Chunk::bound(int line, int last_line) const {
  std::optional<std::int64_t> most;
  bool first = true;
  for (const Facts& f : facts_) {
    if (f.line != line || f.last_line != last_line) continue;
    if (!f.bound) return std::nullopt;   // several functions on one line: the worst of them
    most = first ? *f.bound : std::max(*most, *f.bound);
    first = false;
  }
  return most;
}

FunctionRef Sandbox::keep_function() {
  if (frozen_) throw std::logic_error("keep_function after freeze");
  if (lua_isfunction(state_, -1) == 0 || lua_iscfunction(state_, -1) != 0)
    raise(state_, "TYPE_MISMATCH", "a function is needed here, not " + kind_name(state_, -1) + ". Write `function (application, parameters) ... end`");
  FunctionRef made;
  made.number = static_cast<int>(functions_.size());
  lua_Debug ar;
  lua_pushvalue(state_, -1);
  lua_getinfo(state_, ">Su", &ar);
  Place at = place_of(ar.source, ar.linedefined);
  made.file = std::move(at.file);
  made.line = ar.linedefined;
  made.last_line = ar.lastlinedefined;
  lua_pushvalue(state_, -1);
  for (int i = 1; i <= ar.nparams; ++i) made.parameters.emplace_back(lua_getlocal(state_, nullptr, i));
  lua_pop(state_, 1);
  if (const Chunk* from = chunk(made.file); from != nullptr && ar.linedefined > 0) made.bound = from->bound(made.line, made.last_line);
  functions_.push_back(luaL_ref(state_, LUA_REGISTRYINDEX));
  return made;
}

}  // namespace remit::lua
