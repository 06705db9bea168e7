// What a pack gives a plug-in beside records: settings, and files of the round or of the pack.
#pragma once
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "plugins/adapter.hpp"
#include "policy/pack.hpp"

namespace remit::plugins {

/// Fills settings and files of `material`, and the digests of `identity`. `used` are the items that the pack uses. `wrong` receives,
/// in words, what is missing, not known or not to be found.
void supply(const policy::Pack& pack, const policy::PluginNeed& need, std::span<const ItemManifest* const> used,
            const std::filesystem::path& round_folder, Material& material, policy::PluginIdentity& identity, std::vector<std::string>& wrong);

}  // namespace remit::plugins
