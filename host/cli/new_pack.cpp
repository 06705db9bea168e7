// remit new pack: an officer's own pack, begun from `small-grants`. What is copied is that pack without the themes that only it
// needs, under another name; it loads, decides its example round and passes its cases before a word of it is changed.

#include <algorithm>
#include <array>
#include <iostream>

#include "base/file.hpp"
#include "base/problem.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/editor.hpp"
#include "cli/ids.hpp"
#include "cli/session.hpp"
#include "cli/whole_files.hpp"
#include "lua/load.hpp"

namespace remit::cli {

namespace fs = std::filesystem;

namespace {

struct Options {
  std::string name, out, title;
};

// The pack to begin from, and what in its texts is its own.
constexpr std::string_view pattern = "small-grants", pattern_title = "Brindlemere: grants to groups (invented)";

// Bodies and reports: records that this scheme has of its own. A new pack declares those that its own framework speaks of.
constexpr std::array<std::string_view, 2> records_left_out = {"body", "report"};
constexpr std::array<std::string_view, 8> left_out = {
    "SOURCES.md", "bodies.lua", "reports.lua", "parameters/monitoring.lua", "tests/records.json", "tests/records_base.json",
    "tests/rounds/monitoring-2026.json", "rounds/monitoring-2026"};

bool is_left_out(const std::string& path) {
  return path.starts_with('.') ||   // what somebody's editor keeps there
         std::ranges::any_of(left_out, [&](std::string_view out) { return path == out || (path.starts_with(out) && path[out.size()] == '/'); });
}

void replace_all(std::string& text, std::string_view from, std::string_view with) {
  for (auto at = text.find(from); at != text.npos; at = text.find(from, at + with.size())) text.replace(at, from.size(), with);
}

// As a text in quotes is written in Lua.
std::string quoted(const std::string& title) {
  std::string out;
  for (const char c : title) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string titled(const std::string& name) {
  std::string title = base::spoken(name);
  std::ranges::replace(title, '-', ' ');
  title[0] = static_cast<char>(title[0] - 'a' + 'A');
  return title;
}

// Without the paragraphs that declare records of the themes left out.
std::string trimmed(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto blank = text.find("\n\n", at);
    const std::string part = text.substr(at, blank == text.npos ? blank : blank + 2 - at);
    at += part.size();
    if (std::ranges::none_of(records_left_out, [&](std::string_view type) { return part.find("record \"" + std::string(type) + "\" {") != part.npos; })) out += part;
  }
  while (out.ends_with("\n\n")) out.pop_back();
  return out;
}

// pack.lua: the pattern says what it is; a new pack says what is to be done with it.
std::string heading(const std::string& text) {
  std::string out = text.substr(text.find("pack \""));
  replace_all(out, "\"adopted\"", "\"draft\"");
  return "-- Which pack this is. It was begun with `remit new pack`: every minute, number and name in it is invented until you put your own in\n"
         "-- its place. A clause says where a rule stands in your framework; \"minute 2.3\" is point 3 of item 2 of the invented minutes.\n"
         "-- Raise `version` with each text that is to decide, and call the status \"adopted\" when yours is.\n\n" + out;
}

std::string made(const std::string& path, std::string text, const Options& o) {
  if (path == "pack.lua") text = heading(text);
  if (path == "records.lua") text = trimmed(text);
  replace_all(text, pattern, o.name);
  replace_all(text, pattern_title, quoted(o.title.empty() ? titled(o.name) : o.title));
  return text;
}

void refuse_name(const std::string& name) {
  const std::string near = nearest_id(name);
  if (!is_id(name))
    base::refuse({"BAD_ID", {}, 0, 0, {}, "`" + base::printable(name, 60) + "` is no id of a pack: small letters, digits and hyphens, a letter first, at most 60" +
                  (near.empty() ? "" : "; the nearest is `" + near + "`"), {}, {}});
  std::error_code none;
  for (const auto& place : pack_places())
    if (fs::exists(place / name / "pack.lua", none))
      base::refuse({"TAKEN", (place / name).string(), 0, 0, {}, "there is a pack `" + name + "` already, and an id is the name of one pack: choose another", {}, {}});
}

void refuse_title(const std::string& title) {
  if (!base::valid_utf8(title) || base::printable(title) != title)
    base::refuse({"BAD_TITLE", {}, 0, 0, {}, "a title is one line of at most 200 bytes", {}, {}});
}

bool is_found(const fs::path& to) {
  std::error_code none;
  return std::ranges::any_of(pack_places(), [&](const fs::path& place) { return fs::equivalent(place / to.filename(), to, none); });
}

int run(const Options& o) {
  refuse_name(o.name);
  refuse_title(o.title);
  std::error_code none;
  const fs::path from = lua::find_pack(std::string(pattern), pack_places());
  const fs::path to = fs::path(o.out.empty() ? "policies" : o.out) / o.name;
  if (fs::exists(to, none)) base::refuse({"EXISTS", to.string(), 0, 0, {}, "there is something already; take another name, or another folder with `--out`", {}, {}});
  std::vector<std::string> paths;
  for (const auto& entry : fs::recursive_directory_iterator(from))
    if (const std::string path = entry.path().lexically_relative(from).string(); entry.is_regular_file() && !is_left_out(path)) paths.push_back(path);
  std::ranges::sort(paths);
  WholeFiles files;
  for (const auto& path : paths) files.add(to / path, made(path, base::read_file((from / path).string()), o));
  files.keep();
  write_editor_files(to);
  const std::string place = to.lexically_normal().string(), pinned = is_found(to) ? "" : " --pack " + place;
  print(place + " holds a pack that checks and decides; all that it says is invented, for you to replace\n  remit check " + place + "\n  remit decide " + place +
        "/rounds/spring-2026" + pinned + "\ndocs/new-area.md leads from here to a round of your own\n");
  return 0;
}

}  // namespace

void add_new_pack(Program& program, Command& parent) {
  auto* command = parent.add_subcommand("pack", "begin a policy pack: a small framework with its cases and a round, to make your own");
  auto o = std::make_shared<Options>();
  command->add_option("name", o->name, "its id: small letters, digits and hyphens")->required();
  command->add_option("--out", o->out, "the folder to put it in; by default `policies`, where packs are looked for")->type_name("DIR");
  command->add_option("--title", o->title, "what people call it; by default its id in words");
  command->footer("examples:\n  remit new pack river-towns\n  remit new pack river-towns --title \"River Towns: youth grants\" --out my-packs");
  command->callback([o, &program] { program.chosen = [o] { return run(*o); }; });
}

}  // namespace remit::cli
