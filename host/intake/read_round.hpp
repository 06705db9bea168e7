// bytes -> Round. The only place where JSON and CSV become values.
#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "base/measure.hpp"
#include "base/problem.hpp"
#include "base/schema.hpp"
#include "intake/round.hpp"

namespace remit::intake {

/// The bytes of a round before they are understood: the files of a folder, or one JSON document.
struct Source {
  struct File {
    std::string name;    // as the user sees it: "rounds/fs-2012/scores.csv", "standard input"
    std::shared_ptr<const std::string> bytes;
  };
  std::string place;                                  // the folder or document as the user named it
  std::optional<File> round, applications_json, applications_ndjson, applications_csv, organisations_json,
      organisations_csv, scores, appeals;
  std::vector<std::string> others;                    // files in the folder that no reader knows
  std::vector<File> tables;                           // those of them that hold records of the pack's own types
  base::Problems misspelt;                            // of `others` near the name of a table that is not there, until a type claims them
};

/// What round.json says before the pack is known: which partnership's pack decides.
struct Heading {
  std::string partnership;
  std::string pack_id, pack_version, pack_digest;     // empty: not pinned
  std::string as_of;                                  // as it stands there, unchecked
};

/// Reads the folder `place`, or one JSON document: "-" is standard input, a path ending in .json that file. Throws
/// Refused (exit 2) when there is nothing to read, a file is over the size limit, or two files give the same table.
Source open_source(const std::string& place);
/// Once the pack is known: reads the files of the folder that hold its own record types, and takes them off `others`. Throws
/// Refused (exit 2) for a file whose name is near that of a table that is not there.
void open_tables(Source& source, const base::Schema& schema);
/// Those of `others` that look like tables, though no record type reads them; in the order of their names.
std::vector<std::string> unread_tables(const Source& source);
/// Throws Refused when round.json is not JSON or lacks what the heading needs.
Heading read_heading(const Source& source);

/// The whole round, checked. `schema` holds the core types and what the pack added; `pack_scoring` applies to streams
/// without measures of their own. `as_of` (empty: the round's own) replaces the round's date. Throws Refused with every
/// mistake of the input, in the order of the files and lines. With `records_alone` there may be no streams and no panel. With
/// `known_alone` fields that the schema lacks are left out: to look at a round under another pack than its own.
std::unique_ptr<Round> read_round(const Source& source, const base::Schema& schema, const base::Scoring& pack_scoring,
                                  const std::string& as_of = {}, bool records_alone = false, bool known_alone = false);

/// The record types of a pack that a round holds in files of their own, in the order of the fields of `records`.
std::vector<const base::RecordType*> own_tables(const base::Schema& schema);

/// The canonical JSON (RFC 8785) of one record: known fields in order of name, absent ones left out, money as
/// "60000.00", numbers exact. Appended to `out`.
void write_canonical(const base::Value* record, const base::RecordType& type, std::string& out);

}  // namespace remit::intake
