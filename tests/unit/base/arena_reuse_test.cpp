#include <gtest/gtest.h>

#include "base/arena.hpp"
#include "base/rational.hpp"

namespace remit::base {
namespace {

TEST(ArenaReuse, KeepsWhatItWasGiven) {
  Arena arena(64);
  std::vector<std::string_view> texts;
  for (int i = 0; i < 1000; ++i) texts.push_back(arena.copy(std::to_string(i)));
  for (int i = 0; i < 1000; ++i) EXPECT_EQ(texts[static_cast<std::size_t>(i)], std::to_string(i));
}

TEST(ArenaReuse, AlignsEveryType) {
  Arena arena(64);
  for (int i = 0; i < 20; ++i) {
    arena.make<char>(1);
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(arena.make<Rational>(1)) % alignof(Rational), 0u);
  }
}

TEST(ArenaReuse, ClearingKeepsTheLargestBlock) {
  Arena arena(64);
  arena.make<char>(10);
  arena.make<char>(5000);
  arena.make<char>(100);
  arena.clear();
  EXPECT_EQ(arena.bytes(), 5000u);
  arena.make<char>(4900);
  EXPECT_EQ(arena.bytes(), 5000u);
}

TEST(ArenaReuse, HoldsNothingAtFirst) {
  Arena arena;
  EXPECT_EQ(arena.bytes(), 0u);
  arena.clear();
  EXPECT_EQ(arena.copy(std::string_view()).size(), 0u);
}

}  // namespace
}  // namespace remit::base
