// .luacheckrc: the names of the language with closed lists of fields. Debian's lua-check then tells of each misspelt word, record, field
// and verb, at its line and column, in any editor that knows it.
#include <algorithm>

#include "study/editor_files.hpp"
#include "study/editor_words.hpp"

namespace remit::study {

using base::Field;
using base::RecordType;
using base::Type;

namespace {

std::string listed(const std::vector<std::string_view>& names) {
  std::string out;
  for (const auto name : names) out += (out.empty() ? "" : ", ") + std::string(name) + " = {}";
  return out;
}

// What may follow a field: the verbs of its type, by the name of a local of the file.
struct Kind {
  const char* name;
  Type type, item;
};
constexpr Kind kinds[] = {{"value", Type::text, Type::text}, {"number_value", Type::number, Type::text}, {"date_value", Type::date, Type::text},
                          {"list", Type::list, Type::text}, {"list_of_records", Type::list, Type::record}};

const char* kind_of(const Field& field) {
  const auto verbs = verbs_after(field.type, field.item);
  for (const Kind& kind : kinds)
    if (verbs_after(kind.type, kind.item) == verbs) return kind.name;
  return "value";
}

// The fields directly in the group at `parent`, groups inside groups.
void write_fields(const RecordType& type, int parent, const std::string& margin, std::string& out) {
  for (std::size_t f = 0; f < type.fields.size(); ++f) {
    const Field& field = type.fields[f];
    if (field.parent != parent) continue;
    out += margin + field.name + " = ";
    if (field.type == Type::record) {
      out += "{ fields = { " + listed(verbs_after(Type::record, Type::text)) + ",\n";
      write_fields(type, static_cast<int>(f), margin + "  ", out);
      out += margin + "} },\n";
    } else {
      out += std::string(kind_of(field)) + ",\n";
    }
  }
}

}  // namespace

std::string luacheck_settings(const policy::Pack& pack, const lua::Vocabulary& words) {
  std::string out = "-- Settings of luacheck for this pack, written by `remit editor`, which writes them anew: put none of your own here.\n"
                    "-- Names, fields and verbs that are not in these lists are misspelt.\n\n";
  for (const Kind& kind : kinds) out += std::string("local ") + kind.name + " = { fields = { " + listed(verbs_after(kind.type, kind.item)) + " } }\n";
  out += "\nstds.remit = { read_globals = {\n";
  for (const EditorRecord& record : editor_records(pack)) {
    out += "  " + record.name + " = { fields = {\n";
    write_fields(*record.type, -1, "    ", out);
    out += "  } },\n";
  }
  out += "  applications = { fields = { " + listed(verbs_after_applications()) + " } },\n";
  for (const auto& [name, entry] : words.names) {
    if (name == "applications") continue;
    const auto at = words.functions.find(name);
    out += "  " + name + " = {" + (at == words.functions.end() ? "" : " fields = { " + listed({at->second.begin(), at->second.end()}) + " } ") + "},\n";
  }
  return out + "} }\n\nstd = \"remit\"\nmax_line_length = false\nexclude_files = { \".editor\", \"rounds\", \"tests\" }\n";
}

}  // namespace remit::study
