#include "lua/sandbox.hpp"

#include <algorithm>
#include <charconv>
#include <clocale>
#include <stdexcept>

#include "lua/amounts.hpp"
#include "lua/chunk.hpp"
#include "lua/library.hpp"
#include "lua/names.hpp"
#include "lua/state.hpp"

namespace remit::lua {
namespace {

constexpr int period = 1000;         // instructions between two looks of the counter
const char sentinel = 0;             // its address is the error value while the fault stands in the sandbox

void* allocate(void* memory, void* block, std::size_t old_size, std::size_t new_size) {
  return static_cast<Memory*>(memory)->change(block, old_size, new_size);
}

/// The innermost script function on the stack, from `level` outwards.
bool innermost(lua_State* L, int level, lua_Debug& ar) {
  for (; lua_getstack(L, level, &ar) != 0; ++level)
    if (lua_getinfo(L, "Sl", &ar) != 0 && ar.currentline > 0) return true;
  return false;
}

/// An error outside of any protected call: only memory can end there.
int panic(lua_State*) { throw std::bad_alloc(); }

void assert_locale() {
  const char* name = std::setlocale(LC_ALL, nullptr);
  if (name != nullptr && std::string_view(name) == "C") return;
  base::Problem problem;
  problem.code = "LOCALE";
  problem.message = "the program runs in the locale `" + std::string(name == nullptr ? "?" : name) +
                    "`; policies are only read in the locale `C`, so that order and numbers are the same everywhere";
  base::refuse(std::move(problem), 3);
}

}  // namespace

Sandbox::Sandbox(Limits limits, Dialect dialect) : limits_(limits), dialect_(dialect), names_(std::make_unique<Names>()) {
  assert_locale();
  state_ = lua_newstate(allocate, &memory_);
  if (state_ == nullptr) throw std::bad_alloc();
  *static_cast<Sandbox**>(lua_getextraspace(state_)) = this;
  meter_.owner = this;
  meter_.refused = on_refusal;
  lua_atpanic(state_, panic);
  lua_pushcfunction(state_, on_error);
  open_amounts(state_);
  open_library(state_, *names_);
  meter_.limit = dialect_.unguarded ? SIZE_MAX : limits_.load_memory;
}

Sandbox::~Sandbox() {
  if (state_ != nullptr) lua_close(state_);
}

Sandbox& Sandbox::of(lua_State* L) { return sandbox_of(L); }

// ---- names -----------------------------------------------------------------------------------------------------------

void Sandbox::add_name(const std::string& name, bool everywhere, bool again) {
  if (frozen_) throw std::logic_error("define after freeze: " + name);
  const Names::Entry* known = names_->find(name);
  if (known != nullptr && (known->library || !again)) throw std::logic_error("defined twice: " + name);
  if (known == nullptr && again) throw std::logic_error("not defined: " + name);
  if (known == nullptr) names_->add(name, everywhere ? Where::everywhere : Where::file_level, false);
  lua_setglobal(state_, name.c_str());
}

void Sandbox::define(const std::string& name) { add_name(name, false, false); }
void Sandbox::define_everywhere(const std::string& name) { add_name(name, true, false); }
void Sandbox::redefine(const std::string& name) { add_name(name, false, true); }
bool Sandbox::defined(std::string_view name) const { return names_->find(name) != nullptr; }

// ---- places ----------------------------------------------------------------------------------------------------------

Place Sandbox::place_of(const char* source, int line) const {
  std::size_t number = 0;   // chunks are named "=#3" for Lua
  if (source == nullptr || source[0] != '=' || source[1] != '#') return {};
  const char* digits = source + 2;
  std::from_chars(digits, digits + std::char_traits<char>::length(digits), number);
  if (number >= chunks_.size()) return {};
  return {chunks_[number]->file(), line};
}

Place Sandbox::place() const {
  lua_Debug ar;
  return innermost(state_, 0, ar) ? place_of(ar.source, ar.currentline) : Place{};
}

const Chunk* Sandbox::chunk(std::string_view file) const {
  for (const auto& chunk : chunks_)
    if (chunk->file() == file) return chunk.get();
  return nullptr;
}

std::string_view Sandbox::source_line(std::string_view file, int line) const {
  const Chunk* found = chunk(file);
  return found == nullptr ? std::string_view() : found->line(line);
}

// ---- errors ----------------------------------------------------------------------------------------------------------

void Sandbox::note(std::string code, std::string message) {
  base::Problem problem;
  problem.code = std::move(code);
  problem.message = std::move(message);
  note(std::move(problem));
}

void Sandbox::note(base::Problem problem) {
  if (problem.file.empty()) {
    Place here = place();
    problem.file = std::move(here.file);
    problem.line = here.line;
  }
  if (problem.source.empty()) problem.source = source_line(problem.file, problem.line);
  noted_.push_back(std::move(problem));
}

void Sandbox::raise(lua_State* L, std::string code, std::string message) {
  Fault& fault = sandbox_of(L).fault_;
  fault = {};
  fault.code = std::move(code);
  fault.message = std::move(message);
  fault.exact_code = true;
  lua_pushlightuserdata(L, const_cast<char*>(&sentinel));
  lua_error(L);
  std::abort();
}

void Sandbox::fail(lua_State* L, std::string_view code, std::string message) {
  Fault& fault = sandbox_of(L).fault_;
  fault = {};
  fault.code = code;
  fault.message = std::move(message);
  lua_pushlightuserdata(L, const_cast<char*>(&sentinel));
  lua_error(L);
  std::abort();
}

void Sandbox::fail_about(lua_State* L, std::string_view code, std::string_view key, std::string message, std::string discreet) {
  Fault& fault = sandbox_of(L).fault_;
  fault = {};
  fault.code = code;
  fault.key = key;
  fault.message = std::move(message);
  fault.discreet = std::move(discreet);
  lua_pushlightuserdata(L, const_cast<char*>(&sentinel));
  lua_error(L);
  std::abort();
}

/// The message handler: runs where the error happened, before the stack unwinds.
int Sandbox::on_error(lua_State* L) {
  Sandbox& box = sandbox_of(L);
  Fault& fault = box.fault_;
  try {
    if (lua_touserdata(L, 1) != &sentinel) {
      fault = {};
      fault.code = "LUA";
      fault.raw = true;
      if (is_text(L, 1)) fault.message = text_at(L, 1);
    }
    lua_Debug ar;
    if (fault.place.line == 0 && innermost(L, 0, ar)) {
      fault.place = box.place_of(ar.source, ar.currentline);
      fault.function_line = ar.linedefined;
    }
  } catch (const std::exception&) {
    fault.raw = false;
  }
  lua_pushlightuserdata(L, const_cast<char*>(&sentinel));
  return 1;
}

void Sandbox::on_refusal(void* owner) {
  auto& box = *static_cast<Sandbox*>(owner);
  lua_Debug ar;
  if (box.state_ == nullptr || !innermost(box.state_, 0, ar)) return;
  box.stopped_in_ = ar.source;
  box.stopped_at_ = ar.currentline;
}

void Sandbox::take_fault(int status) {
  if (status == LUA_ERRRUN) return;   // on_error wrote it
  fault_ = {};
  if (status == LUA_ERRMEM) {
    fault_.code = "MEMORY";
    fault_.message = "this needs more memory than a function may hold";
    fault_.place = place_of(stopped_in_, stopped_at_);
  } else if (status == LUA_ERRERR) {
    fault_.code = "DEPTH";
    fault_.message = "calls inside calls go too deep";
  } else {
    fault_.code = "HOST";
    fault_.message = "the host met an error of its own, and starts this policy anew";
    broken_ = true;
  }
}

void Sandbox::out_of_steps(lua_State* L) {
  fail(L, "STEPS", "this takes too many steps: a loop that does not end, or far too much work for one application");
}

void Sandbox::reserve(lua_State* L, std::size_t bytes) {
  const std::size_t most = frozen_ ? limits_.call_memory : limits_.load_memory;
  if (!dialect_.unguarded && bytes > most)
    fail(L, "MEMORY", "this needs more memory than a function may hold");
}

// ---- the step counter ------------------------------------------------------------------------------------------------

void Sandbox::count_line(lua_Debug* where) {
  lua_getinfo(state_, "Sl", where);
  const Place place = place_of(where->source, where->currentline);
  const std::lock_guard lock(dialect_.lines->mutex);
  ++dialect_.lines->begun[{place.file, place.line}];
}

void Sandbox::on_count(lua_State* L, lua_Debug* where) {
  Sandbox& box = sandbox_of(L);
  if (where->event == LUA_HOOKLINE) return box.count_line(where);
  box.charge(L, box.period_);
  lua_Debug ar;
  if (lua_getstack(L, box.limits_.depth, &ar) != 0)
    fail(L, "DEPTH", "calls inside calls go deeper than " + std::to_string(box.limits_.depth) +
                         ": a function calls itself without end, or far too often");
}

void Sandbox::arm() {
  if (dialect_.unguarded) return;
  period_ = static_cast<int>(std::clamp<std::int64_t>(meter_.steps_left + 1, 1, period));
  lua_sethook(state_, on_count, LUA_MASKCOUNT | (dialect_.lines ? LUA_MASKLINE : 0), period_);
}

void Sandbox::call_back(lua_State* L, int arguments, int results) {
  if (period_ == 0) arm();   // stays on until the outer call ends, so that many short calls add up
  lua_call(L, arguments, results);
}

int Sandbox::protected_call(int arguments, int results, std::int64_t steps, bool counted) {
  steps_before_ = meter_.steps_left = dialect_.unguarded ? INT64_MAX / 2 : steps;
  meter_.charging = !dialect_.unguarded;
  meter_.refusals = 0;
  if (counted) arm();
  else if (dialect_.lines) lua_sethook(state_, on_count, LUA_MASKLINE, 0);
  const int status = lua_pcall(state_, arguments, results, handler_slot);
  if (period_ != 0 || dialect_.lines) {
    lua_sethook(state_, nullptr, 0, 0);
    period_ = 0;
  }
  meter_.charging = false;
  return status;
}

// ---- calling ---------------------------------------------------------------------------------------------------------

void Sandbox::push_function(int number) {
  ++serial_;
  lua_rawgeti(state_, LUA_REGISTRYINDEX, functions_[static_cast<std::size_t>(number)]);
}

bool Sandbox::call(int arguments, const std::optional<std::int64_t>& bound) {
  const bool counted = !bound || *bound > limits_.call_steps;
  const std::int64_t steps = counted ? limits_.call_steps : limits_.call_steps - *bound;
  const int first = lua_gettop(state_) - arguments;
  lua_checkstack(state_, arguments + 1);
  for (int i = 0; i <= arguments; ++i) lua_pushvalue(state_, first + i);   // kept for a second try
  turn_ = counted ? 0 : *bound;
  int status = protected_call(arguments, 1, steps, counted);
  turn_ = 0;
  // Turns of loops are charged as if each were the longest: before that refuses a call, its steps are counted one by one.
  if (!counted && (status == LUA_OK ? meter_.steps_left < 0 : status == LUA_ERRRUN && fault_.code == "STEPS")) {
    lua_settop(state_, first + arguments);
    for (int i = 0; i <= arguments; ++i) lua_pushvalue(state_, first + i);
    status = protected_call(arguments, 1, limits_.call_steps, true);
  }
  // How much garbage earlier calls left must not decide whether this one fits: ask again in a clean state. A function keeps
  // no state, so nobody can tell.
  if (status == LUA_ERRMEM || (status != LUA_OK && fault_.code == "MEMORY")) return call_again(first, arguments, steps, counted);
  if (status == LUA_OK && meter_.steps_left < 0) {
    status = LUA_ERRRUN;
    fault_ = {};
    fault_.code = "STEPS";
    fault_.message = "this takes too many steps for one application";
  }
  if (status != LUA_OK) {
    lua_settop(state_, first - 1);
    take_fault(status);
    return false;
  }
  lua_replace(state_, first);
  lua_settop(state_, first);
  return true;
}

bool Sandbox::call_again(int first, int arguments, std::int64_t steps, bool counted) {
  lua_settop(state_, first + arguments);
  lua_gc(state_, LUA_GCCOLLECT, 0);
  const std::size_t normal = meter_.limit;
  if (!dialect_.unguarded) meter_.limit = meter_.used + limits_.call_memory;
  int status = protected_call(arguments, 1, steps, counted);
  meter_.limit = normal;
  if (status == LUA_OK && meter_.steps_left >= 0) return true;
  lua_settop(state_, first - 1);
  take_fault(status == LUA_OK ? LUA_ERRMEM : status);
  return false;
}

base::Problem Sandbox::problem() const { return worded(fault_, chunk(fault_.place.file)); }

}  // namespace remit::lua
