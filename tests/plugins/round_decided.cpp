#include "round_decided.hpp"

#include "base/date.hpp"
#include "engine/decided.hpp"
#include "faults.hpp"
#include "intake/read_round.hpp"
#include "lua/load.hpp"
#include "record/constants.hpp"
#include "record/decision_document.hpp"

namespace remit::plugins::test {

namespace fs = std::filesystem;

std::string round_decided() {
  const Folder folder;
  const fs::path source = REMIT_SOURCE_DIR;
  fs::copy(source / "policies", folder.path / "policies", fs::copy_options::recursive);
  write(folder.path / "policies/northern-ireland/amounts.lua",
        "plugin \"fixture\" { version = \"1.0.0\" }\n"
        "criterion \"amounts\" { title = \"The amount is a multiple of three\", clause = \"invented\", force = must, plugin = \"fixture/check\" }\n");
  put(folder, bytes_of(fixture("good")));

  const intake::Source place = intake::open_source((source / "policies/northern-ireland/rounds/family-support-2012").string());
  const intake::Heading heading = intake::read_heading(place);
  lua::LoadOptions options;
  options.search = {(folder.path / "policies").string()};
  const auto pack = lua::load_pack(lua::find_pack("northern-ireland", options.search), options);
  const auto plugins = open_plugins(*pack, {}, places_of(folder));
  base::Value day;
  base::read_moment(heading.as_of, day);
  const auto round = intake::read_round(place, pack->schema, pack->scoring_on(day.integer));
  const engine::Decided decided = engine::decide(*round, *pack, 1, true, plugins.get());
  std::string document;
  record::write_document(record::constants_of(decided, {}), 1, [&](std::string_view piece) { document += piece; });
  return document;
}

}  // namespace remit::plugins::test
