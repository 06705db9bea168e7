#include "base/arena.hpp"

#include <algorithm>
#include <utility>

namespace remit::base {

namespace {
constexpr std::size_t largest_block = 1 << 22;   // blocks double up to here, so that big rounds make few of them
}

void* Arena::take_new(std::size_t size) {
  if (!blocks_.empty()) block_ = std::min(block_ * 2, std::max(block_, largest_block));
  const std::size_t capacity = std::max(block_, size);
  blocks_.push_back(std::make_unique_for_overwrite<std::byte[]>(capacity));
  sizes_.push_back(capacity);
  capacity_ = capacity;
  total_ += capacity;
  used_ = size;
  return blocks_.back().get();
}

void Arena::clear() {
  if (blocks_.empty()) return;
  const auto kept = std::max_element(sizes_.begin(), sizes_.end()) - sizes_.begin();
  std::swap(blocks_.front(), blocks_[static_cast<std::size_t>(kept)]);
  capacity_ = total_ = sizes_[static_cast<std::size_t>(kept)];
  blocks_.resize(1);
  sizes_.assign(1, capacity_);
  used_ = 0;
}

}  // namespace remit::base
