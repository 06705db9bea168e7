// From the files of a round to its tables, sorted.
#include <algorithm>
#include <unordered_map>

#include "base/date.hpp"
#include "base/text.hpp"
#include "intake/csv_records.hpp"
#include "intake/json_place.hpp"
#include "intake/limits.hpp"
#include "intake/round_reading.hpp"

namespace remit::intake {

using base::RecordType;
using base::Value;

int Reading::line_of(const Sheet& sheet, const Row& row, const std::string& path) {
  if (row.at == nullptr) return row.line;
  const std::string_view bytes = sheet.file->bytes();
  return sheet.file->line_of(find_in_json(row.at, bytes.data() + bytes.size(), path));
}

void Reading::mistake(const Sheet& sheet, const Row& row, const char* code, const std::string& path, std::string message) {
  std::string field = path;
  if (!sheet.prefix.empty() || row.number != 0)
    field = sheet.prefix + '[' + std::to_string(row.number) + ']' + (path.empty() ? "" : ".") + path;
  base::Problem p = sheet.file->problem(code, nullptr, std::move(field), std::move(message));
  p.line = line_of(sheet, row, path);
  mistakes.add(std::move(p));
}

std::string unknown_id_message(const Reading& reading, std::string_view what, std::string_view id, const Table& table) {
  constexpr std::size_t many = 20'000;   // comparing with more ids takes longer than the suggestion is worth
  std::string near;
  if (table.size() <= many && !reading.mistakes.full()) {
    std::vector<std::string_view> ids;
    for (const Value* row : table.rows) ids.push_back(row[0].str());
    near = base::nearest(id, ids);
  }
  return "there is no " + std::string(what) + " `" + base::printable(id, 60) + '`' +
         (near.empty() ? "" : "; the nearest is `" + near + '`');
}

namespace {

class Files {
 public:
  Files(Reading& reading, const Source& source) : reading_(reading), source_(source) {}

  void read(const base::Schema& schema) {
    read_document();
    if (source_.organisations_csv)
      read_csv(*source_.organisations_csv, *schema.find("organisation"), reading_.organisations, "organisations");
    if (source_.organisations_json)
      read_list(*source_.organisations_json, *schema.find("organisation"), reading_.organisations, "organisations");
    const RecordType& application = *schema.find("application");
    if (source_.applications_ndjson) read_lines(*source_.applications_ndjson, application, reading_.applications, "applications");
    if (source_.applications_csv) read_csv(*source_.applications_csv, application, reading_.applications, "applications");
    if (source_.applications_json) read_list(*source_.applications_json, application, reading_.applications, "applications");
    if (source_.scores) {
      if (!reading_.scores.rows.empty()) twice(*source_.scores, "scores");
      reading_.scores.file = &keep(*source_.scores);
      reading_.scores.prefix.clear();
      reading_.scores_in_csv = true;
    }
    for (std::size_t t = 0; t < reading_.records.size(); ++t) read_own(*reading_.types.own[t].type, reading_.records[t]);
    if (reading_.document == nullptr) {
      for (Sheet& sheet : reading_.records)
        if (sheet.file == nullptr) sheet.whole = false;
      for (Sheet* sheet : {&reading_.streams, &reading_.members, &reading_.declarations}) sheet->whole = false;
      for (Sheet* sheet : {&reading_.organisations, &reading_.applications})
        if (sheet->file == nullptr) sheet->whole = false;
    }
  }

 private:
  const FileText& keep(const Source::File& file) {
    reading_.round->inputs.push_back(file.bytes);
    std::string_view bytes = *file.bytes;
    if (bytes.starts_with("\xef\xbb\xbf")) bytes.remove_prefix(3);
    reading_.files.push_back(std::make_unique<FileText>(file.name, bytes));
    reading_.mistakes.order(file.name);
    return *reading_.files.back();
  }
  base::Arena& arena() { return reading_.round->arena; }

  void twice(const Source::File& file, const std::string& table, const std::string& first = {}) {
    reading_.mistakes.add({"DUPLICATE_TABLE", file.name, 0, 0, "",
                           "`" + table + "` stand here and in `" + (first.empty() ? source_.round->name : first) + "`; keep one of them",
                           "", ""});
  }
  /// False, with the mistake added, when the document has the table too.
  bool begin(const Source::File& file, Sheet& sheet, const std::string& table) {
    if (sheet.file != nullptr) {
      twice(file, table, sheet.file->name());
      sheet.whole = false;
      return false;
    }
    sheet.file = &keep(file);
    return true;
  }

  void read_document() {
    if (!source_.round)
      base::refuse({"MISSING_FILE", source_.place, 0, 0, "", "there is no `round.json` in this folder", "", ""});
    const DocumentTypes& types = reading_.types;
    const FileText& file = keep(*source_.round);
    RecordReader reader(types.document, types.passed_over, reading_.known_alone);
    const Value* document = reading_.document = reader.read(file.bytes(), file, arena(), reading_.mistakes);
    if (document == nullptr) return;
    reading_.round->header = document;
    reading_.round->panel = document + types.panel + 1;
    std::vector<Row> rows = reader.inner_rows();
    std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return std::less<>()(a.values, b.values); });
    const auto fill = [&](std::vector<Row>& out, std::uint16_t field) {
      for (const Value& item : document[field].list()) {
        const auto row = std::lower_bound(rows.begin(), rows.end(), item.items,
                                          [](const Row& r, const Value* v) { return std::less<>()(r.values, v); });
        out.push_back(*row);
      }
    };
    const auto sheet = [&](Sheet& out, std::uint16_t field, bool always) {
      if (!always && !document[field].answered()) return;
      out.file = &file;
      out.prefix = types.document.fields[field].path;
      fill(out.rows, field);
    };
    sheet(reading_.streams, types.streams, true);
    sheet(reading_.members, types.members, true);
    sheet(reading_.declarations, types.declarations, true);
    sheet(reading_.organisations, types.organisations, false);
    sheet(reading_.applications, types.applications, false);
    sheet(reading_.scores, types.scores, true);
    for (std::size_t t = 0; t < types.own.size(); ++t)
      for (const std::uint16_t list : types.own[t].lists) {
        if (!document[list].answered()) continue;
        if (reading_.records[t].file != nullptr) twice(*source_.round, types.own[t].type->plural);
        else sheet(reading_.records[t], list, false);
      }
  }

  /// The files of one of the pack's own types. A file that holds one object holds one record.
  void read_own(const RecordType& type, Sheet& sheet) {
    for (const Source::File& file : source_.tables) {
      const std::size_t slash = file.name.rfind('/'), dot = file.name.rfind('.');
      const std::string stem = file.name.substr(slash + 1, dot - slash - 1);   // without a slash: from the beginning
      if (std::ranges::find(type.stems, stem) == type.stems.end()) continue;
      if (file.name.ends_with(".ndjson")) read_lines(file, type, sheet, type.plural.c_str());
      else if (file.name.ends_with(".csv")) read_csv(file, type, sheet, type.plural.c_str());
      else if (is_object(*file.bytes)) read_one(file, type, sheet);
      else read_list(file, type, sheet, type.plural.c_str());
    }
  }
  static bool is_object(std::string_view bytes) {
    if (bytes.starts_with("\xef\xbb\xbf")) bytes.remove_prefix(3);
    return base::trim(bytes).starts_with('{');
  }
  void read_one(const Source::File& from, const RecordType& type, Sheet& sheet) {
    if (!begin(from, sheet, type.plural)) return;
    const std::string_view bytes = sheet.file->bytes();
    const Value* record = RecordReader(type, {}, reading_.known_alone).read(bytes, *sheet.file, arena(), reading_.mistakes);
    sheet.whole = record != nullptr;
    if (record != nullptr) sheet.rows.push_back({record, bytes.data() + bytes.find('{'), 0, 0});
  }

  void read_list(const Source::File& from, const RecordType& type, Sheet& sheet, const char* table) {
    if (!begin(from, sheet, table)) return;
    RecordReader reader(type, {}, reading_.known_alone);
    sheet.whole = reader.read_list(sheet.file->bytes(), *sheet.file, arena(), reading_.mistakes, sheet.rows);
  }

  void read_csv(const Source::File& from, const RecordType& type, Sheet& sheet, const char* table) {
    if (!begin(from, sheet, table)) return;
    sheet.whole = read_csv_records(*sheet.file, type, arena(), reading_.mistakes, [&](const Value* record, int line) {
      sheet.rows.push_back({record, nullptr, line, 0});
    }, reading_.known_alone);
  }

  void read_lines(const Source::File& from, const RecordType& type, Sheet& sheet, const char* table) {
    if (!begin(from, sheet, table)) return;
    RecordReader reader(type, {}, reading_.known_alone);
    std::string_view rest = sheet.file->bytes(), line;
    while (next_line(rest, line)) {
      if (base::trim(line).empty()) continue;
      if (line.size() > limits::line_bytes || sheet.rows.size() == limits::records) {
        const bool rows = line.size() <= limits::line_bytes;
        reading_.mistakes.add(
            sheet.file->problem("TOO_LARGE", line.data(), "",
                                rows ? "the file has more than " + std::to_string(limits::records) + ' ' + table
                                     : "the line is longer than " + std::to_string(limits::line_bytes >> 20) + " MiB"));
        sheet.whole = false;
        if (rows) break;
        continue;
      }
      const Value* record = reader.read(line, *sheet.file, arena(), reading_.mistakes);
      if (record != nullptr)
        sheet.rows.push_back({record, line.data(), 0, 0});
      else
        sheet.whole = false;
    }
  }

  Reading& reading_;
  const Source& source_;
};

/// Order of two values of one field: absent first, then by bytes or by number.
std::strong_ordering order(const Value& a, const Value& b) {
  if (a.answered() != b.answered()) return a.answered() <=> b.answered();
  const std::string_view x = a.str(), y = b.str();
  if (!x.empty() || !y.empty()) return x <=> y;
  return a.integer <=> b.integer;
}

bool before(const Value* a, const Value* b, std::span<const std::uint16_t> by) {
  for (const std::uint16_t field : by)
    if (const auto o = order(a[field], b[field]); o != 0) return o < 0;
  return false;
}

void sort_rows(Sheet& sheet, Table& table, std::span<const std::uint16_t> by) {
  const auto less = [&](const Row& a, const Row& b) { return before(a.values, b.values, by); };
  if (!std::is_sorted(sheet.rows.begin(), sheet.rows.end(), less))
    std::stable_sort(sheet.rows.begin(), sheet.rows.end(), less);
  table.rows.reserve(sheet.rows.size());
  for (const Row& row : sheet.rows) table.rows.push_back(row.values);
}

/// Takes out rows without an id (that has been said) and those whose id an earlier row has, then sorts by `by`.
void settle(Reading& reading, Sheet& sheet, Table& table, const RecordType* type, std::span<const std::uint16_t> by) {
  table.type = type;
  std::vector<Row> kept;
  kept.reserve(sheet.rows.size());
  table.by_id.reserve(sheet.rows.size());
  for (const Row& row : sheet.rows) {
    const std::string_view id = row.values[0].str();
    if (id.empty()) {
      sheet.whole = false;
      continue;
    }
    const auto [first, fresh] = table.by_id.emplace(id, static_cast<std::uint32_t>(kept.size()));
    if (!fresh) {
      const std::string& key = type->fields[0].path;
      reading.mistake(sheet, row, "DUPLICATE_ID", key,
                      "the " + (key == "id" ? "id" : base::spoken(key)) + " `" + base::printable(id, 60) + "` is used twice; it was first used on line " +
                          std::to_string(Reading::line_of(sheet, kept[first->second], key)));
      continue;
    }
    kept.push_back(row);
  }
  sheet.rows = std::move(kept);
  sort_rows(sheet, table, by);
  for (std::uint32_t i = 0; i < table.rows.size(); ++i) table.by_id[table.rows[i][0].str()] = i;
}

}   // namespace

void read_files(Reading& reading, const Source& source, const base::Schema& schema) { Files(reading, source).read(schema); }

void settle_tables(Reading& reading) {
  Round& round = *reading.round;
  const DocumentTypes& types = reading.types;
  const auto item = [&](std::uint16_t field) { return types.document.fields[field].item_type; };
  const std::uint16_t id[] = {0};
  const std::uint16_t stream_then_id[] = {application_field::stream, application_field::id};
  settle(reading, reading.streams, round.streams, types.schema_stream, id);
  settle(reading, reading.organisations, round.organisations, item(types.organisations), id);
  settle_people(reading);
  settle(reading, reading.applications, round.applications, item(types.applications), stream_then_id);
  round.records.resize(reading.records.size());
  for (std::size_t t = 0; t < reading.records.size(); ++t) settle(reading, reading.records[t], round.records[t], types.own[t].type, id);
}

void settle_people(Reading& reading) {
  Round& round = *reading.round;
  const DocumentTypes& types = reading.types;
  const std::uint16_t id[] = {0};
  const std::uint16_t declared[] = {declaration_field::member, declaration_field::organisation, declaration_field::nature,
                                    declaration_field::declared_on, declaration_field::note};
  settle(reading, reading.members, round.members, types.document.fields[types.members].item_type, id);
  round.declarations.type = types.document.fields[types.declarations].item_type;
  sort_rows(reading.declarations, round.declarations, declared);
}

}   // namespace remit::intake
