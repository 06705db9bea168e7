// The lists of org-id.guide that give identifiers to organisations of the United Kingdom, and how each writes them.
#pragma once
#include <span>
#include <string_view>

namespace charity_register {

struct List {
  std::string_view code;       // "GB-CHC"
  std::string_view whose;      // "numbers of the Charity Commission for England and Wales"
  std::string_view form;       // "six or seven digits"
  bool (*right)(std::string_view number);   // whether `number` has that form
  bool published;              // the register says so; else the form is read off its examples, and another may be right too
  std::string_view prefix;     // letters that each number begins with: "SC"
  std::size_t digits;          // how many digits there are at least, for numbers that are padded with noughts; 0: they are not
  std::string_view councils;   // the codes there are, four characters each: "ABD ABE ..."; empty: not known
};

/// By code.
std::span<const List> lists();
const List* find_list(std::string_view code);

}  // namespace charity_register
