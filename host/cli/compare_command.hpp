// remit compare, for whoever gathers the commands.
#pragma once

namespace remit::cli {

struct Program;
void add_compare(Program& program);

}  // namespace remit::cli
