// An item of a plug-in, and what it declares beside itself: `remit::field id{*this, "applicant.id"};` as a member both puts the
// path among the item's reads and reads it. One object of each item is made when the library is asked what it holds, and one for
// each place where a pack uses it; only the latter are bound.
#ifndef REMIT_CPP_ITEM_HPP
#define REMIT_CPP_ITEM_HPP

#include <optional>
#include <string>
#include <vector>

#include "../plugin.h"
#include "record.hpp"

namespace remit {

class item;

/// A declaration that belongs to an item. Neither copied nor moved: the item knows it by its address.
class part {
 public:
  part(const part&) = delete;
  part& operator=(const part&) = delete;
  const std::string& declared() const { return declared_; }   // "register?"
  std::string name() const { return declared_.substr(0, declared_.size() - (optional() ? 1 : 0)); }
  bool optional() const { return !declared_.empty() && declared_.back() == '?'; }

 protected:
  explicit part(std::string_view declared) : declared_(declared) {}
  virtual ~part() = default;

 private:
  friend class item;
  virtual void resolve(const remit_host&) {}
  std::string declared_;
};

/// What every item has. Derive from criterion, measure, ... and not from this.
class item {
 public:
  item(const item&) = delete;
  item& operator=(const item&) = delete;
  virtual ~item() = default;
  const std::string& name() const { return name_; }
  const std::string& title() const { return title_; }
  remit_item_flags flags() const { return flags_; }

  /// Called once, when fields, settings and files can be read. Throw remit::failure to refuse the pack.
  virtual void bind() {}

  enum class table { reads, columns, files, settings };
  const std::vector<part*>& parts(table t) const { return parts_[static_cast<std::size_t>(t)]; }
  /// Says where a part belongs; called by the part itself. Gives its number.
  std::uint32_t declare(table t, part& p) {
    auto& all = parts_[static_cast<std::size_t>(t)];
    all.push_back(&p);
    return static_cast<std::uint32_t>(all.size() - 1);
  }
  /// Finds everything that is declared, then calls bind().
  void resolve(const remit_host& host) {
    by_ = readers{host.get, host.at};
    for (auto& all : parts_)
      for (part* p : all) p->resolve(host);
    bind();
  }
  const readers& by() const { return by_; }

 protected:
  item(std::string_view name, std::string_view title) : name_(name), title_(title) {}
  /// For the constructor of an item that must not be asked by several threads at once.
  void one_at_a_time() { flags_ |= static_cast<remit_item_flags>(REMIT_SERIAL); }

 private:
  std::string name_, title_;
  remit_item_flags flags_ = 0;
  std::vector<part*> parts_[4];
  readers by_;
};

}  // namespace remit

#endif
