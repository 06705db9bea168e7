// What a file may not say, found before an application is touched.
#include "little_pack.hpp"

namespace remit::lua {
namespace {

using Verifier = LittlePack;

struct Case {
  const char* source;
  std::vector<std::string> problems;
};

TEST_F(Verifier, RefusesOperatorsAndLoopsAtFileLevel) {
  const Case cases[] = {
      {"local x = rule and rule", {"FILE_LEVEL 1:16 `and` cannot stand outside a function. Write `all_of { ... }`"}},
      {"local x = not rule", {"FILE_LEVEL 1:11 `not` cannot stand outside a function. Write `not_ { ... }`"}},
      {"local x = rule == 1", {"FILE_LEVEL 1:16 `==` cannot stand outside a function. Write `application.field:is(...)`"}},
      {"if rule then end", {"FILE_LEVEL 1:1 `if` cannot stand outside a function. Say when a rule applies with `applies_when = ...`"}},
      {"for i = 1, 2 do end", {"FILE_LEVEL 1:1 a loop cannot stand outside a function. Write the entries one after the other"}},
      {"local s = 'a' .. 'b' local n = 2 * 60 - -1", {}},
      {"local f = function (a) return a and not a end", {}},
  };
  for (const Case& c : cases) EXPECT_EQ(problems(c.source), c.problems) << c.source;
}

TEST_F(Verifier, KnowsEveryName) {
  const Case cases[] = {
      {"rule(function (a) return ruond(a) end)", {"UNKNOWN_NAME 1:26 nothing is called `ruond`"}},
      {"rule(function (a) return toString(a) end)", {"UNKNOWN_NAME 1:26 nothing is called `toString`. The nearest is `tostring`"}},
      {"local household = 1\nrule(function (a) return houshold end)", {"UNKNOWN_NAME 2:26 nothing is called `houshold`. The nearest is `household`"}},
      {"rule(function (a) return a == null end)", {"UNKNOWN_NAME 1:31 nothing is called `null`. Write `nil`"}},
      {"rule(function (a) return rule end)",
       {"UNKNOWN_NAME 1:26 `rule` is a word for sentences at file level. Inside a function ask for it as a parameter, as in `function (application, parameters)`"}},
      {"rule(function (a) last = a return pass end)",
       {"GLOBAL_WRITE 1:19 `last` is not declared. Write `local last` where it is first used, inside the function: a rule keeps nothing from one application to the next"}},
      {"last = 1", {"GLOBAL_WRITE 1:1 `last` is not declared. Write `local last` where it is first used"}},
      {"rule(function (a) pass = a return fail end)", {"READ_ONLY 1:19 `pass` is a word of Remit and cannot be changed. Choose another name"}},
      {"function tostring() end", {"READ_ONLY 1:10 `tostring` is built in and cannot be changed. Choose another name"}},
      {"local tostring = 1 rule(function (a) return tostring end)", {}},
  };
  for (const Case& c : cases) EXPECT_EQ(problems(c.source), c.problems) << c.source;
}

TEST_F(Verifier, KeepsFunctionsExact) {
  const Case cases[] = {
      {"rule(function (a) return a / 2 end)", {"INEXACT 1:28 `/` would round. Write `ratio(a, b)`, or `share(part, whole)` for a percentage"}},
      {"rule(function (a) return a * 0.125 end)", {"INEXACT 1:30 `0.125` would round. Write `ratio(125, 1000)`"}},
      {"rule(function (a) return 1e3 end)", {"INEXACT 1:26 a decimal fraction would round. Write whole numbers, or `ratio(a, b)`"}},
      {"rule(function (a) return 9223372036854775808 end)", {"INEXACT 1:26 a decimal fraction would round. Write whole numbers, or `ratio(a, b)`"}},
      {"local rate = 0.5\nrule(function (a) return a * rate end)", {"INEXACT 2:30 `rate` holds a decimal fraction (line 1), which would round. Write it there as `ratio(1, 2)`"}},
      {"local weight = 0.5", {}},
  };
  for (const Case& c : cases) EXPECT_EQ(problems(c.source), c.problems) << c.source;
  Dialect floats;
  floats.exact = false;
  EXPECT_THAT(problems("rule(function (a) return 1 / 2 end)", floats), testing::IsEmpty());
}

TEST_F(Verifier, SeesWhatIsAlwaysTrue) {
  EXPECT_THAT(problems("rule(function (s)\nif s == \"a\" or \"b\" then return pass end return fail end)"),
              testing::ElementsAre("ALWAYS_TRUE 2:13 this is always true. Write `one_of(s, \"a\", \"b\")`"));
  EXPECT_THAT(problems("rule(function (s) return s ~= 'a' or s ~= 'b' end)"),
              testing::ElementsAre("ALWAYS_TRUE 1:35 this is always true: it differs from one of the two in any case. Write `not one_of(s, 'a', 'b')`"));
}

TEST_F(Verifier, FindsEveryMistakeOfAFileAtOnce) {
  EXPECT_THAT(problems("rule(function (a) return ruond(a) end)\nx = 1\nlocal y = rule < 2"),
              testing::ElementsAre(testing::StartsWith("UNKNOWN_NAME 1:"), testing::StartsWith("GLOBAL_WRITE 2:"), testing::StartsWith("FILE_LEVEL 3:")));
}

TEST_F(Verifier, RefusesWordsOfFileLevelThatAFunctionGotHoldOf) {
  EXPECT_THAT(problems("local keep = rule\nrule(function (a) keep(a) return pass end)"), testing::ElementsAre(testing::StartsWith("FILE_LEVEL_ONLY 2:0")));
}

TEST_F(Verifier, RefusesFunctionsThatKeepState) {
  EXPECT_THAT(problems("local n = 0\nrule(function (a)\n n = n + 1 return pass end)"), testing::ElementsAre(testing::StartsWith("KEEPS_STATE 2:0 the function that begins here, or one inside it, changes `n`")));
}

TEST_F(Verifier, LoadsTheSameFunctionsByNumberInEveryState) {
  const std::string source = "local function helper(a) return a end\nrule(function (application) return fail end)\nrule(function (parameters) return pass end)";
  load(source);
  const auto first = functions_;
  load(source);
  ASSERT_EQ(functions_.size(), 2U);
  EXPECT_EQ(functions_[1].number, first[1].number);
  EXPECT_EQ(functions_[1].parameters, std::vector<std::string>{"parameters"});
  EXPECT_EQ(functions_[1].line, 3);
  EXPECT_EQ(ask(0), policy::Outcome::fail);
  EXPECT_EQ(ask(1), policy::Outcome::pass);
}

TEST_F(Verifier, BindsParametersByName) {
  load("rule(function (aplication) return pass end)");
  try {
    BoundFunction("example", functions_[0], round_.roots);
    FAIL();
  } catch (const base::Refused& refused) {
    EXPECT_EQ(refused.problems.at(0).code, "UNKNOWN_PARAMETER");
    EXPECT_EQ(refused.problems.at(0).message, "nothing is called `aplication` that a function could ask for. The nearest is `application`");
  }
}

}  // namespace
}  // namespace remit::lua
