// A text as JSON has it: what the lists of this room are written with.
#pragma once
#include <string>
#include <string_view>

#include "intake/json.hpp"

namespace remit::pack {

inline std::string json_text(std::string_view text) {
  std::string out;
  intake::write_json_text(text, out);
  return out;
}

}  // namespace remit::pack
