// What an author reads when a rule goes wrong, word for word.
#include "little_pack.hpp"

namespace remit::lua {
namespace {

using RuntimeMessages = LittlePack;

struct Case {
  const char *body, *message;
};

TEST_F(RuntimeMessages, AreInWordsForPeopleWhoAreNotProgrammers) {
  const Case cases[] = {
      {"return application.note.length",
       "MISSING: rule `example`: rules.lua:2:19: this application has no `note`, so `length` cannot be read. Check first: `if application.note then ...`"},
      {"local x\nreturn x.size", "MISSING: rule `example`: rules.lua:3:8: `x` is nothing (nil), so `size` cannot be read. Check first: `if x then ...`"},
      {"return application.titel", "UNKNOWN_FIELD: rule `example`: rules.lua:2:19: `application` has no field `titel`; the nearest is `title`"},
      {"return application.zzz", "UNKNOWN_FIELD: rule `example`: rules.lua:2:19: `application` has no field `zzz`"},
      {"return application.title > 25000",
       "TYPE_MISMATCH: rule `example`: rules.lua:2:26: `application.title` is text, 25000 is a number. Convert it: `tonumber(application.title)`"},
      {"return 25000 < application.title",
       "TYPE_MISMATCH: rule `example`: rules.lua:2:14: 25000 is a number, `application.title` is text. Convert it: `tonumber(application.title)`"},
      {"return application.amount > 25000",
       "TYPE_MISMATCH: rule `example`: rules.lua:2:27: `application.amount` is money, 25000 is a number. Write `pounds(25000)`"},
      {"return application.starts < 5",
       "TYPE_MISMATCH: rule `example`: rules.lua:2:27: `application.starts` is a date, 5 is a number. Count the days between two dates with `days_between(first, second)`"},
      {"return application.note > 'a'",
       "TYPE_MISMATCH: rule `example`: rules.lua:2:25: this application has no `note`, so it cannot be compared. Check first: `if application.note then ...`"},
      {"return application.note + 1",
       "TYPE_MISMATCH: rule `example`: rules.lua:2:25: this application has no `note`, so nothing can be reckoned with it. Check first: `if application.note then ...`"},
      {"return application.title + 1",
       "TYPE_MISMATCH: rule `example`: rules.lua:2:26: `application.title` is text, and only numbers can be reckoned with. Convert it: `tonumber(application.title)`"},
      {"return application.amount + 1",
       "TYPE_MISMATCH: rule `example`: rules.lua:2:27: money and a number cannot be reckoned with together. Write `pounds(1)`"},
      {"return 'a' .. application.note",
       "TYPE_MISMATCH: rule `example`: rules.lua:2:26: this application has no `note`, so it cannot be joined to a text. Check first: `if application.note then ...`"},
      {"return 'a' .. application.urgent",
       "TYPE_MISMATCH: rule `example`: rules.lua:2:26: `application.urgent` is yes or no and cannot be joined to a text. Write `tostring(application.urgent)`"},
      {"return #application.note",
       "TYPE_MISMATCH: rule `example`: rules.lua:2:8: this application has no `note`, so it has no length. Check first: `if application.note then ...`"},
      {"return math.flor(3)", "NOT_A_FUNCTION: rule `example`: rules.lua:2:17: there is no function `math.flor`. The nearest is `math.floor`"},
      {"return math.sin(3)", "NOT_A_FUNCTION: rule `example`: rules.lua:2:16: there is no function `math.sin`. The nearest is `math.min`"},
      {"return ('x'):uper()", "NOT_A_FUNCTION: rule `example`: rules.lua:2:13: there is no function `:uper`. The nearest is `:upper`"},
      {"for p in application.partners do end\nreturn pass",
       "NOT_A_FUNCTION: rule `example`: rules.lua:2:1: `for ... in` needs something to walk. Write `in ipairs(list)` or `in pairs(table)`"},
      {"for _, p in ipairs(application.note) do end\nreturn pass",
       "BAD_ARGUMENT: rule `example`: rules.lua:2:13: `ipairs` needs a list, not nothing (not answered)"},
      {"application.title = 'x'\nreturn pass",
       "READ_ONLY: rule `example`: rules.lua:2:1: `application` cannot be changed; keep a value of your own in a `local`"},
      {"return 1 // (application.people - 12)", "LUA: rule `example`: rules.lua:2:10: this divides by zero. Check first that it is not"},
      {"return ratio(1, application.people - 12)", "DIVIDE_BY_ZERO: rule `example`: rules.lua:2:1: this divides by zero. Check first that it is not"},
      {"error('not\\27[2J good')", "FAILED: rule `example`: rules.lua:2:1: the rule says: not[2J good"},
      {"error({})", "BAD_ARGUMENT: rule `example`: rules.lua:2:1: `error` needs a text that says what is wrong, not a table"},
      {"while true do end", "STEPS: rule `example`: rules.lua:2:1: this takes too many steps: a loop that does not end, or far too much work for one application"},
      {"local s = 'x' while true do s = s .. s end", "MEMORY: rule `example`: rules.lua:2:1: this needs more memory than a function may hold"},
      {"return #application", "TYPE_MISMATCH: rule `example`: rules.lua:2:9: `application` is a record; only a list has a length"},
      {"return application.partners.name",
       "UNKNOWN_FIELD: rule `example`: rules.lua:2:28: `partners` is a list and has no field `name`; say which item: `partners[1].name`, or walk it: `for _, item in ipairs(...) do`"},
  };
  for (const Case& c : cases) EXPECT_EQ(answer_to(c.body), c.message) << c.body;
}

TEST_F(RuntimeMessages, ShowTheLineWithACaret) {
  load_body("  local size = 1\n  return application.note.length");
  EXPECT_EQ(ask(), policy::Outcome::error);
  EXPECT_THAT(work_.cause, testing::EndsWith("\n      return application.note.length\n                        ^"));
}

TEST_F(RuntimeMessages, SayWhatARuleMayAnswer) {
  load_body("local x = 1");
  EXPECT_EQ(ask(), policy::Outcome::error);
  EXPECT_THAT(work_.cause, testing::StartsWith("NO_ANSWER: rule `example`: rules.lua:3: this ended without an answer. Put `return` before the result"));
  load_body("return 'maybe'");
  EXPECT_EQ(ask(), policy::Outcome::error);
  EXPECT_THAT(work_.cause, testing::StartsWith("BAD_RESULT: rule `example`: rules.lua:3: this answered with a text that is no outcome. Answer `pass`, `fail`, `refer` or `not_applicable`"));
  load_body("return function() end");
  EXPECT_EQ(answer(), "BAD_RESULT: rule `example`: rules.lua:3: this answer cannot be used: it holds a function");
}

TEST_F(RuntimeMessages, NeverHoldWhatAnApplicationSays) {
  for (const char* body : {"return application.title > 1", "return application.title.x", "return application.title + 1", "return application.title()",
                           "return application.partners[1].name < 2", "return application[application.title]", "return #application.people",
                           "for i = application.title, 2 do end return 1", "return ipairs(application.title)", "return pounds(application.title)"}) {
    const std::string said = answer_to(body);
    EXPECT_THAT(work_.cause, testing::Not(testing::HasSubstr("Café"))) << said;
    EXPECT_THAT(work_.cause, testing::Not(testing::HasSubstr("Barn"))) << said;
  }
}

}  // namespace
}  // namespace remit::lua
