// What each verb answers: yes, no, or unknown when something was not answered.
#include "packs.hpp"

namespace remit::lua {
namespace {

using policy::Outcome;

// A pack with one criterion whose passes_when is the sentence: pass is yes, fail is no, refer is unknown.
InView asked(const std::string& sentence) {
  InView v(pack_of("criterion \"c\" { title = \"T\", clause = \"1\", passes_when = " + sentence + " }",
                   {{"records.lua", "record \"application\" { n = number, size = count, kind = one_of { \"a\", \"b\" }, tags = list_of(text), days = list_of(day), starts = date }\n"
                                    "record \"day\" { hours = number, on = date, fee = money, tags = list_of(text) }"}}));
  for (const char* root : {"application", "stream", "applicant"}) v.view(root);
  return v;
}
Outcome answer(InView& v) { return v.ask(*v.pack().criteria[0].test); }
base::Value day(InView& v, std::vector<std::pair<std::string, base::Value>> fields) { return v.record("day", fields); }

TEST(Verbs, NumbersMoneyAndRatiosAreComparedExactly) {
  InView v = asked("application.n:at_least(ratio(1, 3))");
  EXPECT_EQ(answer(v), Outcome::refer);
  v.set("application.n", InView::ratio(1, 3));
  EXPECT_EQ(answer(v), Outcome::pass);
  v.set("application.n", InView::ratio(333333333, 1000000000));
  EXPECT_EQ(answer(v), Outcome::fail);
  v.set("application.n", InView::count(1));
  EXPECT_EQ(answer(v), Outcome::pass);
  InView tenth = asked("application.n:is(0.1)");
  tenth.set("application.n", InView::ratio(1, 10));
  EXPECT_EQ(answer(tenth), Outcome::pass) << "a decimal is the fraction that is written";
  InView money = asked("application.amount_requested:at_most(pounds(\"12.50\"))");
  money.set("application.amount_requested", base::Value::of(base::Kind::money, 1250));
  EXPECT_EQ(answer(money), Outcome::pass);
  money.set("application.amount_requested", base::Value::of(base::Kind::money, 1251));
  EXPECT_EQ(answer(money), Outcome::fail);
}

TEST(Verbs, ADayMeansTheWholeDay) {
  struct Case {
    const char *verb, *sent;
    Outcome outcome;
  };
  const Case cases[] = {{"is_after", "2012-03-31T23:59:59", Outcome::fail}, {"is_after", "2012-04-01", Outcome::pass},         {"is_before", "2012-03-31", Outcome::fail},
                        {"is_before", "2012-03-30T23:59:59", Outcome::pass}, {"at_most", "2012-03-31T23:59:59", Outcome::pass}, {"at_most", "2012-04-01T00:00:00", Outcome::fail},
                        {"at_least", "2012-03-31T00:00:00", Outcome::pass},  {"at_least", "2012-03-30T23:59:59", Outcome::fail}};
  for (const Case& c : cases) {
    InView v = asked(std::string("application.submitted_at:") + c.verb + " \"2012-03-31\"");
    EXPECT_EQ(answer(v), Outcome::refer);
    v.set("application.submitted_at", InView::moment(c.sent));
    EXPECT_EQ(answer(v), c.outcome) << c.verb << " " << c.sent;
  }
}

TEST(Verbs, WhatIsUnansweredIsUnknownAndADefaultIsAValue) {
  for (const char* s : {"application.title:is \"x\"", "application.title:is_not \"x\"", "application.title:is_one_of(\"x\", \"y\")", "application.tags:includes \"x\"", "application.tags:excludes \"x\"",
                        "application.tags:includes_any(\"x\")", "application.title:is(application.id)", "not_ { application.title:is \"x\" }", "application.size:at_least(0)"}) {
    InView v = asked(s);
    EXPECT_EQ(answer(v), Outcome::refer) << s;
  }
  InView status = asked("application.status:is \"submitted\"");
  EXPECT_EQ(answer(status), Outcome::pass);
  InView answered = asked("application.title:is_answered()");
  EXPECT_EQ(answer(answered), Outcome::fail);
}

TEST(Verbs, AnAbsentListIsTheEmptyListToThoseThatLookIntoIt) {
  const std::pair<const char*, Outcome> cases[] = {
      {"application.days:every(day.hours:at_least(1))", Outcome::pass}, {"application.days:any(day.hours:at_least(1))", Outcome::fail}, {"application.days:none(day.hours:at_least(1))", Outcome::pass},
      {"application.days:count():is(0)", Outcome::pass}, {"application.days:sum(day.hours):is(0)", Outcome::pass}, {"application.days:sum(day.fee):is(pounds(0))", Outcome::pass},
      {"application.days:count(day.hours:at_least(1)):is(0)", Outcome::pass}, {"application.tags:covers(stream.outcomes)", Outcome::pass}, {"application.tags:count():at_most(0)", Outcome::pass}};
  for (const auto& [sentence, outcome] : cases) {
    InView v = asked(sentence);
    EXPECT_EQ(answer(v), outcome) << sentence;
  }
  InView v = asked("application.tags:covers(stream.outcomes)");
  v.set("stream.outcomes", v.texts({"a"}));
  EXPECT_EQ(answer(v), Outcome::fail) << "something is asked";
}

TEST(Verbs, ItemsThatCannotBeToldCarryTheUnknown) {
  auto with = [](const std::string& sentence, std::vector<std::optional<int>> hours) {
    InView v = asked(sentence);
    std::vector<base::Value> days;
    for (auto h : hours) days.push_back(day(v, {{"hours", h ? InView::count(*h) : base::Value()}}));
    v.set("application.days", v.list(std::move(days)));
    return answer(v);
  };
  const std::string every = "application.days:every(day.hours:at_least(5))", any = "application.days:any(day.hours:at_least(5))", none = "application.days:none(day.hours:at_least(5))";
  EXPECT_EQ(with(every, {6, std::nullopt}), Outcome::refer);
  EXPECT_EQ(with(every, {std::nullopt, 4}), Outcome::fail);
  EXPECT_EQ(with(any, {4, std::nullopt}), Outcome::refer);
  EXPECT_EQ(with(any, {std::nullopt, 6}), Outcome::pass);
  EXPECT_EQ(with(none, {4, std::nullopt}), Outcome::refer);
  EXPECT_EQ(with(none, {std::nullopt, 6}), Outcome::fail);
  EXPECT_EQ(with("application.days:count(day.hours:at_least(5)):at_least(1)", {6, std::nullopt}), Outcome::refer);
  EXPECT_EQ(with("application.days:sum(day.hours):at_least(5)", {6, std::nullopt}), Outcome::refer);
  EXPECT_EQ(with("application.days:sum(day.hours):is(11)", {6, 5}), Outcome::pass);
}

TEST(Verbs, AConditionSaidInTwoPlacesIsBoundInEach) {
  InView v(pack_of("local long = day.hours:at_least(5)\ncriterion \"c\" { title = \"T\", clause = \"1\", passes_when = all_of { application.days:any(long), application.nights:none(long) } }",
                   {{"records.lua", "record \"day\" { hours = number }\nrecord \"application\" { days = list_of(day), nights = list_of(day) }"}}));
  v.set("application.days", v.list({day(v, {{"hours", InView::count(6)}})}));
  v.set("application.nights", v.list({day(v, {{"hours", InView::count(4)}})}));
  EXPECT_EQ(answer(v), Outcome::pass);
  v.set("application.nights", v.list({day(v, {{"hours", InView::count(5)}})}));
  EXPECT_EQ(answer(v), Outcome::fail);
}

TEST(Verbs, AnOuterItemIsSeenInsideAnInnerList) {
  InView v(pack_of("criterion \"c\" { title = \"T\", clause = \"1\", passes_when = application.days:every(day.visits:any(visit.length:at_least(day.hours))) }",
                   {{"records.lua", "record \"visit\" { length = number }\nrecord \"day\" { hours = number, visits = list_of(visit) }\nrecord \"application\" { days = list_of(day) }"}}));
  auto visits = [&](std::vector<int> lengths) {
    std::vector<base::Value> made;
    for (int n : lengths) made.push_back(v.record("visit", {{"length", InView::count(n)}}));
    return v.list(std::move(made));
  };
  v.set("application.days", v.list({day(v, {{"hours", InView::count(2)}, {"visits", visits({1, 2})}}), day(v, {{"hours", InView::count(3)}, {"visits", visits({3})}})}));
  EXPECT_EQ(answer(v), Outcome::pass);
  v.set("application.days", v.list({day(v, {{"hours", InView::count(2)}, {"visits", visits({1, 2})}}), day(v, {{"hours", InView::count(3)}, {"visits", visits({2})}})}));
  EXPECT_EQ(answer(v), Outcome::fail);
}

TEST(Verbs, ASumThatIsTooLargeIsAnErrorAndNeverADecline) {
  InView v = asked("application.days:sum(day.fee):at_most(pounds(5))");
  const auto huge = base::Value::of(base::Kind::money, INT64_MAX);
  v.set("application.days", v.list({day(v, {{"fee", huge}}), day(v, {{"fee", huge}})}));
  EXPECT_EQ(answer(v), Outcome::error);
  EXPECT_EQ(v.work->cause, "the sum of money has more pence than 64 bits hold");
}

TEST(Verbs, OneKeyOfManyApplicationsIsReadOnceEach) {
  InView v = asked("applications:none(all_of { other.stream:is(application.stream), other.added_value:is \"x\" })");
  std::vector<base::Value> all;
  for (int i = 0; i < 500; ++i) all.push_back(v.record("application", {{"id", v.text("A" + std::to_string(i))}, {"stream", v.text("s")}, {"added_value", v.text("y")}}));
  v.applications(all);
  v.facts.records[policy::root::application] = all[0].items;
  EXPECT_EQ(answer(v), Outcome::pass);
  EXPECT_EQ(v.work->reads.size(), 501u) << "the stream of this one, the added value of each";
  v.facts.records[policy::root::application] = v.record("application", {}).items;
  EXPECT_EQ(answer(v), Outcome::refer) << "without a stream nobody knows which agree";
}

}  // namespace
}  // namespace remit::lua
