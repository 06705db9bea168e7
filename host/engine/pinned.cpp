#include "engine/pinned.hpp"

namespace remit::engine {

std::string pinned_to_another(const intake::Heading& heading, const policy::Pack& pack) {
  if (!heading.pack_id.empty() && heading.pack_id != pack.id) return "the pack `" + heading.pack_id + "`, and this is `" + pack.id + "`";
  if (heading.pack_id.empty() && heading.partnership != pack.id) return "the partnership `" + heading.partnership + "`, and this is the pack `" + pack.id + "`";
  if (!heading.pack_version.empty() && heading.pack_version != pack.version) return "version " + heading.pack_version + " of its pack, and this is " + pack.version;
  if (!heading.pack_digest.empty() && heading.pack_digest != pack.digest) return "a pack with the digest " + heading.pack_digest + ", and this one has " + pack.digest;
  return {};
}

}  // namespace remit::engine
