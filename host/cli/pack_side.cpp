#include "cli/pack_side.hpp"

#include "base/problem.hpp"
#include "cli/registry.hpp"
#include "pack/limits.hpp"

namespace remit::cli {

namespace {

// Only trust is asked here: whether its release is older, or its day has passed, matters to whoever adopts it.
std::string judged(const Offered& offered) {
  const pack::Trust trust = pack::Store(pack::Store::usual_folder()).trust();
  try {
    return pack::judge(offered.packed, offered.signatures, trust, offered.name, pack::Use::loading).publisher;
  } catch (base::Refused& refused) {
    if (!refused.problems.empty()) refused.problems.back().message += "; to look at it all the same, add `--unverified`";
    throw;
  }
}

}  // namespace

PackSide::PackSide(const std::string& name, bool unverified) {
  if (!name.ends_with(pack::bundle_ending)) {
    pack = open_pack(name);
    return;
  }
  const Offered offered = taken_from(name, pack::limits::packed_bytes);
  packed_in = offered.name;
  if (!unverified) signed_by = judged(offered);
  const pack::Bundle bundle = pack::open_bundle(offered.packed, offered.name);
  fresh = std::make_unique<FreshFolder>(std::filesystem::temp_directory_path());
  const auto folder = fresh->unpack(bundle);
  try {
    pack = open_folder(folder.string());
  } catch (base::Refused& refused) {   // the folder is nobody's; the file was named
    for (auto& problem : refused.problems)
      if (problem.file.starts_with(folder.string())) problem.file = name + ": " + problem.file.substr(folder.string().size() + 1);
    throw;
  }
}

}  // namespace remit::cli
