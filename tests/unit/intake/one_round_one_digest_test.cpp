#include <gtest/gtest.h>

#include "rounds.hpp"

namespace remit::intake {
namespace {

const std::string in_one_document = R"({
  "panel": {"members": [
    {"id": "m1", "agency": "HSCB", "organisation": "GB-CHC-1", "functions": ["commissioner"]}, {"agency": " PHA ", "id": "m2", "name": ""}],
    "id": "p1", "quorum": 2, "supersedes": null},
  "scores": [
    {"member": "panel", "application": "A2", "measure": "need", "score": 5.0, "justification": "agreed"},
    {"member": "m1", "application": "A1", "measure": "need", "score": 3, "justification": "fair"},
    {"member": "m1", "application": "A1", "measure": "plan", "part": "aims", "score": "15/2"},
    {"member": "m2", "application": "A1", "measure": "need", "score": 4, "justification": "strong"}],
  "applications": [
    {"title": "One", "id": "A1", "stream": "family", "applicant": "GB-CHC-1", "submitted_at": "2012-02-10 12:30", "status": "submitted",
     "amount_requested": 60000, "objectives": ["Reduce waiting times", " "], "indicators": [], "complements": "  ",
     "elements": [{"id": "E1", "title": "Workers", "cost": "20,000.00", "fit": 1, "needs": []}, {"needs": ["E1"], "id": "E2", "title": "Rooms", "cost": 40000.00}],
     "partners": [{"organisation": "GB-CHC-2", "required": true, "evidence": {"document": "lett\u0065r", "secured_on": "2012-02-03"}}],
     "clarifications": [{"element": "E2", "question": "Which?"}]},
    {"id": "A2", "stream": "youth", "applicant": "GB-CHC-2", "title": "Two", "submitted_at": "2012-02-11", "amount_requested": "5.00"}],
  "organisations": [
    {"id": "GB-CHC-1", "name": "Alpha", "type": "community", "parent": "GB-CHC-2"},
    {"id": "GB-CHC-2", "name": "Beta", "type": "voluntary", "aliases": ["B", "Bee"]}],
  "id": "fs-2012", "partnership": "northern-ireland", "title": "Family support", "as_of": "2012-03-01", "currency": "GBP",
  "declarations": [
    {"member": "m1", "organisation": "GB-CHC-2", "nature": "financial", "declared_on": "2012-02-01"},
    {"member": "m2", "organisation": "GB-CHC-2", "nature": "personal", "declared_on": "02/02/2012"}],
  "streams": [
    {"id": "youth", "title": "Youth", "budget": "5.00", "opens": "2012-01-01", "closes": "2012-02-29T17:00:00", "scoring": "consensus", "fund_past_gap": true},
    {"id": "family", "title": "Family support", "budget": 100000, "opens": "2012-01-01", "closes": "2012-02-29",
     "minimum_award": 1000, "maximum_award": 60000.00, "specification": {},
     "measures": [
       {"id": "need", "title": "Need", "weight": "30", "scale": [0, 5], "minimum": 2.0},
       {"id": "plan", "title": "Plan", "weight": "25/2", "scale": [0, 10], "parts": [{"id": "aims", "title": "Aims"}, {"id": "steps", "title": "Steps"}]}],
     "minimum_total": 50, "tie_break": ["need"],
     "sources": [{"agency": "HSCB", "amount": 60000}, {"agency": "PHA", "amount": 40000}]}]
})";

TEST(OneRoundOneDigest, AFolderAndADocumentAgree) {
  EXPECT_EQ(read(sound_texts())->digest, read({{"round.json", in_one_document}})->digest);
}

TEST(OneRoundOneDigest, CsvAndJsonAgree) {
  Texts texts = sound_texts();
  const std::string digest = read(texts)->digest;
  texts.erase("applications.ndjson");
  texts["applications.csv"] =
      "Title,ID,Stream,Applicant,Submitted At,Amount Requested,status,elements[2].id,elements.2.title,elements[2].cost,elements[2].needs,"
      "elements[1].id,elements[1].title,elements[1].cost,elements[1].fit,objectives,partners[1].organisation,partners[1].required,"
      "partners[1].evidence.document,partners[1].evidence.secured_on,clarifications[1].element,clarifications[1].question,,\r\n"
      "One,A1,family,GB-CHC-1,10/02/2012 12:30,\"£60,000.00\",Submitted,E2,Rooms,40000,E1,E1,Workers,20000,1,Reduce waiting times,GB-CHC-2,Y,letter,"
      "03/02/2012,E2,Which?,,\r\n"
      "Two,A2,youth,GB-CHC-2,11/02/2012,5.00,,,,,,,,,,,,,,,,,,\r\n"
      ",,,\r\n";
  EXPECT_EQ(read(texts)->digest, digest);
  texts.erase("organisations.csv");
  texts["organisations.json"] = R"([{"type":"community","parent":"GB-CHC-2","id":"GB-CHC-1","name":"Alpha"},
    {"id":"GB-CHC-2","name":"Beta","type":"voluntary","aliases":["B","Bee"]}])";
  EXPECT_EQ(read(texts)->digest, digest);
}

TEST(OneRoundOneDigest, NoOrderOfLinesCounts) {
  Texts texts = sound_texts();
  const std::string digest = read(texts)->digest;
  const std::size_t second = sound_applications.find('\n') + 1;
  texts["applications.ndjson"] = "\xef\xbb\xbf" + sound_applications.substr(second) + "\n\r\n" + sound_applications.substr(0, second - 1);
  texts["scores.csv"] = "score;measure;member;application;part;justification\n5;need;panel;A2;;agreed\n3;need;m1;A1;;fair\n7.50;plan;m1;A1;aims;\n4;need;m2;A1;;strong\n";
  EXPECT_EQ(read(texts)->digest, digest);
}

TEST(OneRoundOneDigest, EveryFactCounts) {
  const std::string digest = read(sound_texts())->digest;
  EXPECT_EQ(digest.substr(0, 12), "blake2b-256:");
  EXPECT_NE(read(changed_in("round.json", R"("quorum": 2)", R"("quorum": 1)"))->digest, digest);
  EXPECT_NE(read(changed_in("round.json", R"("minimum_total": 50)", R"("minimum_total": 51)"))->digest, digest);
  EXPECT_NE(read(changed_in("round.json", "\"2012-02-01\"", "\"2012-02-03\""))->digest, digest);
  EXPECT_NE(read(changed_in("organisations.csv", "B; Bee", "Bee; B"))->digest, digest);
  EXPECT_NE(read(changed_in("scores.csv", "fair", "poor"))->digest, digest);
  EXPECT_NE(read(changed_in("applications.ndjson", "Which?", "Who?"))->digest, digest);
}

}  // namespace
}  // namespace remit::intake
