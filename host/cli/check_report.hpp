// What `remit check` found, in words, as a document and for those who collect test results.
#pragma once
#include <string>

#include "policy/pack.hpp"
#include "study/check.hpp"

namespace remit::cli {

/// A line for each finding, as compilers write them: "file:line:column: error: message [CODE]"; then what the pack holds, and which of its
/// rules are proved and which only probed.
std::string check_text(const policy::Pack& pack, const study::Checked& checked, bool colour);
/// "remit.check/1", canonical.
std::string check_json(const std::string& pack, const std::string& version, const std::string& digest, const study::Checked& checked);
/// A test case for each rule, and one for each file that something else was found in; errors fail it.
std::string check_junit(const std::string& pack, const study::Checked& checked);

}  // namespace remit::cli
