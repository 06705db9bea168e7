// remit pack build: a folder of a pack becomes the one file that travels. It must pass its check first.

#include <algorithm>

#include "base/date.hpp"
#include "base/file.hpp"
#include "base/problem.hpp"
#include "base/text.hpp"
#include "cli/adopted_layers.hpp"
#include "cli/cases_bench.hpp"
#include "cli/checking.hpp"
#include "cli/pack_commands.hpp"
#include "cli/session.hpp"
#include "lua/load.hpp"
#include "pack/bundle.hpp"
#include "pack/limits.hpp"
#include "pack/store.hpp"

namespace remit::cli {

namespace fs = std::filesystem;

namespace {

struct Options {
  std::string pack, expires, out, host = REMIT_VERSION;
  std::int64_t release = 0;
  std::vector<std::string> needs;
};

[[noreturn]] void refuse(const std::string& field, const std::string& message) { base::refuse({"BAD_OPTION", {}, 0, 0, field, message, {}, {}}); }

// The cases that do not go as they expect, or none at all: what nobody tried is not published.
void add_cases(const std::string& where, base::Problems& problems) {
  lua::LoadOptions options;
  options.search = pack_places();
  options.places = AdoptedLayers().places();
  const auto bench = bench_of(where, options, {});
  const auto& cases = bench->suite().cases;
  if (cases.empty()) problems.push_back({"NO_CASES", where, 0, 0, {}, "the pack has no cases, and what nobody tried is not built; `remit new pack` shows what cases look like", {}, {}});
  for (const auto& result : bench->run(bench->matching({}), 1))
    if (!result.wrong.empty())
      problems.push_back({"CASE_FAILS", result.about->file, result.about->line, 0, {}, "the case \"" + result.about->name + "\" does not go as it expects; `remit test " + where + "` says how", {}, {}});
}

// The errors of `remit check`, all of them, and the cases of `remit test`; exit code 1.
void must_pass(const policy::Pack& pack) {
  base::Problems problems;
  for (auto& found : checked(pack, {}).findings)
    if (found.weight == study::Weight::error) problems.push_back(std::move(found.problem));
  if (problems.empty()) add_cases(pack.place, problems);
  if (!problems.empty()) throw base::Refused{std::move(problems), 1};
}

base::Version version_of(const std::string& text, const std::string& what) {
  const auto version = base::Version::read(text);
  if (!version || version->text() != text) base::refuse({"BAD_VERSION", {}, 0, 0, what, "`" + base::printable(text, 60) + "` is no version; three numbers are, `1.2.0`", {}, {}});
  return *version;
}

// The layers below: from the version that was built with to the next that may break. What --needs says of one counts instead.
std::vector<pack::Dependency> dependencies_of(const policy::Pack& pack, const std::vector<std::string>& said) {
  std::vector<pack::Dependency> out;
  for (const auto& layer : pack.layers) {
    if (layer.id == pack.id) continue;
    const base::Version least = version_of(layer.version, "the version of " + layer.id);
    out.push_back({layer.id, {least, {{least.parts[0] + 1, 0, 0}}}});
  }
  for (const auto& text : said) {
    const auto space = text.find(' ');
    const std::string id = text.substr(0, space);
    const auto range = pack::Range::read(space == text.npos ? "" : text.substr(space + 1));
    if (!pack::is_pack_id(id) || !range) refuse("--needs", "`" + base::printable(text, 80) + "` says no pack and range of versions; `core >=1.2.0 <2.0.0` does");
    std::erase_if(out, [&](const auto& one) { return one.id == id; });
    out.push_back({id, *range});
  }
  std::ranges::sort(out, {}, &pack::Dependency::id);
  for (const auto& layer : pack.layers) {
    const auto need = std::ranges::find(out, layer.id, &pack::Dependency::id);
    if (need != out.end() && !need->range.holds(version_of(layer.version, layer.id))) refuse("--needs", "it is built on " + layer.id + " " + layer.version + ", which is not in " + need->range.text());
  }
  return out;
}

// Its files, hidden ones left out; links and the like are refused rather than followed.
std::vector<std::pair<std::string, std::string>> files_of(const fs::path& folder) {
  std::vector<std::pair<std::string, std::string>> files;
  for (auto at = fs::recursive_directory_iterator(folder); at != fs::recursive_directory_iterator(); ++at) {
    if (at->path().filename().string().starts_with('.')) {
      if (at->is_directory()) at.disable_recursion_pending();
      continue;
    }
    if (at->is_symlink() || (!at->is_regular_file() && !at->is_directory()))
      base::refuse({"NOT_PACKABLE", at->path().string(), 0, 0, {}, "it is no ordinary file; a pack that travels holds nothing else", {}, {}}, 3);
    if (!at->is_regular_file()) continue;
    if (files.size() == pack::limits::packed_files) base::refuse({"NOT_PACKABLE", folder.string(), 0, 0, {}, "it holds more than " + std::to_string(pack::limits::packed_files - 1) + " files", {}, {}}, 3);
    files.emplace_back(at->path().lexically_relative(folder).generic_string(), base::read_file(at->path(), pack::limits::packed_file_bytes));
  }
  return files;
}

pack::Manifest manifest_of(const policy::Pack& pack, const Options& o) {
  pack::Manifest manifest;
  manifest.id = pack.id;
  manifest.title = pack.title;
  manifest.version = version_of(pack.version, pack.place + "/pack.lua: version");
  manifest.minimum_host = version_of(o.host, "--minimum-host");
  manifest.release = o.release;
  base::Value day;
  if (!base::read_moment(o.expires, day) || day.kind != base::Kind::date) refuse("--expires", "`" + base::printable(o.expires, 40) + "` is no day; write it as 2027-03-31");
  manifest.expires = base::moment_text(day);
  if (!pack::is_pack_id(pack.id)) refuse("pack", "`" + base::printable(pack.id, 80) + "` is no id of a pack that travels: small letters, digits and hyphens, a letter first, at most 60");
  manifest.dependencies = dependencies_of(pack, o.needs);
  for (const auto& need : pack.plugins) manifest.plugins.push_back({need.id, version_of(need.version, "plug-in " + need.id).text()});
  return manifest;
}

int run(const Options& o) {
  const auto pack = open_pack(o.pack);
  must_pass(*pack);
  const auto files = files_of(pack->place);
  std::vector<pack::PackedFile> packed_files;
  for (const auto& [path, bytes] : files) packed_files.push_back({path, bytes});
  const std::string packed = pack::pack_files(manifest_of(*pack, o), std::move(packed_files), pack->place);
  const pack::Bundle bundle = pack::open_bundle(packed, pack->place);
  std::error_code none;
  const bool folder = o.out.empty() || o.out.ends_with('/') || fs::is_directory(o.out, none);
  const fs::path file = folder ? fs::path(o.out) / bundle.file_name() : fs::path(o.out);
  write_file(file, packed);
  const pack::Manifest& m = bundle.manifest;
  std::string said = file.string() + ": " + m.name() + ", may be used until " + m.expires + "\n  " + counted(m.files.size()) + " files, " + counted(bundle.unpacked->size()) + " bytes, packed " + counted(packed.size()) + "\n";
  for (const auto& need : m.dependencies) said += "  needs the pack " + need.id + " " + need.range.text() + "\n";
  for (const auto& need : m.plugins) said += "  needs the plug-in " + need.id + " " + need.version + "\n";
  print(said + "  digest " + bundle.digest + "\n  contents " + bundle.contents + "\nnobody has signed it yet: remit pack sign " + file.string() + " --key KEY\n");
  return 0;
}

}  // namespace

void add_pack_build(Program& program, Command& pack) {
  auto* command = pack.add_subcommand("build", "make the one file of a pack that travels; the same text gives the same bytes on any machine");
  auto o = std::make_shared<Options>();
  command->add_option("pack", o->pack, "its folder or id; it must pass `remit check`")->required();
  command->add_option("--release", o->release, "the number of this release: it goes up by one with everything you publish of this pack")->required()->between(1, 999'999'999);
  command->add_option("--expires", o->expires, "the last day on which it may be used without somebody saying why")->required()->type_name("DATE");
  command->add_option("--needs", o->needs, "which versions of a pack it needs, `core >=1.2.0 <2.0.0`; by default from those it was built on to the next first number; may be repeated")->one_at_a_time();
  command->add_option("--minimum-host", o->host, "the oldest Remit that can use it; by default this one")->type_name("VERSION");
  command->add_option("--out", o->out, "the file or folder to write to; by default ID-VERSION.remitpack in this folder");
  command->footer("examples:\n  remit pack build policies/northern-ireland --release 1 --expires 2027-03-31\n"
                  "  remit pack build river-towns --release 7 --expires 2027-03-31 --needs \"core >=1.0.0 <2.0.0\" --out shared/");
  command->callback([o, &program] { program.chosen = [o] { return run(*o); }; });
}

}  // namespace remit::cli
