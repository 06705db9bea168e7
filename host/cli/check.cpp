#include <CLI/CLI.hpp>

#include <algorithm>

#include "cli/commands.hpp"
#include "cli/session.hpp"
#include "policy/lint.hpp"

namespace remit::cli {

namespace {

std::string counted(std::size_t n, const std::string& one, const std::string& many) { return std::to_string(n) + " " + (n == 1 ? one : many); }

int run(const std::string& name) {
  std::shared_ptr<const policy::Pack> pack = open_pack(name);
  std::string out;
  std::size_t errors = 0;
  for (const auto& problem : pack->warnings) out += "warning: " + problem.text() + "\n";
  for (const auto& problem : policy::notes(*pack)) out += "note: " + problem.text() + "\n";
  for (const auto& problem : policy::lint(*pack)) {
    out += "error: " + problem.text() + "\n";
    ++errors;
  }
  std::size_t sentences = 0, functions = 0;
  auto count = [&](const auto& rules) {
    for (const auto& rule : rules) ++(rule.test->is_sentence() ? sentences : functions);
  };
  count(pack->criteria);
  count(pack->conflicts);
  count(pack->requirements);
  count(pack->decisions);
  count(pack->appeals);
  out += pack->id + " " + pack->version;
  for (const auto& layer : pack->layers)
    if (layer.id != pack->id) out += " on " + layer.id + " " + layer.version;
  out += "\n  " + counted(pack->criteria.size(), "criterion", "criteria") + ", " + counted(pack->conflicts.size(), "conflict rule", "conflict rules") + ", " +
         counted(pack->requirements.size(), "requirement", "requirements") + ", " + counted(pack->decisions.size(), "decision type", "decision types") + ", " +
         counted(pack->appeals.size(), "appeal rule", "appeal rules") + "\n  " + counted(pack->parameters.size(), "parameter", "parameters") + ", " +
         counted(pack->no_provisions.size(), "silence", "silences") + ", " + counted(pack->entries.size(), "entry of standing data", "entries of standing data") + "\n  " +
         counted(sentences, "rule is a sentence", "rules are sentences") + ", " + counted(functions, "is a function", "are functions") + "\n  digest " + pack->digest + "\n";
  out += errors ? counted(errors, "error", "errors") + "\n" : "nothing is wrong with it\n";
  print(out);
  return errors ? 1 : 0;
}

}  // namespace

void add_check(Program& program) {
  auto* command = program.app.add_subcommand("check", "find everything that can be known of a pack before a round");
  auto name = std::make_shared<std::string>();
  command->add_option("pack", *name, "the pack's folder, or its id")->required();
  command->footer("examples:\n  remit check policies/northern-ireland\n  remit check northern-ireland");
  command->callback([name, &program] {
    program.chosen = [name] {
      try {
        return run(*name);
      } catch (base::Refused& refused) {
        refused.exit_code = refused.problems.size() == 1 && refused.problems[0].code == "NO_PACK" ? 3 : 1;
        throw;
      }
    };
  });
}

}  // namespace remit::cli
