#include <gtest/gtest.h>

#include "base/problem.hpp"

namespace remit::base {
namespace {

Problem problem() {
  Problem p;
  p.code = "WRONG_TYPE";
  p.message = "expected a day";
  return p;
}

TEST(ProblemText, NamesFileLineAndField) {
  Problem p = problem();
  EXPECT_EQ(p.text(), "expected a day [WRONG_TYPE]");
  p.file = "applications.csv";
  EXPECT_EQ(p.text(), "applications.csv: expected a day [WRONG_TYPE]");
  p.line = 3;
  p.field = "submitted_at";
  EXPECT_EQ(p.text(), "applications.csv:3: submitted_at: expected a day [WRONG_TYPE]");
  p.column = 7;
  EXPECT_EQ(p.text(), "applications.csv:3:7: submitted_at: expected a day [WRONG_TYPE]");
}

TEST(ProblemText, PutsTheCaretUnderTheCharacter) {
  Problem p = problem();
  p.file = "eligibility.lua";
  p.line = 2;
  p.column = 7;   // in bytes: tab, two of the pound sign, space, equals, space, x
  p.source = "\t£ = x";
  EXPECT_EQ(p.text(), "eligibility.lua:2:7: expected a day [WRONG_TYPE]\n    \t£ = x\n    \t    ^");
}

TEST(ProblemText, RefusesWithOneProblem) {
  try {
    refuse(problem(), 3);
    FAIL();
  } catch (const Refused& refused) {
    EXPECT_EQ(refused.exit_code, 3);
    ASSERT_EQ(refused.problems.size(), 1u);
    EXPECT_EQ(refused.problems[0].code, "WRONG_TYPE");
  }
}

}  // namespace
}  // namespace remit::base
