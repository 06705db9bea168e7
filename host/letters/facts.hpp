// What a template may name, as a tree of texts, yes or no, and lists. The names are those of docs/letters.md; a test compares.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "intake/json.hpp"
#include "letters/others.hpp"
#include "record/record.hpp"

namespace remit::letters {

/// A tree being made: what is empty is left out, so that a template can ask whether it is there.
class Facts {
 public:
  Facts() { json_.kind = intake::Json::Kind::object; }
  Facts& text(std::string name, std::string_view value);
  Facts& yes(std::string name, bool value);
  /// A list, and "has_<name>" beside it when it is not empty.
  Facts& list(std::string name, std::vector<Facts> items);
  const intake::Json& json() const { return json_; }

 private:
  intake::Json json_;
};

/// What the letter about `record` says. Names of others in what people wrote are struck; `struck` is how many were.
Facts facts_of_letter(const record::DecisionDocument& document, const record::DecisionRecord& record, const Others& others, std::size_t& struck);

}  // namespace remit::letters
