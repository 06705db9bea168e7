// Each case of a list knows the line on which it begins, whatever stands inside the cases before it.
#include <gtest/gtest.h>

#include "study/cases.hpp"

namespace {

using Lines = std::vector<int>;

TEST(lines_of_cases, one_for_each_item_of_the_outer_list) {
  EXPECT_EQ(remit::study::lines_of_items("[\n  {\"a\": [1,\n 2]},\n\n  {\"b\": {}}, {\"c\": 1}\n]"), (Lines{2, 5, 5}));
}

TEST(lines_of_cases, brackets_and_quotes_in_texts_are_text) {
  EXPECT_EQ(remit::study::lines_of_items("[{\"a\": \"],[{\\\"\"},\n{}]"), (Lines{1, 2}));
}

TEST(lines_of_cases, an_empty_list_has_none) { EXPECT_EQ(remit::study::lines_of_items("[ ]"), Lines{}); }

}  // namespace
