// What the operator of this machine trusts: `plugins.lock.json` in each folder of plug-ins.
#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "plugins/manifest.hpp"

namespace remit::plugins {

struct Trusted {
  std::string id, version, digest, library;
  bool in_process = false;              // may run inside the host's own process
};

struct Lock {
  std::vector<Trusted> plugins;         // by id
  const Trusted* find(std::string_view id) const;
};

inline constexpr const char* lock_name = "plugins.lock.json";

/// Throws base::Refused (exit code 4) with every mistake in it.
Lock read_lock(std::string_view bytes, const std::string& file);
std::string write_lock(const Lock& lock);
/// The lock of a folder; empty when it has none.
Lock lock_of(const std::filesystem::path& folder);
/// Trusts the plug-in of this manifest, in the place of what was trusted under its id; writes the folder's lock whole or not at all.
/// Throws base::Refused (exit code 2) when it cannot be written.
void trust(const std::filesystem::path& folder, const Manifest& manifest, bool in_process);

}  // namespace remit::plugins
