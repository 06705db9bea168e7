// What can be told about a rule's function before any application is read: misspelt fields and values, comparisons that can
// never hold, and ends without an answer.
#pragma once
#include <span>

#include "base/problem.hpp"
#include "lua/function_test.hpp"

namespace remit::lua {

/// Problems of the function, placed, for the loader to note:
///   UNKNOWN_FIELD   `application.titel`, through groups, locals and `for _, item in ipairs(application.list)`
///   UNKNOWN_VALUE   `application.kind == "statuary"`, `one_of(application.kind, "statuary")`
///   TYPE_MISMATCH   `application.amount == 25000`, which is never true
///   NO_ANSWER       a path that reaches the end without `return`
/// Empty when the function's source is not loaded here or several functions stand on the same lines.
base::Problems check_function(const Sandbox& box, const BoundFunction& function, std::span<const policy::Pack::RootName> roots);

}  // namespace remit::lua
