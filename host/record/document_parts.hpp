// What every document says of the round, the pack and the values in force, whether it holds decisions or assessments.
#pragma once
#include <string>

#include "engine/decided.hpp"

namespace remit::record {

/// Appends `"pack":{...}`, with title, document and status, and a comma before it where one is needed; so the others.
void append_document_pack(const policy::Pack& pack, std::string& out);
/// `"parameters":[...]`, in the order of the pack.
void append_document_parameters(const engine::View& view, std::string& out);
/// `"round":{...}`.
void append_document_round(const intake::Round& round, std::string& out);

}  // namespace remit::record
