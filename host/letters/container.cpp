#include "letters/container.hpp"

#include <zlib.h>

#include <cstdint>

namespace remit::letters {

namespace {

void append_number(std::uint64_t n, int bytes, std::string& out) {
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(n >> (8 * i) & 0xff);
}

/// What stands of an entry both before its bytes and in the directory at the end.
void append_entry(std::string_view name, const std::string& bytes, std::string& out) {
  append_number(20, 2, out);        // version that reads it
  append_number(0x0800, 2, out);    // names are UTF-8
  append_number(0, 2, out);         // stored
  append_number(0, 2, out);         // midnight
  append_number(0x0021, 2, out);    // 1 January 1980
  append_number(crc32(0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size())), 4, out);
  append_number(bytes.size(), 4, out);
  append_number(bytes.size(), 4, out);
  append_number(name.size(), 2, out);
  append_number(0, 2, out);         // no extra fields
}

}  // namespace

std::string container_of(const std::vector<std::pair<std::string_view, std::string>>& files) {
  std::string out, directory;
  for (const auto& [name, bytes] : files) {
    append_number(0x02014b50, 4, directory);
    append_number(20, 2, directory);
    append_entry(name, bytes, directory);
    append_number(0, 8, directory);
    append_number(0, 2, directory);   // no comment, first disk, no attributes
    append_number(out.size(), 4, directory);
    directory += name;
    append_number(0x04034b50, 4, out);
    append_entry(name, bytes, out);
    out += name;
    out += bytes;
  }
  const std::size_t start = out.size();
  out += directory;
  append_number(0x06054b50, 4, out);
  append_number(0, 4, out);
  append_number(files.size(), 2, out);
  append_number(files.size(), 2, out);
  append_number(directory.size(), 4, out);
  append_number(start, 4, out);
  append_number(0, 2, out);
  return out;
}

}  // namespace remit::letters
