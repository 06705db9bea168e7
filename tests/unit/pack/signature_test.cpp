// A signature holds for the bytes it was made over, by the key that made it, and for nothing else.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/problem.hpp"
#include "pack/minisign.hpp"

using namespace remit;
using testing::HasSubstr;

namespace {

constexpr base::PasswordCost cheap{32768, 16 << 20};

struct Signatures : testing::Test {
  base::SecretKey key = base::SecretKey::make();
  base::PublicKey published = key.publish();
  std::string text = pack::write_signature("the bytes", key, "little 1.0.0, release 1");

  bool holds(std::string_view bytes, const base::PublicKey& by) const { return pack::holds(pack::read_signatures(text, "x").at(0), bytes, by); }
  // The line `number` (from 0) with one letter in its middle changed.
  void change(std::size_t number) {
    std::size_t at = 0;
    while (number-- > 0) at = text.find('\n', at) + 1;
    at += 40;
    text[at] = text[at] == 'A' ? 'B' : 'A';
  }
};

std::string refusal(const std::string& text) {
  try {
    pack::read_signatures(text, "x.minisig");
  } catch (const base::Refused& refused) {
    return refused.exit_code == 4 ? refused.problems.at(0).text() : "with another exit code";
  }
  return "read";
}

std::string refused_key(const std::string& text, const std::string& password) {
  try {
    pack::read_secret_key(text, password, "x.key");
  } catch (const base::Refused& refused) {
    return refused.exit_code == 4 ? refused.problems.at(0).text() : "with another exit code";
  }
  return "read";
}

}  // namespace

TEST_F(Signatures, HoldForTheirBytes) { EXPECT_TRUE(holds("the bytes", published)); }
TEST_F(Signatures, DoNotHoldForOtherBytes) { EXPECT_FALSE(holds("the bytez", published)); }
TEST_F(Signatures, DoNotHoldForMoreBytes) { EXPECT_FALSE(holds(std::string("the bytes\0", 10), published)); }
TEST_F(Signatures, DoNotHoldForAnotherKey) { EXPECT_FALSE(holds("the bytes", base::SecretKey::make().publish())); }
TEST_F(Signatures, DoNotHoldForAnotherKeyOfTheSameId) {
  base::PublicKey other = base::SecretKey::make().publish();
  other.id = published.id;
  EXPECT_FALSE(holds("the bytes", other));
}
TEST_F(Signatures, DoNotHoldUnderAnotherId) {
  base::PublicKey other = published;
  other.id[0] ^= 1;
  EXPECT_FALSE(holds("the bytes", other));
}
TEST_F(Signatures, DoNotHoldWhenChanged) {
  change(1);
  EXPECT_FALSE(holds("the bytes", published));
}
TEST_F(Signatures, DoNotHoldWhenTheCommentWasChanged) {
  text.replace(text.find("release 1"), 9, "release 9");
  EXPECT_FALSE(holds("the bytes", published));
}
TEST_F(Signatures, DoNotHoldWhenTheCommentsSignatureWasChanged) {
  change(3);
  EXPECT_FALSE(holds("the bytes", published));
}
TEST_F(Signatures, MayBeSeveral) {
  const base::SecretKey second = base::SecretKey::make();
  const auto both = pack::read_signatures(text + pack::write_signature("the bytes", second, "too"), "x");
  ASSERT_EQ(both.size(), 2u);
  EXPECT_TRUE(pack::holds(both[0], "the bytes", published));
  EXPECT_TRUE(pack::holds(both[1], "the bytes", second.publish()));
}
TEST_F(Signatures, AreRefusedEmpty) { EXPECT_THAT(refusal(""), HasSubstr("it is empty")); }
TEST_F(Signatures, AreRefusedWithoutWords) { EXPECT_THAT(refusal("\n\n\n"), HasSubstr("it is empty")); }
TEST_F(Signatures, AreRefusedCutOff) { EXPECT_THAT(refusal(text.substr(0, text.find("trusted comment: l"))), HasSubstr("it is cut off")); }
TEST_F(Signatures, AreRefusedCutOffInALine) { EXPECT_THAT(refusal(text.substr(0, text.size() - 9)), HasSubstr("is no signature of minisign")); }
TEST_F(Signatures, AreRefusedInAnotherForm) { EXPECT_THAT(refusal("a\nb\nc\nd\n"), HasSubstr("is no signature of minisign")); }
TEST_F(Signatures, AreRefusedTooLarge) { EXPECT_THAT(refusal(std::string(1 << 20, 'x')), HasSubstr("too large")); }
TEST_F(Signatures, AreRefusedInTheOlderForm) {
  std::string old = text;
  const auto at = old.find('\n') + 1;
  old[at + 1] = 'W';   // "Ed" in the place of "ED"
  EXPECT_THAT(refusal(old), HasSubstr("older form"));
}

TEST(Keys, AreReadBackWithTheirPassword) {
  const base::SecretKey key = base::SecretKey::make();
  const std::string kept = pack::write_secret_key(key, "seven ducks", cheap);
  EXPECT_TRUE(pack::needs_password(kept, "x"));
  EXPECT_EQ(pack::read_secret_key(kept, "seven ducks", "x").publish(), key.publish());
}
TEST(Keys, AreNotReadWithAnotherPassword) {
  const std::string kept = pack::write_secret_key(base::SecretKey::make(), "seven ducks", cheap);
  EXPECT_THAT(refused_key(kept, "eight ducks"), HasSubstr("the password is not the one of this key"));
}
TEST(Keys, AreReadBackWithoutOne) {
  const base::SecretKey key = base::SecretKey::make();
  const std::string kept = pack::write_secret_key(key, {}, {});
  EXPECT_FALSE(pack::needs_password(kept, "x"));
  EXPECT_EQ(pack::read_secret_key(kept, {}, "x").publish(), key.publish());
}
TEST(Keys, AreRefusedDamaged) {
  std::string kept = pack::write_secret_key(base::SecretKey::make(), {}, {});
  const auto at = kept.find('\n') + 120;
  kept[at] = kept[at] == 'A' ? 'B' : 'A';
  EXPECT_THAT(refused_key(kept, {}), HasSubstr("it is damaged"));
}
TEST(Keys, ThatAskForTooMuchAreRefused) {
  const std::string kept = pack::write_secret_key(base::SecretKey::make(), "x", {32768, 16 << 20});
  std::string bytes = *base::from_base64(kept.substr(kept.find('\n') + 1, kept.size() - kept.find('\n') - 2));
  bytes[46 + 5] = 1;   // a thousand GiB
  EXPECT_THAT(refused_key(base::to_base64({reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()}), "x"), HasSubstr("costs more to try"));
}
TEST(Keys, OfTwoMakingsDiffer) { EXPECT_NE(base::SecretKey::make().publish().key, base::SecretKey::make().publish().key); }
TEST(Keys, ThatAreSecretAreNotPublished) {
  const std::string kept = pack::write_secret_key(base::SecretKey::make(), {}, {});
  try {
    pack::read_public_key(kept, "x");
    FAIL();
  } catch (const base::Refused& refused) {
    EXPECT_THAT(refused.problems.at(0).message, HasSubstr("it is a secret key"));
  }
}
TEST(Keys, HaveOneLine) {
  const auto key = base::SecretKey::make().publish();
  EXPECT_EQ(pack::read_public_key(pack::write_public_key(key), "x"), key);
  EXPECT_EQ(pack::read_public_key(pack::key_line(key), "x"), key);
}
