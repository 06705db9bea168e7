// What an author reads when a file cannot be read at all, word for word.
#include "little_pack.hpp"

namespace remit::lua {
namespace {

using SyntaxMessages = LittlePack;

struct Case {
  const char *source, *problem;
};

TEST_F(SyntaxMessages, SayWhatWasFoundAndWhatToDo) {
  const Case cases[] = {
      {"rule(function (a)\n  if a.x then\n    return pass\n\n  return fail\nend)\n", "SYNTAX 5:3 the `if` on line 2 has no `end`. Put `end` before line 5"},
      {"local function f(a)\n  if a then\n    f()\nend\nlocal x = 1\n", "SYNTAX 4:1 the `if` on line 2 has no `end`. Put `end` before line 4"},
      {"rule(function (a)\n  if a = 1 then return pass end\nend)", "SYNTAX 2:8 `=` stores a value. To compare, use `==`"},
      {"rule(function (a)\n  if a != 1 then return pass end\nend)", "SYNTAX 2:8 \"not equal\" is written `~=`"},
      {"local t = {\n  low = 1\n  high = 2,\n}", "SYNTAX 3:3 a comma is missing at the end of line 2, before `high`"},
      {"local t = { 1 2 }", "SYNTAX 1:15 a comma is missing, before `2`"},
      {"local t = {\n  1,\n", "SYNTAX 1:11 the `{` on line 1 has no `}`"},
      {"rule(function (a)\n  if a\n  return pass end\nend)", "SYNTAX 3:3 the `if` on line 2 has no `then`. Put `then` after the condition, before `return`"},
      {"rule(function (a) for x ipairs(a) do end end)", "SYNTAX 1:25 `in` is missing after the names of the `for`: `for _, item in ipairs(list) do`"},
      {"local s = \"never closed\nlocal t = 1", "SYNTAX 1:11 the text that begins here has no closing `\"`"},
      {"local s = \xe2\x80\x9chello\xe2\x80\x9d", "SYNTAX 1:11 this quotation mark is a curly one. Type the straight `\"`"},
      {"local x = 3.4.5", "SYNTAX 1:11 `3.4.5` is no number"},
      {"local end = 3", "SYNTAX 1:7 `end` is a word of the language and cannot be a name. Choose another"},
      {"rule(function (a) return a.x == 1 && a.y end)", "SYNTAX 1:35 \"and\" is written `and`"},
      {"rule(function (a) a.x == 1 end)", "SYNTAX 1:23 `==` compares. To store a value, use `=`"},
      {"rule(function (a) a.x end)", "SYNTAX 1:19 `a.x` stands here alone and does nothing. Compare it in an `if`, or store it: `local name = ...`"},
      {"rule(function (a) return pass end end)", "SYNTAX 1:5 the `(` on line 1 has no `)`"},
      {"local x = 1\nend", "SYNTAX 2:1 there is one `end` too many, or the block it belongs to was closed before"},
      {"local x = ", "SYNTAX 1:11 a value is missing before the end of the file"},
      {"local caf\xc3\xa9 = 1", "SYNTAX 1:10 names are written with the letters a to z, digits and `_`"},
      {"rule(function (a) x += 1 end)", "SYNTAX 1:21 `+=` is not known here. Write `x = x + ...`"},
      {"--[[ never\n", "SYNTAX 1:3 the comment that begins here never ends. Close it with `]]`"},
  };
  for (const Case& c : cases) EXPECT_THAT(problems(c.source), testing::ElementsAre(c.problem)) << c.source;
}

TEST_F(SyntaxMessages, StopDeepNestingBeforeLuaDoes) {
  const auto repeated = [](std::string_view s, int n) {
    std::string out;
    for (int i = 0; i < n; ++i) out += s;
    return out;
  };
  for (const std::string& source : {"local x = " + repeated("(", 5000) + "1" + repeated(")", 5000), "local x = " + repeated("{", 5000) + repeated("}", 5000),
                                    "local x = " + repeated("'a' .. ", 5000) + "'a'", repeated("do ", 5000) + repeated("end ", 5000),
                                    repeated("rule(function() ", 2000) + repeated("end)", 2000), "local x = " + repeated("- ", 5000) + "1",
                                    "local t = {} local x = t" + repeated(".x", 5000), "local f = rule" + repeated("()", 5000),
                                    "local x = 1" + repeated(" + 1", 5000)})
    EXPECT_THAT(problems(source), testing::ElementsAre(testing::StartsWith("TOO_COMPLEX 1:"))) << source.substr(0, 40);
}

TEST_F(SyntaxMessages, ReadEveryKindOfText) {
  EXPECT_EQ(answer_to("return 'a\\x41\\65\\u{e9}\\z\n   b' .. [==[\nx]]y]==] .. \"\\\"\""), "aAAébx]]y\"");
  EXPECT_THAT(problems("local s = '\\q'"), testing::ElementsAre("SYNTAX 1:13 `\\` cannot stand before this sign. For a backslash, write `\\\\`"));
}

}  // namespace
}  // namespace remit::lua
