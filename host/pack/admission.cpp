#include "pack/admission.hpp"

#include <algorithm>

#include "base/digest.hpp"
#include "base/problem.hpp"

namespace remit::pack {

namespace {

[[noreturn]] void refuse(const char* code, const std::string& file, const std::string& message, int exit_code) { base::refuse({code, file, 0, 0, {}, message, {}, {}}, exit_code); }

// A publisher counts up, and never gives one number or one version to two texts.
void check_release(const Bundle& bundle, const Judged& judged, const Wish& wish, const Adoptions& adoptions) {
  const Manifest& m = bundle.manifest;
  const std::string seen = adoptions.digest_of_release(m.id, judged.publisher, judged.keys, m.release);
  if (!seen.empty() && seen != bundle.digest)
    refuse("RELEASE_TWICE", wish.file, "release " + std::to_string(m.release) + " of `" + m.id + "` was adopted here as another text (" + seen + "); a publisher gives each text its own number: ask which of the two is meant", 4);
  const Adoption* same = adoptions.of(m.id, m.version);
  if (same != nullptr && same->digest != bundle.digest)
    refuse("VERSION_TWICE", wish.file, "version " + m.version.text() + " of `" + m.id + "` was adopted here as another text, release " + std::to_string(same->release) + "; a new text has a new version", 4);
  const std::int64_t highest = adoptions.highest(m.id, judged.publisher, judged.keys);
  if (m.release < highest && !wish.despite_release)
    refuse("OLDER_RELEASE", wish.file, "it is release " + std::to_string(m.release) + ", and release " + std::to_string(highest) + " of `" + m.id + "` was adopted here before; to go back on purpose, " +
                                           (same != nullptr ? "use `remit pack rollback " + m.id + " --to " + m.version.text() + "`" : "add `--rollback`, and say why"), 4);
}

}  // namespace

Admitted admit(std::string_view packed, const Wish& wish, const Trust& trust, const Adoptions& adoptions) {
  const std::string digest = base::digest_of(packed);
  const bool again = std::ranges::any_of(adoptions.all(), [&](const Adoption& one) { return one.digest == digest; });
  const Judged judged = judge(packed, wish.signatures, trust, wish.file, again ? Use::loading : Use::adopting);
  Admitted out;
  out.bundle = open_bundle(packed, wish.file);
  const Manifest& m = out.bundle.manifest;
  check_may_publish(judged, m.id, trust, wish.file);
  check_release(out.bundle, judged, wish, adoptions);
  if (wish.host < m.minimum_host) refuse("OLD_HOST", wish.file, m.name() + " needs Remit " + m.minimum_host.text() + " or later, and this is " + wish.host.text(), 3);
  if (wish.act.as_of > m.expires && !wish.despite_expiry)
    refuse("EXPIRED", wish.file, m.name() + " may be used until " + m.expires + ", and the day is " + wish.act.as_of + (wish.act.day_given ? "" : " (today's date)") + "; ask for a newer release, or add `--despite-expiry`, and say why", 3);
  out.again = again;
  Adoption& a = out.adoption;
  a.kind = "install";
  a.act = wish.act;
  a.pack = m.id;
  a.version = m.version;
  a.release = m.release;
  a.digest = out.bundle.digest;
  a.publisher = judged.publisher;
  a.keys = judged.keys;
  a.expires = m.expires;
  a.despite_expiry = wish.act.as_of > m.expires || wish.despite_expiry;
  a.despite_release = wish.despite_release;
  return out;
}

}  // namespace remit::pack
