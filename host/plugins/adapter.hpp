// How the items of one plug-in are asked, whichever process it runs in. What comes back is checked, and says the same in both.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "plugins/manifest.hpp"
#include "plugins/opening.hpp"
#include "plugins/places.hpp"
#include "plugins/sealed_copy.hpp"
#include "plugins/session_words.hpp"

namespace remit::plugins {

/// A plug-in made ready to be loaded: everything that was read, and what its items are to be asked.
struct Material {
  Manifest manifest;
  SealedCopy library;
  std::vector<SealedCopy> files;       // by opening.files
  Opening opening;
  std::vector<Reads> reads;            // by opening.items
  std::vector<std::vector<std::string>> columns;   // likewise
};

class Adapter {
 public:
  virtual ~Adapter() = default;
  /// What item `item` of the opening says of each subject.
  virtual std::vector<policy::Answer> ask(std::size_t item, policy::Subjects& subjects) = 0;
  /// A session over all subjects. When it failed, words.cause says why and nothing else is in it.
  virtual SessionWords hold(std::size_t item, policy::Subjects& subjects) = 0;
};

/// The adapter in a worker. `wrong` receives why the plug-in cannot be loaded or refuses to be bound; the adapter is then null.
std::unique_ptr<Adapter> start_isolated(std::shared_ptr<const Material> material, const Places& places, std::vector<std::string>& wrong);
/// The adapter in this process. First loads and binds the plug-in in a worker, which shows whether that can be done.
std::unique_ptr<Adapter> start_in_process(std::shared_ptr<const Material> material, const Places& places, std::vector<std::string>& wrong);

}  // namespace remit::plugins
