// overrides.lock.json in a pack's folder: how each rule that the pack overrides stood when somebody last read it.
#pragma once
#include <string>

#include "policy/pack.hpp"

namespace remit::cli {

inline constexpr const char* override_lock = "overrides.lock.json";

/// The lock of the pack's own overrides as they are now, canonical.
std::string lock_of(const policy::Pack& pack);
/// What the locks of the pack and of those below say against it: a rule that has changed since it was locked (OVERRIDE_CHANGED),
/// and overrides that no lock has (OVERRIDE_UNLOCKED). Throws base::Refused (exit 2) for a lock that is no JSON.
struct LockFindings {
  base::Problems changed, unlocked;
};
LockFindings against_locks(const policy::Pack& pack);

}  // namespace remit::cli
