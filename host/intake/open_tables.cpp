// The files that hold records of a pack's own types. Which names those are is known only once the pack is, and the pack is
// named in round.json: so they are opened after it.
#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "intake/source_file.hpp"

namespace remit::intake {

namespace {

constexpr std::array<std::string_view, 3> endings = {".json", ".ndjson", ".csv"};

bool is_table(std::string_view name) {
  return std::ranges::any_of(endings, [&](std::string_view ending) { return name.ends_with(ending); });
}

}  // namespace

void open_tables(Source& source, const base::Schema& schema) {
  const std::string within = source.place.ends_with('/') ? source.place : source.place + '/';
  std::vector<std::string> missing;   // names of files of tables that have none yet
  for (const base::RecordType* type : own_tables(schema)) {
    bool found = false;
    std::vector<std::string> names;
    for (const std::string& stem : type->stems)
      for (const std::string_view ending : endings) {
        names.push_back(stem + std::string(ending));
        const auto at = std::ranges::find(source.others, names.back());
        if (at == source.others.end()) continue;
        source.tables.push_back(read_source_file(within + *at, within + *at));
        std::erase_if(source.misspelt, [&](const base::Problem& p) { return p.file == within + *at; });
        source.others.erase(at);
        found = true;
      }
    if (!found) missing.insert(missing.end(), names.begin(), names.end());
  }
  for (const std::string& name : source.others) {
    if (!is_table(name) || std::ranges::find(source.misspelt, within + name, &base::Problem::file) != source.misspelt.end()) continue;
    const std::string near = base::nearest(name, missing);
    if (near.empty()) continue;
    source.misspelt.push_back({"UNKNOWN_FILE", within + name, 0, 0, "", "no record type of the pack is read from `" + name + "`; the nearest is `" + near + '`', "", ""});
  }
  if (!source.misspelt.empty()) throw base::Refused{source.misspelt, 2};
}

std::vector<std::string> unread_tables(const Source& source) {
  std::vector<std::string> names;
  for (const std::string& name : source.others)
    if (is_table(name)) names.push_back(name);
  return names;
}

}  // namespace remit::intake
