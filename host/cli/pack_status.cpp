// remit pack status: a region's page. Each partnership gives what `remit pack list --format json` writes; the page says who runs what.

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <map>
#include <set>
#include <tuple>

#include "base/date.hpp"
#include "base/file.hpp"
#include "base/problem.hpp"
#include "base/text.hpp"
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
  std::string partnership, pack, version, publisher, expires, by, on, why, said_on, fault;
  std::int64_t release = 0;
  bool own = false, despite_expiry = false, despite_index = false, rolled_back = false;
  std::vector<std::string> notes = {};      // "stale: ...", "expires soon", ...
};
// What a layer makes of a rule below it, and who runs that.
struct Overridden {
  std::string rule, layer, change, reason, authority;
  auto operator<=>(const Overridden&) const = default;
};
struct Region {
  std::vector<Running> all;
  std::map<Overridden, std::set<std::string>> overrides;   // -> partnerships
};

void read_overrides(const intake::Json& pack, const std::string& partnership, Region& region) {
  for (const intake::Json& one : pack["overrides"].items)
    region.overrides[{one["rule"].str(), one["layer"].str(), one["change"].str(), one["reason"].str(), one["authority"].str()}].insert(partnership);
}

void read(const fs::path& file, Region& region) {
  const intake::Json json = intake::read_json(base::read_file(file, pack::limits::list_bytes), file.string());
  if (json["format"].str() != "remit.installed/1") base::refuse({"NOT_A_LIST", file.string(), 0, 0, {}, "it is not what `remit pack list --format json` writes", {}, {}});
  const std::string partnership = file.stem().string();
  for (const intake::Json& one : json["packs"].items) {
    Running r{partnership, one["id"].str(), one["version"].str(), one["publisher"].str(), one["expires"].str(), one["by"].str(), one["on"].str(), one["why"].str(), json["as_of"].str(), one["fault"].str()};
    r.despite_expiry = one["despite_expiry"].boolean;
    r.despite_index = one["despite_index"].boolean;
    r.rolled_back = one["kind"].str() == "rollback";
    const std::string& release = one["release"].str();
    std::from_chars(release.data(), release.data() + release.size(), r.release);
    region.all.push_back(std::move(r));
    read_overrides(one, partnership, region);
  }
  for (const intake::Json& one : json["own"].items) {
    std::vector<std::string> below;
    for (const intake::Json& layer : one["layers"].items) below.push_back(layer["id"].str() + " " + layer["version"].str());
    Running r{partnership, one["id"].str(), one["version"].str(), {}, {}, {}, {}, {}, json["as_of"].str(), {}};
    r.own = true;
    r.why = below.empty() ? "stands by itself" : "built on " + base::join_and(below);
    region.all.push_back(std::move(r));
    read_overrides(one, partnership, region);
  }
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
    if (!r.fault.empty()) r.notes.push_back("cannot be used: " + r.fault);
    if (today - day_number(r.said_on) > o.soon) r.notes.push_back("the list is of " + r.said_on);
    if (r.own) continue;
    const std::int64_t left = day_number(r.expires) - today;
    if (const auto best = newest[{r.pack, r.publisher}]; r.release < best) r.notes.push_back("stale: release " + std::to_string(best) + " is in use elsewhere");
    if (left < 0) r.notes.push_back("expired");
    else if (left <= o.soon) r.notes.push_back("expires in " + std::to_string(left) + (left == 1 ? " day" : " days"));
    if (r.despite_expiry) r.notes.push_back("used despite its expiry: " + r.why);
    if (r.despite_index) r.notes.push_back("adopted from an old index: " + r.why);
    if (r.rolled_back) r.notes.push_back("rolled back: " + r.why);
    if (r.publisher.empty()) r.notes.push_back("nobody has signed it");
  }
}

std::string publisher_of(const Running& r) { return r.own ? "its own, in a folder" : r.publisher.empty() ? "NOT SIGNED" : r.publisher; }
std::string adopted_of(const Running& r) { return r.own ? r.why : r.on + " by " + r.by; }

std::string plural(std::size_t number, const std::string& one) { return std::to_string(number) + " " + one + (number == 1 ? "" : "s"); }

std::string summary(const Region& region, const Options& o) {
  const auto wanting = std::ranges::count_if(region.all, [](const Running& r) { return !r.notes.empty(); });
  return plural(region.all.size(), "pack") + (region.all.size() == 1 ? " is" : " are") + " in use, " + (wanting == 0 ? "and there is nothing to look at" : std::to_string(wanting) + " to look at") + "; " +
         (region.overrides.empty() ? "no rule is overridden" : plural(region.overrides.size(), "override")) + "; " + day_in_words(o.act);
}

std::string listed(const std::set<std::string>& partnerships) {
  const std::vector<std::string> all(partnerships.begin(), partnerships.end());
  return base::join_and(all);
}

std::string in_words(const Overridden& one) { return one.layer + " " + std::string(override_words(one.change)) + " " + one.rule; }

std::string as_text(const Region& region, const Options& o) {
  report::Table table({{"partnership", false, false}, {"pack", false, false}, {"version", false, false}, {"release", true, false}, {"publisher", false, false}, {"until", false, false}, {"adopted", false, true}});
  for (const auto& r : region.all) table.add({r.partnership, r.pack, r.version, r.own ? "-" : std::to_string(r.release), publisher_of(r), r.own ? "-" : r.expires, r.own ? "-" : adopted_of(r)});
  table.fit(118);
  std::string out = table.heading() + "\n";
  for (std::size_t i = 0; i < table.size(); ++i) {
    out += table.row(i) + "\n";
    if (region.all[i].own) report::append_wrapped("    ", region.all[i].why, 118, out);
    for (const auto& one : region.all[i].notes) report::append_wrapped("    ", one, 118, out);
  }
  if (!region.overrides.empty()) out += "\noverridden\n";
  for (const auto& [one, who] : region.overrides) {
    report::append_wrapped("  ", in_words(one) + ", in use at " + listed(who), 118, out);
    report::append_wrapped("    ", "reason: " + one.reason, 118, out);
    report::append_wrapped("    ", "authority: " + one.authority, 118, out);
  }
  return out + "\n" + summary(region, o) + "\n";
}

void write_running(const Region& region, report::Markup& m) {
  static constexpr const char* headings[] = {"Partnership", "Pack", "Published by", "Until", "Adopted", "To look at"};
  m.raw("<table class=\"stacked\">\n<thead><tr>");
  for (const char* heading : headings) m.raw("<th scope=\"col\">").raw(heading).raw("</th>");
  m.raw("</tr></thead>\n<tbody>\n");
  for (const auto& r : region.all) {
    const char* const* heading = headings;
    const auto cell = [&](const std::vector<std::string>& lines) {
      m.raw("<td").attribute("data-of", *heading++).raw("><div>");
      for (const auto& line : lines) m.element("p", line);
      m.raw("</div></td>");
    };
    m.raw(r.notes.empty() ? "<tr>" : "<tr class=\"failed\">");
    cell({r.partnership});
    cell(r.own ? std::vector{r.pack + " " + r.version} : std::vector{r.pack + " " + r.version, "release " + std::to_string(r.release)});
    cell({publisher_of(r)});
    cell({r.own ? "no end" : r.expires});
    cell({adopted_of(r)});
    cell(r.notes.empty() ? std::vector<std::string>{"nothing"} : r.notes);
    m.raw("</tr>\n");
  }
  m.raw("</tbody>\n</table>\n");
}

void write_overrides(const Region& region, report::Markup& m) {
  m.raw("<h2>What is overridden</h2>\n");
  if (region.overrides.empty()) m.raw("<p>No rule of a pack is overridden by another.</p>\n");
  for (const auto& [one, who] : region.overrides) {
    m.raw("<article>\n").element("h3", in_words(one)).raw("\n<dl class=\"facts\">\n");
    for (const auto& [name, text] : {std::pair("Reason", one.reason), std::pair("Authority", one.authority), std::pair("In use at", listed(who))})
      m.element("dt", name).element("dd", text).raw("\n");
    m.raw("</dl>\n</article>\n");
  }
}

std::string as_html(const Region& region, const Options& o) {
  std::string out;
  report::Markup m(out);
  m.raw("<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Which packs are in use</title>\n<style>");
  m.raw(report::html_style).raw(stacked_style).raw("@media (min-width: 40rem) { td:nth-child(2) p, td:nth-child(4) p { white-space: nowrap; } }</style>\n</head>\n<body>\n<main>\n<h1>Which packs are in use</h1>\n").element("p", summary(region, o)).raw("\n");
  write_running(region, m);
  write_overrides(region, m);
  m.raw("</main>\n</body>\n</html>\n");
  return out;
}

int run(Options o) {
  settle_day(o.act);
  if (!fs::is_directory(o.folder)) base::refuse({"NO_FOLDER", o.folder, 0, 0, {}, "there is no such folder", {}, {}});
  Region region;
  for (const auto& entry : fs::directory_iterator(o.folder))
    if (entry.path().extension() == ".json") read(entry.path(), region);
  if (region.all.empty()) base::refuse({"EMPTY", o.folder, 0, 0, {}, "no list of packs lies in it; each partnership gives what `remit pack list --format json > NAME.json` writes", {}, {}});
  std::ranges::sort(region.all, {}, [](const Running& r) { return std::tuple(r.partnership, r.own, r.pack); });
  note(region.all, o);
  const std::string made = o.format == "html" ? as_html(region, o) : as_text(region, o);
  hand_over(made, o.out);
  return 0;
}

}  // namespace

void add_pack_status(Program& program, Command& pack) {
  auto* command = pack.add_subcommand("status", "a region's page: which partnership runs which version, what is stale, expiring, used all the same or overridden");
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
