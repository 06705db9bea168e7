// The round while it is put together: rows of all tables, who is named in them, and the document that grows. Its parts stand in
// assemble.cpp (the path), assemble_names.cpp (who and what there is), assemble_tables.cpp (records) and assemble_scores.cpp (marks).
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "import/assemble.hpp"
#include "import/directory.hpp"
#include "import/table_rows.hpp"

namespace remit::import {

using intake::Json;

/// Puts a value at "specification.objectives".
void put(Json& record, std::string_view path, Json value);
/// The list at a path, made when it is not there.
Json* list_at(Json& record, std::string_view path);

class Assembly {
 public:
  Assembly(const std::vector<intake::SheetPlan>& plans, const Mapping& mapping, const KnownNames& names, bool records_alone)
      : plans_(plans), reading_{mapping}, names_(names), records_alone_(records_alone) {}

  Assembled make(const std::vector<FoundTable>& tables);

 private:
  const intake::SheetPlan& plan(std::string_view table) const { return *find_plan(plans_, table); }

  void ask(const std::string& of, const std::string& what, const base::Field& field);
  /// A fact that the mapping gives, read as the field's type; asked for when it does not.
  Json fact(const std::string& of, const base::Field& field, const std::string& path, bool required);

  /// Streams and members that no sheet lists, and the mapping does: they are rows of their own.
  void add_facts_of_mapping();
  /// A row for something that is only named so far; nothing when there is one of this id or name.
  void begin_row(const std::string& table, const std::string& name);
  void list_names();
  void name_organisation(TableRow& row);
  /// Officers keep the applicants beside their applications: without a sheet of organisations they are taken from there.
  void add_organisations();
  /// One applicant with two numbers is two applicants, or a slip; who it is decides who may apply twice.
  void check_same(const TableRow& row, const std::string& id);
  void add_streams();
  void add_members();
  /// Asks for what every record of a table must have and a row lacks, where the rows are few.
  void complete(const std::string& table, const std::string& noun, const std::string& title);

  void put_round();
  std::string stream_of(const std::string& said) const;
  /// Names in place of ids become ids.
  Json resolved(const intake::SheetPlan& plan, const intake::SheetPlan::Column& column, const Json& value) const;
  std::string key_of(const intake::SheetPlan& plan, const TableRow& row, std::size_t key) const;
  void put_table(const intake::SheetPlan& plan);
  void tell_no_parent(const intake::SheetPlan& plan, const intake::SheetPlan& parent, const TableRow& row);
  /// The record at "applications[3].elements[2]".
  Json* record_at(const std::string& place);
  Json* list_holder(const std::string& key);

  void put_scores();
  /// Words without a mark are no mark; they are named and left out.
  void drop_reasons_alone(Json& scores, std::vector<Origin>& origins);
  bool complete_mark(LooseMark& mark, const std::map<std::string, std::string>& streams);

  /// The same word in many cells is one question.
  void tell_words();

  const std::vector<intake::SheetPlan>& plans_;
  CellReading reading_;
  const KnownNames& names_;
  const bool records_alone_;
  std::map<std::string, std::vector<TableRow>> rows_;      // by table
  std::vector<LooseMark> marks_;
  Directory streams_, members_, organisations_, applications_, any_measure_;
  std::map<std::string, Directory> measures_;              // by stream
  std::map<std::string, std::map<std::string, std::string>> places_;   // by table: the keys of a record -> its place
  Assembled out_;
};

}  // namespace remit::import
