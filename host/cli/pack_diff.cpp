// remit pack diff: two texts of a pack side by side, for the people who have to decide between them. With --rounds, what changes for
// applications that are there already.
#include <optional>

#include "cli/comparing.hpp"
#include "cli/comparison_report.hpp"
#include "cli/pack_commands.hpp"
#include "cli/pack_side.hpp"
#include "cli/redacting.hpp"
#include "lua/load.hpp"
#include "pack/difference.hpp"
#include "report/html_style.hpp"
#include "report/markup.hpp"

namespace remit::cli {

namespace {

struct Options {
  std::string before, after, format = "text", out, redact;
  std::vector<std::string> rounds;
  bool unverified = false;
};

struct Side : PackSide {
  Side(const std::string& name, bool unverified) : PackSide(name, unverified), text(lua::read_layer(pack->place)) {}
  lua::LayerText text;
};

struct Section {
  const char* heading;
  const std::vector<pack::Change>& changes;
};
std::vector<Section> sections_of(const pack::Difference& d) { return {{"rules", d.rules}, {"parameters", d.parameters}, {"overrides", d.overrides}, {"everything else", d.others}}; }

std::string heading_of(const pack::Change& change) {
  return change.kind + " " + change.id + (change.title.empty() ? "" : ": " + change.title) + (change.clause.empty() ? "" : " [" + change.clause + "]");
}

std::string as_text(const pack::Difference& d, const std::optional<study::Comparison>& moved) {
  std::string out = d.before + " -> " + d.after + "\n";
  for (const auto& line : d.layers) out += "  " + line + "\n";
  for (const auto& [heading, changes] : sections_of(d)) {
    if (!changes.empty()) out += "\n" + std::string(heading) + "\n";
    for (const auto& change : changes) {
      std::string verdict(pack::word(change.verdict));
      verdict.resize(10, ' ');
      out += "  " + verdict + " " + heading_of(change) + "\n";
      for (const auto& line : change.lines) out += "             " + line + "\n";
    }
  }
  if (d.empty()) out += "no rule, parameter or override is another\n";
  if (moved) out += "\n" + comparison_text(*moved, false);
  return out;
}

std::string as_html(const pack::Difference& d, const std::optional<study::Comparison>& moved) {
  std::string out;
  report::Markup m(out);
  m.raw("<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
  m.text(d.before + " and " + d.after).raw("</title>\n<style>").raw(report::html_style).raw(stacked_style).raw("</style>\n</head>\n<body>\n<main>\n");
  m.element("h1", "From " + d.before + " to " + d.after).raw("\n<p>What changes from the one to the other. \"Tightened\" and \"loosened\" stand where the sentences prove it; \"changed\" has to be read.</p>\n");
  for (const auto& line : d.layers) m.element("p", line).raw("\n");
  for (const auto& [heading, changes] : sections_of(d)) {
    if (changes.empty()) continue;
    std::string title = heading;
    title[0] = static_cast<char>(title[0] - 'a' + 'A');
    m.element("h2", title).raw("\n<table class=\"stacked\">\n<thead><tr><th scope=\"col\">What</th><th scope=\"col\">Which</th><th scope=\"col\">How</th></tr></thead>\n<tbody>\n");
    for (const auto& change : changes) {
      const std::string verdict(pack::word(change.verdict));
      m.raw("<tr><td data-of=\"What\">").element("div", verdict, "verdict " + verdict).raw("</td><td data-of=\"Which\"><div>").text(heading_of(change)).raw("</div></td><td data-of=\"How\">");
      if (!change.lines.empty()) m.raw("<div>");
      for (const auto& line : change.lines) m.element("p", line);
      m.raw(change.lines.empty() ? "</td></tr>\n" : "</div></td></tr>\n");
    }
    m.raw("</tbody>\n</table>\n");
  }
  if (d.empty()) m.element("p", "No rule, parameter or override is another.").raw("\n");
  if (moved) m.raw(comparison_sections(*moved));
  m.raw("</main>\n</body>\n</html>\n");
  return out;
}

int run(const Options& o) {
  const Side before(o.before, o.unverified), after(o.after, o.unverified);
  const pack::Difference difference = pack::difference_of(*before.pack, before.text, *after.pack, after.text);
  std::optional<study::Comparison> moved;
  if (!o.rounds.empty()) moved = compare_rounds(before.pack, after.pack, o.rounds, {});
  if (record::Publication level; moved && record::read_publication(o.redact, level)) study::redact(*moved, level);
  const std::string made = o.format == "html" ? as_html(difference, moved) : as_text(difference, moved);
  hand_over(made, o.out);
  return 0;
}

}  // namespace

void add_pack_diff(Program& program, Command& pack) {
  auto* command = pack.add_subcommand("diff", "what changes from one text of a pack to another: rules tightened or loosened, parameters by date, overrides");
  auto o = std::make_shared<Options>();
  command->add_option("old", o->before, "a pack: its id, ID@VERSION, its folder, or a packed pack")->required();
  command->add_option("new", o->after, "the other one")->required();
  command->add_flag("--unverified", o->unverified, unverified_words);
  command->add_option("--rounds", o->rounds, "a round to decide with both: what would be proposed otherwise; may be repeated")->one_at_a_time();
  add_redact(*command, o->redact);
  command->add_option("--format", o->format, "text or html")->one_of({"text", "html"});
  command->add_option("--out", o->out, "the file to write to");
  command->footer("examples:\n  remit pack diff river-towns river-towns-1.2.0.remitpack\n  remit pack diff river-towns@1.0.0 river-towns@1.1.0 --format html --out changes.html\n"
                  "  remit pack diff river-towns my-packs/river-towns --rounds rounds/spring-2026");
  command->callback([o, &program] { program.chosen = [o] { return run(*o); }; });
}

}  // namespace remit::cli
