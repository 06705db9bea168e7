// One letter for each application of a round, from its record: what is proposed, why, what would have passed, and how to appeal.
// Drafts: a named person decides, and signs.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "letters/others.hpp"
#include "letters/page.hpp"
#include "letters/templates.hpp"
#include "letters/write.hpp"
#include "record/record.hpp"

namespace remit::letters {

struct Letter {
  std::string file;         // its name without an ending; safe on every file system, and no two are equal in small letters
  Page page;
  Frame frame;
  std::size_t struck = 0;   // mentions of others that were taken out of what people wrote
};

/// The letter about one record of the document; its template is named after the decision. Throws base::Refused (exit code 3) when a
/// template is missing or holds what a letter cannot.
Letter letter_of(const record::DecisionDocument& document, const record::DecisionRecord& record, const Others& others, const Templates& templates);

/// The table for a mail merge (RFC 4180): a heading and one line for each record of the document, by the names that letters have.
std::string merge_table(const record::DecisionDocument& document, const Others& others);

/// "SG-01"; every byte but letters, digits, dots inside, hyphens and underscores as "%" and two digits; capitals are marked where two
/// ids differ in them alone.
std::string file_name_of(const record::DecisionDocument& document, std::string_view application);

}  // namespace remit::letters
