#include "cli/session.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "base/date.hpp"
#include "cli/log.hpp"
#include "cli/adopted_layers.hpp"
#include "cli/whole_files.hpp"
#include "engine/assess.hpp"
#include "engine/pinned.hpp"
#include "intake/json.hpp"
#include "lua/load.hpp"

namespace remit::cli {

namespace fs = std::filesystem;

std::vector<fs::path> own_places() {
  std::vector<fs::path> places;
  if (const char* set = std::getenv("REMIT_POLICIES")) {
    std::string_view rest = set;
    while (!rest.empty()) {
      auto colon = rest.find(':');
      if (colon != 0) places.emplace_back(rest.substr(0, colon));
      rest.remove_prefix(colon == std::string_view::npos ? rest.size() : colon + 1);
    }
  }
  places.emplace_back("policies");
  return places;
}

std::vector<fs::path> pack_places() {
  std::vector<fs::path> places = own_places();
  // beside the program as it was installed, wherever that is now; else where it was built
  std::error_code none;
  const fs::path beside = fs::read_symlink("/proc/self/exe", none).parent_path().parent_path() / "share/remit/policies";
  for (const fs::path& installed : {beside, fs::path(REMIT_SHARE "/policies"), fs::path(REMIT_SOURCE "/policies")})
    if (fs::is_directory(installed, none) && std::ranges::find(places, installed) == places.end()) places.push_back(installed);
  return places;
}

std::shared_ptr<const policy::Pack> open_folder(const std::string& folder, std::optional<std::vector<fs::path>> first, const std::string& exporter) {
  lua::LoadOptions options;
  options.exporter = exporter;
  const AdoptedLayers adopted;
  if (first) options.search = std::move(*first);
  else options.places = adopted.places();
  std::ranges::copy(pack_places(), std::back_inserter(options.search));
  auto pack = lua::load_pack(folder, options);
  adopted.check(*pack);
  log_info("pack " + pack->id + " " + pack->version + " loaded from " + folder + ": " + std::to_string(pack->criteria.size()) + " criteria, " + std::to_string(pack->parameters.size()) + " parameters");
  return pack;
}

std::shared_ptr<const policy::Pack> open_pack(const std::string& name) { return open_named({name}).pack; }

void refuse_records_alone(const intake::Source& source, const base::Schema& schema, const std::string& round) {
  if (source.applications_json || source.applications_ndjson || source.applications_csv || !source.round) return;
  const intake::Json head = intake::read_json(*source.round->bytes, source.round->name);
  if (head.has("streams") || head.has("applications")) return;
  const auto own = intake::own_tables(schema);
  const bool records = !source.tables.empty() || std::ranges::any_of(own, [&](const auto* type) { return head.has(type->plural); });
  if (records) base::refuse({"RECORDS_ALONE", round, 0, 0, {}, "the round holds records and no applications that a panel decides; look at it with `remit assess " + round + '`', {}, {}});
}

Session open_round(const Wanted& wanted) {
  Session session;
  session.source = intake::open_source(wanted.round);
  const intake::Heading heading = intake::read_heading(session.source);
  const std::string pinned = heading.pack_id.empty() ? heading.partnership : heading.pack_id;
  Opened opened = open_named({wanted.pack.empty() ? pinned : wanted.pack, heading.pack_version, wanted.what_if ? "" : wanted.as_of.empty() ? heading.as_of : wanted.as_of, wanted.exporter});
  session.pack = std::move(opened.pack);
  session.publisher = std::move(opened.publisher);
  if (session.pack->procedure == "each/1")
    base::refuse({"NOT_LINES", wanted.round, 0, 0, {}, "the pack `" + session.pack->id + "` decides each application by itself, without a round: give a file of lines, `applications.ndjson`", {}, {}});
  session.what_if = wanted.what_if;
  if (std::string other = engine::pinned_to_another(heading, *session.pack); !other.empty() && !wanted.what_if)
    base::refuse({"PINNED", wanted.round, 0, 0, "pack", "the round is pinned to " + other + "; to see what another text would do, add `--what-if`", {}, {}}, 3);
  if (wanted.known_alone) session.source.misspelt.clear();   // files of another pack's records stay closed
  else intake::open_tables(session.source, session.pack->schema);
  if (!wanted.records_alone) refuse_records_alone(session.source, session.pack->schema, wanted.round);
  // a date that cannot be read is told by read_round, with all else that is wrong
  base::Value day;
  base::read_moment(wanted.as_of.empty() ? heading.as_of : wanted.as_of, day);
  session.round = intake::read_round(session.source, session.pack->schema, session.pack->scoring_on(day.integer), wanted.as_of, wanted.records_alone, wanted.known_alone);
  engine::go_by_opening(*session.round, *session.pack);
  engine::check_looks(*session.round, *session.pack);
  log_info("round read: " + std::to_string(session.round->applications.size()) + " applications, " + std::to_string(session.round->streams.size()) + " streams, " + std::to_string(session.round->marks.size()) + " marks");
  return session;
}

void write_file(const fs::path& path, std::string_view bytes) {
  WholeFiles files;
  files.add(path, bytes);
  files.keep();
}

void print(std::string_view text) {
  while (!text.empty()) {
    ssize_t n = ::write(STDOUT_FILENO, text.data(), text.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0 && errno == EPIPE) std::exit(0);
    if (n < 0) base::refuse({"CANNOT_WRITE", "standard output", 0, 0, {}, std::strerror(errno), {}, {}});
    text.remove_prefix(static_cast<std::size_t>(n));
  }
}

}  // namespace remit::cli
