#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/digest.hpp"
#include "base/digests.hpp"

namespace remit::base {
namespace {

/// Bytes that are the same on every machine.
std::string bytes(std::size_t size, std::uint64_t seed) {
  std::string out;
  for (std::size_t i = 0; i < size; ++i) {
    seed = seed * 6364136223846793005 + 1442695040888963407;
    out += static_cast<char>(seed >> 56);
  }
  return out;
}

/// The same texts, digested one by one and all at once in every way that this processor can, each cut in two at `cut`.
void compare(const std::vector<std::string>& texts, std::size_t cut) {
  std::vector<std::string> digits(texts.size(), std::string(digest_digits, '?'));
  std::vector<Digestible> all;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::string_view text(texts[i]);
    const std::size_t at = std::min(cut, text.size());
    all.push_back({text.substr(0, at), text.substr(at), digits[i].data()});
  }
  std::vector<DigestAll> ways = ways_to_digest();
  ways.push_back(digest_all);
  for (std::size_t way = 0; way < ways.size(); ++way) {
    for (auto& one : digits) one.assign(digest_digits, '?');
    ways[way](all);
    for (std::size_t i = 0; i < texts.size(); ++i)
      EXPECT_EQ("blake2b-256:" + digits[i], digest_of(texts[i]))
          << "way " << way << ", " << texts.size() << " texts, number " << i << ", of " << texts[i].size() << " bytes cut at " << cut;
  }
}

TEST(DigestsAtOnce, OfNothing) { digest_all({}); }

TEST(DigestsAtOnce, AsTheRfcGivesThem) {   // RFC 7693 has "abc" for 512 bits only; this is the same for 256
  std::string digits(digest_digits, '?');
  const Digestible one[] = {{"abc", {}, digits.data()}};
  digest_all(one);
  EXPECT_EQ(digits, "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
}

TEST(DigestsAtOnce, OfEverySizeAroundTheEdgesOfBlocks) {
  for (const std::size_t size : {0U, 1U, 63U, 127U, 128U, 129U, 255U, 256U, 257U, 1000U})
    for (const std::size_t cut : {0U, 1U, 100U, 127U, 128U, 129U, 1000U}) compare({bytes(size, 1)}, cut);
}

TEST(DigestsAtOnce, LanesTakeTheNextTextWhenOneIsDone) {
  for (std::size_t count = 1; count <= 20; ++count) {
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < count; ++i) texts.push_back(bytes(i * i * 37 % 1300, i));
    compare(texts, 60);
  }
}

}  // namespace
}  // namespace remit::base
