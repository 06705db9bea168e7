// Memory that is given back all at once: values and texts of one round, one application or one thread.
#pragma once
#include <cstddef>
#include <cstring>
#include <memory>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

namespace remit::base {

class Arena {
 public:
  explicit Arena(std::size_t block = 1 << 16) : block_(block) {}
  Arena(Arena&&) = default;
  Arena& operator=(Arena&&) = default;

  /// `count` uninitialised objects; for types that need no destructor.
  template <class T>
  T* make(std::size_t count) {
    static_assert(std::is_trivially_destructible_v<T>);
    return static_cast<T*>(take(count * sizeof(T), alignof(T)));
  }
  template <class T>
  std::span<T> copy(std::span<const T> items) {
    T* at = make<T>(items.size());
    std::uninitialized_copy(items.begin(), items.end(), at);
    return {at, items.size()};
  }
  std::string_view copy(std::string_view s) {
    char* at = static_cast<char*>(take(s.size(), 1));
    if (!s.empty()) std::memcpy(at, s.data(), s.size());
    return {at, s.size()};
  }
  /// Forgets everything, and keeps the largest block for the next use.
  void clear();
  /// The bytes of all blocks held.
  std::size_t bytes() const { return total_; }

 private:
  void* take(std::size_t size, std::size_t align) {
    std::size_t at = (used_ + align - 1) & ~(align - 1);
    if (blocks_.empty() || at + size > capacity_) return take_new(size);
    used_ = at + size;
    return blocks_.back().get() + at;
  }
  void* take_new(std::size_t size);

  std::vector<std::unique_ptr<std::byte[]>> blocks_;
  std::vector<std::size_t> sizes_;
  std::size_t block_, used_ = 0, capacity_ = 0, total_ = 0;
};

}  // namespace remit::base
