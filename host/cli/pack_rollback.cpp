#include "base/problem.hpp"
#include "base/text.hpp"
#include "cli/pack_commands.hpp"
#include "cli/session.hpp"
#include "cli/store_change.hpp"
#include "pack/installed.hpp"

namespace remit::cli {

namespace {

struct Options {
  std::string pack, to;
  pack::Act act;
};

[[noreturn]] void refuse(const std::string& message) { base::refuse({"ROLLBACK", {}, 0, 0, {}, message, {}, {}}); }

int run(Options o) {
  settle_day(o.act);
  StoreChange change;
  const pack::Adoption* now = change.adoptions.active(o.pack);
  if (now == nullptr) {
    const auto known = change.adoptions.packs();
    const std::string near = base::nearest(o.pack, known);
    refuse("no pack `" + base::printable(o.pack, 60) + "` is installed" + (near.empty() ? "" : "; the nearest is `" + near + "`"));
  }
  const auto version = base::Version::read(o.to);
  const pack::Adoption* to = o.to.empty() ? change.adoptions.before(o.pack) : version ? change.adoptions.of(o.pack, *version) : nullptr;
  if (to == nullptr) refuse(o.to.empty() ? "nothing of `" + o.pack + "` was in use before " + now->version.text() : "`" + o.pack + "@" + base::printable(o.to, 40) + "` was never adopted here; `remit pack list --all` says what was");
  if (to->version == now->version) refuse("`" + o.pack + "` " + now->version.text() + " is the one in use");
  if (o.act.as_of > to->expires && !to->despite_expiry)
    base::refuse({"EXPIRED", o.pack + "@" + to->version.text(), 0, 0, {}, "it may be used until " + to->expires + ", " + day_in_words(o.act) + "; `remit pack install " + o.pack + "@" + to->version.text() + " --rollback --despite-expiry` says why it is used all the same", {}, {}}, 3);
  const auto found = pack::find_installed(change.store(), o.pack, to->version);   // it is whole, and its key still trusted
  pack::check_loaded(*found, *open_folder(found->folder.string(), found->search));
  const std::string from = now->version.text();
  pack::Adoption act = *to;
  act.kind = "rollback";
  act.act = o.act;
  act.despite_release = true;
  change.keep(act, false);
  print(o.pack + " " + act.version.text() + ", release " + std::to_string(act.release) + ", is in use again, in the place of " + from + "\nrecorded for " + o.act.by + ", " + day_in_words(o.act) + ": " + o.act.why + "\n");
  return 0;
}

}  // namespace

void add_pack_rollback(Program& program, Command& pack) {
  auto* command = pack.add_subcommand("rollback", "use a text again that was adopted here before; who decided so, and why, is recorded");
  auto o = std::make_shared<Options>();
  command->add_option("pack", o->pack, "its id")->required();
  command->add_option("--to", o->to, "the version to go back to; by default the one before")->type_name("VERSION");
  add_act(*command, o->act, true);
  command->footer("examples:\n  remit pack rollback river-towns --by \"A. Byrne, secretary\" --why \"minute 6.1: the new minimum was a mistake\"\n"
                  "  remit pack rollback river-towns --to 1.0.0 --by \"A. Byrne, secretary\" --why \"minute 6.1\"");
  command->callback([o, &program] { program.chosen = [o] { return run(*o); }; });
}

}  // namespace remit::cli
