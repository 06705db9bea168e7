// remit compare: what a change of a pack does to rounds that are there already, before anyone is affected.
#include "cli/commands.hpp"
#include "cli/compare_command.hpp"
#include "cli/comparing.hpp"
#include "cli/comparison_report.hpp"
#include "cli/pack_commands.hpp"
#include "cli/pack_side.hpp"
#include "cli/round_options.hpp"

namespace remit::cli {

namespace {

struct Options {
  std::string before, after, format = "text", out;
  std::vector<std::string> rounds;
  Comparing how;
};

int run(const Options& o, bool colour) {
  const PackSide before(o.before), after(o.after);
  const study::Comparison made = compare_rounds(before.pack, after.pack, o.rounds, o.how);
  hand_over(o.format == "json" ? comparison_json(made) : comparison_text(made, colour && o.out.empty()), o.out);
  return 0;
}

}  // namespace

void add_compare(Program& program) {
  auto* command = program.app.add_subcommand("compare", "what a change of a pack does to rounds that are there: decisions flipped, ranks and pounds moved, and the rule behind each");
  auto o = std::make_shared<Options>();
  command->add_option("old", o->before, "the text as it is: a pack's id, ID@VERSION, its folder, or a packed pack")->required();
  command->add_option("new", o->after, "the text as it would be")->required();
  command->add_option("rounds", o->rounds, "the rounds to decide by both: folders or JSON documents")->required();
  command->add_option("--as-of", o->how.as_of, "the date that stands for today, instead of each round's own");
  command->add_option("--place", o->how.place, "the field that says where an application is for: `application.ward`, `applicant.ward`; found by its name if left out");
  add_plugins(*command, o->how.plugins);
  command->add_option("--format", o->format, "text or json")->one_of({"text", "json"});
  command->add_option("--out", o->out, "the file to write to");
  command->add_option("--threads", o->how.threads, "how many to use (changes nothing but the time); 0: all");
  command->footer("examples:\n  remit compare policies/northern-ireland my-packs/northern-ireland policies/northern-ireland/rounds/family-support-2012\n"
                  "  remit compare river-towns@1.0.0 river-towns@1.1.0 rounds/spring-2026 rounds/autumn-2026 --format json");
  command->callback([o, &program] { program.chosen = [o, &program] { return run(*o, program.colour); }; });
}

}  // namespace remit::cli
