// One library looked at step by step, as the host does before it uses it: copied, looked over, loaded in a worker, described.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "plugins/elf_check.hpp"
#include "plugins/manifest.hpp"
#include "plugins/places.hpp"
#include "plugins/sealed_copy.hpp"

namespace remit::plugins {

struct Examined {
  SealedCopy copy;
  ElfFacts elf;
  Manifest manifest;                // as the code says it; empty when `wrong` is not
  std::vector<std::string> wrong;   // why it cannot be used, in words
};

/// Throws base::Refused (exit code 3) when the file cannot be read. Its code runs in a worker only.
Examined examine(const std::filesystem::path& library, const Places& places);

/// The manifest beside a library ("charity-register.so" -> "charity-register.plugin.json"), or the file itself when it is a manifest.
std::filesystem::path manifest_file_of(const std::filesystem::path& file);
/// Reads it. Throws base::Refused (exit code 3).
Manifest manifest_at(const std::filesystem::path& manifest_file);

}  // namespace remit::plugins
