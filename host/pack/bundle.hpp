// A packed pack: its files and its pack.json, made into the bytes that travel and read back from them. Reading happens in memory,
// after the signature over the outer bytes has been judged (trust.hpp), and believes nothing: every file is where pack.json says, with
// the digest that it says.
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "pack/archive.hpp"
#include "pack/manifest.hpp"

namespace remit::pack {

inline constexpr const char* bundle_ending = ".remitpack";

struct Bundle {
  Manifest manifest;
  std::vector<PackedFile> files;   // without pack.json, in their order
  std::string digest;              // of the packed bytes
  std::string contents;            // of the archive inside, whatever compressed it
  std::shared_ptr<const std::string> unpacked;   // what `files` points into

  /// "northern-ireland-1.2.0.remitpack".
  std::string file_name() const { return manifest.id + "-" + manifest.version.text() + bundle_ending; }
};

/// The packed bytes of these files (in any order; without pack.json); `manifest.files` is filled in from them. The same files and
/// manifest make the same bytes. Throws base::Refused (exit code 3): a path that may not stand in a pack, or a limit.
std::string pack_files(Manifest manifest, std::vector<PackedFile> files, const std::string& place);

/// Throws base::Refused (exit code 3) for whatever is not a packed pack through and through. `name` is used in messages.
Bundle open_bundle(std::string_view bytes, const std::string& name);

}  // namespace remit::pack
