// The manifest of a plug-in: what it is and what it asks for, generated from the code by `remit-plugin manifest` and read before
// anything of the library runs.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "policy/plugins.hpp"

namespace remit::plugins {

struct ItemManifest {
  std::string name, title;
  policy::Capability capability = policy::Capability::criterion;
  std::vector<std::string> reads;       // "application.elements.cost"
  std::vector<std::string> columns;     // "decile:count"
  std::vector<std::string> files;       // "register?": it can do without
  std::vector<std::string> settings;    // likewise
  bool serial = false;
  friend bool operator==(const ItemManifest&, const ItemManifest&) = default;
};

struct Manifest {
  std::string id, version, title;
  std::uint32_t abi_major = 1, abi_minor = 0;
  std::string library;                  // the file, beside the manifest
  std::string digest;                   // of the library: "blake2b-256:..."
  std::vector<ItemManifest> items;
  std::vector<std::string> permissions; // what it is handed beside records: "files"

  const ItemManifest* find(std::string_view item) const;
};

inline constexpr std::size_t most_items = 256;      // of a plug-in
inline constexpr std::size_t most_names = 1024;     // reads, columns, files or settings of an item

/// Reads a manifest. Throws base::Refused (exit code 3) with every mistake in it.
Manifest read_manifest(std::string_view bytes, const std::string& file);
/// Its canonical form (RFC 8785), with a line's end.
std::string write_manifest(const Manifest& manifest);
/// What is wrong with it, whoever wrote it: names, kinds of columns, doubles. Empty when nothing is.
std::vector<std::string> mistakes_in(const Manifest& manifest);
/// How `said` (by the library) differs from `manifest`, in words: "has an item `x` that the manifest does not name". Empty when it
/// does not. The library's file and digest are not compared.
std::vector<std::string> differences(const Manifest& manifest, const Manifest& said);

/// "remit.criterion/1"
std::string capability_id(policy::Capability capability);
std::optional<policy::Capability> capability_of(std::string_view id);

/// A name without the question mark that says that it can be done without.
std::string_view bare(std::string_view name);
inline bool can_do_without(std::string_view name) { return name.ends_with('?'); }

}  // namespace remit::plugins
