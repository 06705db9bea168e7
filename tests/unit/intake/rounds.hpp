// A small sound round, and what reading it, or a spoilt copy of it, gives.
#pragma once
#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/problem_words.hpp"
#include "intake/read_round.hpp"

namespace remit::intake {

/// File name -> bytes; a document alone is {"round.json": ...}.
using Texts = std::map<std::string, std::string>;

inline const std::string sound_round = R"({
  "id": "fs-2012", "partnership": "northern-ireland", "title": "Family support",
  "as_of": "2012-03-01", "currency": "GBP",
  "streams": [
    {"id": "family", "title": "Family support", "budget": "100000.00",
     "opens": "2012-01-01", "closes": "2012-02-29",
     "minimum_award": 1000, "maximum_award": 60000,
     "measures": [
       {"id": "need", "title": "Need", "weight": 30, "scale": [0, 5], "minimum": 2},
       {"id": "plan", "title": "Plan", "weight": 12.5, "scale": [0, 10], "parts": [{"id": "aims", "title": "Aims"}, {"id": "steps", "title": "Steps"}]}
     ],
     "minimum_total": 50, "tie_break": ["need"],
     "sources": [{"agency": "HSCB", "amount": 60000}, {"agency": "PHA", "amount": "£40,000.00"}]
    },
    {"id": "youth", "title": "Youth", "budget": 5, "opens": "2012-01-01", "closes": "2012-02-29T17:00", "scoring": "consensus"}
  ],
  "panel": {"id": "p1", "quorum": 2, "members": [
    {"id": "m2", "agency": "PHA"},
    {"id": "m1", "agency": "HSCB", "organisation": "GB-CHC-1", "functions": ["commissioner"]}
  ]},
  "declarations": [
    {"member": "m2", "organisation": "GB-CHC-2", "nature": "personal", "declared_on": "2012-02-02"},
    {"member": "m1", "organisation": "GB-CHC-2", "nature": "financial", "declared_on": "2012-02-01"}
  ]
}
)";
inline const std::string sound_organisations =
    "id,name,aliases,type,parent\n"
    "GB-CHC-2,Beta,B; Bee,voluntary,\n"
    "GB-CHC-1,Alpha,,community,GB-CHC-2\n";
inline const std::string sound_applications =
    R"({"id":"A2","stream":"youth","applicant":"GB-CHC-2","title":"Two","submitted_at":"2012-02-11","amount_requested":5})"
    "\n"
    R"({"id":"A1","stream":"family","applicant":"GB-CHC-1","title":"One","submitted_at":"2012-02-10T12:30:00","amount_requested":"60000.00","elements":[{"id":"E1","title":"Workers","cost":20000,"fit":1},{"id":"E2","title":"Rooms","cost":40000,"needs":["E1"]}],"objectives":["Reduce waiting times"],"partners":[{"organisation":"GB-CHC-2","evidence":{"document":"letter","secured_on":"2012-02-03"}}],"clarifications":[{"element":"E2","question":"Which?"}]})"
    "\n";
inline const std::string sound_scores =
    "member,application,measure,score,justification\n"
    "m2,A1,need,4,strong\n"
    "m1,A1,plan.aims,7.5,\n"
    "m1,A1,need,3,fair\n"
    "panel,A2,need,5,agreed\n";

inline Texts sound_texts() {
  return {{"round.json", sound_round}, {"organisations.csv", sound_organisations}, {"applications.ndjson", sound_applications}, {"scores.csv", sound_scores}};
}

inline Source source_of(const Texts& texts) {
  Source source;
  source.place = "r";
  for (const auto& [name, bytes] : texts) {
    const Source::File file{name, std::make_shared<const std::string>(bytes)};
    if (name == "round.json") source.round = file;
    if (name == "applications.json") source.applications_json = file;
    if (name == "applications.ndjson") source.applications_ndjson = file;
    if (name == "applications.csv") source.applications_csv = file;
    if (name == "organisations.json") source.organisations_json = file;
    if (name == "organisations.csv") source.organisations_csv = file;
    if (name == "scores.csv") source.scores = file;
    if (name.starts_with("bod") || name.starts_with("part") || name.starts_with("time")) source.tables.push_back(file);
  }
  return source;
}

inline const base::Schema& core_schema() {
  static const auto schema = [] {
    auto made = std::make_unique<base::Schema>();
    add_round_types(*made);
    return made;
  }();
  return *schema;
}

inline base::Scoring pack_scoring() {
  base::Scoring scoring;
  scoring.measures.push_back({"need", "Need", "4.1", 1, 0, 5, std::nullopt, {}});
  return scoring;
}

inline std::unique_ptr<Round> read(const Texts& texts, const std::string& as_of = {}) {
  try {
    return read_round(source_of(texts), core_schema(), pack_scoring(), as_of);
  } catch (const base::Refused& refused) {
    for (const auto& problem : refused.problems) ADD_FAILURE() << problem.text();
    throw;
  }
}

/// "CODE file:line: field: message" of each mistake.
inline std::vector<std::string> mistakes(const Texts& texts) {
  std::vector<std::string> out;
  try {
    read_round(source_of(texts), core_schema(), pack_scoring());
  } catch (const base::Refused& refused) {
    EXPECT_EQ(refused.exit_code, 2);
    for (const auto& problem : refused.problems) out.push_back(problem.code + ' ' + base::uncoded(problem));
  }
  return out;
}

/// `text` with the one place where `from` stands changed.
inline std::string changed(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  EXPECT_EQ(text.find(from, at + 1), std::string::npos) << from << " stands twice";
  return text.replace(at, from.size(), to);
}
/// The sound round with one file changed.
inline Texts changed_in(const std::string& file, const std::string& from, const std::string& to) {
  Texts texts = sound_texts();
  texts[file] = changed(texts[file], from, to);
  return texts;
}

using Lines = std::vector<std::string>;

}  // namespace remit::intake
