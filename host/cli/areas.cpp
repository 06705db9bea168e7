// remit areas: what every framework that is found says, and where it is silent, side by side.
#include "base/text.hpp"
#include "cli/area.hpp"
#include "cli/commands.hpp"
#include "cli/session.hpp"
#include "report/layout.hpp"

namespace remit::cli {

namespace {

constexpr const char* remits_own = "none of its own; where a round is decided all the same, they are those of Remit's own procedure";
constexpr const char* unsaid = "none; the pack does not say that its source is silent";

std::string with_clause(const std::string& words, const std::string& clause) { return clause.empty() ? words : words + " (" + clause + ")"; }

std::string silence(const Stated& stated) { return stated.words.empty() ? unsaid : "silent: " + with_clause(stated.words, stated.clause); }

std::string listed(const std::vector<Area::Named>& all, bool ids) {
  std::string out = std::to_string(all.size()) + ": ";
  for (const auto& one : all) out += (&one == &all.front() ? "" : "; ") + with_clause(ids ? one.id : one.title, one.clause);
  return out;
}

std::string of_set(const policy::IdSet& set) {
  std::string out = set.name + ": ";
  for (const auto& id : set.ids) out += (&id == &set.ids.front() ? "" : "; ") + with_clause(id.id, id.clause);
  if (set.unnamed) out += (set.ids.empty() ? "" : "; ") + std::to_string(set.unnamed) + " that the source counts and does not name";
  return out;
}

// How many levels there are; a source with two lists of them has two numbers.
std::string numbers(const std::vector<policy::IdSet>& sets) {
  std::string out;
  for (const auto& set : sets) out += (out.empty() ? "" : " + ") + std::to_string(set.ids.size() + set.unnamed);
  return out.empty() ? "-" : out;
}

std::string number(std::size_t n) { return n == 0 ? "-" : std::to_string(n); }

std::string in_short(const Area& area) {
  if (area.conflict.silent) return "silent";
  return area.conflict.words.empty() ? "-" : area.conflict.words.substr(0, area.conflict.words.find_first_of(";:"));
}

void line(const char* name, const std::string& words, std::string& out) {
  std::string first = "  " + std::string(name);
  first.resize(15, ' ');
  report::append_wrapped(first, words, 100, out);
}

void lines(const char* name, const std::vector<policy::IdSet>& sets, std::string& out) {
  for (const auto& set : sets) line(&set == &sets.front() ? name : "", of_set(set), out);
}

void stanza(const Area& area, std::string& out) {
  const policy::Pack& pack = *area.pack;
  out += "\n" + pack.id + " " + pack.version + "\n";
  line("document", pack.document.empty() ? "not named" : pack.document, out);
  line("status", pack.status.empty() ? "not said" : pack.status, out);
  line("outcomes", area.outcomes.empty() ? silence(area.outcomes_silence) : listed(area.outcomes, false), out);
  lines("", area.other_outcomes, out);
  line("decisions", area.decisions.empty() ? (area.decision.words.empty() ? remits_own : silence(area.decision) + "; " + remits_own) : listed(area.decisions, true), out);
  line("appeal", area.appeals.empty() ? silence(area.appeal) : listed(area.appeals, false), out);
  line("conflicts", area.conflict.silent || area.conflict.words.empty() ? silence(area.conflict) : with_clause(area.conflict.words, area.conflict.clause) + "; " + listed(area.conflicts, true), out);
  if (area.levels.empty()) line("levels", "it lists none", out);
  lines("levels", area.levels, out);
  if (area.classifications.empty()) line("codes", "none: no rule puts anything into a level or class", out);
  for (const auto& c : area.classifications)
    line(&c == &area.classifications.front() ? "codes" : "", with_clause(c.id, c.clause) + ", of each " + base::spoken(c.of) + ": " + base::join_and(c.codes), out);
  line("rows", area.rows == 0 ? "its rules name no rows of a source" : std::to_string(area.rows) + " of its source, " + std::to_string(area.open) + " open", out);
}

std::string as_text(const FoundPacks& found, const std::vector<Area>& areas) {
  report::Table table({{"area", false, false}, {"status", false, false}, {"outcomes", true, false}, {"decisions", true, false}, {"appeal", false, false},
                       {"conflicts", false, true}, {"levels", true, false}, {"codes", true, false}, {"rows", true, false}, {"open", true, false}});
  for (const auto& area : areas)
    table.add({area.pack->id, area.pack->status.empty() ? "-" : area.pack->status, number(area.outcomes.size()), number(area.decisions.size()),
               !area.appeals.empty() ? "rule" : area.appeal.words.empty() ? "-" : "silent", in_short(area), numbers(area.levels), number(area.classifications.size()), number(area.rows), std::to_string(area.open)});
  table.fit(100);
  std::string out = table.heading() + "\n";
  for (std::size_t i = 0; i < table.size(); ++i) out += table.row(i) + "\n";
  for (const auto& area : areas) stanza(area, out);
  if (!found.others.empty() || !found.broken.empty()) out += "\n";
  for (const auto& pack : found.others)
    report::append_wrapped(pack->id + " " + pack->version + ": ", policy::crosswalks_of(*pack).empty() ? "no framework of an area; other packs extend it, and its rules show themselves as " + (pack->id == "core" ? std::string("Remit's own procedure") : "`" + pack->id + "`")
                                                                  : "no framework of an area; it says how sets of others meet (remit pack crosswalk)", 100, out);
  for (const auto& broken : found.broken) report::append_wrapped(broken.id + ": ", "does not load; `remit check " + broken.id + "` says why", 100, out);
  return out;
}

int run(const std::string& format) {
  const FoundPacks found = find_packs();
  std::vector<Area> areas;
  for (const auto& pack : found.areas) areas.push_back(area_of(pack));
  print(format == "json" ? areas_as_json(found, areas) : as_text(found, areas));
  return found.broken.empty() ? 0 : 1;
}

}  // namespace

void add_areas(Program& program) {
  auto* command = program.app.add_subcommand("areas", "all packs side by side: outcomes, decisions, appeal, conflicts, codes, open rows; silence is shown");
  auto format = std::make_shared<std::string>("text");
  command->add_option("--format", *format, "text or json")->one_of({"text", "json"});
  command->footer("examples:\n  remit areas\n  remit areas --format json");
  command->callback([format, &program] { program.chosen = [format] { return run(*format); }; });
}

}  // namespace remit::cli
