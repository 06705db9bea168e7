// `remit test`: every case of a pack, put to it and compared.
#pragma once
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "lua/load.hpp"
#include "study/ask_case.hpp"
#include "study/expectations.hpp"

namespace remit::study {

struct Result {
  const Case* about = nullptr;
  std::vector<Difference> wrong;     // empty: it is as expected
  std::int64_t microseconds = 0;     // how long it took; decides nothing
};

/// A pack with its cases, ready to be asked. Const functions are safe from many threads.
class Bench {
 public:
  /// Loads the pack in `folder` and reads its cases. Throws base::Refused: exit 3 for the pack, 2 for the cases.
  Bench(std::filesystem::path folder, lua::LoadOptions options, Outside outside);

  const policy::Pack& pack() const { return *studied_.pack; }
  const lua::Studied& studied() const { return studied_; }
  const lua::LoadOptions& options() const { return options_; }
  const Suite& suite() const { return suite_; }
  const std::vector<Item>& items() const { return items_; }
  const std::vector<lua::LayerText>& layers() const { return layers_; }

  /// From here on the cases are asked of this pack, with these texts, in the place of its own.
  void use(lua::Studied studied, std::vector<Item> items);
  /// Asks one case and compares. `kept`: where the answer goes, for those who want it.
  Result run(const Case& c, Answer* kept = nullptr) const;
  /// All of `cases` (indices in the suite), shared out among `threads`; the results in the same order.
  std::vector<Result> run(const std::vector<std::size_t>& cases, unsigned threads) const;
  /// The cases whose file, name, rows, clause or rules hold `filter`; all, for an empty one.
  std::vector<std::size_t> matching(const std::string& filter) const;

 private:
  struct Variant {                   // the pack as a case changes it
    std::shared_ptr<const policy::Pack> pack;
    std::vector<Item> items;
    base::Problems problems;         // why it does not load
    std::string wrong;               // why the change cannot be made
  };
  const Variant& variant(const Case& c) const;
  Answer ask(const Case& c, const policy::Pack*& pack, const std::vector<Item>*& items) const;

  std::filesystem::path folder_;
  lua::LoadOptions options_;
  Outside outside_;
  std::vector<lua::LayerText> layers_;
  lua::Studied studied_;
  std::vector<Item> items_;
  Suite suite_;
  mutable std::mutex mutex_;
  mutable std::map<std::string, std::unique_ptr<Variant>> variants_;   // by their change in canonical JSON
};

/// The names of the files of the pack's own layer.
std::set<std::string> own_files(const Bench& bench);
/// Whether any rule, row or word that `c` speaks of holds `filter`.
bool speaks_of(const Case& c, const std::string& filter);

}  // namespace remit::study
