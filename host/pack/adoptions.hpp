// What this machine has adopted, by whom and why: one line of canonical JSON for each act, each with the digest of the line before it.
// Which text of a pack is in use, and which release was the highest that a publisher's key has shown here, are read from it and kept
// nowhere else; so an act that was cut short has not happened.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/version.hpp"

namespace remit::pack {

/// Who did it, on which day, and why. The day is given or is today's; either way it is said and recorded.
struct Act {
  std::string by, why, as_of;
  bool day_given = false;
};

struct Adoption {
  std::string kind;                  // "install", "rollback", "trust"
  Act act;
  std::string pack, digest, lock;    // lock: the digest of the lock that was written with it
  base::Version version;
  std::int64_t release = 0;
  std::string publisher, expires;    // publisher: empty where nobody signed, which was allowed
  std::vector<std::string> keys;
  bool despite_expiry = false, despite_release = false;
  bool despite_index = false;        // although the index that named it was old; said only where it is so
  std::string words;                 // of "trust": what was changed
};

class Adoptions {
 public:
  Adoptions() = default;
  /// Throws base::Refused (exit code 4) when a line cannot be read or does not follow the one before it.
  Adoptions(std::string_view bytes, const std::string& file);

  const std::vector<Adoption>& all() const { return all_; }
  void add(Adoption adoption);
  /// As it is to be written.
  const std::string& bytes() const { return bytes_; }

  /// The text in use of a pack; null when there is none.
  const Adoption* active(std::string_view pack) const;
  /// The last adoption of this very version; null when it never was.
  const Adoption* of(std::string_view pack, const base::Version& version) const;
  /// What was in use before the text that is now; null when nothing was.
  const Adoption* before(std::string_view pack) const;
  /// The highest release of the pack seen here from this publisher or one of these keys; 0 when none was.
  std::int64_t highest(std::string_view pack, std::string_view publisher, const std::vector<std::string>& keys) const;
  /// The digest under which that release was seen from the publisher or one of the keys; empty when it was not.
  std::string digest_of_release(std::string_view pack, std::string_view publisher, const std::vector<std::string>& keys, std::int64_t release) const;
  /// Ids of the packs that have a text in use, in order.
  std::vector<std::string> packs() const;

 private:
  std::vector<Adoption> all_;
  std::string bytes_, last_;         // last_: the digest of the last line
};

}  // namespace remit::pack
