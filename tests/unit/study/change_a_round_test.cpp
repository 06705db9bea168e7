// A case changes its base at paths: fields, items of lists by id, by field or by place; `+` adds and null takes away.
#include <gtest/gtest.h>

#include <stdexcept>

#include "study/changed_round.hpp"

namespace {

using remit::intake::Json;
using remit::intake::read_json;

std::string changed(std::string_view base, std::string_view change) {
  std::string out;
  remit::intake::write_canonical_json(remit::study::changed_round(read_json(base, "base"), read_json(change, "change")), out);
  return out;
}

TEST(change_a_round, sets_a_field_of_the_item_with_that_id) {
  EXPECT_EQ(changed(R"({"needs":[{"id":"N1","size":1},{"id":"N2","size":1}]})", R"({"needs/N2/size":5})"), R"({"needs":[{"id":"N1","size":1},{"id":"N2","size":5}]})");
}

TEST(change_a_round, finds_items_by_field_and_by_place) {
  EXPECT_EQ(changed(R"({"parts":[{"part":"a","n":1},{"part":"b","n":1}]})", R"({"parts/part=b/n":2,"parts/0/n":3})"), R"({"parts":[{"n":3,"part":"a"},{"n":2,"part":"b"}]})");
}

TEST(change_a_round, adds_to_a_list_and_makes_one_where_there_is_none) {
  EXPECT_EQ(changed(R"({"needs":[]})", R"({"needs/+":{"id":"N1"},"bodies/+":{"id":"B1"}})"), R"({"bodies":[{"id":"B1"}],"needs":[{"id":"N1"}]})");
}

TEST(change_a_round, null_takes_away_a_field_or_an_item) {
  EXPECT_EQ(changed(R"({"needs":[{"id":"N1"},{"id":"N2"}],"title":"t"})", R"({"needs/N1":null,"title":null})"), R"({"needs":[{"id":"N2"}]})");
}

TEST(change_a_round, makes_the_changes_in_order) {
  EXPECT_EQ(changed(R"({"needs":[]})", R"({"needs/+":{"id":"N1"},"needs/N1/size":2})"), R"({"needs":[{"id":"N1","size":2}]})");
}

TEST(change_a_round, writes_sheets_out_as_marks_with_a_justification_unless_they_are_listed) {
  EXPECT_EQ(changed(R"({"sheets":{"m1":{"A1":{"need":4}},"m2":{"A1":{"need":3}}},"unjustified":[["m2","A1","need"]]})", "{}"),
            R"({"scores":[{"application":"A1","justification":"as written","measure":"need","member":"m1","score":4},{"application":"A1","measure":"need","member":"m2","score":3}]})");
}

TEST(change_a_round, a_path_that_leads_nowhere_is_told_with_the_path) {
  try {
    changed(R"({"needs":[]})", R"({"needs/N1/size":2})");
    FAIL() << "it was changed";
  } catch (const std::invalid_argument& wrong) {
    EXPECT_STREQ(wrong.what(), "change `needs/N1/size`: the list has no item `N1`; items are named by their id, by `field=value` or by their place from 0");
  }
}

}  // namespace
