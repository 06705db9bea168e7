// What is written for people outside the office, and for the panel.
#pragma once
#include "cli/commands.hpp"

namespace remit::cli {

void add_letters(Program& program);
void add_papers(Program& program);

}  // namespace remit::cli
