// The container of an OpenDocument file: a zip archive whose first entry, "mimetype", is stored as it is and has no extra fields.
// That is what the standard asks for and what lets a file be recognised; libraries that write archives add such fields.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace remit::letters {

/// The archive of `files` (name, bytes) in this order, nothing compressed, dated 1 January 1980: the same bytes each time.
std::string container_of(const std::vector<std::pair<std::string_view, std::string>>& files);

}  // namespace remit::letters
