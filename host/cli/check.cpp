
#include <algorithm>

#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/override_lock.hpp"
#include "cli/plugging.hpp"
#include "cli/round_options.hpp"
#include "cli/session.hpp"
#include "policy/lint.hpp"
#include "policy/probe.hpp"

namespace remit::cli {

namespace {

std::string counted(std::size_t n, const std::string& one, const std::string& many) { return std::to_string(n) + " " + (n == 1 ? one : many); }

// What stands in the way of asking the plug-ins that the pack uses, on this machine. The pack itself may be right.
std::string about_plugins(const policy::Pack& pack, const std::vector<std::string>& folders) {
  std::string out;
  try {
    open_plugins(pack, {}, folders);
  } catch (const base::Refused& refused) {
    for (const auto& problem : refused.problems) out += "warning: " + problem.text() + "\n";
  }
  return out;
}

std::string plugins_of(const policy::Pack& pack) {
  std::string out;
  for (const auto& need : pack.plugins) out += (out.empty() ? "  plug-ins: " : ", ") + need.id + " " + need.version;
  return out.empty() ? out : out + "\n";
}

// Whether each override keeps to `tighten_only`: a sentence by what it is, a function as far as it was tried.
std::string about_overrides(const policy::Pack& pack, std::size_t& errors) {
  std::string out;
  for (const auto& o : pack.overrides) {
    const std::string what = o.layer + " overrides " + o.rule;
    if (o.change == "and_also") out += "note: " + what + ": proved, it can only ask for more\n";
    else if (!o.was) out += "note: " + what + ": replaced, as that rule allows\n";
    if (!o.was) continue;
    const policy::Probe tried = policy::probe(pack, o);
    if (!tried.looser) {
      out += "note: " + what + ": probed " + counted(tried.cases, "case", "cases") + ", and it asks for less in none\n";
      continue;
    }
    ++errors;
    const base::Problem problem{"LOOSER", o.file, o.line, 0, {}, "override \"" + o.rule + "\" may only ask for more, and here it asks for less: when " + tried.facts + ", the rule as it stood says " +
                                std::string(policy::word(tried.was)) + " and this one " + std::string(policy::word(tried.now)), {}, o.rule};
    out += "error: " + problem.text() + "\n";
  }
  return out;
}

int run(const std::string& name, const std::vector<std::string>& folders) {
  std::shared_ptr<const policy::Pack> pack = open_pack(name);
  std::string out;
  std::size_t errors = 0;
  for (const auto& problem : pack->warnings) out += "warning: " + problem.text() + "\n";
  for (const auto& problem : policy::notes(*pack)) out += "note: " + problem.text() + "\n";
  for (const auto& problem : policy::lint(*pack)) {
    out += "error: " + problem.text() + "\n";
    ++errors;
  }
  auto tell = [&](const char* kind, const base::Problems& found) {
    for (const auto& problem : found) out += kind + problem.text() + "\n";
  };
  const LockFindings locks = against_locks(*pack);
  tell("warning: ", locks.unlocked);
  tell("error: ", locks.changed);
  errors += locks.changed.size();
  out += about_overrides(*pack, errors);
  out += about_plugins(*pack, folders);
  std::size_t sentences = 0, functions = 0, by_plugins = pack->allocation ? 1 : 0;
  auto count = [&](const auto& rules) {
    for (const auto& rule : rules) ++(rule.use >= 0 ? by_plugins : rule.test->is_sentence() ? sentences : functions);
  };
  count(pack->criteria);
  count(pack->conflicts);
  count(pack->record_conflicts);
  count(pack->requirements);
  count(pack->classifications);
  count(pack->decisions);
  count(pack->appeals);
  out += pack->id + " " + pack->version;
  for (const auto& layer : pack->layers)
    if (layer.id != pack->id) out += (layer.themes.empty() ? " on " + layer.id + " " : " with " + base::join_and(layer.themes) + " of " + layer.id + " ") + layer.version;
  out += "\n  " + counted(pack->criteria.size(), "criterion", "criteria") + ", " + counted(pack->conflicts.size() + pack->record_conflicts.size(), "conflict rule", "conflict rules") + ", " +
         counted(pack->requirements.size(), "requirement", "requirements") + ", " +
         (pack->classifications.empty() ? "" : counted(pack->classifications.size(), "classification", "classifications") + ", ") + counted(pack->decisions.size(), "decision type", "decision types") + ", " +
         counted(pack->appeals.size(), "appeal rule", "appeal rules") + "\n  " + counted(pack->parameters.size(), "parameter", "parameters") + ", " +
         counted(pack->no_provisions.size(), "silence", "silences") + ", " + counted(pack->entries.size(), "entry of standing data", "entries of standing data") + "\n  " +
         counted(sentences, "rule is a sentence", "rules are sentences") + ", " + counted(functions, "is a function", "are functions") +
         (pack->plugins.empty() ? "" : ", " + counted(by_plugins, "asks a plug-in", "ask plug-ins")) + "\n" + plugins_of(*pack) + "  digest " + pack->digest + "\n";
  out += errors ? counted(errors, "error", "errors") + "\n" : "nothing is wrong with it\n";
  print(out);
  return errors ? 1 : 0;
}

}  // namespace

void add_check(Program& program) {
  auto* command = program.app.add_subcommand("check", "find everything that can be known of a pack before a round");
  auto name = std::make_shared<std::string>();
  auto folders = std::make_shared<std::vector<std::string>>();
  command->add_option("pack", *name, "the pack's folder, or its id")->required();
  add_plugins(*command, *folders);
  command->footer("examples:\n  remit check policies/northern-ireland\n  remit check northern-ireland");
  command->callback([name, folders, &program] {
    program.chosen = [name, folders] {
      try {
        return run(*name, *folders);
      } catch (base::Refused& refused) {
        if (refused.exit_code == 4) throw;   // trust is another matter than what the pack says
        refused.exit_code = refused.problems.size() == 1 && refused.problems[0].code == "NO_PACK" ? 3 : 1;
        throw;
      }
    };
  });
}

}  // namespace remit::cli
