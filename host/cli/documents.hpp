// A decided round as its document, whether it is decided now or was saved: what letters and panel papers begin with.
#pragma once
#include <filesystem>
#include <vector>

#include "cli/session.hpp"
#include "letters/templates.hpp"
#include "record/record.hpp"

namespace remit::cli {

struct Document {
  record::DecisionDocument decided;
  std::vector<std::filesystem::path> layers;   // folders of the pack that decided, the area's first and the core's last
};

/// Decides the round that `wanted` names; or, where it names a saved `remit.decision/1`, reads that. Throws base::Refused, also when a
/// saved record was changed after it was written, and when saved records have no document around them. `redact`: as of --redact.
Document open_document(const Wanted& wanted, const std::string& redact);
/// The texts of its pack; those of `folder` (empty: none) stand before them. Throws base::Refused (exit code 3).
letters::Templates templates_of(const Document& document, const std::string& folder);

}  // namespace remit::cli
