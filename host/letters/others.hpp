// A letter holds the names and data of the one it is written to, and of nobody else. What people wrote (marks' reasons, answers,
// findings) may name others all the same: here such names are found and struck, whatever their case and punctuation.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "record/record.hpp"

namespace remit::letters {

class Others {
 public:
  /// Knows the applicants of the document by name and id, their applications by id and title, and the panel by name. A title
  /// of one short word is none: it is a word like any other; and one that begins with a capital is meant only where a capital stands.
  explicit Others(const record::DecisionDocument& document);

  /// `text` as `applicant` (an organisation's id) may read it: each mention of others replaced by "[another applicant]",
  /// "[another application]" or "[a member of the panel]". Adds to `struck` how many were.
  std::string struck_for(std::string_view applicant, std::string_view text, std::size_t& struck) const;

 private:
  struct Name {
    std::vector<std::string> words;
    std::string_view instead;
    std::string applicant;   // whose it is; empty: a member's
    bool capital = false;    // is meant only where its first word begins with a capital
  };
  void add(std::string_view name, std::string_view instead, const std::string& applicant, bool title = false);

  std::unordered_map<std::string, std::vector<Name>> by_first_word_;
};

}  // namespace remit::letters
