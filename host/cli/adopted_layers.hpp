// A pack in a folder may be built on packs that were adopted: for each layer below, what lies in the person's own folders comes first, then
// what was adopted, then what came with Remit. layers.lock.json in the pack's folder says which texts those were when somebody last
// read them.
#pragma once
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "pack/adoptions.hpp"
#include "policy/pack.hpp"

namespace remit::cli {

inline constexpr const char* layer_lock = "layers.lock.json";

class AdoptedLayers {
 public:
  AdoptedLayers();
  /// For lua::LoadOptions: where to look for the pack of that id before all other places. Throws base::Refused (exit code 4) when what
  /// was adopted is not what lies there.
  std::function<std::vector<std::filesystem::path>(const std::string& id)> places() const;
  /// Throws base::Refused (exit code 4) when a layer that was loaded is not the text that an adopted layer above it was adopted with.
  void check(const policy::Pack& pack) const;

 private:
  struct Found;
  std::shared_ptr<Found> found_;
};

/// Under which acts the layers below a pack were adopted, of those that lie among what was adopted.
std::vector<pack::Adoption> adoptions_below(const policy::Pack& pack);
/// The lock of the layers below a pack, those that were adopted told from others; empty when none of them was.
std::string lock_of_layers(const policy::Pack& pack);
/// Throws base::Refused (exit code 3) when the pack's folder has a lock and a layer is another text than it says.
void check_layer_lock(const policy::Pack& pack);

}  // namespace remit::cli
