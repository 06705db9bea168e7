// What went wrong while a script ran, before it is worded: an error code, where it happened, and what Lua said.
#pragma once
#include <exception>
#include <string>
#include <string_view>

#include "base/problem.hpp"

struct lua_State;

namespace remit::lua {

/// A place in a loaded file.
struct Place {
  std::string file;
  int line = 0;
};

/// Codes of run-time errors:
///   STEPS MEMORY DEPTH        the budget of a call is spent
///   READ_ONLY                 something that outlives the call was to be changed
///   UNKNOWN_FIELD             a record has no such field
///   MISSING                   a field was to be read of something that was not answered (nil)
///   TYPE_MISMATCH             things were compared, added or joined that do not go together, or of which one is nil
///   NOT_A_FUNCTION            what was called is not a function
///   BAD_ARGUMENT              a library function was given something that it cannot take
///   FAILED                    the script called error("...")
///   NO_ANSWER BAD_RESULT      a function ended without an answer, or with one that is none
///   OVERFLOW DIVIDE_BY_ZERO   a sum of money or a fraction does not fit; a fraction has nothing to be divided by
///   STALE                     a record of an earlier application was kept (the net under KEEPS_STATE)
///   LUA                       anything else that Lua itself reports
///   HOST                      a fault of the host
struct Fault {
  std::string code;
  std::string message;       // worded; or as Lua said it while `raw`
  std::string key;           // a key that the message names; it may be a value of an application, so unless the source line
  std::string discreet;      // says it too, this is said instead of the message
  bool raw = false;          // message is Lua's own and still to be translated
  bool exact_code = false;   // raised by a host function for loading: gets no LOAD_ prefix
  Place place;
  int function_line = 0;     // where the function that was running begins
};

/// Carries an exception of C++ over to Lua.
class Refusal {
 public:
  void take(const std::exception&);
  void take(const base::Refused&);
  [[noreturn]] void raise(lua_State*);

 private:
  std::string code_, message_;
};

}  // namespace remit::lua
