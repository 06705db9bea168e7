#include "cli/commands.hpp"
#include "cli/workbooks.hpp"

namespace remit::cli {

void add_import(Program& program) {
  auto* command = program.app.add_subcommand("import", "make a round of workbooks as they are kept: XLSX, ODS or CSV");
  auto o = std::make_shared<Importing>();
  command->add_option("workbook", o->workbooks, "workbooks: applications, panel and scores may stand in one or in several")->required();
  command->add_option("--out", o->out, "the folder to write the round to")->required()->type_name("ROUND");
  command->add_option("--map", o->map, "what headings and words mean: read where it is there, and written so that the next workbook needs nothing")->type_name("FILE");
  command->add_option("--pack", o->pack, "the pack whose fields are looked for: its id or folder; by default the one that the workbook or the mapping file names");
  command->add_flag("--replace", o->replace, "write over a round that is there");
  command->footer("examples:\n  remit import applications.xlsx --out rounds/spring-2026\n  remit import bids.ods scores.xlsx --out rounds/spring-2026 --map our-headings.csv --pack small-grants\n"
                  "  remit new workbook small-grants        an empty workbook to fill in, which needs no mapping");
  command->callback([o, &program] { program.chosen = [o] { return import_workbooks(*o); }; });
}

}  // namespace remit::cli
