// Replay: the same round decided again, compared with the records that were kept. When they differ, the first cause is
// said first: another engine, another pack, another date, another input; only then what came of it.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace remit::record {

struct Replay {
  bool identical = false;
  /// For people, in order of cause. An engine or procedure of another version is said, but is no difference by itself.
  std::vector<std::string> lines;
};

/// `saved` and `fresh` are records as NDJSON, or `remit.decision/1` documents. Throws base::Refused (exit 2) when `saved` is
/// neither; `saved_name` is named.
Replay replay(std::string_view saved, const std::string& saved_name, std::string_view fresh);

}  // namespace remit::record
