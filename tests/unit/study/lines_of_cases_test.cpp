// Each case of a list knows the line and the column at which it begins, whatever stands inside the cases before it.
#include <gtest/gtest.h>

#include "study/cases.hpp"

namespace {

using Places = std::vector<std::pair<int, int>>;

TEST(places_of_cases, one_for_each_item_of_the_outer_list) {
  EXPECT_EQ(remit::study::places_of_items("[\n  {\"a\": [1,\n 2]},\n\n  {\"b\": {}}, {\"c\": 1}\n]"), (Places{{2, 3}, {5, 3}, {5, 14}}));
}

TEST(places_of_cases, brackets_and_quotes_in_texts_are_text) {
  EXPECT_EQ(remit::study::places_of_items("[{\"a\": \"],[{\\\"\"},\n{}]"), (Places{{1, 2}, {2, 1}}));
}

TEST(places_of_cases, an_empty_list_has_none) { EXPECT_EQ(remit::study::places_of_items("[ ]"), Places{}); }

}  // namespace
