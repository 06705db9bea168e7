// Every mistake of a sentence, with the words that an officer reads and the place where they stand.
#include "packs.hpp"

namespace remit::lua {
namespace {

using testing::ElementsAre;

struct Case {
  const char *sentence, *mistake;
};

TEST(SentenceMistakes, AreToldOnceAtTheWordInWordsForPeople) {
  const Case cases[] = {
      {"application.titel:is \"x\"", "UNKNOWN_FIELD rules.lua:2:28 `application` has no field `titel`; the nearest is `title`"},
      {"stream.specification.objectivs:covers(stream.outcomes)", "UNKNOWN_FIELD rules.lua:2:37 `stream.specification` has no field `objectivs`; the nearest is `objectives`"},
      {"application.qqq:is \"x\"", "UNKNOWN_FIELD rules.lua:2:28 `application` has no field `qqq`"},
      {"aplication.title:is \"x\"", "UNKNOWN_NAME rules.lua:2:16 nothing is called `aplication`. The nearest is `application`"},
      {"parameters.gap:at_least(1)", "UNKNOWN_PARAMETER rules.lua:2:27 there is no parameter `gap`"},
      {"application.amount_requested:at_leat(pounds(1))", "UNKNOWN_VERB rules.lua:2:45 `application.amount_requested` has no field and no verb `at_leat`; the nearest is `:at_least(...)`"},
      {"application.title.is \"x\"", "NO_COLON rules.lua:2:34 a verb stands after a colon, not after a dot: `application.title:is(value)`"},
      {"application.title.is(application.id)", "NO_COLON rules.lua:2:34 a verb stands after a colon, not after a dot: `application.title:is(value)`"},
      {"application.title \"x\"", "NOT_A_VERB rules.lua:2:28 `application.title` has no verb before the brackets: write `application.title:is(...)`"},
      {"application.title:is \"x\" \"y\"", "NOT_A_VERB rules.lua:2:0 this condition is complete, and something more stands after it; is a comma missing?"},
      {"application:is \"x\"", "WRONG_VERB rules.lua:2:28 `application` is a whole record; ask about one of its fields"},
      {"application.title", "NO_CONDITION rules.lua:2:27 criterion \"c\": `application.title` has no verb: what is asked of it? `application.title:is_answered()`"},
      {"application", "NO_CONDITION rules.lua:2:16 criterion \"c\": `application` is a whole record; write a sentence, like `application.title:is_answered()`"},
      {"application.elements:count()", "NO_CONDITION rules.lua:2:36 criterion \"c\": this number has no verb, like `:at_least(...)`; write a sentence, like `application.title:is_answered()`"},
      {"yes", "NO_CONDITION rules.lua:2:16 criterion \"c\": `passes_when` would be always true; write a sentence, like `application.title:is_answered()`"},
      {"{ application.title:is \"x\" }", "NO_CONDITION rules.lua:2:16 criterion \"c\": conditions in braces are joined by a word: write `passes_when = all_of { ... }` or `any_of { ... }`"},
      {"\"application.title\"", "NO_CONDITION rules.lua:2:16 criterion \"c\": `passes_when` is no condition; write a sentence, like `application.title:is_answered()`"},
      {"application.title:is(nil)", "WRONG_TYPE rules.lua:2:37 `application.title` is compared with nothing; to ask whether it was answered, write `application.title:is_answered()`"},
      {"application.title:is()", "WRONG_ARGUMENTS rules.lua:2:34 `:is(value)` takes one value"},
      {"application.title:is(\"a\", \"b\")", "WRONG_ARGUMENTS rules.lua:2:34 `:is(value)` takes one value; for several write `:is_one_of(...)`"},
      {"application.title:is(5)", "WRONG_TYPE rules.lua:2:37 `application.title` is a text, in quotes; it was given 5"},
      {"application.amount_requested:at_most(25000)", "WRONG_TYPE rules.lua:2:53 `application.amount_requested` is an amount of money: write `pounds(25000)`; it was given 25000"},
      {"application.amount_requested:at_most \"lots\"", "WRONG_TYPE rules.lua:2:54 `application.amount_requested` is an amount of money, like `pounds(25000)`; it was given \"lots\""},
      {"application.share_of_budget:at_most \"half\"", "WRONG_TYPE rules.lua:2:53 `application.share_of_budget` is a number; it was given \"half\""},
      {"stream.requires_cooperation:is \"yes\"", "WRONG_TYPE rules.lua:2:48 `stream.requires_cooperation` is yes or no, without quotes; it was given \"yes\""},
      {"applicant.type:is \"statuary\"", "UNKNOWN_WORD rules.lua:2:35 `applicant.type` is never \"statuary\"; the nearest is \"statutory\""},
      {"application.status:is_one_of(\"submitted\", \"gone\")", "UNKNOWN_WORD rules.lua:2:59 `application.status` is never \"gone\"; it is one of \"submitted\" or \"withdrawn\""},
      {"application.submitted_at:is_before \"soon\"", "WRONG_TYPE rules.lua:2:52 `application.submitted_at` is a date; compare it with one like \"2012-03-31\", or with another date field"},
      {"application.title:is_before \"2012-03-31\"", "WRONG_VERB rules.lua:2:34 `application.title` is a text, not a date; write `:is(...)`"},
      {"application.amount_requested:is_after(pounds(1))", "WRONG_VERB rules.lua:2:45 `application.amount_requested` is an amount of money, not a date; write `:at_least(...)` or `:at_most(...)`"},
      {"application.title:at_least(3)", "WRONG_VERB rules.lua:2:34 `application.title` is a text; `:at_least` compares numbers, money and dates"},
      {"application.amount_requested:at_least(application.title)",
       "WRONG_TYPE rules.lua:2:45 `application.amount_requested` is an amount of money and `application.title` is a text; they cannot be compared"},
      {"application.title:is(application)", "WRONG_TYPE rules.lua:2:34 `application.title` is compared with a value or a field, and `application` is a whole record"},
      {"application.title:is(application.title:is_answered())", "WRONG_TYPE rules.lua:2:34 `application.title` is compared with a value or a field, and this is a condition"},
      {"application.title:is_answered(\"x\")", "WRONG_ARGUMENTS rules.lua:2:34 `:is_answered()` takes nothing; to compare write `:is(...)`"},
      {"application.title:is_answered():is(yes)", "WRONG_VERB rules.lua:2:48 `:is` follows a field, not a condition; join conditions with `all_of { }` or `any_of { }`"},
      {"application.title:is_one_of { \"a\", \"b\" }", "WRONG_ARGUMENTS rules.lua:2:34 write the values one after the other, without braces: `:is_one_of(value, value, ...)`"},
      {"application.title:is_one_of()", "WRONG_ARGUMENTS rules.lua:2:34 write the values: `:is_one_of(value, value, ...)`"},
      {"application.title:includes \"x\"", "WRONG_VERB rules.lua:2:34 `application.title` is no list; write `:is(...)` or `:is_one_of(...)`"},
      {"application.objectives:is \"x\"", "WRONG_VERB rules.lua:2:39 `application.objectives` is a list: write `:includes(...)`, `:covers(...)`, `:every(...)` or `:count()`"},
      {"application.partners:includes \"x\"", "WRONG_VERB rules.lua:2:37 `application.partners` is a list of records; write `:any(condition)`"},
      {"application.objectives:covers { \"a\" }", "WRONG_TYPE rules.lua:2:39 `:covers(...)` takes one list of the same kind: `application.outcomes:covers(stream.outcomes)`"},
      {"application.partners:covers(application.partners)", "WRONG_VERB rules.lua:2:37 `application.partners` is a list of records; write `:any(condition)`"},
      {"application.objectives:every(application.title:is \"x\")",
       "WRONG_VERB rules.lua:2:39 `application.objectives` is no list of records, and `:every` asks about the records of one; write `:includes(...)` or `:covers(...)`"},
      {"application.partners:every(application.title:is \"x\")",
       "NOTHING_ASKED rules.lua:2:37 nothing is asked of an item of `application.partners`: name a field of it, like `partner.organisation`"},
      {"application.partners:every(partner.organisation)", "WRONG_ARGUMENTS rules.lua:2:37 `:every(condition)` takes one condition; join several with `all_of { }`"},
      {"application.elements:count(2)",
       "WRONG_ARGUMENTS rules.lua:2:37 `:count()` counts all, and `:count(condition)` those of which the condition holds; for how many there must be write `:count():at_least(2)`"},
      {"application.elements:sum(element.title):is(3)", "WRONG_ARGUMENTS rules.lua:2:37 say which amount or number of an item is added up: `application.elements:sum(element.cost)`"},
      {"application.elements:sum(element.cost):at_most(5)", "WRONG_TYPE rules.lua:2:63 `this number` is an amount of money: write `pounds(5)`; it was given 5"},
      {"partner.organisation:is_answered()", "NOT_IN_VIEW rules.lua:2:16 criterion \"c\": `partner` is not known here; it names an item inside `application.partners:every(...)`"},
      {"other.title:is \"x\"", "NOT_IN_VIEW rules.lua:2:16 criterion \"c\": `other` is not known here; it names an item inside `applications:any(...)`"},
      {"member.name:is \"x\"",
       "NOT_IN_VIEW rules.lua:2:16 criterion \"c\": `member` is not known here; this rule can ask about `round`, `stream`, `application`, `applicant`, `panel`, `parameters` and `records`"},
      {"applications:every(other.id:is \"x\")", "WRONG_VERB rules.lua:2:29 `applications` can be asked `:any(...)`, `:none(...)` and `:count(...)`"},
      {"applications:is \"x\"", "WRONG_VERB rules.lua:2:29 `applications` can be asked `:any(...)`, `:none(...)` and `:count(...)`"},
      {"applications:count():at_least(1)", "WRONG_ARGUMENTS rules.lua:2:29 say which applications: `applications:count(other.stream:is(application.stream))`"},
      {"applications:none(other.stream:is_not(application.stream))",
       "NO_INDEX rules.lua:2:29 a sentence about other applications says on what they agree, so that a large round can be searched: `other.applicant:is(application.applicant)`"},
      {"applications:none(other.added_value:is(application.added_value))",
       "NO_INDEX rules.lua:2:29 a sentence about other applications says on what they agree, so that a large round can be searched: `other.applicant:is(application.applicant)`; "
       "`other.added_value` may be left out, so it does not do alone"},
      {"all_of { application.title }", "NO_CONDITION rules.lua:2:37 `application.title` has no verb: what is asked of it? `application.title:is_answered()`"},
      {"all_of { }", "NO_CONDITION rules.lua:2:16 `all_of { }` holds no condition"},
      {"any_of { application.title:is \"x\", 3 }", "NO_CONDITION rules.lua:2:51 number 2 in `any_of { }` is no condition; write a sentence, like `application.title:is_answered()`"},
      {"all_of { title = \"x\" }", "WRONG_ARGUMENTS rules.lua:2:25 `all_of { }` lists conditions; write `:is(...)` in place of `=`"},
      {"not_ { application.title:is \"x\", application.id:is \"y\" }", "WRONG_ARGUMENTS rules.lua:2:16 `not_ { }` takes one condition; join several with `all_of { }` or `any_of { }` inside it"},
      {"any_of(1, 2)", "WRONG_ARGUMENTS rules.lua:2:16 write the conditions in braces: `any_of { condition, condition }`"},
      {"not application.title:is \"x\"", "FILE_LEVEL rules.lua:2:16 `not` cannot stand outside a function. Write `not_ { ... }`"},
      {"application.title == \"x\"", "FILE_LEVEL rules.lua:2:34 `==` cannot stand outside a function. Write `application.field:is(...)`"},
      {"application.amount_requested + 1", "FILE_LEVEL rules.lua:2:45 `+` outside a function works on numbers and texts that stand here, not on fields"},
      {"application.submitted_at:is \"2012-03-31\"",
       "WRONG_TYPE rules.lua:2:41 `application.submitted_at` may have a time beside the day; for a whole day write "
       "`all_of { application.submitted_at:at_least \"...\", application.submitted_at:at_most \"...\" }`"},
  };
  for (const Case& c : cases) EXPECT_THAT(mistakes_in_sentence(c.sentence), ElementsAre(c.mistake)) << c.sentence;
}

// What a mistake stands in says nothing more: five verbs and joiners around it stay silent.
TEST(SentenceMistakes, CastNoShadows) {
  const char* sentences[] = {
      "all_of { any_of { not_ { application.titel:is \"x\" } } }",
      "application.partners:every(partner.titel:is \"x\")",
      "applications:none(all_of { other.applicnt:is(application.applicant) })",
      "application.elements:sum(element.coost):at_most(pounds(3))",
      "application.elements:count(element.titel:is \"x\"):at_least(2)",
      "application.outcomes:covers(stream.outcoms)",
      "application.outcomes:includes_any(stream.outcoms)",
      "application.titel.of.what:is(application.title)",
      "application.title:is(application.titel)",
      "all_of { application.titel, application.title:is \"x\" }",
  };
  for (const char* s : sentences) EXPECT_EQ(mistakes_in_sentence(s).size(), 1u) << s;
}

TEST(SentenceMistakes, SentencesAboutListsStandSixDeep) {
  auto nested = [](int depth) {
    Files before{{"records.lua", "record \"a\" { n = count, more = list_of(a) }\nrecord \"application\" { top = list_of(a) }"}};
    std::string sentence = "a.n:at_least(1)";
    for (int i = 1; i < depth; ++i) sentence = "a.more:any(all_of { a.n:at_least(1), " + sentence + " })";
    return mistakes_in("criterion \"c\" { title = \"T\", clause = \"1\",\n passes_when = application.top:any(" + sentence + ") }", before);
  };
  EXPECT_THAT(nested(6), testing::IsEmpty());
  EXPECT_THAT(nested(7), ElementsAre("TOO_DEEP rules.lua:2:32 sentences about lists stand at most 6 inside each other"));
}

TEST(SentenceMistakes, ASentenceThatDoublesThirtyTimesIsRefused) {
  std::string text = "local a = application.title:is \"x\"\n";
  for (int i = 0; i < 30; ++i) text += "a = all_of { a, a }\n";
  const auto mistakes = mistakes_in(text + "criterion \"c\" { title = \"T\", clause = \"1\", passes_when = a }");
  EXPECT_THAT(mistakes, ElementsAre(testing::StartsWith("TOO_COMPLEX rules.lua:9:0 a sentence has at most 1000 parts")));
}

TEST(SentenceMistakes, AFunctionCannotSpeakInSentences) {
  EXPECT_THAT(mistakes_in("local t = application.title\ncriterion \"c\" { title = \"T\", clause = \"1\",\n test = function (application)\n  if t:is \"x\" then return pass end\n  return fail\n end }"),
              ElementsAre(testing::HasSubstr("the function that begins here uses a word that is for sentences at file level")));
}

}  // namespace
}  // namespace remit::lua
