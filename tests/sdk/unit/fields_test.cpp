// Fields in C++: each kind, nobody's answer, lists of records and of words; and a value of another kind than asked for, which must
// not look like nobody's answer.
#include <gtest/gtest.h>

#include "plugin_of.hpp"

namespace {
using remit::outcome;
using remit::testing::record;

struct Reader : remit::criterion {
  remit::field text{*this, "application.text"}, count{*this, "application.count"}, cost{*this, "application.cost"},
      yes{*this, "application.yes"}, day{*this, "application.day"}, at{*this, "application.at"}, part{*this, "application.part"};
  Reader() : criterion("reader", "Reads every kind") {}
  outcome evaluate(const remit::record& r, remit::report& say) const override {
    if (text.text(r)) say.evidence("text", *text.text(r));
    if (count.count(r)) say.evidence("count", *count.count(r));
    if (cost.money(r)) say.evidence("cost", *cost.money(r));
    if (yes.yes(r)) say.evidence("yes", *yes.yes(r));
    if (day.date(r)) say.evidence("day", *day.date(r));
    if (day.moment(r)) say.evidence("day_as_moment", *day.moment(r));
    if (at.date(r)) say.evidence("at_as_day", *at.date(r));
    if (at.moment(r)) say.evidence("at", *at.moment(r));
    if (part.ratio(r)) say.evidence("part", *part.ratio(r));
    if (count.ratio(r)) say.evidence("count_as_ratio", *count.ratio(r));
    return text.answered(r) ? outcome::pass : outcome::refer;
  }
};

remit::testing::answer ask(const record& r) {
  remit::testing::host host(plugin_of<Reader>());
  return host.bind("reader").ask(r);
}

TEST(Fields, OfEveryKindAreRead) {
  const auto a = ask(record().set("application.text", "words").set("application.count", 4).set("application.cost", remit::money{-5})
                         .set("application.yes", false).set("application.day", remit::date{172800})
                         .set("application.at", remit::moment{172801}).set("application.part", remit::ratio{-1, 3}));
  EXPECT_EQ(a.outcome, outcome::pass);
  EXPECT_EQ(a.evidence("text"), "words");
  EXPECT_EQ(a.evidence("count"), 4);
  EXPECT_EQ(a.evidence("cost"), -5);
  EXPECT_EQ(a.evidence("yes"), false);
  EXPECT_EQ(a.evidence("day"), 172800);
  EXPECT_EQ(a.evidence("day_as_moment"), 172800);
  EXPECT_EQ(a.evidence("at_as_day"), 172800);
  EXPECT_EQ(a.evidence("at"), 172801);
  EXPECT_EQ(a.evidence("part"), (remit::ratio{-1, 3}));
  EXPECT_EQ(a.evidence("count_as_ratio"), (remit::ratio{4, 1}));
}

TEST(Fields, ADayBefore1970IsItsOwnDay) {
  EXPECT_EQ(ask(record().set("application.at", remit::moment{-1})).evidence("at_as_day"), -86400);
  EXPECT_EQ(ask(record().set("application.at", remit::moment{-86400})).evidence("at_as_day"), -86400);
}

TEST(Fields, ThatNobodyAnsweredAreNone) {
  const auto a = ask(record().set("application.text", "  \n"));
  EXPECT_EQ(a.outcome, outcome::refer);
  EXPECT_TRUE(a.evidences.empty());
  EXPECT_TRUE(a.faults.empty());
}

TEST(Fields, OfAnotherKindAreAnError) {
  const auto a = ask(record().set("application.count", "four"));
  EXPECT_EQ(a.outcome, outcome::error);
  EXPECT_EQ(a.cause, "application.count holds a text where a count was expected");
  EXPECT_EQ(ask(record().set("application.cost", 3)).cause, "application.cost holds a count where money was expected");
}

struct Sums : remit::criterion {
  remit::field elements{*this, "application.elements"}, cost{*this, "application.elements.cost"};
  remit::field years{*this, "application.elements.years"}, spent{*this, "application.elements.years.spent"};
  remit::field outcomes{*this, "application.outcomes"};
  Sums() : criterion("sums", "Sums over lists") {}
  outcome evaluate(const remit::record& r, remit::report& say) const override {
    std::int64_t costs = 0, all = 0;
    for (const remit::record e : elements.list(r)) {
      costs += cost.money(e).value_or(0);
      for (const remit::record y : years.list(e)) all += spent.count(y).value_or(0);
    }
    std::string words;
    for (const std::string_view word : outcomes.texts(r)) words += std::string(word) + ";";
    say.evidence("costs", costs);
    say.evidence("spent", all);
    say.evidence("elements", elements.list(r).size());
    say.evidence("words", words);
    if (!cost.answered(r)) say.reason("a field of items is not one of the record");
    return elements.list(r).empty() ? outcome::refer : outcome::pass;
  }
};

TEST(Fields, OfListsAreReadItemByItem) {
  record a;
  auto& first = a.add("application.elements").set("cost", remit::money{100});
  first.add("years").set("spent", 1);
  first.add("years").set("spent", 20);
  a.add("application.elements").set("cost", remit::money{11});
  a.add("application.elements").set("title", "without a cost");
  a.words("application.outcomes", {"being-healthy", "learning"});
  remit::testing::host host(plugin_of<Sums>());
  const auto said = host.bind("sums").ask(a);
  EXPECT_EQ(said.outcome, outcome::pass);
  EXPECT_EQ(said.evidence("costs"), 111);
  EXPECT_EQ(said.evidence("spent"), 21);
  EXPECT_EQ(said.evidence("elements"), 3);
  EXPECT_EQ(said.evidence("words"), "being-healthy;learning;");
  EXPECT_EQ(said.reasons.size(), 1u);
  EXPECT_TRUE(said.faults.empty());
}

TEST(Fields, OfAnAbsentListAreAnEmptyRange) {
  remit::testing::host host(plugin_of<Sums>());
  EXPECT_EQ(host.bind("sums").ask(record()).outcome, outcome::refer);
}

TEST(Fields, AListOfWordsIsNoListOfRecords) {
  remit::testing::host host(plugin_of<Sums>());
  EXPECT_EQ(host.bind("sums").ask(record().words("application.elements", {"E1"})).cause,
            "a list holds a text where a record was expected");
}

}  // namespace
