// Bytes -> Round, step by step. Every step goes on after a mistake where it can; all are told together.
#include "intake/read_round.hpp"

#include <algorithm>

#include "base/date.hpp"
#include "base/text.hpp"
#include "intake/round_reading.hpp"

namespace remit::intake {

namespace {

/// Puts `day` in the place of the round's own date.
void replace_date(Round& round, const std::string& day, std::size_t fields) {
  base::Value value;
  if (!base::read_moment(base::trim(day), value) || value.kind != base::Kind::date)
    base::refuse({"WRONG_TYPE", "", 0, 0, "--as-of", "expected a day like 2012-03-31, found `" + base::printable(day, 60) + '`', "", ""});
  const std::span<base::Value> header = round.arena.copy(std::span(round.header, fields));
  header[round_field::as_of] = value;
  round.header = header.data();
}

}  // namespace

std::unique_ptr<Round> read_round(const Source& source, const base::Schema& schema, const base::Scoring& pack_scoring,
                                  const std::string& as_of, bool records_alone, bool known_alone) {
  if (!source.misspelt.empty()) throw base::Refused{source.misspelt, 2};
  Reading reading(schema, records_alone);
  reading.known_alone = known_alone;
  read_files(reading, source, schema);
  settle_tables(reading);
  settle_scoring(reading, pack_scoring);
  check_records(reading);
  check_references(reading, schema);
  read_marks(reading);
  reading.mistakes.refuse_if_any();

  // From here on the round holds together: every reference has its record.
  reading.round->digest = digest_of_round(reading);
  if (!as_of.empty()) replace_date(*reading.round, as_of, reading.types.document.fields.size());
  return std::move(reading.round);
}

Heading read_heading(const Source& source) {
  base::RecordType type;
  type.name = "round";
  const auto add = [&](const char* path, base::Type of, bool required) {
    base::Field field;
    field.path = path;
    field.type = of;
    field.required = required;
    field.is_id = required;
    return static_cast<std::size_t>(type.add(std::move(field)));
  };
  const std::size_t partnership = add("partnership", base::Type::text, true);
  add("pack", base::Type::record, false);
  const std::size_t id = add("pack.id", base::Type::text, true), version = add("pack.version", base::Type::text, true),
                    digest = add("pack.digest", base::Type::text, false);
  const std::size_t as_of = add("as_of", base::Type::text, false);   // read_round says what is wrong with it
  if (!source.round) base::refuse({"MISSING_FILE", source.place, 0, 0, "", "there is no `round.json` in this folder", "", ""});

  std::string_view bytes = *source.round->bytes;
  if (bytes.starts_with("\xef\xbb\xbf")) bytes.remove_prefix(3);
  const FileText file(source.round->name, bytes);
  base::Arena arena;
  Mistakes mistakes;
  const base::Value* read = RecordReader(type, {}, true).read(bytes, file, arena, mistakes);
  mistakes.refuse_if_any();
  const auto text = [&](std::size_t field) { return std::string(read[field].str()); };
  return {text(partnership), text(id), text(version), text(digest), text(as_of)};
}

}  // namespace remit::intake
