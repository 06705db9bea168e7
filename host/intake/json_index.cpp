// The sole user of simdjson. Its first stage alone is used, through the interface that its own front ends share: the
// second stage and On-Demand read numbers as floating point, know no duplicate keys, and name no place when they refuse.
#include <simdjson.h>

#include "base/text.hpp"
#include "intake/json_cursor.hpp"

namespace remit::intake {

struct JsonIndex::Stage {
  std::unique_ptr<simdjson::internal::dom_parser_implementation> parser;
  std::size_t capacity = 0;
};

JsonIndex::JsonIndex() : stage_(std::make_unique<Stage>()) {}
JsonIndex::~JsonIndex() = default;
JsonIndex::JsonIndex(JsonIndex&&) noexcept = default;
JsonIndex& JsonIndex::operator=(JsonIndex&&) noexcept = default;

namespace {

[[noreturn]] void not_utf8(std::string_view bytes) {
  if (bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff"))
    throw JsonFault{"BAD_UTF8", bytes.data(), "this is UTF-16; save it as UTF-8"};
  std::size_t start = 0;
  for (;;) {   // the first line that is not UTF-8
    const std::size_t end = std::min(bytes.find('\n', start), bytes.size());
    if (end == bytes.size() || !base::valid_utf8(bytes.substr(start, end - start))) break;
    start = end + 1;
  }
  throw JsonFault{"BAD_UTF8", bytes.data() + start, "the line is not UTF-8; save the file as UTF-8"};
}

/// Walks the texts one by one to the one that does not end, or holds a control character.
[[noreturn]] void bad_text(std::string_view bytes) {
  for (std::size_t at = bytes.find('"'); at != bytes.npos; at = bytes.find('"', at + 1)) {
    const std::size_t opening = at;
    for (++at; at < bytes.size() && bytes[at] != '"'; ++at) {
      if (bytes[at] == '\\') {
        ++at;
      } else if (static_cast<unsigned char>(bytes[at]) < 0x20) {
        const bool line_end = bytes[at] == '\n' || bytes[at] == '\r';
        throw JsonFault{"NOT_JSON", bytes.data() + at,
                        line_end
                            ? "this is not JSON: a text goes on past the end of the line; close its quotes, or write \\n"
                            : "this is not JSON: a text holds a control character; remove it, or write \\t for a tab"};
      }
    }
    if (at >= bytes.size())
      throw JsonFault{"NOT_JSON", bytes.data() + opening,
                      "this is not JSON: the text that begins here has no closing quotes"};
  }
  throw JsonFault{"NOT_JSON", bytes.data(), "this is not JSON"};
}

}   // namespace

void JsonIndex::read(std::string_view bytes) {
  if (bytes.size() > limits::document_bytes)
    throw JsonFault{"TOO_LARGE", bytes.data(),
                    "the document is larger than " + std::to_string(limits::document_bytes >> 20) + " MiB"};
  using simdjson::error_code;
  if (stage_->parser == nullptr || stage_->capacity < bytes.size()) {
    const std::size_t wanted = std::max(bytes.size() + bytes.size() / 4, std::size_t{1} << 16);
    stage_->parser.reset();
    const auto made = simdjson::get_active_implementation()->create_dom_parser_implementation(wanted, 1, stage_->parser);
    if (made != error_code::SUCCESS) throw std::bad_alloc();
    stage_->capacity = wanted;
  }
  auto& parser = *stage_->parser;
  const auto result =
      parser.stage1(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size(), simdjson::stage1_mode::regular);
  if (result == error_code::UTF8_ERROR) not_utf8(bytes);
  if (result == error_code::EMPTY) throw JsonFault{"NOT_JSON", bytes.data(), "there is nothing here; expected JSON"};
  if (result != error_code::SUCCESS) {
    if (!base::valid_utf8(bytes)) not_utf8(bytes);
    bad_text(bytes);
  }
  first_ = parser.structural_indexes.get();
  end_ = first_ + parser.n_structural_indexes;
}

}   // namespace remit::intake
