#include "cli/documents.hpp"

#include <algorithm>
#include <iterator>

#include "base/file.hpp"
#include "cli/adopted_layers.hpp"
#include "cli/deciding.hpp"
#include "cli/redacting.hpp"
#include "intake/json.hpp"
#include "lua/load.hpp"
#include "record/saved.hpp"

namespace remit::cli {

namespace fs = std::filesystem;

namespace {

/// The bytes of a saved document, or nothing when `path` is a round.
std::string saved_bytes(const std::string& path) {
  std::error_code none;
  if (!fs::is_regular_file(path, none)) return {};
  std::string bytes = base::read_file(path);
  if (bytes.find("\"remit.decision/1\"") != std::string::npos) return bytes;
  if (bytes.find("\"remit.record/1\"") == std::string::npos) return {};
  base::refuse({"NOT_A_DOCUMENT", path, 0, 0, {}, "these are records without the round around them; give the `decision.json` that `remit decide --out` writes beside them", {}, {}});
}

record::DecisionDocument read_saved(const std::string& bytes, const std::string& path, const std::string& redact) {
  const intake::Json json = intake::read_json(bytes, path);
  base::Problems changed;
  for (const intake::Json& one : json["records"].items)
    if (!record::digest_holds(one))
      changed.push_back({"CHANGED_RECORD", path, 0, 0, {}, "the record of `" + one["application"].str() + "` was changed after it was written: its digest is not that of its text", {}, {}});
  if (!changed.empty()) throw base::Refused(std::move(changed), 2);
  return record::read_document(redacted_for(redact, bytes), path);
}

/// Where the layers stand now; of a saved document one may be gone, and then the rest serves.
std::vector<fs::path> layers_of(const record::PackText& pack, const std::string& place) {
  std::vector<fs::path> out;
  if (!place.empty()) out.emplace_back(place);
  const auto adopted = AdoptedLayers().places();
  for (auto layer = pack.layers.rbegin(); layer != pack.layers.rend(); ++layer) {
    if (!place.empty() && layer == pack.layers.rbegin()) continue;
    try {
      auto places = adopted(layer->id);
      std::ranges::copy(pack_places(), std::back_inserter(places));
      out.push_back(lua::find_pack(layer->id, places));
    } catch (const base::Refused& refused) {
      if (layer->id == "core" || refused.exit_code == 4) throw;   // 4: what was adopted is not what lies there
    }
  }
  return out;
}

}  // namespace

Document open_document(const Wanted& wanted, const std::string& redact) {
  Document out;
  std::string place = wanted.pack;
  if (const std::string bytes = saved_bytes(wanted.round); !bytes.empty()) {
    out.decided = read_saved(bytes, wanted.round, redact);
  } else {
    const Deciding deciding = decide_round(wanted, 0);
    out.decided = record::read_document(redacted_for(redact, document_of(deciding)), "this round");
    place = deciding.session.pack->place;
  }
  out.layers = layers_of(out.decided.pack, place);
  return out;
}

letters::Templates templates_of(const Document& document, const std::string& folder) {
  std::vector<fs::path> folders;
  if (!folder.empty()) folders.emplace_back(folder);
  for (const fs::path& layer : document.layers) folders.push_back(layer / "letters");
  return letters::Templates(folders);
}

}  // namespace remit::cli
