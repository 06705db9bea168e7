// The allocator under a state: counts what is held, stops at a limit, and charges large blocks to the step budget, so that
// copying and hashing of long texts and rebuilding of big tables are paid for. Small blocks come from free lists.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace remit::lua {

/// What a state has left. The allocator sees no state, only this.
struct Meter {
  std::int64_t steps_left = 0;       // may fall below zero inside the allocator; looked at by charge, counter and call
  std::size_t used = 0;              // bytes held
  std::size_t limit = SIZE_MAX;      // most bytes that may be held
  std::size_t longest_string = SIZE_MAX;
  int refusals = 0;                  // blocks refused since the call began; each cost Lua a full collection
  bool charging = false;             // whether large blocks cost steps
  void (*refused)(void* owner) = nullptr;   // told of each refusal, to remember the line; must not allocate
  void* owner = nullptr;
};

class Memory {
 public:
  explicit Memory(Meter& meter) : meter_(meter) {}
  Memory(const Memory&) = delete;
  Memory& operator=(const Memory&) = delete;
  ~Memory();

  /// As lua_Alloc: with `block` null, `old_size` is the kind of object.
  void* change(void* block, std::size_t old_size, std::size_t new_size);

 private:
  static constexpr std::size_t step = 16, classes = 17;   // free lists for up to 256 bytes; the rest is malloc's
  void* take(std::size_t size);
  void give(void* block, std::size_t size);
  bool allowed(std::size_t old_size, std::size_t new_size, bool is_string);

  struct Free {
    Free* next;
  };
  Meter& meter_;
  std::array<Free*, classes> free_{};
  std::vector<std::unique_ptr<std::byte[]>> slabs_;
  std::byte* at_ = nullptr;
  std::byte* end_ = nullptr;
};

}  // namespace remit::lua
