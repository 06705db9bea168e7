// The mistakes of an input, collected so that all of them are told at once.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.hpp"

namespace remit::intake {

/// Keeps the first limits::problems mistakes and counts the others.
class Mistakes {
 public:
  void add(base::Problem problem);
  /// Takes over what another collector holds, a thread's for instance.
  void add_all(Mistakes&& others);
  std::size_t count() const { return count_; }
  /// Whether further mistakes are only counted: then nearest names need not be looked for.
  bool full() const;
  /// Throws base::Refused (exit 2) when there are any: by file in the order the files were first named with `order`, then
  /// by line; the last one says how many are not listed.
  void refuse_if_any();
  /// Fixes the place of a file in the order of the problems.
  void order(const std::string& file);

 private:
  std::vector<base::Problem> problems_;
  std::vector<std::string> files_;
  std::size_t count_ = 0;
};

/// One file, for messages: its name, and the line on which any byte of it stands. For one thread.
class FileText {
 public:
  /// `bytes` must stay alive. `first_line` is the number of its first line, when it is a part of a file.
  FileText(std::string name, std::string_view bytes, int first_line = 1)
      : name_(std::move(name)), bytes_(bytes), first_line_(first_line) {}

  const std::string& name() const { return name_; }
  std::string_view bytes() const { return bytes_; }
  /// Line and column (from 1, in characters) of the byte that `at` points at.
  int line_of(const char* at) const;
  int column_of(const char* at) const;
  base::Problem problem(std::string code, const char* at, std::string field, std::string message) const;

 private:
  std::string name_;
  std::string_view bytes_;
  int first_line_;
  mutable std::vector<std::size_t> breaks_;   // where lines end; filled when first asked
  mutable bool scanned_ = false;
};

/// Where a field stands in its record, linked upwards; costs nothing until it is written out.
struct Place {
  const Place* up = nullptr;
  std::string_view name;     // empty: an item of the list above
  std::size_t item = 0;      // from 1; 0: no item
  /// "partners[2].organisation"
  std::string path() const;
};

}  // namespace remit::intake
