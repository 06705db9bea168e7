// Plug-ins in C++17 or later: derive from criterion, measure, conflict_rule, appeal_rule, round_check, allocator, data_source or
// exporter, and name the classes in REMIT_PLUGIN. Header-only; no C++ type and no exception crosses to the host.
//
//   struct Registered : remit::criterion {
//     remit::field id{*this, "applicant.id"};
//     remit::file names{*this, "register"};
//     Registered() : criterion("registered", "The applicant is on the register") {}
//     remit::outcome evaluate(const remit::record& r, remit::report& say) const override {
//       const auto wanted = id.text(r);
//       if (!wanted) return remit::outcome::refer;
//       say.evidence("id", *wanted);
//       return names.bytes()->find(*wanted) == std::string_view::npos ? remit::outcome::fail : remit::outcome::pass;
//     }
//   };
//   REMIT_PLUGIN("charity-register", "1.0.0", "Charity registers", Registered)
#ifndef REMIT_PLUGIN_HPP
#define REMIT_PLUGIN_HPP

#include "cpp/field.hpp"
#include "cpp/library.hpp"
#include "cpp/report.hpp"
#include "cpp/rules.hpp"
#include "cpp/sessions.hpp"
#include "cpp/supplies.hpp"

#endif
