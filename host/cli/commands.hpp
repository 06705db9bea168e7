// The commands, one in each file of its name. Each adds its options to the program; what it returns when it was chosen is
// the exit code: 0 done, 1 findings, 2 usage or input, 3 pack refused, 4 trust.
#pragma once
#include <functional>
#include <string>

#include "cli/command_line.hpp"

namespace remit::cli {

struct Program {
  Command& app;
  bool colour = false;                 // whether standard output is coloured
  std::function<int()> chosen;         // the command that was named, once the options are read
};

void add_decide(Program& program);
void add_explain(Program& program);
void add_replay(Program& program);
void add_appeal(Program& program);
void add_assess(Program& program);
void add_pack(Program& program);
void add_pack_show(Command& pack, Program& program);   // remit pack show and remit pack lock
void add_areas(Program& program);
void add_compare_areas(Program& program);
void add_check(Program& program);
void add_parameters(Program& program);
void add_editor(Program& program);
void add_test(Program& program);
void add_error(Program& program);
void add_bench(Program& program);
void add_plugin(Program& program);
void add_new(Program& program);
/// `pack` below `remit new`.
void add_new_pack(Program& program, Command& parent);
void add_version(Program& program);

}  // namespace remit::cli
