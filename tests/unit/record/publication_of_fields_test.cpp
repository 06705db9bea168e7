// Who may read which field: the table, and what is left of a record.
#include <gtest/gtest.h>

#include <set>

#include "record/publication.hpp"
#include "record/saved.hpp"
#include "sample.hpp"

namespace remit::record::test {
namespace {

intake::Json read(const std::string& bytes) { return intake::read_json(bytes, "test"); }

TEST(PublicationOfFields, EachRowStandsOnce) {
  std::set<std::pair<std::string_view, std::string_view>> seen;
  for (const auto& row : published_fields()) EXPECT_TRUE(seen.emplace(row.format, row.path).second) << row.path;
}

TEST(PublicationOfFields, WhatTheTableDoesNotNameIsRestricted) {
  EXPECT_EQ(publication_of("remit.record/1", "home_address"), Publication::restricted);
  EXPECT_EQ(publication_of("remit.other/1", "title"), Publication::restricted);
  EXPECT_EQ(publication_of("remit.record/1", "findings.read.application.title"), Publication::on_request);
  EXPECT_EQ(publication_of("remit.record/1", "findings.read.applications[A2].title"), Publication::restricted);
  EXPECT_EQ(publication_of("remit.record/1", "findings.read.member.name"), Publication::restricted);
  EXPECT_EQ(publication_of("remit.record/1", "scores.sheets.marks.need.justification"), Publication::restricted);
  EXPECT_EQ(publication_of("remit.record/1", "scores.sheets.marks.need.reach.score"), Publication::on_request);
}

TEST(PublicationOfFields, UnknownKeysGoWithTheirNames) {
  const std::string left = redacted(R"({"application":"A1","format":"remit.record/1","home_address":"1 High Street","read":{"member[m2]":"x"}})", Publication::on_request);
  EXPECT_EQ(left.find("home_address"), std::string::npos);
  EXPECT_EQ(left.find("m2"), std::string::npos);
  EXPECT_NE(left.find("A1"), std::string::npos);
}

TEST(PublicationOfFields, ARecordKeepsADigestOfItsOwn) {
  Sample sample;
  sample.decide(round_of(application("A1", "600"), scored("A1", "4", "3.5")));
  const std::string whole = sample.record("A1");
  for (const auto to : {Publication::open, Publication::on_request}) {
    const std::string left = redacted(whole, to);
    EXPECT_TRUE(digest_holds(read(left)));
    EXPECT_NE(read(left)["digest"].str(), read(whole)["digest"].str());
    EXPECT_EQ(redacted(left, to), left);
    EXPECT_EQ(left.find("m1"), std::string::npos);
  }
}

TEST(PublicationOfFields, WhatIsGoneDoesNotComeBack) {
  Sample sample;
  sample.decide(round_of(application("A1", "600"), scored("A1", "4", "3.5")));
  const std::string open = redacted(sample.record("A1"), Publication::open);
  EXPECT_EQ(redacted(open, Publication::on_request), open);
}

TEST(PublicationOfFields, NamesOfMembersAreStruckElsewhere) {
  const std::string left = redacted(R"({"application":"A1","format":"remit.record/1","scores":{"problem":"the sheet of m2 has 3 of 4 marks, m21","sheets":[{"counted":true,"member":"m2"}]}})",
                                    Publication::on_request);
  EXPECT_NE(left.find("the sheet of [withheld] has 3 of 4 marks, m21"), std::string::npos) << left;
}

}  // namespace
}  // namespace remit::record::test
