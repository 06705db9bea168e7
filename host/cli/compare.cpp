// remit compare: what a change of a pack does to rounds that are there already, before anyone is affected.
#include <filesystem>

#include "base/file.hpp"
#include "base/problem.hpp"
#include "cli/commands.hpp"
#include "cli/compare_command.hpp"
#include "cli/compare_watch.hpp"
#include "cli/comparing.hpp"
#include "cli/comparison_report.hpp"
#include "cli/pack_commands.hpp"
#include "cli/pack_side.hpp"
#include "cli/redacting.hpp"
#include "cli/round_options.hpp"
#include "cli/sensitivity_report.hpp"
#include "study/expected_changes.hpp"
#include "study/limits.hpp"

namespace remit::cli {

namespace {

struct Options {
  std::vector<std::string> named;   // OLD NEW ROUND...
  std::string format = "text", out, redact, expect, write_expect;
  bool watch = false, weights = false, unverified = false;
  Comparing how;
};

// Never over a list that is there: somebody may have written down why each change is meant.
void write_list(const study::Comparison& made, const std::string& path) {
  std::error_code none;
  if (std::filesystem::exists(path, none)) base::refuse({"FILE_EXISTS", path, 0, 0, "--write-expect", "there is a list already, and what was written into it would be lost; name another file, or remove it first", {}, {}});
  write_file(path, study::expected_table(study::rows_of(made)));
}

std::string shown(const study::Comparison& made, const std::string& format, bool colour) {
  if (format == "json") return comparison_json(made);
  return format == "html" ? comparison_html(made) : comparison_text(made, colour);
}

// How firm the result of one text is.
int run_weights(const Options& o, bool colour) {
  if (o.named.size() < 2) base::refuse({"USAGE", {}, 0, 0, "--weights", "name the pack and at least one round: `remit compare --weights PACK ROUND...`", {}, {}});
  if (!o.expect.empty() || !o.write_expect.empty() || o.watch || !o.how.place.empty())
    base::refuse({"USAGE", {}, 0, 0, "--weights", "`--expect`, `--write-expect`, `--watch` and `--place` are about two texts, and `--weights` is about one", {}, {}});
  const PackSide side(o.named[0], o.unverified);
  study::Sensitivity made = sensitivity_over(side.pack, {o.named.begin() + 1, o.named.end()}, o.how);
  record::Publication level;
  if (record::read_publication(o.redact, level)) study::redact(made, level);
  hand_over(o.format == "json" ? sensitivity_json(made) : o.format == "html" ? sensitivity_html(made) : sensitivity_text(made, colour && o.out.empty()), o.out);
  return 0;
}

int run(const Options& o, bool colour) {
  if (o.weights) return run_weights(o, colour);
  if (o.named.size() < 3) base::refuse({"USAGE", {}, 0, 0, {}, "name the old text, the new text and at least one round: `remit compare OLD NEW ROUND...`", {}, {}});
  const std::vector<std::string> rounds(o.named.begin() + 2, o.named.end());
  const bool in_colour = colour && o.out.empty() && o.format == "text";
  const auto show = [&](study::Comparison& made) {
    if (!o.expect.empty()) made.expected = study::check_expected(study::read_expected(base::read_file(o.expect, study::limits::changes_bytes), o.expect), made, o.expect);
    record::Publication level;
    if (record::read_publication(o.redact, level)) study::redact(made, level);
    return shown(made, o.format, in_colour);
  };
  const PackSide before(o.named[0], o.unverified);
  if (o.watch) watch_comparison(before.pack, o.named[1], rounds, o.how, show, o.out);
  const PackSide after(o.named[1], o.unverified);
  study::Comparison made = compare_rounds(before.pack, after.pack, rounds, o.how);
  if (!o.write_expect.empty()) write_list(made, o.write_expect);
  hand_over(show(made), o.out);
  return made.expected && !made.expected->holds() ? 1 : 0;
}

}  // namespace

void add_compare(Program& program) {
  auto* command = program.app.add_subcommand("compare", "what a change of a pack does to rounds that are there: decisions flipped, ranks and pounds moved, and the rule behind each");
  auto o = std::make_shared<Options>();
  command->add_option("named", o->named, "the old text and the new one (a pack's id, ID@VERSION, its folder, or a packed pack), then the rounds to decide by both")->required()->type_name("OLD NEW ROUND");
  command->add_flag("--weights", o->weights, "instead, of one text (PACK ROUND...): how far each weight, threshold and assessor could move before other applications get money");
  command->add_flag("--unverified", o->unverified, unverified_words);
  command->add_option("--expect", o->expect, "a reviewed list of the changes that are meant: exit 1 on any other, and on any listed one that did not come");
  command->add_option("--write-expect", o->write_expect, "write the changes as such a list, to be reviewed");
  command->add_option("--place", o->how.place, "the field that says where an application is for: `application.ward`, `applicant.ward`; found by its name if left out");
  command->add_flag("--watch", o->watch, "compare again at each save of the new text or of a round");
  command->add_option("--as-of", o->how.as_of, "the date that stands for today, instead of each round's own");
  add_plugins(*command, o->how.plugins);
  add_redact(*command, o->redact);
  command->add_option("--format", o->format, "text, json or html")->one_of({"text", "json", "html"});
  command->add_option("--out", o->out, "the file to write to");
  command->add_option("--threads", o->how.threads, "how many to use (changes nothing but the time); 0: all");
  command->footer("examples:\n  remit compare northern-ireland my-packs/northern-ireland policies/northern-ireland/rounds/family-support-2012\n"
                  "  remit compare river-towns@1.0.0 river-towns@1.1.0 rounds/spring-2026 rounds/autumn-2026 --format html --out changes.html\n"
                  "  remit compare river-towns my-packs/river-towns rounds/spring-2026 --write-expect meant.csv\n"
                  "  remit compare river-towns my-packs/river-towns rounds/spring-2026 --expect meant.csv\n"
                  "  remit compare river-towns my-packs/river-towns rounds/spring-2026 --watch\n"
                  "  remit compare --weights northern-ireland policies/northern-ireland/rounds/family-support-2012");
  command->callback([o, &program] { program.chosen = [o, &program] { return run(*o, program.colour); }; });
}

}  // namespace remit::cli
