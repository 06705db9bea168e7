// Whatever bytes are given as a workbook, as the parts of one, or as a mapping file: they are read or refused, and nothing else
// happens. Built with libFuzzer where clang is (see CMakeLists.txt); every build runs it over the corpus and what comes of that.
#include <zip.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/problem.hpp"
#include "import/import.hpp"
#include "intake/fields.hpp"

namespace {

using namespace remit;

const base::Schema& schema() {
  static const base::Schema made = [] {
    base::Schema s;
    intake::add_round_types(s);
    return s;
  }();
  return made;
}

void import_bytes(std::string_view bytes) {
  try {
    const import::Mapping mapping;
    (void)import::import_round({import::open_workbook("fuzzed", bytes)}, schema(), {}, mapping);
  } catch (const base::Refused&) {   // what it is for
  }
}

/// An archive of these parts: a changed byte inside a packed one would never come past its checksum.
std::string packed(const std::vector<std::pair<std::string, std::string_view>>& parts) {
  zip_source_t* out = zip_source_buffer_create(nullptr, 0, 0, nullptr);
  zip_source_keep(out);
  zip_t* zip = zip_open_from_source(out, ZIP_TRUNCATE, nullptr);
  for (const auto& [name, bytes] : parts) zip_file_add(zip, name.c_str(), zip_source_buffer(zip, bytes.data(), bytes.size(), 0), ZIP_FL_ENC_UTF_8);
  zip_close(zip);
  zip_source_open(out);
  zip_source_seek(out, 0, SEEK_END);
  std::string bytes(static_cast<std::size_t>(zip_source_tell(out)), '\0');
  zip_source_seek(out, 0, SEEK_SET);
  zip_source_read(out, bytes.data(), bytes.size());
  zip_source_close(out);
  zip_source_free(out);
  return bytes;
}

constexpr std::string_view relations =
    "<Relationships><Relationship Id='s' Type='x/styles' Target='styles.xml'/><Relationship Id='t' Type='x/sharedStrings' Target='sharedStrings.xml'/>"
    "<Relationship Id='r1' Type='x/worksheet' Target='sheet1.xml'/><Relationship Id='r2' Type='x/worksheet' Target='sheet2.xml'/></Relationships>";
constexpr std::string_view book = "<workbook><sheets><sheet name='Applications' r:id='r1'/><sheet name='Scores' r:id='r2'/></sheets></workbook>";

/// Parts with a byte 0x01 between them: two sheets, texts, styles.
void import_parts(std::string_view bytes) {
  std::string_view part[4];
  for (std::string_view& each : part) {
    each = bytes.substr(0, bytes.find('\x01'));
    bytes.remove_prefix(std::min(each.size() + 1, bytes.size()));
  }
  import_bytes(packed({{"[Content_Types].xml", "<x/>"}, {"xl/workbook.xml", book}, {"xl/_rels/workbook.xml.rels", relations}, {"xl/sheet1.xml", part[0]}, {"xl/sheet2.xml", part[1]},
                       {"xl/sharedStrings.xml", part[2]}, {"xl/styles.xml", part[3]}}));
  import_bytes(packed({{"content.xml", part[0]}}));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  import_bytes(bytes);
  if (bytes.starts_with('<')) import_parts(bytes);
  try {
    const import::Mapping mapping("fuzzed", bytes);
    (void)mapping.written({});
  } catch (const base::Refused&) {
  }
  return 0;
}
