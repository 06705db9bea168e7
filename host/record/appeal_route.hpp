// How an applicant may appeal, as letters must say it: the rules of the framework, what the partnership has settled about
// them, and what stays open. A framework without a route says so.
#pragma once
#include <string>

#include "engine/decided.hpp"

namespace remit::record {

/// Appends `"appeals":{"parameters":[...],"rules":[...],"silences":[...]}`, with a comma before it where one is needed.
/// `rules` is empty when the pack has no appeal rule; parameters and silences are ids of those in the same document.
void append_appeal_route(const engine::View& view, std::string& out);

/// Appends `"labels":{...}`: what people call each field that a record may name, by its path ("application.added_value").
void append_labels(const policy::Pack& pack, std::string& out);

}  // namespace remit::record
