#include <gtest/gtest.h>

#include "base/digest.hpp"

namespace remit::base {
namespace {

// As `printf abc | b2sum -l 256` and `b2sum -l 256 /dev/null` give them.
TEST(Digests, AreBlake2b256) {
  EXPECT_EQ(digest_of("abc"), "blake2b-256:bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
  EXPECT_EQ(digest_of(""), "blake2b-256:0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
  EXPECT_EQ(digest_of("abc").size(), Digest::text_size);
}

TEST(Digests, DoNotDependOnHowTheBytesCome) {
  const std::string bytes(1000, 'x');
  Digest digest;
  for (std::size_t at = 0; at < bytes.size(); at += 7) digest.update(std::string_view(bytes).substr(at, 7));
  EXPECT_EQ(digest.finish(), digest_of(bytes));
}

}  // namespace
}  // namespace remit::base
