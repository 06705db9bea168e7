// What `remit decide` prints: something a panel chair can read aloud.
#pragma once
#include <cstddef>
#include <string>

#include "record/record.hpp"

namespace remit::report {

struct TextStyle {
  bool colour = false;
  std::size_t width = 100;
};

/// Appends the whole round: each stream's ranked list with the funding line, who is not ranked and why, recusals,
/// findings beside the applications, and where the framework is silent.
void write_text(const record::DecisionDocument& document, const TextStyle& style, std::string& out);

}  // namespace remit::report
