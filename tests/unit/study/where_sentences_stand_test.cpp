// Each condition of a pack knows the line and the words that say it, those inside quantifiers too.
#include <gtest/gtest.h>

#include <algorithm>

#include "lua/load.hpp"
#include "study/sentences.hpp"

namespace {

using remit::lua::LayerText;

constexpr const char* rules = R"(requirement "seats" {
  title = "It has seats", clause = "1", of = body,
  applies_when = body.open:is(yes),
  passes_when = all_of {
    body.seats:at_least(3),
    records.bodies:any(all_of { other_body.id:is_not(body.id),
                                other_body.open:is(yes) }),
  },
}
)";

struct Place {
  int line;
  std::string words;
};

std::vector<Place> places() {
  const LayerText layer{"small", "small", {{"small/pack.lua", "pack \"small\" { title = \"Small\", version = \"1.0.0\" }\n"},
                                          {"small/records.lua", "record \"body\" { key = \"id\", seats = count, open = yes_no }\n"}, {"small/rules.lua", rules}}};
  const remit::lua::Studied studied = remit::lua::load_to_study({layer}, {});
  std::vector<Place> found;
  for (const auto& c : remit::study::conditions_of(studied, remit::study::asked_of(*studied.pack))) {
    const remit::lua::Spoken& s = (*studied.spoken)[c.spot - 1];
    EXPECT_EQ(s.file, "small/rules.lua");
    found.push_back({s.line, s.words});
  }
  return found;
}

bool stands(const std::vector<Place>& all, int line, std::string_view words) {
  return std::ranges::any_of(all, [&](const Place& p) { return p.line == line && p.words.starts_with(words); });
}

TEST(where_sentences_stand, every_verb_and_joiner_of_a_rule_has_its_own_place) {
  const auto all = places();
  EXPECT_EQ(all.size(), 7u);
  EXPECT_TRUE(stands(all, 3, "body.open:is(yes)"));
  EXPECT_TRUE(stands(all, 4, "all_of {"));
  EXPECT_TRUE(stands(all, 5, "body.seats:at_least(3)"));
  EXPECT_TRUE(stands(all, 6, "records.bodies:any("));
}

TEST(where_sentences_stand, what_stands_inside_a_quantifier_keeps_its_place) {
  const auto all = places();
  EXPECT_TRUE(stands(all, 6, "all_of {"));
  EXPECT_TRUE(stands(all, 6, "other_body.id:is_not(body.id)"));
  EXPECT_TRUE(stands(all, 7, "other_body.open:is(yes)"));
}

}  // namespace
