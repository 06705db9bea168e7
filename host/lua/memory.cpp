#include "lua/memory.hpp"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <new>

#include "lua/state.hpp"

namespace remit::lua {
namespace {

constexpr std::size_t slab_bytes = std::size_t{1} << 16;
constexpr std::size_t bytes_a_step = 64;               // what copying and hashing cost, about
constexpr std::size_t large_string = 64;
constexpr std::size_t large_block = std::size_t{1} << 14;   // smaller tables may be rebuilt at other times in other states
constexpr int most_refusals = 16;                      // each made Lua collect everything; more would take for ever

}  // namespace

Memory::~Memory() = default;

bool Memory::allowed(std::size_t old_size, std::size_t new_size, bool is_string) {
  if (new_size <= old_size) return true;
  const bool fits = meter_.used - old_size + new_size <= meter_.limit && !(is_string && new_size > meter_.longest_string);
  if (fits && meter_.refusals < most_refusals) return true;
  ++meter_.refusals;
  if (meter_.refused != nullptr) meter_.refused(meter_.owner);
  return false;
}

void* Memory::take(std::size_t size) {
  const std::size_t kind = (size + step - 1) / step;
  if (kind >= classes) return std::malloc(size);
  if (Free* found = free_[kind]) {
    free_[kind] = found->next;
    return found;
  }
  if (static_cast<std::size_t>(end_ - at_) < kind * step) {
    auto* slab = new (std::nothrow) std::byte[slab_bytes];
    if (slab == nullptr) return nullptr;
    slabs_.emplace_back(slab);
    at_ = slab;
    end_ = slab + slab_bytes;
  }
  void* block = at_;
  at_ += kind * step;
  return block;
}

void Memory::give(void* block, std::size_t size) {
  const std::size_t kind = (size + step - 1) / step;
  if (kind >= classes) {
    std::free(block);
    return;
  }
  free_[kind] = ::new (block) Free{free_[kind]};
}

void* Memory::change(void* block, std::size_t old_size, std::size_t new_size) {
  const bool is_new = block == nullptr;
  const bool is_string = is_new && old_size == LUA_TSTRING;
  const std::size_t had = is_new ? 0 : old_size;
  if (new_size == 0) {
    if (!is_new) give(block, had);
    meter_.used -= had;
    return nullptr;
  }
  if (!allowed(had, new_size, is_string)) return nullptr;
  if (meter_.charging && is_new && new_size > (is_string ? large_string : large_block))
    meter_.steps_left -= static_cast<std::int64_t>(new_size / bytes_a_step);

  const bool was_large = had > (classes - 1) * step, is_large = new_size > (classes - 1) * step;
  void* result = block;
  if (is_new) {
    result = take(new_size);
  } else if (was_large && is_large) {
    result = std::realloc(block, new_size);
  } else if (was_large || is_large || (had + step - 1) / step != (new_size + step - 1) / step) {
    result = take(new_size);
    if (result != nullptr) {
      std::memcpy(result, block, std::min(had, new_size));
      give(block, had);
    }
  }
  if (result != nullptr) meter_.used = meter_.used - had + new_size;
  return result;
}

}  // namespace remit::lua
