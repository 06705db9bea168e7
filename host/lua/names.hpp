// The globals a script may name, and where.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace remit::lua {

enum class Where : unsigned char { nowhere, file_level, everywhere };

class Names {
 public:
  struct Entry {
    Where where = Where::nowhere;
    bool library = false;      // of the bounded library: nobody redefines it
  };
  void add(std::string name, Where where, bool library) { entries_[std::move(name)] = {where, library}; }
  const Entry* find(std::string_view name) const {
    const auto at = entries_.find(name);
    return at == entries_.end() ? nullptr : &at->second;
  }
  /// Names known inside functions, or at file level too.
  std::vector<std::string> known(bool inside_function) const {
    std::vector<std::string> out;
    for (const auto& [name, entry] : entries_)
      if (!inside_function || entry.where == Where::everywhere) out.push_back(name);
    return out;
  }
  const std::map<std::string, Entry, std::less<>>& all() const { return entries_; }

 private:
  std::map<std::string, Entry, std::less<>> entries_;
};

}  // namespace remit::lua
