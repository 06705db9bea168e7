// A table of the page: its headings stand above it once, and on a phone, where a row is a block, beside each cell.
#pragma once
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "report/markup.hpp"

namespace remit::report {

struct Heading {
  std::string_view words;
  bool number = false;      // stands at the right
};

/// Written while it is filled; whole once it is gone.
class PageTable {
 public:
  /// `what` names it for those who hear it.
  PageTable(std::string& out, std::string_view what, std::initializer_list<Heading> headings);
  ~PageTable();
  PageTable(const PageTable&) = delete;
  PageTable& operator=(const PageTable&) = delete;

  void row(std::string_view css_class = {});
  /// Begins the next cell; what is written next stands in it.
  Markup& cell();
  PageTable& cell(std::string_view text) {
    cell().text(text);
    return *this;
  }

 private:
  void close();

  Markup m_;
  std::vector<Heading> headings_;
  std::size_t next_ = 0;       // the column of the next cell
  bool in_row_ = false, in_cell_ = false;
};

}  // namespace remit::report
