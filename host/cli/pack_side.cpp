#include "cli/pack_side.hpp"

#include "base/file.hpp"
#include "pack/limits.hpp"

namespace remit::cli {

PackSide::PackSide(const std::string& name) {
  std::string folder = name;
  if (name.ends_with(pack::bundle_ending)) {
    fresh = std::make_unique<FreshFolder>(std::filesystem::temp_directory_path());
    folder = fresh->unpack(pack::open_bundle(base::read_file(name, pack::limits::packed_bytes), name)).string();
  }
  pack = open_pack(folder);
}

}  // namespace remit::cli
