// Pack folder -> Pack. Every file runs once, in order, in the sandbox; all mistakes of all files are reported at once.
#pragma once
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lua/sandbox.hpp"
#include "lua/spoken.hpp"
#include "policy/pack.hpp"

namespace remit::rules {
struct Tree;
}

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
  std::function<std::vector<std::filesystem::path>(const std::string& id)> places = {};   // and before that, for the pack of this id; empty: nowhere
  Limits limits;
  Dialect dialect;
  std::string exporter;   // "plugin/item" that will write the records; no part of the pack's text. Empty: none
};

/// The texts of the pack in `folder` and of all that it extends, core first. Throws base::Refused (exit code 3).
std::vector<LayerText> read_layers(const std::filesystem::path& folder, const LoadOptions& options);
/// Loads the pack in `folder` with all that it extends. Throws base::Refused (exit code 3) with every mistake.
std::shared_ptr<const policy::Pack> load_pack(const std::filesystem::path& folder, const LoadOptions& options);
/// The same from texts, core first: for packs that are not in folders, and for tests.
std::shared_ptr<const policy::Pack> load_layers(std::vector<LayerText> layers, const LoadOptions& options);

/// A pack that is studied: loaded like any other, and open, so that its sentences can be watched and changed one at a time. Whoever
/// changes it asks it from one thread, and puts it back.
struct Studied {
  std::shared_ptr<policy::Pack> pack;
  std::shared_ptr<rules::Tree> tree;
  std::shared_ptr<const std::vector<Spoken>> spoken;   // by Node::spot - 1
};
Studied load_to_study(std::vector<LayerText> layers, const LoadOptions& options);

}  // namespace remit::lua
