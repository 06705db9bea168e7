// remit pack diff: two texts of a pack side by side, for the people who have to decide between them. With --rounds, what changes for
// applications that are there already.

#include <filesystem>
#include <map>

#include "base/file.hpp"
#include "base/problem.hpp"
#include "base/text.hpp"
#include "cli/deciding.hpp"
#include "cli/fresh_folder.hpp"
#include "cli/pack_commands.hpp"
#include "cli/session.hpp"
#include "intake/json.hpp"
#include "lua/load.hpp"
#include "pack/bundle.hpp"
#include "pack/difference.hpp"
#include "pack/limits.hpp"
#include "pack/store.hpp"
#include "record/write.hpp"
#include "report/html_style.hpp"
#include "report/markup.hpp"

namespace remit::cli {

namespace fs = std::filesystem;

namespace {

struct Options {
  std::string before, after, format = "text", out;
  std::vector<std::string> rounds;
};

// A text that was named: a packed pack is unpacked for as long as it is looked at.
struct Side {
  explicit Side(const std::string& name) {
    std::string folder = name;
    if (name.ends_with(pack::bundle_ending)) {
      fresh = std::make_unique<FreshFolder>(fs::temp_directory_path());
      folder = fresh->unpack(pack::open_bundle(base::read_file(name, pack::limits::packed_bytes), name)).string();
    }
    pack = open_pack(folder);
    text = lua::read_layer(pack->place);
  }
  std::unique_ptr<FreshFolder> fresh;
  std::shared_ptr<const policy::Pack> pack;
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

std::string as_text(const pack::Difference& d, const std::vector<std::string>& moved) {
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
  for (const auto& line : moved) out += line + "\n";
  return out;
}

std::string as_html(const pack::Difference& d, const std::vector<std::string>& moved) {
  std::string out;
  report::Markup m(out);
  m.raw("<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
  m.text(d.before + " and " + d.after).raw("</title>\n<style>").raw(report::html_style).raw("</style>\n</head>\n<body>\n<main>\n");
  m.element("h1", d.before + " and " + d.after).raw("\n<p>What changes from the one to the other. \"Tightened\" and \"loosened\" stand where the sentences prove it; \"changed\" has to be read.</p>\n");
  for (const auto& line : d.layers) m.element("p", line).raw("\n");
  for (const auto& [heading, changes] : sections_of(d)) {
    if (changes.empty()) continue;
    m.element("h2", heading).raw("\n<table>\n<thead><tr><th>what</th><th>which</th><th>how</th></tr></thead>\n<tbody>\n");
    for (const auto& change : changes) {
      m.raw("<tr>").cell(pack::word(change.verdict)).cell(heading_of(change)).raw("<td>");
      for (const auto& line : change.lines) m.text(line).raw("<br>");
      m.raw("</td></tr>\n");
    }
    m.raw("</tbody>\n</table>\n");
  }
  if (d.empty()) m.element("p", "No rule, parameter or override is another.").raw("\n");
  if (!moved.empty()) m.element("h2", "on rounds that are there").raw("\n");
  for (const auto& line : moved) m.element("p", line).raw("\n");
  m.raw("</main>\n</body>\n</html>\n");
  return out;
}

// What is proposed for each application of a round: decision, rank and money in one line.
std::map<std::string, std::string> proposals(const std::string& round, const std::string& folder) {
  Wanted wanted;
  wanted.round = round;
  wanted.pack = folder;
  wanted.what_if = true;
  const Deciding deciding = decide_round(wanted, 0);
  std::string lines;
  record::write_records(deciding.constants, record::Form::record, "\n", deciding.threads, [&](std::string_view piece) { lines += piece; });
  std::map<std::string, std::string> out;
  for (std::string_view rest = lines; !rest.empty();) {
    const auto end = rest.find('\n');
    const intake::Json json = intake::read_json(rest.substr(0, end), "this round");
    const intake::Json& proposal = json["proposal"];
    out[json["application"].str()] = proposal["decision"].str() + (json["rank"].str().empty() ? "" : ", rank " + json["rank"].str()) + ", " + proposal["amount"].str();
    rest.remove_prefix(end == rest.npos ? rest.size() : end + 1);
  }
  return out;
}

std::vector<std::string> moved_in(const std::vector<std::string>& rounds, const Side& before, const Side& after) {
  std::vector<std::string> out;
  for (const auto& round : rounds) {
    const auto was = proposals(round, before.pack->place), is = proposals(round, after.pack->place);
    std::vector<std::string> lines;
    for (const auto& [application, proposal] : is)
      if (const auto old = was.find(application); old != was.end() && old->second != proposal) lines.push_back("  " + application + ": " + old->second + " -> " + proposal);
    out.push_back("round " + round + ": " + (lines.empty() ? "nothing is proposed otherwise" : std::to_string(lines.size()) + " of " + std::to_string(is.size()) + " are proposed otherwise"));
    out.insert(out.end(), lines.begin(), lines.end());
  }
  return out;
}

int run(const Options& o) {
  const Side before(o.before), after(o.after);
  const pack::Difference difference = pack::difference_of(*before.pack, before.text, *after.pack, after.text);
  const auto moved = moved_in(o.rounds, before, after);
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
  command->add_option("--rounds", o->rounds, "a round to decide with both: what would be proposed otherwise; may be repeated")->one_at_a_time();
  command->add_option("--format", o->format, "text or html")->one_of({"text", "html"});
  command->add_option("--out", o->out, "the file to write to");
  command->footer("examples:\n  remit pack diff river-towns river-towns-1.2.0.remitpack\n  remit pack diff river-towns@1.0.0 river-towns@1.1.0 --format html --out changes.html\n"
                  "  remit pack diff river-towns my-packs/river-towns --rounds rounds/spring-2026");
  command->callback([o, &program] { program.chosen = [o] { return run(*o); }; });
}

}  // namespace remit::cli
