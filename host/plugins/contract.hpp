// The structs of the contract as this host knows them: how large each is, what must not be missing in it, and what the records of
// each capability hold.
#pragma once
#include <remit/entry.h>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "plugins/manifest.hpp"
#include "policy/plugins.hpp"

namespace remit::plugins {

/// The roots that a capability sees, by name. A conflict rule sees the pack's own record types too.
std::span<const std::string_view> roots_of(policy::Capability capability);

/// What a library says of itself: its manifest, without file and digest, and what is wrong with its structs. Runs the library's code:
/// only to be called where that may end the process, or after it was called in a worker.
struct Described {
  Manifest manifest;
  std::vector<std::string> wrong;
};
Described describe(const remit_plugin* plugin);

}  // namespace remit::plugins
