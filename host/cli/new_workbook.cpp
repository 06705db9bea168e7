#include "cli/commands.hpp"
#include "cli/workbooks.hpp"

namespace remit::cli {

void add_new_workbook(Program& program, Command& parent) {
  struct Options {
    std::string pack, out;
  };
  auto* command = parent.add_subcommand("workbook", "an empty workbook for a round: sheets, drop-down lists, checks, what each column holds; and an example, filled in");
  auto o = std::make_shared<Options>();
  command->add_option("pack", o->pack, "the pack that will decide the round: its id or folder")->required();
  command->add_option("--out", o->out, "the file to write; by default the pack's id, ending in .xlsx")->type_name("FILE");
  command->footer("examples:\n  remit new workbook small-grants\n  remit new workbook ./my-pack --out spring-2026.xlsx\n  remit import spring-2026.xlsx --out rounds/spring-2026");
  command->callback([o, &program] { program.chosen = [o] { return write_new_workbook(o->pack, o->out); }; });
}

}  // namespace remit::cli
