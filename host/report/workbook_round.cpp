#include "report/workbook_round.hpp"

#include <algorithm>
#include <array>

#include "base/money.hpp"
#include "base/problem.hpp"
#include "base/rational.hpp"
#include "base/text.hpp"

namespace remit::report {

using base::Type;
using intake::Json;
using intake::SheetPlan;

namespace {

constexpr std::size_t typed_rows = 1000;   // how far down a new workbook checks what is typed

const Json& at_path(const Json& record, std::string_view path) {
  const std::size_t dot = path.find('.');
  const Json& inner = record[path.substr(0, dot)];
  return dot == path.npos ? inner : at_path(inner, path.substr(dot + 1));
}

/// "3.25" for "13/4"; "exactly 1/3" for what has no last digit.
std::string decimal_of(const std::string& exact) {
  base::Rational n;
  if (!base::Rational::read(exact, n)) return exact;
  std::string digits = n.rounded(12);
  base::Rational back;
  if (!base::Rational::read(digits, back) || !(back == n)) return "exactly " + exact;
  if (digits.contains('.')) {
    while (digits.ends_with('0')) digits.pop_back();
    if (digits.ends_with('.')) digits.pop_back();
  }
  return digits;
}

/// One item on each line, with bullets where a line alone would be read as several items.
std::string list_text(const Json& list, const base::Field& field) {
  std::string out;
  const bool bullets = std::ranges::any_of(list.items, [&](const Json& item) { return item.str().starts_with("•") || (list.items.size() == 1 && item.str().contains(';')); });
  for (const Json& item : list.items) {
    std::string text = item.kind == Json::Kind::boolean ? (item.boolean ? "yes" : "no") : item.str();
    if (field.item == Type::number) text = decimal_of(text);
    if (text.find_first_of("\n\r") != text.npos)
      base::refuse({"LINE_BREAK", {}, 0, 0, field.path, "an item of this list holds a line break, which no cell of a list can: `" + base::printable(text, 60) + "`; take another form, such as json", {}, {}});
    out += (out.empty() ? "" : "\n") + std::string(bullets ? "• " : "") + text;
  }
  return out;
}

void put(WorkbookSheet& sheet, std::size_t row, std::size_t column, const Json& value, const base::Field& field) {
  if (value.is_null()) return;
  std::int64_t pence = 0;
  switch (field.type) {
    case Type::money:
      if (base::read_money(value.str(), pence)) return sheet.pounds(row, column, pence);
      break;
    case Type::count:
    case Type::number: return sheet.number(row, column, decimal_of(value.str()));
    case Type::date:
    case Type::moment: return sheet.moment(row, column, value.str());
    case Type::list: return sheet.text(row, column, list_text(value, field), Look::wrapped);
    default: break;
  }
  if (value.kind == Json::Kind::boolean) return sheet.yes_no(row, column, value.boolean);
  sheet.text(row, column, value.str(), value.str().size() > 40 ? Look::wrapped : Look::plain);
}

double width_of(const base::Field& field) {
  if (field.type == Type::list) return 36;
  if (field.type == Type::money || field.type == Type::date || field.type == Type::count || field.type == Type::number || field.type == Type::yes_no) return 13;
  if (field.type == Type::moment) return 20;
  if (field.is_id || field.type == Type::organisation || field.type == Type::one_of) return 18;
  return field.name == "title" || field.name == "name" ? 32 : 40;
}

void add_headings(WorkbookSheet& sheet, const SheetPlan& plan) {
  for (std::size_t c = 0; c < plan.columns.size(); ++c) {
    sheet.text(0, c, plan.columns[c].heading, Look::heading);
    sheet.format(c, width_of(*plan.columns[c].field), Look::plain);
  }
  sheet.freeze(1, plan.keys + 1);
}

/// The records of a table with the keys of those around them.
struct Keyed {
  std::vector<std::string> keys;
  const Json* record;
};
std::vector<Keyed> records_of(const Json& round, const std::vector<SheetPlan>& plans, const SheetPlan& plan) {
  std::vector<Keyed> out;
  if (plan.parent < 0) {
    const Json& list = plan.table == "members" ? round["panel"]["members"] : round[plan.table];
    for (const Json& record : list.items) out.push_back({{}, &record});
    return out;
  }
  const SheetPlan& parent = plans[static_cast<std::size_t>(plan.parent)];
  for (const Keyed& around : records_of(round, plans, parent)) {
    std::vector<std::string> keys = around.keys;
    keys.push_back((*around.record)[parent.type->fields[0].name].str());
    for (const Json& record : at_path(*around.record, plan.list).items) out.push_back({keys, &record});
  }
  return out;
}

void put_rows(WorkbookSheet& sheet, const SheetPlan& plan, const std::vector<Keyed>& records) {
  for (std::size_t r = 0; r < records.size(); ++r) {
    for (std::size_t k = 0; k < plan.keys; ++k) sheet.text(r + 1, k, records[r].keys[k]);
    for (std::size_t c = plan.keys; c < plan.columns.size(); ++c) put(sheet, r + 1, c, at_path(*records[r].record, plan.columns[c].path), *plan.columns[c].field);
  }
}

void add_upright(const Json& round, const SheetPlan& plan, WorkbookFile& book) {
  WorkbookSheet sheet = book.add(plan.name);
  sheet.widths({30, 60});
  for (std::size_t c = 0; c < plan.columns.size(); ++c) {
    sheet.text(c, 0, plan.columns[c].heading, Look::heading);
    put(sheet, c, 1, at_path(round, plan.columns[c].path), *plan.columns[c].field);
  }
}

bool always_there(const SheetPlan& plan) {
  constexpr std::array<std::string_view, 8> tables = {"streams", "streams.measures", "members", "declarations", "organisations", "applications", "applications.elements", "scores"};
  return std::ranges::find(tables, plan.table) != tables.end();
}

/// Where the ids stand that a column names; empty: nowhere in the workbook.
std::string range_of_ids(const SheetPlan& plan, const SheetPlan::Column& column) {
  const bool key = plan.keys > 0 && column.path == plan.columns[0].path;
  std::string_view sheet;
  if (column.field->type == Type::organisation && !(plan.table == "organisations" && column.path == "id")) sheet = "Organisations";
  else if ((key && plan.table.starts_with("streams.")) || (plan.table == "applications" && column.path == "stream")) sheet = "Streams";
  else if ((key && plan.table.starts_with("applications.")) || (plan.table == "scores" && column.path == "application")) sheet = "Applications";
  else if (column.path == "member" && (plan.table == "scores" || plan.table == "declarations")) sheet = "Panel";
  return sheet.empty() ? std::string() : "=" + std::string(sheet) + "!$A$2:$A$" + std::to_string(typed_rows + 1);
}

void check_typed(WorkbookSheet& sheet, const SheetPlan& plan, std::size_t from, std::size_t to, std::size_t column, const SheetPlan::Column& c) {
  const base::Field& field = *c.field;
  if (field.type == Type::one_of) sheet.choose(from, to, column, field.words);
  else if (field.type == Type::yes_no) sheet.choose(from, to, column, {"yes", "no"});
  else if (field.type == Type::money) sheet.only(from, to, column, WorkbookSheet::Typed::amount, "an amount in pounds, such as 12500 or 12500.50");
  else if (field.type == Type::count) sheet.only(from, to, column, WorkbookSheet::Typed::whole, "a whole number");
  else if (field.type == Type::date || field.type == Type::moment) sheet.only(from, to, column, WorkbookSheet::Typed::day, "a day, such as 31/3/2026");
  else if (const std::string range = range_of_ids(plan, c); !range.empty()) sheet.choose_from(from, to, column, range);
}

std::string_view kind_words(const base::Field& field) {
  switch (field.type) {
    case Type::money: return "an amount in pounds";
    case Type::date: return "a day";
    case Type::moment: return "a day, with the time where it matters";
    case Type::count: return "a whole number";
    case Type::number: return "a number";
    case Type::yes_no: return "yes or no";
    case Type::organisation: return "the id of an organisation, or its name";
    case Type::list: return "one item on each line";
    case Type::answer: return "a text, or yes or no";
    default: return "a text";
  }
}

void add_guide(const std::vector<SheetPlan>& plans, const std::string& pack, const Json& example, WorkbookFile& book) {
  WorkbookSheet sheet = book.add("How to fill this in");
  sheet.text(0, 0, "A round for " + pack + ": what each sheet and column holds, with an example. " + std::string(intake::passed_over_sheet) + ".", Look::title);
  const std::array<const char*, 6> headings = {"Sheet", "Column", "Needed", "What it is", "How it is written", "Example (invented)"};
  for (std::size_t c = 0; c < headings.size(); ++c) sheet.text(2, c, headings[c], Look::heading);
  sheet.widths({20, 30, 9, 44, 34, 50});
  sheet.freeze(3, 2);
  std::size_t row = 3;
  for (const SheetPlan& plan : plans) {
    const auto examples = plan.upright ? std::vector<Keyed>{} : records_of(example, plans, plan);
    for (std::size_t c = 0; c < plan.columns.size(); ++c, ++row) {
      const SheetPlan::Column& column = plan.columns[c];
      const base::Field& field = *column.field;
      sheet.text(row, 0, plan.name);
      sheet.text(row, 1, column.heading, Look::wrapped);
      sheet.text(row, 2, c < plan.keys || (field.required && field.parent < 0) || column.path == "panel.id" ? "yes" : "");
      sheet.text(row, 3, c < plan.keys ? "which " + base::spoken(column.path) + " this belongs to" : field.label, Look::wrapped);
      sheet.text(row, 4, field.type == Type::one_of ? base::join_and(field.words, " or ") : std::string(kind_words(field)), Look::wrapped);
      if (plan.upright) put(sheet, row, 5, at_path(example, column.path), field);
      for (const Keyed& e : examples) {   // the first record that answers it
        Json key;
        if (c < plan.keys) {
          key.kind = Json::Kind::text;
          key.text = e.keys[c];
        }
        const Json& value = c < plan.keys ? key : at_path(*e.record, column.path);
        if (value.is_null()) continue;
        put(sheet, row, 5, value, field);
        break;
      }
    }
  }
  sheet.filter(2, row > 3 ? row - 1 : 3, headings.size() - 1);
}

}  // namespace

void add_round_sheets(const Json& round, const std::vector<SheetPlan>& plans, WorkbookFile& book) {
  for (const SheetPlan& plan : plans) {
    if (plan.upright) {
      add_upright(round, plan, book);
      continue;
    }
    const std::vector<Keyed> records = records_of(round, plans, plan);
    if (records.empty() && !always_there(plan)) continue;
    WorkbookSheet sheet = book.add(plan.name);
    add_headings(sheet, plan);
    put_rows(sheet, plan, records);
    if (!records.empty()) sheet.filter(0, records.size(), plan.columns.size() - 1);
  }
}

std::string new_workbook(const std::vector<SheetPlan>& plans, const std::string& pack, const Json& example, bool filled) {
  WorkbookFile book("A round for " + pack, "");
  add_guide(plans, pack, example, book);
  for (const SheetPlan& plan : plans) {
    WorkbookSheet sheet = book.add(plan.name);
    if (plan.upright) {
      sheet.widths({30, 60});
      for (std::size_t c = 0; c < plan.columns.size(); ++c) {
        sheet.text(c, 0, plan.columns[c].heading, Look::heading);
        check_typed(sheet, plan, c, c, 1, plan.columns[c]);
        if (filled) put(sheet, c, 1, at_path(example, plan.columns[c].path), *plan.columns[c].field);
        else if (plan.columns[c].path == "partnership") sheet.text(c, 1, pack);
        else if (plan.columns[c].field->words.size() == 1) sheet.text(c, 1, plan.columns[c].field->words[0]);
      }
      continue;
    }
    add_headings(sheet, plan);
    for (std::size_t c = 0; c < plan.columns.size(); ++c) {
      const base::Field& field = *plan.columns[c].field;
      const Look look = field.type == Type::money ? Look::money : field.type == Type::date || field.type == Type::moment ? Look::day : field.type == Type::list ? Look::wrapped : Look::plain;
      sheet.format(c, width_of(field), look);
      check_typed(sheet, plan, 1, typed_rows, c, plan.columns[c]);
    }
    if (filled) put_rows(sheet, plan, records_of(example, plans, plan));
  }
  return book.finish();
}

}  // namespace remit::report
