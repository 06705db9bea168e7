// The other capabilities that are asked about one subject: measures, conflict rules, appeal rules, data sources.
#include <gtest/gtest.h>

#include "plugin_of.hpp"

namespace {
using remit::outcome;
using remit::testing::record;

struct Score : remit::measure {
  remit::field mark{*this, "application.mark"};
  Score() : measure("score", "A score") {}
  std::optional<remit::ratio> score(const remit::record& r, remit::report& say) const override {
    const auto given = mark.count(r);
    if (!given) return std::nullopt;
    if (*given < 0) throw remit::failure("a mark below nought");
    say.reason("a third of the mark");
    return remit::ratio{*given, *given == 100 ? 0u : 3u};
  }
};

TEST(Measure, GivesAScore) {
  remit::testing::host host(plugin_of<Score>());
  const auto rule = host.bind("score");
  const auto a = rule.ask(record().set("application.mark", 7));
  EXPECT_EQ(a.outcome, outcome::pass);
  ASSERT_TRUE(a.score);
  EXPECT_EQ(remit::testing::value(*a.score), (remit::ratio{7, 3}));
  EXPECT_EQ(a.reasons.size(), 1u);
}

TEST(Measure, WithoutAScoreIsReferred) {
  remit::testing::host host(plugin_of<Score>());
  const auto a = host.bind("score").ask(record());
  EXPECT_EQ(a.outcome, outcome::refer);
  EXPECT_FALSE(a.score);
  EXPECT_TRUE(a.faults.empty());
}

TEST(Measure, ThatThrowsIsAnError) {
  remit::testing::host host(plugin_of<Score>());
  const auto a = host.bind("score").ask(record().set("application.mark", -1));
  EXPECT_EQ(a.outcome, outcome::error);
  EXPECT_EQ(a.cause, "a mark below nought");
}

TEST(Measure, AScoreOverNoughtIsAFault) {
  remit::testing::host host(plugin_of<Score>());
  EXPECT_EQ(host.bind("score").ask(record().set("application.mark", 100)).faults.at(0), "a score over nought");
}

struct Tie : remit::conflict_rule {
  remit::field ties{*this, "member.ties"}, nature{*this, "member.ties.nature"};
  Tie() : conflict_rule("tie", "A tie of money") {}
  outcome check(const remit::record& r, remit::report& say) const override {
    for (const remit::record t : ties.list(r))
      if (nature.text(t) == "financial") {
        say.reason("a tie of money");
        return outcome::fail;
      }
    if (ties.list(r).size() > 5) throw std::out_of_range("too many ties");
    return outcome::pass;
  }
};

TEST(ConflictRule, SaysWhetherAConflictArises) {
  remit::testing::host host(plugin_of<Tie>());
  const auto rule = host.bind("tie");
  record r;
  r.add("member.ties").set("nature", "personal");
  EXPECT_EQ(rule.ask(r).outcome, outcome::pass);
  r.add("member.ties").set("nature", "financial");
  EXPECT_EQ(rule.ask(r).outcome, outcome::fail);
  EXPECT_EQ(rule.ask(r).reasons.at(0), "a tie of money");
}

TEST(ConflictRule, ThatThrowsIsAnError) {
  remit::testing::host host(plugin_of<Tie>());
  record r;
  for (int i = 0; i < 6; ++i) r.add("member.ties").set("nature", "personal");
  EXPECT_EQ(host.bind("tie").ask(r).cause, "too many ties");
}

struct Late : remit::appeal_rule {
  remit::field lodged{*this, "lodged.at"};
  Late() : appeal_rule("late", "Lodged in time") {}
  outcome review(const remit::record& r, remit::report&) const override {
    const auto at = lodged.date(r);
    if (!at) throw remit::failure("nobody knows when");
    return *at <= 86400 ? outcome::pass : outcome::fail;
  }
};

TEST(AppealRule, SaysWhetherAnAppealIsAdmitted) {
  remit::testing::host host(plugin_of<Late>());
  const auto rule = host.bind("late");
  EXPECT_EQ(rule.ask(record().set("lodged.at", remit::moment{86400 + 3600})).outcome, outcome::pass);
  EXPECT_EQ(rule.ask(record().set("lodged.at", remit::date{172800})).outcome, outcome::fail);
  EXPECT_EQ(rule.ask(record()).cause, "nobody knows when");
}

struct Areas : remit::data_source {
  remit::field area{*this, "application.small_area"};
  remit::column decile{*this, "decile:count"}, share{*this, "share:number"}, income{*this, "income:money"}, named{*this, "named:text"},
      urban{*this, "urban:yes_no"}, since{*this, "since:date"};
  Areas() : data_source("areas", "Areas") {}
  void look_up(const remit::record& r, remit::facts& found, remit::report&) const override {
    const auto name = area.text(r);
    if (!name) return;
    if (*name == "torn") throw remit::failure("the table is torn");
    if (*name == "crooked") return decile.give(found, "three");
    decile.give(found, 3);
    share.give(found, remit::ratio{1, 2});
    income.give(found, remit::money{500});
    named.give(found, *name);
    urban.give(found, true);
    since.give(found, 86400);
  }
};

TEST(DataSource, GivesFactsByColumn) {
  remit::testing::host host(plugin_of<Areas>());
  const auto a = host.bind("areas").ask(record().set("application.small_area", "N1"));
  EXPECT_EQ(a.outcome, outcome::pass);
  EXPECT_EQ(a.fact("decile"), 3);
  EXPECT_EQ(a.fact("share"), (remit::ratio{1, 2}));
  EXPECT_EQ(a.fact("income"), remit::money{500});
  EXPECT_EQ(a.fact("named"), "N1");
  EXPECT_EQ(a.fact("urban"), true);
  EXPECT_EQ(a.fact("since"), remit::date{86400});
  EXPECT_TRUE(a.faults.empty());
}

TEST(DataSource, GivesNothingWhereNothingWasFound) {
  remit::testing::host host(plugin_of<Areas>());
  const auto a = host.bind("areas").ask(record());
  EXPECT_EQ(a.outcome, outcome::pass);
  EXPECT_TRUE(a.facts.empty());
}

TEST(DataSource, ThatThrowsIsAnError) {
  remit::testing::host host(plugin_of<Areas>());
  EXPECT_EQ(host.bind("areas").ask(record().set("application.small_area", "torn")).cause, "the table is torn");
}

TEST(DataSource, AFactThatDoesNotFitItsColumnIsAnError) {
  remit::testing::host host(plugin_of<Areas>());
  EXPECT_EQ(host.bind("areas").ask(record().set("application.small_area", "crooked")).cause, "column `decile:count` cannot hold a text");
}

}  // namespace
