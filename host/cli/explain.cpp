#include "report/explain.hpp"

#include "base/text.hpp"
#include "cli/assessing.hpp"
#include "cli/commands.hpp"
#include "cli/deciding.hpp"
#include "cli/redacting.hpp"
#include "cli/round_options.hpp"
#include "record/record.hpp"

namespace remit::cli {

namespace {

struct Options {
  Wanted wanted;
  std::string application, rule, type, redact;
};

int run(const Options& o, bool colour) {
  if (!o.type.empty() && o.type != "application") return explain_record(o.wanted, o.type, o.application, o.rule, o.redact, colour);
  const Deciding deciding = decide_round(o.wanted, 0);
  const record::DecisionDocument document = record::read_document(redacted_for(o.redact, document_of(deciding)), "this round");
  const record::DecisionRecord* found = document.find(o.application);
  if (!found) {
    std::vector<std::string> ids;
    for (const auto& r : document.records) ids.push_back(r.application);
    const std::string near = base::nearest(o.application, ids);
    base::refuse({"UNKNOWN_ID", o.wanted.round, 0, 0, {}, "the round has no application `" + o.application + "`" + (near.empty() ? "" : "; the nearest is `" + near + "`"), {}, {}});
  }
  std::string out;
  if (!report::write_explanation(document, *found, o.rule, {colour, 100}, out)) {
    std::vector<std::string> rules;
    for (const auto& f : found->findings) rules.push_back(f.rule);
    const std::string near = base::nearest(o.rule, rules);
    base::refuse({"UNKNOWN_RULE", {}, 0, 0, {}, "no rule `" + o.rule + "` was asked about `" + o.application + "`; " +
                  (near.empty() ? "there is " + base::join_and(rules) : "the nearest is `" + near + "`"), {}, {}});
  }
  print(out);
  return 0;
}

}  // namespace

void add_explain(Program& program) {
  auto* command = program.app.add_subcommand("explain", "why an application stands where it stands, in plain words");
  auto o = std::make_shared<Options>();
  command->add_option("round", o->wanted.round, "folder of the round, a JSON document, or - for standard input")->required();
  command->add_option("application", o->application, "id of the application, or of the record that --type names")->required();
  command->add_option("--type", o->type, "explain a record of this type, as `remit assess` assessed it");
  command->add_option("--rule", o->rule, "only what this rule found");
  add_what_if(*command, o->wanted, "the explanation says so");
  add_plugins(*command, o->wanted.plugins);
  add_redact(*command, o->redact);
  command->footer("examples:\n  remit explain rounds/family-support-2012 A07\n  remit explain rounds/family-support-2012 A07 --rule added-value\n  remit explain rounds/governance-2008 board --type body");
  command->callback([o, &program] { program.chosen = [o, &program] { return run(*o, program.colour); }; });
}

}  // namespace remit::cli
