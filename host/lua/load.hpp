// Pack folder -> Pack. Every file runs once, in order, in the sandbox; all mistakes of all files are reported at once.
#pragma once
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lua/sandbox.hpp"
#include "policy/pack.hpp"

namespace remit::lua {

/// The text of one layer of a pack.
struct LayerText {
  std::string id;      // name of its folder
  std::string place;   // the folder, as the user named it
  std::vector<std::pair<std::string, std::string>> files;   // place/name and text: pack.lua, records.lua, plugins.lua, parameters/*, the rest by name
  std::vector<std::string> themes = {};   // not empty: a layer above takes these themes ("conflicts") from it, and nothing else
  std::string taken_by = {};              // that layer
};

/// Reads the *.lua files of a pack's folder (not those under tests/ and rounds/). Throws base::Refused (exit code 3) when
/// there is no pack.lua.
LayerText read_layer(const std::filesystem::path& folder);

/// The folder of the pack `name`: a path to a folder, or an id that is looked for in `search` in order. Throws base::Refused
/// (exit code 3) naming where it was looked for and the nearest pack.
std::filesystem::path find_pack(const std::string& name, const std::vector<std::filesystem::path>& search);

struct LoadOptions {
  std::vector<std::filesystem::path> search;   // where packs that are extended are looked for
  Limits limits;
  Dialect dialect;
  std::string exporter;   // "plugin/item" that will write the records; no part of the pack's text. Empty: none
};

/// Loads the pack in `folder` with all that it extends. Throws base::Refused (exit code 3) with every mistake.
std::shared_ptr<const policy::Pack> load_pack(const std::filesystem::path& folder, const LoadOptions& options);
/// The same from texts, core first: for packs that are not in folders, and for tests.
std::shared_ptr<const policy::Pack> load_layers(std::vector<LayerText> layers, const LoadOptions& options);

}  // namespace remit::lua
