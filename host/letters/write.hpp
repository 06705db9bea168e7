// A page as a file: for the browser and the printer, and for the office, where it can be edited before it is sent.
#pragma once
#include <string>

#include "letters/page.hpp"

namespace remit::letters {

/// What stands around every page, whatever its template says.
struct Frame {
  std::string notice;   // "Draft. ..."
  std::string about;    // "Application SG-05, round spring-2026"
  std::string digest;   // of the record that it was made from
};

/// The marks of a letter that a named person has not yet made theirs.
inline constexpr const char* draft_notice =
    "Draft. Nothing is decided by it. A named person decides, checks this text, signs it and takes this line out.";

/// One HTML file without script or anything from elsewhere; prints on A4.
std::string html_of(const Page& page, const Frame& frame);
/// An OpenDocument text (ODF 1.2), the same bytes for the same page.
std::string odt_of(const Page& page, const Frame& frame);

}  // namespace remit::letters
