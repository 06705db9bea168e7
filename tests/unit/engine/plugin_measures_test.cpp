// Measures that plug-ins score: nobody marks them, and without a score a person must look.
#include <gtest/gtest.h>

#include "fake_plugins.hpp"

namespace remit::engine::test {
namespace {

using policy::Capability;
using policy::Outcome;

/// `need` by the panel, of weight 1, and `area` by the plug-in, of weight 3; both to 100.
struct Scored {
  RoundBuilder r;
  PackBuilder pack;
  FakePlugins plugins{pack};

  explicit Scored(FakePlugins::Say say) {
    base::Measure area = measure("area", 3, 100);
    area.use = static_cast<int>(plugins.use(Capability::measure, "area", std::move(say)));
    r.scoring().measures.push_back(area);
    pack.pack.scoring.measures.push_back(area);
    r.apply({.id = "A1"});
    r.apply({.id = "A2"});
    r.score("A1", 40);
    r.score("A2", 40);
  }
};

TEST(PluginMeasures, TheScoreIsTheMeanExactly) {
  Scored s([](const auto& key, const auto&) { return scores(key.application == "A1" ? base::Rational(200, 3) : base::Rational(100)); });
  const Case c(s.r, s.pack, 1, &s.plugins);
  EXPECT_EQ(c.score("A1").measures[1].mean.exact(), "200/3");
  EXPECT_EQ(c.score("A1").total.exact(), "60") << "(40 + 3 x 200/3) / 4";
  EXPECT_EQ(c.score("A2").total.exact(), "85");
  EXPECT_EQ(c.proposal("A2").rank, 1u);
}

TEST(PluginMeasures, WithoutAScoreAPersonMustLook) {
  Scored s(only("A1", [] { return says(Outcome::refer, {"the area is not in the index"}); }, [] { return scores(1); }));
  const Case c(s.r, s.pack, 1, &s.plugins);
  EXPECT_EQ(c.says("A1"), "refer");
  EXPECT_EQ(c.score("A1").problem, "the measure area has no score: the area is not in the index");
  EXPECT_EQ(c.says("A2"), "approve-total 10.00 rank 1");
}

TEST(PluginMeasures, AFaultIsTheProblem) {
  Scored s(only("A1", [] { return policy::fault("p: ended by signal 6"); }, [] { return scores(1); }));
  const Case c(s.r, s.pack, 1, &s.plugins);
  EXPECT_EQ(c.score("A1").problem, "the measure area has no score: p: ended by signal 6");
}

TEST(PluginMeasures, AScoreOffTheScaleIsAFault) {
  for (const auto& [score, text] : {std::pair(base::Rational(101), "101"), std::pair(base::Rational(-1, 2), "-1/2")}) {
    Scored s([given = score](const auto&, const auto&) { return scores(given); });
    const Case c(s.r, s.pack, 1, &s.plugins);
    EXPECT_EQ(c.score("A1").problem, "the measure area has no score: p/area: gave " + std::string(text) + ", and the scale of area goes from 0 to 100");
  }
}

TEST(PluginMeasures, WhereNothingIsMarkedNobodyNeedsToHaveMarkedIt) {
  RoundBuilder r;
  PackBuilder pack;
  FakePlugins plugins(pack);
  base::Measure area = measure("area", 3, 100);
  area.use = static_cast<int>(plugins.use(Capability::measure, "area", [](const auto&, const auto&) { return scores(50); }));
  r.scoring().measures = {area};
  pack.pack.scoring.measures = {area};
  r.apply({.id = "A1"});
  EXPECT_EQ(Case(r, pack, 1, &plugins).score("A1").total.exact(), "50");
}

}  // namespace
}  // namespace remit::engine::test
