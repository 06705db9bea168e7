// What a panel needs on the table: the agenda with who steps out when, one page for each application, and minutes to fill in.
// These name members and what they wrote: they are for the panel, and for nobody else.
#pragma once
#include <vector>

#include "letters/page.hpp"
#include "letters/templates.hpp"
#include "letters/write.hpp"
#include "record/record.hpp"

namespace remit::letters {

struct Paper {
  const char* file;   // "agenda", "applications", "minutes"
  Page page;
  Frame frame;
};

/// The three papers of a round. Withdrawn applications are on none of them. Throws base::Refused (exit code 3), as letters do.
std::vector<Paper> papers_of(const record::DecisionDocument& document, const Templates& templates);

}  // namespace remit::letters
