// Appeals against the sound round, and what reading them, or a spoilt copy of them, gives.
#pragma once
#include "base/problem_words.hpp"
#include "intake/read_appeals.hpp"
#include "rounds.hpp"

namespace remit::intake {

inline const std::string sound_appeals = R"([
  {"application": "A1", "ground": "misapplication", "by": "GB-CHC-1", "received": "2012-03-09", "views": "Read again.",
   "fresh_panel": {"id": "f", "members": [
     {"id": "f2", "agency": "PHA"},
     {"id": "f1", "name": "Eve", "agency": "HSCB", "organisation": "GB-CHC-2", "chair": true}
   ]},
   "scores": [
     {"member": "f2", "measure": "plan.aims", "score": 7.5},
     {"member": "f1", "measure": "need", "score": 3, "justification": "the table says so"},
     {"member": "f1", "measure": "plan", "part": "steps", "score": 10}
   ],
   "declarations": [{"member": "f2", "organisation": "GB-CHC-1", "nature": "financial", "declared_on": "2012-03-10"}]
  },
  {"application": "A1", "ground": "merit", "by": "GB-CHC-2", "received": "2012-03-02T10:00:00", "no_fresh_panel": "not a ground"}
]
)";

/// The appeals of a folder that holds the sound round; what they point into lives as long as this.
struct Lodged {
  explicit Lodged(const std::string& appeals, const Texts& texts = sound_texts()) : source(source_of(texts)), round(read(texts)) {
    if (!appeals.empty()) source.appeals = {"appeals.json", std::make_shared<const std::string>(appeals)};
  }
  Appeals read_all() const { return read_appeals(source, core_schema(), *round); }
  /// "CODE file:line: field: message" of each mistake.
  Lines mistakes() const {
    Lines out;
    try {
      read_all();
    } catch (const base::Refused& refused) {
      EXPECT_EQ(refused.exit_code, 2);
      for (const auto& problem : refused.problems) out.push_back(problem.code + ' ' + base::uncoded(problem));
    }
    return out;
  }

  Source source;
  std::unique_ptr<Round> round;
};

/// The mistakes of the sound appeals with one place changed.
inline Lines mistakes_with(const std::string& from, const std::string& to) { return Lodged(changed(sound_appeals, from, to)).mistakes(); }

}  // namespace remit::intake
