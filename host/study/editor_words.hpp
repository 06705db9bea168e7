// What editors say beside each word of the language: the sentence of its hover text and, for keys, the type of what stands there. Which
// words there are is the loader's to say (lua/vocabulary.hpp); a test holds the two together.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/schema.hpp"

namespace remit::study {

struct SaidKey {
  std::string_view word, key;   // word: empty for keys that mean the same wherever they stand
  std::string_view type;        // in the language server's own notation: "string", "remit.condition"
  std::string_view says;
};
/// Of `key` between the braces of `word`; null when nobody wrote any.
const SaidKey* said_of_key(std::string_view word, std::string_view key);
const std::vector<SaidKey>& said_keys();

/// What is said of a name that stands by itself: a word ("criterion"), a joiner, a constant, a type of field, a function of the library
/// ("string.upper"). `declared`: its type or signature.
struct SaidName {
  std::string_view name, declared, says;
};
const SaidName* said_of_name(std::string_view name);
const std::vector<SaidName>& said_names();

/// What is said of a verb, and what it takes.
struct SaidVerb {
  std::string_view verb;
  std::string_view takes;       // parameters in the language server's notation, VALUE for the type that is compared with
  std::string_view gives;       // "remit.condition"; ITEM_NUMBER...
  std::string_view says;
};
const SaidVerb* said_of_verb(std::string_view verb);

/// The verbs that may follow a field of this type; `item`: of lists. As the loader takes them.
std::vector<std::string_view> verbs_after(base::Type type, base::Type item);
/// After `:count()` and `:sum(...)`, and after `applications`.
std::vector<std::string_view> verbs_after_number();
std::vector<std::string_view> verbs_after_applications();

}  // namespace remit::study
