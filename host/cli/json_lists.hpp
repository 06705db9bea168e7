// Lists in the JSON that commands write, beside the pieces of record/append.hpp.
#pragma once
#include <string>
#include <string_view>

#include "record/append.hpp"

namespace remit::cli {

/// `"key":[...]`, with a comma before it where one is needed; `append` writes one item, without a comma.
template <class List, class Append>
void append_list(std::string_view key, const List& list, std::string& out, Append append) {
  record::append_key(key, out);
  out += '[';
  for (const auto& one : list) {
    record::append_comma(out);
    append(one);
  }
  out += ']';
}

}  // namespace remit::cli
