// Loads the sealed copy of a plug-in (sole user of Boost.DLL). What is loaded is never unloaded: code of it may be running, and its
// texts may be in use.
#pragma once
#include <remit/entry.h>

#include <string>

namespace remit::plugins {

struct Loaded {
  const remit_plugin* plugin = nullptr;   // null: it could not be loaded
  std::string wrong;                      // why, in words
};

/// Loads the library in `file`, a sealed copy, with every symbol bound at once and none of its own offered to others, and calls its
/// entry function. Constructors of the library run here, so that the first load of any library is in a worker.
Loaded load_library(int file);

}  // namespace remit::plugins
