// A criterion in C++: what it answers, says and throws arrives at the host; nothing it throws gets across.
#include <gtest/gtest.h>

#include "plugin_of.hpp"

namespace {
using remit::outcome;
using remit::testing::record;

struct Told : remit::criterion {
  remit::field what{*this, "application.what"};
  Told() : criterion("told", "What it is told") {}
  outcome evaluate(const remit::record& r, remit::report& say) const override {
    const std::string word(what.text(r).value_or(""));
    say.reason("it was told: " + word);
    if (word == "fail") return outcome::fail;
    if (word == "refer") return outcome::refer;
    if (word == "none") return outcome::not_applicable;
    if (word == "error") return outcome::error;
    if (word == "failure") throw remit::failure("the register is torn");
    if (word == "bad_alloc") throw std::bad_alloc();
    if (word == "seven") throw 7;
    if (word == "crooked") throw std::runtime_error("caf\xe9");
    if (word == "long") throw std::runtime_error(std::string(100000, 'x'));
    return outcome::pass;
  }
};

remit::testing::answer ask(const char* word) {
  remit::testing::host host(plugin_of<Told>());
  return host.bind("told").ask(record().set("application.what", word));
}

TEST(Criterion, GivesEachOutcome) {
  EXPECT_EQ(ask("pass").outcome, outcome::pass);
  EXPECT_EQ(ask("fail").outcome, outcome::fail);
  EXPECT_EQ(ask("refer").outcome, outcome::refer);
  EXPECT_EQ(ask("none").outcome, outcome::not_applicable);
  EXPECT_TRUE(ask("fail").faults.empty());
}

TEST(Criterion, SaysWhy) { EXPECT_EQ(ask("fail").reasons, std::vector<std::string>{"it was told: fail"}); }

TEST(Criterion, ThatThrowsIsAnErrorWithItsWords) {
  const auto a = ask("failure");
  EXPECT_EQ(a.outcome, outcome::error);
  EXPECT_EQ(a.cause, "the register is torn");
  EXPECT_TRUE(a.faults.empty());
  EXPECT_EQ(ask("bad_alloc").cause, "std::bad_alloc");
}

TEST(Criterion, ThatThrowsSomethingElseIsAnErrorToo) {
  EXPECT_EQ(ask("seven").outcome, outcome::error);
  EXPECT_EQ(ask("seven").cause, "threw something that is no std::exception");
}

TEST(Criterion, WordsOfErrorsAreMadePresentable) {
  EXPECT_EQ(ask("crooked").cause, "caf?");
  EXPECT_TRUE(ask("crooked").faults.empty());
  EXPECT_EQ(ask("long").cause, std::string(4096, 'x'));
}

TEST(Criterion, AnErrorWithoutWordsIsAFault) {
  EXPECT_EQ(ask("error").outcome, outcome::error);
  EXPECT_EQ(ask("error").faults.at(0), "failed without saying why");
}

struct Evident : remit::criterion {
  Evident() : criterion("evident", "Evidence of every kind") {}
  outcome evaluate(const remit::record&, remit::report& say) const override {
    say.evidence("yes", true);
    say.evidence("count", std::uint64_t{3});
    say.evidence("least", std::numeric_limits<std::int64_t>::min());
    say.evidence("text", std::string("words"));
    say.evidence("ratio", remit::ratio{2, 3});
    say.evidence("money", remit::money{150});
    say.evidence("date", remit::date{86400});
    say.evidence("moment", remit::moment{86401});
    return outcome::pass;
  }
};

TEST(Criterion, GivesEvidenceOfEveryKind) {
  remit::testing::host host(plugin_of<Evident>());
  const auto a = host.bind("evident").ask(record());
  EXPECT_EQ(a.evidence("yes").kind, REMIT_YES_NO);
  EXPECT_EQ(a.evidence("yes"), true);
  EXPECT_EQ(a.evidence("count"), 3);
  EXPECT_EQ(a.evidence("least"), std::numeric_limits<std::int64_t>::min());
  EXPECT_EQ(a.evidence("text"), "words");
  EXPECT_EQ(a.evidence("ratio"), (remit::ratio{2, 3}));
  EXPECT_EQ(a.evidence("money").kind, REMIT_MONEY);
  EXPECT_EQ(a.evidence("money").integer, 150);
  EXPECT_EQ(a.evidence("date").kind, REMIT_DATE);
  EXPECT_EQ(a.evidence("moment").kind, REMIT_MOMENT);
  EXPECT_TRUE(a.faults.empty());
}

struct TooGreat : remit::criterion {
  TooGreat() : criterion("too-great", "A count that is too great") {}
  outcome evaluate(const remit::record&, remit::report& say) const override {
    say.evidence("count", std::numeric_limits<std::uint64_t>::max());
    return outcome::pass;
  }
};

TEST(Criterion, ACountThatDoesNotFitIsAnError) {
  remit::testing::host host(plugin_of<TooGreat>());
  EXPECT_EQ(host.bind("too-great").ask(record()).cause, "a number that does not fit 64 bits with a sign");
}

}  // namespace
