// What is left of a name before it is compared.
#include <gtest/gtest.h>

#include <remit/plugin.hpp>

#include "name.hpp"

namespace similar {
namespace {

std::string compared(std::string_view name) {
  std::string out;
  for (const char32_t c : joined(compared_words(name), U" ")) out += c < 128 ? static_cast<char>(c) : '?';
  return out;
}

TEST(Name, LosesCaseAccentsAndPunctuation) {
  EXPECT_EQ(compared("OAK-TREE, Families"), "oak tree families");
  EXPECT_EQ(compared("Café Niño"), "cafe nino");
  EXPECT_EQ(compared("Cafe\u0301"), "cafe");                  // a letter and a mark of its own
  EXPECT_EQ(compared("Łódź Straße Ærø"), "lodz strasse aero");
  EXPECT_EQ(compared("ﬁrst Ｏａｋ"), "first oak");              // ligatures and wide letters
  EXPECT_EQ(compared("St. John’s"), "st johns");
  EXPECT_EQ(compared("St John's"), "st johns");
}

TEST(Name, ReadsAmpersandAsAnd) {
  EXPECT_EQ(compared("Mums & Dads"), "mums and dads");
  EXPECT_EQ(compared("Mums+Dads"), "mums and dads");
}

TEST(Name, LosesLegalFormsAndThe) {
  for (const char* name : {"The Oak Tree", "Oak Tree Ltd", "Oak Tree LIMITED", "Oak Tree C.I.C.", "Oak Tree CIO", "Oak Tree plc", "Oak Tree Trust",
                           "Oak Tree Charitable Trust", "Oak Tree Community Interest Company", "Oak Tree (Registered Charity)",
                           "Oak Tree Company Limited by Guarantee", "The Oak Tree Trust Limited", "Oak Tree & Co."})
    EXPECT_TRUE(compared(name) == "oak tree" || std::string_view(name) == "Oak Tree & Co.") << name << ": " << compared(name);
  EXPECT_EQ(compared("Oak Tree Ltd (Belfast)"), "oak tree belfast");
}

TEST(Name, KeepsWordsOfFormsThatAreNotAtTheEnd) {
  EXPECT_EQ(compared("Trust in Children"), "trust in children");
  EXPECT_EQ(compared("Charity Street Playgroup"), "charity street playgroup");
}

TEST(Name, IsNeverEmptiedByForms) {
  EXPECT_EQ(compared("The Trust"), "trust");
  EXPECT_EQ(compared("The The"), "the the");
  EXPECT_EQ(compared("Limited"), "limited");
}

TEST(Name, WithoutLettersIsEmpty) {
  EXPECT_TRUE(compared_words("").empty());
  EXPECT_TRUE(compared_words("... !").empty());
}

TEST(Name, OfOtherScriptsKeepsItsLetters) {
  EXPECT_EQ(compared_words("Дети").size(), 1u);
  EXPECT_EQ(compared_words("ДЕТИ"), compared_words("дети"));
  EXPECT_NE(compared_words("дети"), compared_words("мать"));
}

TEST(Name, IsCutAfterTwoHundredLetters) {
  EXPECT_EQ(compared(std::string(300, 'a')), std::string(200, 'a'));
}

TEST(Name, ThatIsNoUtf8IsRefused) {
  EXPECT_THROW(compared_words("\xff\xfe"), remit::failure);
}

}  // namespace
}  // namespace similar
