// The check of ELF files never reads outside them, however they are damaged.
#include <gtest/gtest.h>

#include <cstring>
#include <memory>

#include "plugins/elf_check.hpp"
#include "trial.hpp"

namespace remit::test {

namespace {

std::string library() { return std::string(plugins::SealedCopy::of_file(fs::path(REMIT_FIXTURES) / "little-rules.so").bytes()); }

// Looked over in a block of its very size, so that a sanitizer sees one byte too many.
std::vector<std::string> wrong_in(std::string_view bytes) {
  const std::unique_ptr<char[]> exact(new char[bytes.size()]);
  std::memcpy(exact.get(), bytes.data(), bytes.size());
  std::vector<std::string> wrong;
  plugins::look_over({exact.get(), bytes.size()}, wrong);
  return wrong;
}

}  // namespace

TEST(DamagedLibrary, that_is_none_is_said_to_be_good) { EXPECT_EQ(wrong_in(library()), std::vector<std::string>{}); }

TEST(DamagedLibrary, cut_short_is_refused) {
  const std::string bytes = library();
  for (std::size_t size = 0; size < 4096; size += 7) EXPECT_FALSE(wrong_in(std::string_view(bytes).substr(0, size)).empty()) << size;
  EXPECT_EQ(wrong_in(""), std::vector<std::string>{"it is no shared library: it does not begin as one"});
}

TEST(DamagedLibrary, with_any_byte_of_its_headers_changed_is_read_within_its_bounds) {
  std::string bytes = library();
  std::size_t refused = 0;
  for (std::size_t at = 0; at < 1024; ++at) {
    for (const int flip : {0xff, 0x80}) {
      bytes[at] = static_cast<char>(bytes[at] ^ flip);
      refused += !wrong_in(bytes).empty();
      bytes[at] = static_cast<char>(bytes[at] ^ flip);
    }
  }
  EXPECT_GT(refused, 100u);
}

TEST(DamagedLibrary, of_another_machine_or_kind_is_named_so) {
  std::string bytes = library();
  bytes[16] = 2;   // e_type: a program
  EXPECT_EQ(wrong_in(bytes), std::vector<std::string>{"it is no shared library but another kind of ELF file; link it with `-shared`"});
  bytes[18] = 8;   // e_machine: MIPS
  EXPECT_TRUE(wrong_in(bytes)[0].starts_with("it is a library for another kind of machine (ELF machine 8, this one is "));
}

}  // namespace remit::test
