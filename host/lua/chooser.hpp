// A decision that is a function: `chooses = function (application, eligibility, parameters) ... return { decision = ... } end`.
#pragma once
#include "lua/function_test.hpp"

namespace remit::lua {

/// The function answers the id of a decision type, or { decision =, reasons = { ... }, total = }.
class FunctionChooser : public policy::Chooser {
 public:
  FunctionChooser(std::string rule, FunctionRef function, std::span<const policy::Pack::RootName> roots)
      : function_(std::move(rule), std::move(function), roots) {}
  policy::Choice choose(const policy::Facts& facts, policy::Work& work) const override;

 private:
  BoundFunction function_;
};

}  // namespace remit::lua
