// What a person has said of a workbook once, so that the next one needs nothing: a CSV file that opens in any spreadsheet
// program. Each row says what a sheet, a heading or a word means, or gives a fact that no sheet holds. What is still to be said
// has a `?` in front of what seems likely.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/schema.hpp"

namespace remit::import {

/// Something that has to be known and is not, or is known by guess alone.
struct Question {
  std::string about;        // "sheet", "heading", "word", "fact"
  std::string of;           // the table of a heading, the field of a word; of a fact: the record, "round", "stream outreach"
  std::string what;         // the sheet's name, the heading, the word, the fact's field
  std::string suggestion;   // what seems likely; empty: nothing does
  std::string note;         // where it stands and what may be said
  std::vector<std::string> choices = {};    // what may be said besides "-"; empty: anything
  std::optional<base::Field> field = {};    // of a fact: what its value is read as; none: a text
};
/// Why `answer` cannot be what is asked for, with what can; empty when it may be. "-" may always be said.
std::string refused_answer(const Question& question, const std::string& answer);

class Mapping {
 public:
  struct Entry {
    std::string about, of, what, means, note;
  };
  Mapping() = default;
  /// Throws base::Refused (exit 2) naming the line: no such file as this writes, or one thing said twice and differently.
  Mapping(const std::string& file, std::string_view bytes);

  /// What was said; nothing where it is still open. "-" says: pass it over.
  std::optional<std::string> find(std::string_view about, std::string_view of, std::string_view what) const;
  void say(const Question& question, std::string means);
  /// Everything said, then the open questions. The same for the same, whatever the order of asking.
  std::string written(const std::vector<Question>& open) const;
  const std::vector<Entry>& entries() const { return entries_; }

 private:
  std::vector<Entry> entries_;
};

}  // namespace remit::import
