// What people wrote may name others; a letter's reader sees only their own name.
#include <gtest/gtest.h>

#include "letters/others.hpp"

namespace remit::letters::test {
namespace {

record::DecisionDocument round() {
  record::DecisionDocument d;
  const auto add = [&](const char* id, const char* title, const char* applicant, const char* name) {
    record::DecisionRecord r;
    r.application = id;
    r.title = title;
    r.applicant = applicant;
    r.applicant_name = name;
    d.records.push_back(r);
  };
  add("A-1", "Play in the lane", "o1", "Mill Lane Play");
  add("A-2", "Play", "o2", "Otters");
  add("A-3", "A second chance", "o1", "Mill Lane Play");
  add("A-4", "Boats", "o4", "Otters North");
  d.members = {{"m1", "Ann O'Dea", "", "", false}};
  return d;
}

std::string as_read_by(const char* applicant, const char* text) {
  std::size_t struck = 0;
  return Others(round()).struck_for(applicant, text, struck);
}

TEST(NamesOfOthers, AreStruckWhateverTheirCaseAndPunctuation) {
  EXPECT_EQ(as_read_by("o2", "better than mill-lane  PLAY."), "better than [another applicant].");
  EXPECT_EQ(as_read_by("o2", "see “A-1” and A-3"), "see “[another application]” and [another application]");
  EXPECT_EQ(as_read_by("o2", "Ann O’Dea said so, and ann o'dea meant it"), "[a member of the panel] said so, and [a member of the panel] meant it");
}

TEST(NamesOfOthers, OnesOwnStay) {
  EXPECT_EQ(as_read_by("o1", "Mill Lane Play, A-1, A second chance"), "Mill Lane Play, A-1, A second chance");
  EXPECT_EQ(as_read_by("o4", "Otters North and Otters"), "Otters North and [another applicant]");
  EXPECT_EQ(as_read_by("o2", "Otters North and Otters"), "[another applicant] and Otters");
}

TEST(NamesOfOthers, WordsThatOnlyHoldANameStay) {
  EXPECT_EQ(as_read_by("o1", "ottersome; replay; A-12"), "ottersome; replay; A-12");
  EXPECT_EQ(as_read_by("o2", "they want a second chance"), "they want a second chance");   // no title begins so
  EXPECT_EQ(as_read_by("o1", "they play well"), "they play well");   // a title of one short word names nobody
}

TEST(NamesOfOthers, AreCounted) {
  std::size_t struck = 0;
  Others(round()).struck_for("o1", "Otters, Otters", struck);
  EXPECT_EQ(struck, 2u);
  Others(round()).struck_for("o1", "", struck);
  EXPECT_EQ(struck, 2u);
}

}  // namespace
}  // namespace remit::letters::test
