// remit pack status: a region's page. Each partnership gives what `remit pack list --format json` writes; the page says who runs what.

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <map>

#include "base/date.hpp"
#include "base/file.hpp"
#include "base/problem.hpp"
#include "cli/pack_commands.hpp"
#include "cli/session.hpp"
#include "intake/json.hpp"
#include "pack/limits.hpp"
#include "pack/store.hpp"
#include "report/html_style.hpp"
#include "report/layout.hpp"
#include "report/markup.hpp"

namespace remit::cli {

namespace fs = std::filesystem;

namespace {

struct Options {
  std::string folder, format = "text", out;
  int soon = 60;
  pack::Act act;
};

struct Running {
  std::string partnership, pack, version, publisher, expires, by, on, why, said_on;
  std::int64_t release = 0;
  bool despite = false, rolled_back = false;
  std::vector<std::string> notes;      // "stale: ...", "expires soon", ...
};

std::vector<Running> read(const fs::path& file) {
  const intake::Json json = intake::read_json(base::read_file(file, pack::limits::list_bytes), file.string());
  if (json["format"].str() != "remit.installed/1") base::refuse({"NOT_A_LIST", file.string(), 0, 0, {}, "it is not what `remit pack list --format json` writes", {}, {}});
  std::vector<Running> out;
  for (const intake::Json& one : json["packs"].items) {
    Running r{file.stem().string(), one["id"].str(), one["version"].str(), one["publisher"].str(), one["expires"].str(), one["by"].str(), one["on"].str(), one["why"].str(), json["as_of"].str(), 0, one["despite_expiry"].boolean, one["kind"].str() == "rollback", {}};
    const std::string& release = one["release"].str();
    std::from_chars(release.data(), release.data() + release.size(), r.release);
    out.push_back(std::move(r));
  }
  return out;
}

std::int64_t day_number(const std::string& day) {
  base::Value value;
  return base::read_moment(day, value) ? base::first_second(value) / base::seconds_a_day : 0;
}

// What a region should look at, measured against the newest release that any of them runs.
void note(std::vector<Running>& all, const Options& o) {
  std::map<std::pair<std::string, std::string>, std::int64_t> newest;   // of a pack and publisher
  for (const auto& r : all) newest[{r.pack, r.publisher}] = std::max(newest[{r.pack, r.publisher}], r.release);
  const std::int64_t today = day_number(o.act.as_of);
  for (auto& r : all) {
    const std::int64_t left = day_number(r.expires) - today;
    if (const auto best = newest[{r.pack, r.publisher}]; r.release < best) r.notes.push_back("stale: release " + std::to_string(best) + " is in use elsewhere");
    if (left < 0) r.notes.push_back("expired");
    else if (left <= o.soon) r.notes.push_back("expires in " + std::to_string(left) + (left == 1 ? " day" : " days"));
    if (r.despite) r.notes.push_back("used despite its expiry: " + r.why);
    if (r.rolled_back) r.notes.push_back("rolled back: " + r.why);
    if (r.publisher.empty()) r.notes.push_back("nobody has signed it");
    if (today - day_number(r.said_on) > o.soon) r.notes.push_back("the list is of " + r.said_on);
  }
}

std::string joined(const std::vector<std::string>& notes) {
  std::string out;
  for (const auto& one : notes) out += (out.empty() ? "" : "; ") + one;
  return out;
}

const std::vector<std::string> headings = {"partnership", "pack", "version", "release", "publisher", "until", "adopted", "to look at"};
std::vector<std::string> cells_of(const Running& r) {
  return {r.partnership, r.pack, r.version, std::to_string(r.release), r.publisher.empty() ? "NOT SIGNED" : r.publisher, r.expires, r.on + " by " + r.by, joined(r.notes)};
}

std::string summary(const std::vector<Running>& all, const Options& o) {
  const auto wanting = std::ranges::count_if(all, [](const Running& r) { return !r.notes.empty(); });
  return std::to_string(all.size()) + (all.size() == 1 ? " pack is" : " packs are") + " in use, " + (wanting == 0 ? "and there is nothing to look at" : std::to_string(wanting) + " to look at") + "; " + day_in_words(o.act);
}

std::string as_text(const std::vector<Running>& all, const Options& o) {
  report::Table table({{"partnership", false, false}, {"pack", false, false}, {"version", false, false}, {"release", true, false}, {"publisher", false, false}, {"until", false, false}, {"adopted", false, true}});
  for (const auto& r : all) {
    auto cells = cells_of(r);
    cells.pop_back();
    table.add(cells);
  }
  table.fit(118);
  std::string out = table.heading() + "\n";
  for (std::size_t i = 0; i < table.size(); ++i) {
    out += table.row(i) + "\n";
    for (const auto& one : all[i].notes) out += "    " + one + "\n";
  }
  return out + summary(all, o) + "\n";
}

std::string as_html(const std::vector<Running>& all, const Options& o) {
  std::string out;
  report::Markup m(out);
  m.raw("<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Which packs are in use</title>\n<style>");
  m.raw(report::html_style).raw("</style>\n</head>\n<body>\n<main>\n<h1>Which packs are in use</h1>\n").element("p", summary(all, o)).raw("\n<table>\n<thead><tr>");
  for (const auto& heading : headings) m.element("th", heading);
  m.raw("</tr></thead>\n<tbody>\n");
  for (const auto& r : all) {
    m.raw("<tr>");
    for (const auto& cell : cells_of(r)) m.cell(cell);
    m.raw("</tr>\n");
  }
  m.raw("</tbody>\n</table>\n</main>\n</body>\n</html>\n");
  return out;
}

int run(Options o) {
  settle_day(o.act);
  if (!fs::is_directory(o.folder)) base::refuse({"NO_FOLDER", o.folder, 0, 0, {}, "there is no such folder", {}, {}});
  std::vector<Running> all;
  for (const auto& entry : fs::directory_iterator(o.folder))
    if (entry.path().extension() == ".json") std::ranges::move(read(entry.path()), std::back_inserter(all));
  if (all.empty()) base::refuse({"EMPTY", o.folder, 0, 0, {}, "no list of packs lies in it; each partnership gives what `remit pack list --format json > NAME.json` writes", {}, {}});
  std::ranges::sort(all, {}, [](const Running& r) { return std::pair(r.partnership, r.pack); });
  note(all, o);
  const std::string made = o.format == "html" ? as_html(all, o) : as_text(all, o);
  hand_over(made, o.out);
  return 0;
}

}  // namespace

void add_pack_status(Program& program, Command& pack) {
  auto* command = pack.add_subcommand("status", "a region's page: which partnership runs which version, what is stale, expiring or used all the same");
  auto o = std::make_shared<Options>();
  command->add_option("folder", o->folder, "with one file for each partnership, PARTNERSHIP.json, that `remit pack list --format json` wrote")->required();
  command->add_option("--soon", o->soon, "how many days before it expires a pack is pointed out; 60 when nothing is said")->between(0, 3660);
  command->add_option("--as-of", o->act.as_of, "the day that stands for today; without it today's date, which is then said")->type_name("DATE");
  command->add_option("--format", o->format, "text or html")->one_of({"text", "html"});
  command->add_option("--out", o->out, "the file to write to");
  command->footer("examples:\n  remit pack status region\n  remit pack status region --format html --out region.html");
  command->callback([o, &program] { program.chosen = [o] { return run(*o); }; });
}

}  // namespace remit::cli
