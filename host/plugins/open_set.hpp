// The plug-ins of one pack, open: which adapter answers which use, and what sessions come to for each application.
#pragma once
#include <memory>
#include <utility>
#include <vector>

#include "plugins/adapter.hpp"
#include "policy/pack.hpp"

namespace remit::plugins {

class OpenSet : public policy::Plugins {
 public:
  /// An item that answers a use. For facts: its columns, and which of PluginNeed::facts each is.
  struct Part {
    std::size_t item = 0;                // in Material::opening
    std::vector<std::pair<std::size_t, std::size_t>> facts;
  };

  explicit OpenSet(const policy::Pack& pack) : pack_(pack), uses_(pack.uses.size()) {}
  void add(policy::PluginIdentity identity) { identities_.push_back(std::move(identity)); }
  /// In the order of Pack::plugins. The adapter is null when nothing of it is used.
  void add(std::shared_ptr<const Material> material, std::unique_ptr<Adapter> adapter) { open_.push_back({std::move(material), std::move(adapter)}); }
  void use(std::size_t use, std::vector<Part> parts, policy::Capability capability) { uses_[use] = {std::move(parts), capability}; }

  std::span<const policy::PluginIdentity> identities() const override { return identities_; }
  bool across(std::size_t use) const override { return pack_.uses[use].or_round_check && uses_[use].capability == policy::Capability::round_check; }
  std::vector<policy::Answer> ask(std::size_t use, policy::Subjects& subjects) override;

 private:
  struct Open {
    std::shared_ptr<const Material> material;
    std::unique_ptr<Adapter> adapter;
  };
  struct Use {
    std::vector<Part> parts;
    policy::Capability capability = policy::Capability::criterion;
  };
  std::vector<policy::Answer> look_up(const Open& open, const Use& use, std::size_t facts, policy::Subjects& subjects);

  const policy::Pack& pack_;
  std::vector<policy::PluginIdentity> identities_;
  std::vector<Open> open_;
  std::vector<Use> uses_;
};

/// What a session comes to: an answer for each subject, and the last one about the whole. `words` may fail here too: it names an
/// application that is not there, or one twice.
std::vector<policy::Answer> answers_of(SessionWords&& words, policy::Capability capability, std::string_view plugin, policy::Subjects& subjects);

}  // namespace remit::plugins
