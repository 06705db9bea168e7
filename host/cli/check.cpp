// remit check: everything that can be known of a pack before a round.
#include <functional>

#include "cli/check_report.hpp"
#include "cli/check_watch.hpp"
#include "cli/checking.hpp"
#include "cli/commands.hpp"
#include "cli/round_options.hpp"
#include "cli/session.hpp"
#include "lua/load.hpp"

namespace remit::cli {

namespace {

struct Options {
  std::string pack, format = "text";
  std::vector<std::string> plugins;
  bool watch = false;
};

// What a pack that does not load is told, in the form that was asked for. False: it is no finding, and goes the way of all refusals.
bool told(const Options& o, const base::Refused& refused) {
  const bool not_there = refused.problems.size() == 1 && refused.problems[0].code == "NO_PACK";
  if (o.format == "text" || not_there || refused.exit_code == 4) return false;   // trust is another matter than what the pack says
  study::Checked checked;
  for (const auto& problem : refused.problems) checked.findings.push_back({study::Weight::error, problem});
  print(o.format == "json" ? check_json(o.pack, {}, {}, checked) : check_junit(o.pack, checked));
  return true;
}

int run(const Options& o, bool colour) {
  if (o.watch)
    watch_check(lua::find_pack(o.pack, pack_places()), [&o, colour] {
      const auto pack = open_pack(o.pack);
      return check_text(*pack, checked(*pack, o.plugins), colour);
    });
  std::shared_ptr<const policy::Pack> pack;
  study::Checked found;
  try {
    pack = open_pack(o.pack);
    found = checked(*pack, o.plugins);
  } catch (base::Refused& refused) {
    if (told(o, refused)) return 1;
    if (refused.exit_code == 4) throw;
    refused.exit_code = refused.problems.size() == 1 && refused.problems[0].code == "NO_PACK" ? 3 : 1;
    throw;
  }
  if (o.format == "text") print(check_text(*pack, found, colour));
  else print(o.format == "json" ? check_json(pack->id, pack->version, pack->digest, found) : check_junit(pack->id, found));
  return found.errors() ? 1 : 0;
}

}  // namespace

void add_check(Program& program) {
  auto* command = program.app.add_subcommand("check", "find everything that can be known of a pack before a round");
  auto o = std::make_shared<Options>();
  command->add_option("pack", o->pack, "the pack's folder, or its id")->required();
  auto* format = command->add_option("--format", o->format, "text, json or junit")->one_of({"text", "json", "junit"});
  command->add_flag("--watch", o->watch, "check again at each save, in lines that editors can jump from: file:line:column: message")->excludes(format);
  add_plugins(*command, o->plugins);
  command->footer("examples:\n  remit check policies/northern-ireland\n  remit check northern-ireland\n  remit check policies/small-grants --watch\n  remit check policies/small-grants --format json\n"
                  "  remit check policies/small-grants --format junit > check.xml");
  command->callback([o, &program] { program.chosen = [o, &program] { return run(*o, program.colour); }; });
}

}  // namespace remit::cli
