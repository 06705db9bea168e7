// Looks for what is wrong with a plug-in before anybody trusts it: each check in a process of its own, with records made up from what
// it says that it reads.
#pragma once
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "plugins/manifest.hpp"
#include "plugins/places.hpp"

namespace remit::plugins {

struct Check {
  enum class Outcome { good, wrong, not_done };
  std::string item;                  // empty: the library
  std::string what;                  // "answers the same twice"
  Outcome outcome = Outcome::good;
  std::vector<std::string> found;    // what is wrong, or why it was not done
};

struct Validated {
  Manifest manifest;                 // as the code says it
  std::vector<Check> checks;
  bool loads = true;                 // false: the host would refuse it
  std::size_t subjects = 0;          // records that were made up
  bool good() const;
};

struct Trial {
  std::vector<std::pair<std::string, std::filesystem::path>> files;   // to be given under these names
  std::vector<std::pair<std::string, std::string>> settings;
};

/// Throws base::Refused (exit code 3) when a file cannot be read.
Validated validate(const std::filesystem::path& library, const Trial& trial, const Places& places);

}  // namespace remit::plugins
