// One Lua interpreter that a policy pack cannot get out of, hang, fill, or use to remember an application.
//
// A pack is loaded in three steps, the same in every thread:
//   define...      the host's words become globals
//   load           each file is parsed, verified, compiled and run once; functions that rules need are kept, by number
//   freeze         everything that a kept function can reach becomes read-only; from here on only functions run
// After that the state is reused for every application: isolation comes from verification, not from new states.
#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.hpp"
#include "lua/fault.hpp"
#include "lua/memory.hpp"

struct lua_State;
struct lua_Debug;

namespace remit::lua {

class Chunk;
class Names;

/// What a pack may use. All limits are counted, never timed, so the same input always meets the same limit.
struct Limits {
  std::size_t source_bytes = 64 * 1024;         // of one file
  std::int64_t load_steps = 2'000'000;          // of one file while it loads
  std::int64_t call_steps = 100'000;            // of one function call, with all that it calls
  std::size_t load_memory = 256 * 1024 * 1024;  // of the whole state until it is frozen
  std::size_t call_memory = 1024 * 1024;        // that one function call may hold on to at a time
  std::size_t string_bytes = 256 * 1024;        // of one text during a call
  int depth = 200;                              // of calls inside calls
};

/// The lines of functions as they run, for packs that are studied: how often each was begun. Many states count.
struct LineTally {
  std::mutex mutex;
  std::map<std::pair<std::string, int>, std::uint64_t> begun;   // by file and line
};

struct Dialect {
  bool bare = false;    // for tests: loops, operators and global functions are allowed at file level
  bool exact = true;    // refuses `/` and decimal literals inside functions, so that no number is ever rounded
  bool unguarded = false;   // for the benchmark "sandbox off" only: no step budget, no memory cap
  std::shared_ptr<LineTally> lines = {};   // where calls count their lines; null: nowhere, at no cost
};

/// A function that a file gave to the host. Its number is the same in every state that loaded the same files in the same
/// order.
struct FunctionRef {
  int number = 0;
  std::vector<std::string> parameters;      // names, in order
  std::string file;
  int line = 0, last_line = 0;
  std::optional<std::int64_t> bound;        // the most steps that a call can take, and each turn of its loops; none: needs the counter
};

class Sandbox {
 public:
  /// Throws base::Refused (LOCALE) unless the process's locale is "C", and std::bad_alloc.
  explicit Sandbox(Limits limits = {}, Dialect dialect = {});
  ~Sandbox();
  Sandbox(const Sandbox&) = delete;
  Sandbox& operator=(const Sandbox&) = delete;

  lua_State* state() const { return state_; }
  static Sandbox& of(lua_State*);
  const Limits& limits() const { return limits_; }
  const Dialect& dialect() const { return dialect_; }

  // ---- before and between files ------------------------------------------------------------------------------------
  /// Takes the value on top of the stack and makes it a global that file-level code knows. Names of the library and names
  /// defined before are replaced only by `redefine`: std::logic_error otherwise.
  void define(const std::string& name);
  /// The same, known inside functions too. The value must be frozen or plain (a text, number, boolean or host function).
  void define_everywhere(const std::string& name);
  /// Replaces the value of a name that the host defined; it is known where it was.
  void redefine(const std::string& name);
  bool defined(std::string_view name) const;
  /// Every global that a script may name, and where.
  const Names& names() const { return *names_; }

  // ---- loading -----------------------------------------------------------------------------------------------------
  /// Verifies, compiles and runs one file. Throws base::Refused (exit code 3) with every mistake found: all that the
  /// verifier sees at once, else the run-time error and everything noted with `note` while the file ran. Code of a run-time
  /// error: its own when a host function raised it with `raise`, else with LOAD_ before it (LOAD_STEPS, LOAD_TYPE_MISMATCH).
  void load(const std::string& file_name, std::string_view source);

  /// For host functions that run while a file loads: one more mistake, at the line that is running; the file goes on, and
  /// `load` throws after it ran. The overload takes a whole problem; file and line are filled in where they are missing.
  void note(std::string code, std::string message);
  void note(base::Problem problem);
  /// For host functions: stops the script with this error at the line that is running. Unwinds destructors.
  [[noreturn]] static void raise(lua_State*, std::string code, std::string message);
  /// The file and line (1..) that is running, for what the host remembers about an entry. Line 0 outside of scripts.
  Place place() const;
  /// The text of one line of a loaded file, without line end; empty when there is none.
  std::string_view source_line(std::string_view file, int line) const;
  const Chunk* chunk(std::string_view file) const;
  /// The place that a lua_Debug's `source` and a line mean.
  Place place_of(const char* source, int line) const;

  /// Takes the Lua function on top of the stack (pops it) and keeps it. TYPE_MISMATCH is raised for anything else, host
  /// functions included.
  FunctionRef keep_function();

  /// Makes everything that kept functions and the names known in functions can reach read-only, in place. Throws
  /// base::Refused (exit code 3, KEEPS_STATE) when a function that can be reached writes a variable that outlives a call.
  /// After this `define`, `load` and `keep_function` are std::logic_errors.
  void freeze();
  bool frozen() const { return frozen_; }

  // ---- calling (after freeze) --------------------------------------------------------------------------------------
  /// Pushes the kept function; then push its arguments and `call`.
  void push_function(int number);
  /// Calls what `push_function` pushed. True: one result is on the stack, to be popped by the caller. False: nothing is
  /// on the stack and `fault()` says what went wrong. `bound` is the function's. Never throws because of the script.
  bool call(int arguments, const std::optional<std::int64_t>& bound);
  /// Of the last `call` that answered false.
  const Fault& fault() const { return fault_; }
  /// The fault as a problem for the author: placed, worded, with the line for the caret. Personal values never appear.
  base::Problem problem() const;
  /// Counts calls; records made for an earlier call are refused by it.
  std::uint32_t call_serial() const { return serial_; }
  /// Set when Lua gave an answer that it should not be able to give: the state must be thrown away.
  bool broken() const { return broken_; }
  /// Steps that the last call was charged (whole periods of the counter, and the work of host functions).
  std::int64_t steps_used() const { return steps_before_ - meter_.steps_left; }
  std::size_t memory_used() const { return meter_.used; }

  // ---- for host functions ------------------------------------------------------------------------------------------
  /// Charges `work` units (one is about one VM instruction) to the running call. Raises STEPS when they are spent.
  void charge(lua_State* L, std::int64_t work) {
    if ((meter_.steps_left -= work) < 0) out_of_steps(L);
  }
  /// Charges one turn of a loop over ipairs or pairs, where no counter runs: as much as any turn can take.
  void charge_turn(lua_State* L) {
    if (turn_ != 0) charge(L, turn_);
  }
  /// Raises MEMORY when `bytes` more could never be held; asked before building something large.
  void reserve(lua_State* L, std::size_t bytes);
  /// An error of the script's own making. While a file loads its code gets LOAD_ before it.
  [[noreturn]] static void fail(lua_State*, std::string_view code, std::string message);
  /// The same about a key that the script may have computed from an application: the message names it only if the source
  /// does, else `discreet` is said.
  [[noreturn]] static void fail_about(lua_State*, std::string_view code, std::string_view key, std::string message, std::string discreet);
  /// Calls a function value given by a script (function and arguments on the stack, as lua_call): counts its steps even when
  /// the calling function needed no counter.
  void call_back(lua_State* L, int arguments, int results);

 private:
  static constexpr int handler_slot = 1;    // the message handler stands at the bottom of the stack for good

  void add_name(const std::string& name, bool everywhere, bool again);
  void compile(Chunk& chunk);
  void run(Chunk& chunk);
  int protected_call(int arguments, int results, std::int64_t steps, bool counted);
  bool call_again(int first, int arguments, std::int64_t steps, bool counted);
  void take_fault(int status);
  void arm();
  void count_line(lua_Debug* where);
  static void on_refusal(void*);
  static void on_count(lua_State*, lua_Debug*);
  static int on_error(lua_State*);
  [[noreturn]] void out_of_steps(lua_State*);

  Limits limits_;
  Dialect dialect_;
  Meter meter_;
  Memory memory_{meter_};
  lua_State* state_ = nullptr;
  std::unique_ptr<Names> names_;
  std::vector<std::unique_ptr<Chunk>> chunks_;
  std::vector<int> functions_;              // registry references, by number
  base::Problems noted_;
  Fault fault_;
  const char* stopped_in_ = nullptr;        // where memory ran out: the chunk's name and the line
  int stopped_at_ = 0;
  std::int64_t steps_before_ = 0;
  std::int64_t turn_ = 0;                   // steps that a turn of a loop is charged; 0: the counter sees them
  std::size_t live_ = 0;                    // bytes held when frozen
  std::uint32_t serial_ = 0;
  int period_ = 0;                          // instructions until the counter looks next; 0: it is off
  bool loading_ = false, frozen_ = false, broken_ = false;
};

/// For messages: `fault` as a problem, translated with the help of the tree of the file it stands in (null: none).
base::Problem worded(const Fault& fault, const Chunk* chunk);

/// Wraps a host function for Lua: exceptions of C++ become errors of the script (OVERFLOW for base::Overflow, MEMORY for
/// std::bad_alloc, HOST for the rest) and never cross Lua's frames. Every function given to Lua goes through it:
/// lua_pushcfunction(L, guarded<my_function>).
template <int (*F)(lua_State*)>
int guarded(lua_State* L);

template <int (*F)(lua_State*)>
int guarded(lua_State* L) {
  Refusal refusal;
  try {
    return F(L);
  } catch (const std::exception& e) {
    refusal.take(e);
  } catch (const base::Refused& r) {
    refusal.take(r);
  }
  refusal.raise(L);
}

}  // namespace remit::lua
