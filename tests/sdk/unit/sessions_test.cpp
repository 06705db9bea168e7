// Round checks, allocators and exporters: what they keep from begin to end, what they say then, and what they throw in between.
#include <gtest/gtest.h>

#include "plugin_of.hpp"

namespace {
using remit::outcome;
using remit::testing::record;
using subjects = std::vector<std::pair<std::string, record>>;

record told(const char* word) { return record().set("application.what", word); }

int living = 0;   // sessions that are there

template <class Session>
struct counted : Session {
  counted() { ++living; }
  ~counted() override { --living; }
};

/// Throws what the word says, where the word says.
void obey(std::string_view word, std::string_view where) {
  if (word == std::string(where) + " fails") throw remit::failure("as told");
  if (word == std::string(where) + " throws") throw 1;
}

struct Doubles : remit::round_check {
  remit::field what{*this, "application.what"}, title{*this, "round.title"};
  Doubles() : round_check("doubles", "The same twice") {}
  struct walk : counted<session> {
    const Doubles& of;
    std::vector<std::pair<std::string, std::string>> seen;
    explicit walk(const Doubles& d) : of(d) {}
    void application(std::string_view id, const remit::record& r, remit::report&) override {
      const std::string word(of.what.text(r).value_or(""));
      obey(word, "application");
      seen.emplace_back(id, word);
    }
    void finish(remit::findings& found, remit::report& say) override {
      for (const auto& one : seen) {
        obey(one.second, "finish");
        for (const auto& other : seen)
          if (one.first != other.first && one.second == other.second) {
            found.finding(one.first, outcome::fail, "as " + other.first);
            found.evidence(one.first, "other", other.first);
          }
      }
      if (seen.size() == 1) found.finding("A9", outcome::fail, "on somebody else");
      found.on_round(outcome::pass, "looked at " + std::to_string(seen.size()));
      say.reason("done");
    }
  };
  std::unique_ptr<session> begin(const remit::record& round, remit::report&) const override {
    obey(title.text(round).value_or(""), "begin");
    if (title.text(round) == "none") return nullptr;
    return std::make_unique<walk>(*this);
  }
};

remit::testing::answer check(const char* title, const subjects& s) {
  remit::testing::host host(plugin_of<Doubles>());
  return host.bind("doubles").across(record().set("round.title", title), s);
}

TEST(RoundCheck, FindsAcrossARound) {
  const auto a = check("", {{"A1", told("x")}, {"A2", told("y")}, {"A3", told("x")}});
  EXPECT_EQ(a.outcome, outcome::pass);
  EXPECT_EQ(a.found("A1"), outcome::fail);
  EXPECT_EQ(a.found("A2"), outcome::pass);
  ASSERT_EQ(a.findings.size(), 3u);
  EXPECT_EQ(a.findings[1].words, "as A1");
  EXPECT_EQ(a.findings[2].application, "");
  EXPECT_EQ(a.findings[2].words, "looked at 3");
  EXPECT_EQ(a.evidence("other"), "A3");
  EXPECT_TRUE(a.faults.empty());
  EXPECT_EQ(living, 0);
}

TEST(RoundCheck, ThatThrowsAnywhereIsAnError) {
  EXPECT_EQ(check("begin fails", {}).cause, "as told");
  EXPECT_EQ(check("begin throws", {}).cause, "threw something that is no std::exception");
  EXPECT_EQ(check("none", {}).cause, "begin gave no session");
  EXPECT_EQ(check("", {{"A1", told("finish fails")}}).cause, "as told");
  EXPECT_EQ(living, 0);
}

TEST(RoundCheck, ASessionThatFailedIsNotAskedAgain) {
  const auto a = check("", {{"A1", told("application fails")}, {"A2", told("x")}});
  EXPECT_EQ(a.outcome, outcome::error);
  EXPECT_EQ(a.cause, "as told");
  EXPECT_TRUE(a.findings.empty());
  EXPECT_EQ(living, 0);
}

TEST(RoundCheck, AFindingOnAStrangerIsAFault) {
  EXPECT_EQ(check("", {{"A1", told("x")}}).faults.at(0), "a finding on `A9`, which was not given");
}

struct Shares : remit::allocator {
  remit::field what{*this, "application.what"};
  Shares() : allocator("shares", "As it is told") {}
  struct walk : counted<session> {
    const Shares& of;
    std::vector<std::pair<std::string, std::string>> seen;
    explicit walk(const Shares& s) : of(s) {}
    void application(std::string_view id, const remit::record& r, remit::report&) override {
      const std::string word(of.what.text(r).value_or(""));
      obey(word, "application");
      seen.emplace_back(id, word);
    }
    void allocate(remit::awards& to, remit::report&) override {
      for (const auto& s : seen) {
        obey(s.second, "allocate");
        if (s.second == "whole") to.whole(s.first, "fits");
        if (s.second == "parts") to.parts(s.first, {"E1", "E2"});
        if (s.second == "strings") to.parts(s.first, std::vector<std::string>{"E3"}, "some");
        if (s.second == "no parts") to.parts(s.first, std::vector<std::string>{});
        if (s.second == "nothing") to.nothing(s.first, "too dear");
        if (s.second == "refer") to.refer(s.first);
        if (s.second == "twice") { to.whole(s.first); to.nothing(s.first); }
      }
      to.note("that is all");
    }
  };
  std::unique_ptr<session> begin(const remit::record&, remit::report&) const override { return std::make_unique<walk>(*this); }
};

remit::testing::answer share(const subjects& s) {
  remit::testing::host host(plugin_of<Shares>());
  return host.bind("shares").across(record(), s);
}

TEST(Allocator, SharesOut) {
  const auto a = share({{"A1", told("whole")}, {"A2", told("parts")}, {"A3", told("nothing")}, {"A4", told("refer")}, {"A5", told("strings")},
                        {"A6", told("")}});
  EXPECT_EQ(a.outcome, outcome::pass);
  EXPECT_EQ(a.awarded("A1").kind, "whole");
  EXPECT_EQ(a.awarded("A1").words, "fits");
  EXPECT_EQ(a.awarded("A2").elements, (std::vector<std::string>{"E1", "E2"}));
  EXPECT_EQ(a.awarded("A3").kind, "nothing");
  EXPECT_EQ(a.awarded("A4").kind, "refer");
  EXPECT_EQ(a.awarded("A5").elements, std::vector<std::string>{"E3"});
  EXPECT_EQ(a.awarded("A6").kind, "");
  EXPECT_EQ(a.notes, std::vector<std::string>{"that is all"});
  EXPECT_TRUE(a.faults.empty());
  EXPECT_EQ(living, 0);
}

TEST(Allocator, ThatThrowsAnywhereIsAnErrorAndItsSessionEnds) {
  EXPECT_EQ(share({{"A1", told("application throws")}}).outcome, outcome::error);
  EXPECT_EQ(share({{"A1", told("allocate fails")}}).cause, "as told");
  EXPECT_EQ(living, 0);
}

TEST(Allocator, BreachesAreFaults) {
  EXPECT_EQ(share({{"A1", told("no parts")}}).faults.at(0), "an award of parts without parts");
  EXPECT_EQ(share({{"A1", told("twice")}}).faults.at(0), "`A1` is named twice");
}

struct Lines : remit::exporter {
  remit::field what{*this, "application.what"};
  Lines() : exporter("lines", "A line each") {}
  struct walk : counted<session> {
    const Lines& of;
    explicit walk(const Lines& l) : of(l) {}
    void record(const remit::record& r, remit::output& to, remit::report&) override {
      const std::string word(of.what.text(r).value_or(""));
      obey(word, "record");
      to.write(word + "\n");
      if (word == "much") to.write(std::string(3 * 65536 + 1, '.'));
    }
    void end(remit::output& to, remit::report&) override { to.write("end\n"); }
  };
  std::unique_ptr<session> begin(const remit::record&, remit::output& to, remit::report&) const override {
    to.write("begin\n");
    return std::make_unique<walk>(*this);
  }
};

TEST(Exporter, WritesFromBeginToEnd) {
  remit::testing::host host(plugin_of<Lines>());
  const auto a = host.bind("lines").across(record(), {{"A1", told("x")}, {"A2", told("y")}});
  EXPECT_EQ(a.bytes, "begin\nx\ny\nend\n");
  EXPECT_EQ(a.outcome, outcome::pass);
  EXPECT_EQ(living, 0);
}

TEST(Exporter, WritesMuchInPieces) {
  remit::testing::host host(plugin_of<Lines>());
  const auto a = host.bind("lines").across(record(), {{"A1", told("much")}});
  EXPECT_EQ(a.bytes, "begin\nmuch\n" + std::string(3 * 65536 + 1, '.') + "end\n");
  EXPECT_TRUE(a.faults.empty());
}

TEST(Exporter, ThatThrowsIsAnError) {
  remit::testing::host host(plugin_of<Lines>());
  EXPECT_EQ(host.bind("lines").across(record(), {{"A1", told("record fails")}}).cause, "as told");
}

}  // namespace
