// The number of threads changes nothing but the time; and what must hold for any round holds for random ones.
#include <gtest/gtest.h>

#include <atomic>
#include <map>
#include <new>
#include <random>
#include <stdexcept>

#include "round_builder.hpp"

namespace remit::engine::test {
namespace {

constexpr int many = 2000;   // enough for several threads to be worth it

/// A round with some of everything, the same for each seed.
RoundBuilder random_round(unsigned seed, int applications) {
  std::mt19937 dice(seed);
  auto up_to = [&](int most) { return static_cast<int>(dice() % static_cast<unsigned>(most + 1)); };
  RoundBuilder r;
  r.organisation("tied", "org");
  r.members({{"m1", "health", "tied"}, {"m2", "trust"}, {"m3", "council"}});
  for (const char* s : {"s", "t", "u"}) {
    r.stream({.id = s, .budget = up_to(20) * applications, .minimum_award = up_to(30), .fund_past_gap = up_to(1) == 1});
    r.scoring(s).measures = {measure("need", 2, 5), measure("value", 1, 7)};
    r.scoring(s).tie_break = {1};
    r.scoring(s).minimum_total = base::Rational(up_to(40));
  }
  for (int i = 0; i < applications; ++i) {
    ApplicationSpec a{.id = "A" + std::to_string(i), .amount = up_to(100), .stream = std::string(1, static_cast<char>('s' + up_to(2)))};
    if (up_to(400) == 0) a.applicant = "tied";
    a.withdrawn = up_to(20) == 0;
    a.clarification = up_to(20) == 0;
    for (int e = up_to(4); e > 0; --e) a.elements.push_back({"E" + std::to_string(e), up_to(40), up_to(3)});
    const std::string id = a.id;
    r.apply(std::move(a));
    if (up_to(30) == 0) continue;
    for (const char* m : {"m1", "m2", "m3"})
      for (const char* k : {"need", "value"})
        if (up_to(200) != 0) r.mark(id, m, k, std::to_string(up_to(5)));
  }
  return r;
}

PackBuilder mixed_pack() {
  PackBuilder pack;
  auto by_hash = [](std::size_t modulus, policy::Outcome outcome) {
    return [=](const policy::Facts& facts, policy::Work& work) {
      return std::stoul(std::string(application_id(facts, work).substr(1))) % modulus == 0 ? outcome : policy::Outcome::pass;
    };
  };
  pack.criterion("blocks", policy::Effect::blocks, by_hash(7, policy::Outcome::fail));
  pack.criterion("refers", policy::Effect::refers, by_hash(5, policy::Outcome::fail));
  pack.criterion("errs", policy::Effect::warns, by_hash(101, policy::Outcome::error));
  pack.conflict("ties", arises_from_ties(), policy::Scope::application);
  pack.conflict("own", by_hash(97, policy::Outcome::fail), policy::Scope::application);
  return pack;
}

std::string told(const Case& c, std::uint32_t i) {
  const std::string id(c.round->applications.at(i, 0).str());
  std::string out = id + ": " + c.says(id) + " " + c.score(id).total.exact() + c.score(id).problem + c.unfit(id) +
                    c.decided.conflicts.errors[i] + " " + std::to_string(static_cast<int>(c.proposal(id).why));
  for (const Finding& f : c.eligibility(id).findings) out += std::string(policy::word(f.outcome)) + std::string(f.reads[0].value.str());
  for (std::uint32_t k = c.decided.conflicts.recusals_of[i]; k < c.decided.conflicts.recusals_of[i + 1]; ++k)
    out += c.decided.conflicts.recusals[k].message;
  return out;
}

TEST(Threads, AnyNumberGivesTheSame) {
  RoundBuilder r = random_round(1, many);
  const PackBuilder pack = mixed_pack();
  const Case one(r, pack, 1);
  for (const unsigned threads : {0u, 2u, 3u, 7u}) {
    const Case several(r, pack, threads);
    for (std::uint32_t i = 0; i < many; ++i) ASSERT_EQ(told(several, i), told(one, i)) << threads << " threads";
  }
}

TEST(Threads, EachHasItsOwnWork) {
  RoundBuilder r = random_round(2, many);
  PackBuilder pack = mixed_pack();
  auto started = std::make_shared<std::atomic<int>>(0);
  pack.pack.start_work = [started] {
    ++*started;
    return std::make_unique<policy::Work>();
  };
  const Case c(r, pack, 3);
  EXPECT_EQ(*started, 3) << "once a thread, not once a step";
}

TEST(Threads, WhatAThreadThrowsArrives) {
  RoundBuilder r = random_round(3, many);
  PackBuilder pack = mixed_pack();
  pack.criterion("greedy", policy::Effect::warns, [](const policy::Facts& facts, policy::Work& work) -> policy::Outcome {
    if (application_id(facts, work) == "A999") throw std::bad_alloc();
    return policy::Outcome::pass;
  });
  EXPECT_THROW(Case(r, pack, 4), std::bad_alloc);
}

TEST(Threads, NoApplicationsAtAll) {
  RoundBuilder r;
  const Case c(r, {}, 4);
  EXPECT_TRUE(c.decided.allocation.of.empty());
  EXPECT_EQ(c.money().left, 10000);
}

TEST(Invariants, HoldForRandomRounds) {
  const PackBuilder pack = mixed_pack();
  for (unsigned seed = 10; seed < 60; ++seed) {
    RoundBuilder r = random_round(seed, 60);
    const Case c(r, pack);
    std::map<std::uint32_t, std::int64_t> spent, pending;
    for (std::uint32_t i = 0; i < c.decided.allocation.of.size(); ++i) {
      const Proposal& p = c.decided.allocation.of[i];
      const Eligibility& e = c.decided.eligibility.of[i];
      const std::int64_t asked = c.round->applications.at(i, intake::application_field::amount_requested).integer;
      const bool money = p.decision <= Proposed::approve_in_principle;
      spent[c.round->stream_of[i]] += p.amount;
      if (p.decision == Proposed::approve_in_principle) pending[c.round->stream_of[i]] += p.amount;
      EXPECT_EQ(p.decision == Proposed::withdrawn, e.withdrawn);
      EXPECT_GE(p.amount, 0);
      if (!money) {
        EXPECT_EQ(p.amount, 0);
        EXPECT_TRUE(p.elements.empty());
      } else {
        EXPECT_GT(p.rank, 0u);
        EXPECT_NE(e.outcome, Eligible::ineligible);
        EXPECT_FALSE(e.error);
      }
      EXPECT_TRUE(!e.error || p.decision == Proposed::refer);
      EXPECT_TRUE(e.outcome != Eligible::ineligible || p.decision == Proposed::decline || !c.decided.conflicts.errors[i].empty());
      EXPECT_TRUE(p.decision != Proposed::approve_total || p.amount == asked);
    }
    for (std::uint32_t s = 0; s < 3; ++s) {
      EXPECT_EQ(c.money(s).proposed, spent[s]);
      EXPECT_EQ(c.money(s).in_principle, pending[s]);
      EXPECT_EQ(c.money(s).proposed + c.money(s).left, c.money(s).budget);
      EXPECT_GE(c.money(s).left, 0);
    }
  }
}

}  // namespace
}  // namespace remit::engine::test
