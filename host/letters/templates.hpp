// The texts that letters and papers are filled from: Markdown with {{names}}, so that an officer can read and change them. A pack
// brings its own beside its rules, in `letters/`; what it does not bring is that of the layer below, and at last of the core.
#pragma once
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "intake/json.hpp"

namespace remit::letters {

class Templates {
 public:
  /// Reads NAME.md of each folder; the first that has one counts. Folders that are not there are passed over. Throws
  /// base::Refused (exit code 3) with every mistake: a name that nothing fills, a section that is not closed, `{{{name}}}` (what
  /// people wrote would become markup), a part that is not there.
  explicit Templates(const std::vector<std::filesystem::path>& folders);
  /// From texts by name, without ".md".
  explicit Templates(std::map<std::string, std::string> texts);

  bool has(const std::string& name) const { return texts_.contains(name); }
  /// The text of `name` filled with `facts`. What people wrote is escaped: it can be no markup. Throws base::Refused (exit code
  /// 3) when there is no such text.
  std::string filled(const std::string& name, const intake::Json& facts) const;

 private:
  std::map<std::string, std::string> texts_;
  std::map<std::string, std::string> files_;   // where each was read
};

/// `text` so that Markdown takes it for words: every sign of ASCII escaped, lines run together.
std::string as_words(const std::string& text);

}  // namespace remit::letters
