#include "cli/store_change.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "base/problem.hpp"

namespace remit::cli {

namespace fs = std::filesystem;

pack::Store usual_store() {
  const fs::path folder = pack::Store::usual_folder();
  if (folder.empty()) base::refuse({"NO_STORE", {}, 0, 0, {}, "there is no place for installed packs: set REMIT_STORE to a folder", {}, {}});
  return pack::Store(folder);
}

StoreChange::StoreChange() : store_(usual_store()) {
  std::error_code none;
  fs::create_directories(store_.folder(), none);
  const fs::path file = store_.folder() / ".changing";
  const auto refuse = [&](const std::string& message) { base::refuse({"CANNOT_WRITE", store_.folder().string(), 0, 0, {}, message, {}, {}}); };
  lock_ = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (lock_ < 0) refuse(std::string("it cannot be written: ") + std::strerror(errno) + "; nothing was changed");
  if (::flock(lock_, LOCK_EX | LOCK_NB) != 0) {
    ::close(lock_);
    refuse("somebody is changing what is installed here at this moment; try again");
  }
  try {
    trust = store_.trust();
    adoptions = store_.adoptions();
  } catch (...) {
    ::close(lock_);
    throw;
  }
}

StoreChange::~StoreChange() { ::close(lock_); }

void StoreChange::keep(pack::Adoption act, bool trust_too) {
  adoptions.add(std::move(act));
  if (trust_too) files.add(store_.trust_file(), pack::write_trust(trust));
  files.add(store_.adoptions_file(), adoptions.bytes());
  files.keep();
}

}  // namespace remit::cli
