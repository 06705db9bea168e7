#include <gtest/gtest.h>

#include "rounds.hpp"

namespace remit::intake {
namespace {

using base::Kind;
using base::Rational;

TEST(RoundAsRead, EverythingIsSortedById) {
  const auto round = read(sound_texts());
  ASSERT_EQ(round->applications.size(), 2u);
  EXPECT_EQ(round->applications.at(0, application_field::id).str(), "A1");   // by stream, then id: family before youth
  EXPECT_EQ(round->applications.at(1, application_field::id).str(), "A2");
  EXPECT_EQ(round->organisations.at(0, organisation_field::id).str(), "GB-CHC-1");
  EXPECT_EQ(round->members.at(0, member_field::id).str(), "m1");
  EXPECT_EQ(round->declarations.at(0, declaration_field::member).str(), "m1");
  EXPECT_EQ(round->members.find("m2"), 1);
  EXPECT_EQ(round->members.find("m3"), -1);
  EXPECT_EQ(round->stream_of, (std::vector<std::uint32_t>{0, 1}));
  EXPECT_EQ(round->applicant_of, (std::vector<std::uint32_t>{0, 1}));
}

TEST(RoundAsRead, ValuesHaveTheirKinds) {
  const auto round = read(sound_texts());
  EXPECT_EQ(round->id(), "fs-2012");
  EXPECT_EQ(round->header[round_field::as_of].kind, Kind::date);
  EXPECT_EQ(round->header[round_field::currency].kind, Kind::word);
  EXPECT_FALSE(round->header[round_field::pack].answered());
  EXPECT_EQ(round->panel[panel_field::quorum].integer, 2);
  EXPECT_EQ(round->streams.at(0, stream_field::budget).integer, 10000000);
  EXPECT_EQ(round->streams.at(1, stream_field::closes).kind, Kind::moment);
  EXPECT_EQ(round->streams.at(1, stream_field::scoring).word, scoring_word::consensus);
  EXPECT_EQ(round->streams.at(0, stream_field::scoring).word, scoring_word::independent);   // the stated default
  const auto aliases = round->organisations.at(1, organisation_field::aliases).list();
  ASSERT_EQ(aliases.size(), 2u);
  EXPECT_EQ(aliases[1].str(), "Bee");
  EXPECT_EQ(round->organisations.at(0, organisation_field::type).word, organisation_word::community);
  const base::Value* one = round->applications.rows[0];
  EXPECT_EQ(one[application_field::amount_requested].integer, 6000000);
  EXPECT_EQ(one[application_field::status].word, status_word::submitted);
  EXPECT_FALSE(one[application_field::outcomes].answered());
  const base::Value* partner = one[application_field::partners].list()[0].items;
  EXPECT_TRUE(partner[partner_field::required].is_yes());
  EXPECT_EQ(partner[partner_field::evidence].kind, Kind::record);
  EXPECT_TRUE(partner[partner_field::evidence].list().empty());
  EXPECT_EQ(partner[partner_field::document].str(), "letter");
}

TEST(RoundAsRead, MeasuresComeFromTheStreamOrWhollyFromThePack) {
  const auto round = read(sound_texts());
  ASSERT_EQ(round->scoring.size(), 2u);
  const base::Scoring& own = round->scoring[0];
  EXPECT_FALSE(own.from_pack);
  EXPECT_EQ(own.measures[1].weight, Rational(25, 2));
  EXPECT_EQ(own.measures[1].high, Rational(10));
  EXPECT_EQ(own.measures[1].parts[1].id, "steps");
  EXPECT_EQ(own.measures[0].minimum, Rational(2));
  EXPECT_EQ(own.minimum_total, Rational(50));
  EXPECT_EQ(own.tie_break, (std::vector<std::uint16_t>{0}));
  EXPECT_TRUE(round->scoring[1].from_pack);
  EXPECT_EQ(round->scoring[1].measures[0].clause, "4.1");
}

TEST(RoundAsRead, MarksAreSortedAndFoundByApplication) {
  const auto round = read(sound_texts());
  ASSERT_EQ(round->marks.size(), 4u);
  EXPECT_EQ(round->marks_of, (std::vector<std::uint32_t>{0, 3, 4}));
  EXPECT_EQ(round->marks[0].member, 0);   // m1, need
  EXPECT_EQ(round->marks[0].score.integer, 3);
  EXPECT_EQ(round->marks[0].justification, "fair");
  EXPECT_EQ(round->marks[1].measure, 1);   // m1, plan.aims
  EXPECT_EQ(round->marks[1].part, 0);
  ASSERT_EQ(round->marks[1].score.kind, Kind::ratio);
  EXPECT_EQ(*round->marks[1].score.ratio, Rational(15, 2));
  EXPECT_TRUE(round->marks[1].justification.empty());
  EXPECT_EQ(round->marks[2].member, 1);
  EXPECT_EQ(round->marks[3].member, consensus_member);
}

TEST(RoundAsRead, AnotherDateReplacesTheRoundsAndLeavesTheDigest) {
  const auto own = read(sound_texts()), other = read(sound_texts(), "2013-01-01");
  EXPECT_NE(own->header[round_field::as_of].integer, other->header[round_field::as_of].integer);
  EXPECT_EQ(own->digest, other->digest);
  EXPECT_EQ(other->id(), "fs-2012");
  try {
    read_round(source_of(sound_texts()), core_schema(), pack_scoring(), "2013-02-30");
    FAIL();
  } catch (const base::Refused& refused) {
    EXPECT_EQ(base::uncoded(refused.problems.at(0)), "--as-of: expected a day like 2012-03-31, found `2013-02-30`");
  }
}

TEST(RoundAsRead, TheHeadingIsReadWithoutTheRest) {
  const Heading heading = read_heading(source_of(changed_in("round.json", R"("currency": "GBP",)", R"("pack": {"id": "p", "version": "1.0.0"}, "unheard": [[1]],)")));
  EXPECT_EQ(heading.partnership, "northern-ireland");
  EXPECT_EQ(heading.pack_id, "p");
  EXPECT_EQ(heading.pack_version, "1.0.0");
  EXPECT_EQ(heading.pack_digest, "");
  try {
    read_heading(source_of({{"round.json", "{}"}}));
    FAIL();
  } catch (const base::Refused& refused) {
    EXPECT_EQ(base::uncoded(refused.problems.at(0)), "round.json:1: partnership: it is missing: every round needs it");
  }
}

TEST(RoundAsRead, APackMayAddFieldsToTheRound) {
  base::Schema schema;
  add_round_types(schema);
  base::Field further;
  further.path = "framework_status";
  further.label = "status of the framework";
  schema.find("round")->add(further);
  const auto round = read_round(source_of(changed_in("round.json", R"("currency": "GBP",)", R"("currency": "GBP", "framework_status": "draft",)")), schema, pack_scoring());
  EXPECT_EQ(round->header[round_field::pack_digest + 1].str(), "draft");
}

TEST(RoundAsRead, AppealsAreForAnotherReader) {
  const Texts texts = changed_in("round.json", R"("currency": "GBP",)", R"("currency": "GBP", "appeals": [{"any": "thing"}],)");
  EXPECT_EQ(read(texts)->digest, read(sound_texts())->digest);
}

}  // namespace
}  // namespace remit::intake
