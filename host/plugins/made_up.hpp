// Records made up from what an item says that it reads: nothing answered, the edges of each kind, long texts, many items, and chance
// that is the same each time.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "base/arena.hpp"
#include "plugins/manifest.hpp"
#include "policy/pack.hpp"

namespace remit::plugins {

/// A pack that knows the types of every round, with the fields that `item` reads beside them. Of those that no round has, the kind is
/// not known; made-up records hold one kind after another.
std::unique_ptr<policy::Pack> pack_for(const ItemManifest& item);

class MadeUp : public policy::Subjects {
 public:
  /// `size` subjects; the first holds nothing at all. `backwards`: the same ones, last first.
  MadeUp(const policy::Pack& pack, const ItemManifest& item, std::size_t size, bool backwards = false);
  std::size_t size() const override { return size_; }
  const policy::Facts& turn_to(std::size_t i) override;
  Key key(std::size_t i) const override;
  const policy::Facts& whole() override;

 private:
  struct Chance;
  base::Value value(const base::Field& field, base::Type type, Chance& chance, int depth);
  void fill(const base::RecordType& type, base::Value* row, Chance& chance, int depth);
  std::size_t place(std::size_t i) const { return backwards_ ? size_ - 1 - i : i; }
  void make(std::size_t subject);

  const policy::Pack& pack_;
  std::size_t size_;
  bool backwards_;
  std::vector<std::string> ids_;
  std::vector<std::vector<base::Value>> rows_;   // by root
  std::vector<std::vector<bool>> read_;          // of each, the fields that the item reads
  base::Arena arena_;
  policy::Facts facts_;
};

}  // namespace remit::plugins
