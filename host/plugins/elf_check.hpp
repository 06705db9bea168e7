// What an ELF file says of itself, read within its bounds before the loader sees it: a third of damaged copies kill the loader, and a
// library built with a sanitizer ends the process inside it.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace remit::plugins {

struct ElfFacts {
  std::vector<std::string> needed;      // libraries that it is linked with
  std::vector<std::string> exports;     // what other libraries could use
  std::vector<std::string> unique;      // exports that the loader makes one of in the whole process
  std::vector<std::string> undefined;   // what it uses of others
};

/// What the file says, and in `wrong`, in words, why it is no plug-in that this host can load. `wrong` stays empty when it is one.
ElfFacts look_over(std::string_view file, std::vector<std::string>& wrong);

}  // namespace remit::plugins
