// Plug-ins as saved records answer for them: what each said of each application, faults included, so that a decision can be
// replayed where no plug-in is installed, trusted or even there any more.
#pragma once
#include <memory>
#include <string>
#include <string_view>

#include "policy/pack.hpp"

namespace remit::record {

/// `saved`: records as NDJSON, or a `remit.decision/1` document; `saved_name` is named in messages. `pack` must outlive what is
/// returned. A question to which the records hold no answer is answered by an error that says so. Throws base::Refused (exit code
/// 2) when `saved` is neither.
std::unique_ptr<policy::Plugins> plugins_of_records(std::string_view saved, const std::string& saved_name, const policy::Pack& pack);

}  // namespace remit::record
