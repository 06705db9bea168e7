// Whom this machine believes: trust.json names publishers, their keys, and the packs that each may publish. A signature is judged over
// the packed bytes, before anything of them is unpacked.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/signing.hpp"

namespace remit::pack {

struct TrustedKey {
  base::PublicKey key;
  bool retired = false;              // what was adopted with it stays good; nothing new is
};
struct Publisher {
  std::string id;
  std::vector<TrustedKey> keys;
  std::vector<std::string> packs;    // ids that it may publish
  std::int64_t needed = 1;           // how many of its keys must have signed
  bool may_publish(std::string_view pack) const;
};
struct Trust {
  bool signature_required = true;
  std::vector<Publisher> publishers; // by id

  Publisher* find(std::string_view id);
  const Publisher* find(std::string_view id) const;
  /// Whose key that is; null when nobody's.
  const Publisher* owner(const base::KeyId& key) const;
};

/// Who signed. An empty publisher: nobody, which was allowed.
struct Judged {
  std::string publisher;
  std::vector<std::string> keys;     // names of those that hold, in order
  std::string comment;               // of the first
};

/// Throws base::Refused (exit code 4) with every mistake in it.
Trust read_trust(std::string_view bytes, const std::string& file);
std::string write_trust(const Trust& trust);

enum class Use { adopting, loading };   // loading: what was adopted before, so that a retired key still counts

/// Judges the packed bytes. `signatures`: what stands in the file beside them, nothing when there is none. Throws base::Refused (exit
/// code 4): no signature and one is required; a signature that is empty, cut off, of another file, or of a key that nobody here trusts;
/// fewer than the publisher needs. A signature that is there is judged even where none is required.
Judged judge(std::string_view packed, const std::optional<std::string>& signatures, const Trust& trust, const std::string& file, Use use);
/// Throws base::Refused (exit code 4) when the publisher may not publish that pack.
void check_may_publish(const Judged& judged, const std::string& pack, const Trust& trust, const std::string& file);

}  // namespace remit::pack
