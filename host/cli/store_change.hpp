// A change of what this machine trusts or has adopted: one at a time, written whole, its line in the list of adoptions last.
#pragma once
#include <string>

#include "cli/whole_files.hpp"
#include "pack/adoptions.hpp"
#include "pack/store.hpp"
#include "pack/trust.hpp"

namespace remit::cli {

/// The store of this user. Throws base::Refused (exit code 2) when there is no place for one.
pack::Store usual_store();

class StoreChange {
 public:
  /// Waits for nobody: throws base::Refused (exit code 2) when another change is under way.
  StoreChange();
  StoreChange(const StoreChange&) = delete;
  StoreChange& operator=(const StoreChange&) = delete;
  ~StoreChange();

  const pack::Store& store() const { return store_; }
  pack::Trust trust;
  pack::Adoptions adoptions;
  WholeFiles files;                    // others that are to be written first

  /// Notes the act and writes everything: the other files, trust.json if `trust_too`, then the list.
  void keep(pack::Adoption act, bool trust_too);

 private:
  pack::Store store_;
  int lock_ = -1;
};

}  // namespace remit::cli
