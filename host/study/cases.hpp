// The cases of a pack: its tests/*.json. A file that holds a list holds cases, any other is a base: a whole small round in one
// document. tests/rounds/<name>.json, and expected.json in an example round's own folder, hold cases about that round.
//
//   {"rows": ["LE-046"], "name": "two services", "base": "base.json", "change": {"needs/N1/services_involved": 2},
//    "expect": {"classes": [{"type": "need", "id": "N1", "rule": "level-of-need", "code": "2a"}]}}
#pragma once
#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "intake/json.hpp"
#include "policy/pack.hpp"

namespace remit::study {

enum class Command : std::uint8_t { assess, decide, appeal, check };

struct Case {
  std::string file;                  // as messages name it
  int line = 0, column = 0;          // where it begins
  std::string name, clause;          // clause: of the source, where the case says it
  std::vector<std::string> rows;     // items of the source's list
  Command command = Command::assess;
  std::string base;                  // name of a file in Suite::bases; empty: about the example round in `round`
  std::filesystem::path round;
  std::string as_of, type, format;   // --as-of, --type, --format; an empty format is json
  intake::Json change, policy, expect;
};

struct Suite {
  std::vector<Case> cases;                      // by file, as they stand
  std::map<std::string, intake::Json> bases;    // by name of their file
};

/// Reads all cases of the pack in `folder`; no tests folder is no case. Throws base::Refused (exit 2) with every mistake that can be
/// seen without running them: not JSON, unknown keys and expectations with the nearest, a base that is not there.
Suite read_suite(const std::filesystem::path& folder);
/// The .json files of a folder, by name; none where there is no folder.
std::vector<std::filesystem::path> files_of_cases(const std::filesystem::path& folder);
/// The line and the column at which each item of the list in `bytes` (JSON) begins.
std::vector<std::pair<int, int>> places_of_items(std::string_view bytes);

}  // namespace remit::study
