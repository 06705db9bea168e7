// The measures of likeness, against values from their literature and worked by hand.
#include <gtest/gtest.h>

#include "alike.hpp"

namespace similar {
namespace {

void expect(const Fraction& got, std::int64_t num, std::int64_t den) {
  EXPECT_EQ(got.num * den, num * got.den) << got.num << '/' << got.den << " where " << num << '/' << den << " was expected";
}

TEST(JaroWinkler, HasTheValuesOfWinklersExamples) {
  // Jaro 17/18 (0.944), 37/45 (0.822), 23/30 (0.767), with three, one and two first letters the same
  expect(jaro_winkler(U"martha", U"marhta"), 173, 180);    // 0.961
  expect(jaro_winkler(U"dwayne", U"duane"), 21, 25);       // 0.840
  expect(jaro_winkler(U"dixon", U"dicksonx"), 61, 75);     // 0.813
  expect(jaro_winkler(U"oak", U"oak"), 1, 1);
  expect(jaro_winkler(U"oak", U"elm"), 0, 1);
}

TEST(JaroWinkler, CountsHalfTranspositions) {
  // three letters in a circle: 1.5 transpositions; (1 + 1 + 1.5/3) / 3 where all match
  // "abcdefgh" / "abcdgefh": the last but one three in a circle; (1 + 1 + (8 - 1.5)/8) / 3 = 15/16, and 4 tenths of 1/16 more
  expect(jaro_winkler(U"abcdefgh", U"abcdgefh"), 77, 80);
}

TEST(JaroWinkler, IsTheSameBothWays) {
  expect(jaro_winkler(U"dicksonx", U"dixon"), 61, 75);
}

TEST(LetterGroups, AreThreeLettersOfEachWordWithItsEdges) {
  // "  o", " oa", "oak", "ak "
  EXPECT_EQ(letter_groups({U"oak"}).size(), 4u);
  EXPECT_EQ(letter_groups({U"oak", U"oak"}).size(), 4u);
  // oak has 4, oaks has 5, and "  o", " oa", "oak" are in both
  expect(groups_in_common(letter_groups({U"oak"}), letter_groups({U"oaks"})), 6, 9);
}

TEST(LetterGroups, DoNotMindTheOrderOfWords) {
  expect(groups_in_common(letter_groups({U"oak", U"tree"}), letter_groups({U"tree", U"oak"})), 1, 1);
}

Likeness likeness(std::string_view a, std::string_view b) {
  Likeness how;
  alike(Name(compared_words(a)), Name(compared_words(b)), {9, 10}, {}, how);
  return how;
}

TEST(Names, AreAsAlikeAsTheirLeastAlikeWords) {
  expect(word_by_word({U"oak", U"martha"}, {U"oak", U"marhta"}), 173, 180);
  EXPECT_EQ(likeness("Sunbeam Nursery", "Sunbeem Nursery").way, Way::words);
}

TEST(Names, OfTheSameLettersAreAlike) {
  EXPECT_EQ(likeness("Oaktree Families", "Oak Tree Families").way, Way::letters);
  EXPECT_EQ(likeness("The Oak Tree Trust", "OAK TREE LTD").way, Way::same);
}

bool are_alike(std::string_view a, std::string_view b) {
  Likeness how;
  return alike(Name(compared_words(a)), Name(compared_words(b)), {9, 10}, {}, how);
}

TEST(Names, ThatPeopleTakeForOneAnotherAreAlike) {
  EXPECT_TRUE(are_alike("Oak Tree Children's Centre", "Oak Tree Childrens Center"));
  EXPECT_TRUE(are_alike("Families Together Haringey", "Haringey Families Together CIO"));
  EXPECT_TRUE(are_alike("Youthworks & Play", "The Youth Works and Play Trust"));
  EXPECT_TRUE(are_alike("Ballymena Parents Forum", "Ballymena Parent Forum"));
}

TEST(Names, OfOneAreaOrOneKindAreNot) {
  EXPECT_FALSE(are_alike("Belfast Youth Forum", "Belfast Youth Centre"));
  EXPECT_FALSE(are_alike("North Belfast Sure Start", "South Belfast Sure Start"));
  EXPECT_FALSE(are_alike("Haringey Play Association", "Haringey Parents Association"));
  EXPECT_FALSE(are_alike("1st Larne Scouts", "2nd Larne Scouts"));
  EXPECT_FALSE(are_alike("Neighbourhood Partnership Group 11", "Neighbourhood Partnership Group 12"));
}

}  // namespace
}  // namespace similar
