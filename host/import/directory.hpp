// Who and what is meant by a name: ids for what officers call people, groups, streams and applications.
#pragma once
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace remit::import {

/// "kettle-club" for "Kettle Club!": ids for what has none.
std::string slug(std::string_view name);
/// As names are compared: small letters, single spaces.
std::string folded(std::string_view s);
/// "GB-CHC-1234567" for the number of a register; empty for what is none.
std::string listed_id(std::string number, const std::string& list);

/// Records of one kind by what people call them.
class Directory {
 public:
  void add(const std::string& id, const std::string& name) {
    if (id.empty()) return;
    ids_.insert(id);
    for (const std::string& called : {folded(id), folded(name)})
      if (!called.empty()) {
        const auto [at, fresh] = by_name_.emplace(called, id);
        if (!fresh && at->second != id) at->second.clear();   // two are called so: neither is meant
      }
  }
  bool knows(const std::string& id) const { return ids_.contains(id); }
  bool empty() const { return ids_.empty(); }
  const std::set<std::string>& ids() const { return ids_; }
  /// The id of what is called so; the text itself when nothing is.
  std::string id_of(const std::string& said) const {
    if (said.empty() || ids_.contains(said)) return said;
    const auto at = by_name_.find(folded(said));
    return at == by_name_.end() || at->second.empty() ? said : at->second;
  }

 private:
  std::set<std::string> ids_;
  std::map<std::string, std::string> by_name_;
};

}  // namespace remit::import
