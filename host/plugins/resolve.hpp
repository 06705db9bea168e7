// Finds the fields that an item declares among its reads in the record types of a pack, by the pack's own names for them.
#pragma once
#include <string>
#include <vector>

#include "plugins/manifest.hpp"
#include "plugins/packed.hpp"
#include "policy/pack.hpp"

namespace remit::plugins {

/// What the plug-in's `path` is called in the pack: as `need.reads` maps it or the nearest group or list above it, else the same.
std::string in_pack(const policy::PluginNeed& need, const std::string& path);
/// The reads of `item`; `wrong` receives, in words, each that is no field of the pack or that the capability does not see.
Reads resolve(const policy::Pack& pack, const policy::PluginNeed& need, const ItemManifest& item, std::vector<std::string>& wrong);

}  // namespace remit::plugins
