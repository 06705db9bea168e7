#include "intake/csv_records.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "intake/answer.hpp"
#include "intake/csv_rows.hpp"
#include "intake/limits.hpp"
#include "intake/shape.hpp"

namespace remit::intake {

using base::Kind;
using base::Type;
using base::Value;

namespace {

struct Step {
  std::string name;
  std::size_t number = 0;   // of an item; 0: none
};

/// The whole of `digits` as a number from 1, or 0.
std::size_t item_number(std::string_view digits) {
  std::size_t number = 0;
  const char* const end = digits.data() + digits.size();
  const auto [stopped, fault] = std::from_chars(digits.data(), end, number);
  return fault == std::errc() && stopped == end ? number : 0;
}

/// "Partners[2].Organisation" and "partners.2.organisation" -> partners 2, organisation. Empty when it is no such heading.
std::vector<Step> steps_of(std::string_view heading) {
  std::string plain(heading);
  for (char& c : plain) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c == ' ' || c == '-' ? '_' : c;
  std::vector<Step> steps;
  std::string_view rest = plain;
  while (!rest.empty()) {
    const std::string_view part = rest.substr(0, rest.find('.'));
    rest.remove_prefix(std::min(part.size() + 1, rest.size()));
    const std::size_t bracket = part.find('[');
    if (bracket != part.npos) {
      const std::size_t number = part.ends_with(']') ? item_number(part.substr(bracket + 1, part.size() - bracket - 2)) : 0;
      if (number == 0) return {};
      steps.push_back({std::string(part.substr(0, bracket)), number});
    } else if (const std::size_t number = item_number(part); number > 0 && !steps.empty() && steps.back().number == 0) {
      steps.back().number = number;
    } else {
      steps.push_back({std::string(part), 0});
    }
  }
  return steps;
}

/// Which columns make up a record.
struct Plan {
  Shape* shape = nullptr;
  std::map<std::uint16_t, std::size_t> cells;                          // field -> its column
  std::map<std::uint16_t, std::map<std::size_t, std::size_t>> items;   // list -> number of the item -> its column
  std::map<std::uint16_t, std::map<std::size_t, Plan>> records;        // list -> number of the record -> its columns
  std::vector<std::size_t> columns;                                    // all of them, inner records' too
};

class Table {
 public:
  Table(const FileText& file, const base::RecordType& type, base::Arena& arena, Mistakes& mistakes, bool known_alone)
      : file_(file), arena_(arena), mistakes_(mistakes), known_alone_(known_alone) {
    top_.shape = &shapes_.of(type);
  }

  void read_headings(const CsvRow& row) {
    line_ = row.line;
    const std::size_t before = mistakes_.count();
    if (row.cells.size() > limits::columns)
      mistake("TOO_LARGE", "", "the file has more than " + std::to_string(limits::columns) + " columns");
    for (std::size_t c = 0; c < std::min(row.cells.size(), limits::columns); ++c) {
      headings_.emplace_back(row.cells[c]);
      if (!headings_.back().empty()) place(c);
    }
    need_columns(top_, "");
    sound_ = mistakes_.count() == before;
  }
  /// Whether each heading is known and each needed column there.
  bool sound() const { return sound_; }

  const Value* read_row(const CsvRow& row) {
    line_ = row.line;
    row_ = &row;
    for (std::size_t c = 0; c < row.cells.size(); ++c)
      if (!row.cells[c].empty() && (c >= headings_.size() || headings_[c].empty()))
        mistake("UNKNOWN_FIELD", "",
                "the cell " + std::to_string(c + 1) + " of the row holds `" + base::printable(row.cells[c], 60) +
                    "` and stands under no heading");
    return record(top_, "");
  }

 private:
  void mistake(const char* code, std::string field, std::string message, int line = 0) {
    base::Problem p = file_.problem(code, nullptr, std::move(field), std::move(message));
    p.line = line != 0 ? line : line_;
    mistakes_.add(std::move(p));
  }

  void place(std::size_t column) {
    const std::string& heading = headings_[column];
    const std::vector<Step> steps = steps_of(heading);
    if (steps.empty()) return mistake("UNKNOWN_FIELD", heading, "expected a heading like `partners[1].organisation`");
    std::vector<Plan*> through = {&top_};
    std::size_t group = 0;
    for (std::size_t i = 0; i < steps.size(); ++i) {
      Plan& plan = *through.back();
      const bool last = i + 1 == steps.size();
      const std::uint16_t f = plan.shape->find(group, steps[i].name);
      if (f == Shape::none && known_alone_) return;
      if (f == Shape::none) return mistake("UNKNOWN_FIELD", heading, unknown_message(*plan.shape, group, steps[i].name));
      const base::Field& field = plan.shape->field(f);
      const std::size_t number = steps[i].number;
      if (number > limits::list_items)
        return mistake("TOO_LARGE", heading, "a list has at most " + std::to_string(limits::list_items) + " items");
      if (field.type == Type::record && !last && number == 0) {
        group = plan.shape->group_of[f];
      } else if (field.type == Type::list && field.item == Type::record && !last && number > 0) {
        Plan& inner = plan.records[f][number];
        inner.shape = plan.shape->items[f];
        through.push_back(&inner);
        group = 0;
      } else if (last && field.type != Type::record && !(field.type == Type::list && field.item == Type::record) &&
                 (number == 0 || field.type == Type::list)) {
        const bool fresh = number > 0 ? plan.items[f].emplace(number, column).second : plan.cells.emplace(f, column).second;
        const bool both = field.type == Type::list && plan.cells.contains(f) && plan.items.contains(f);
        if (!fresh || both) return mistake("DUPLICATE_KEY", heading, "the column stands twice; keep one");
        for (Plan* each : through) each->columns.push_back(column);
      } else {
        return mistake("UNKNOWN_FIELD", heading, how_to_name(field));
      }
    }
  }

  static std::string how_to_name(const base::Field& field) {
    if (field.type == Type::record)
      return "`" + field.name + "` is a group; give each of its fields a column, like `" + field.name + ".x`";
    if (field.type == Type::list && field.item == Type::record)
      return "`" + field.name + "` is a list of records; give each of their fields a column, like `" + field.name + "[1].x`";
    return "`" + field.name + "` is a single answer; its heading is just that";
  }

  void need_columns(const Plan& plan, const std::string& prefix) {
    for (const std::uint16_t f : plan.shape->groups[0].required) {
      const base::Field& field = plan.shape->field(f);
      const bool there =
          plan.cells.contains(f) || plan.items.contains(f) || plan.records.contains(f) || field.type == Type::record;
      if (!there)
        mistake("MISSING_FIELD", prefix + field.path,
                "there is no such column: every " + base::spoken(plan.shape->type->name) + " needs it");
    }
    for (const auto& [f, numbered] : plan.records)
      for (const auto& [number, inner] : numbered)
        need_columns(inner, prefix + plan.shape->field(f).path + '[' + std::to_string(number) + "].");
  }

  std::string_view cell(std::size_t column) const {
    return column < row_->cells.size() ? row_->cells[column] : std::string_view();
  }
  int cell_line(std::size_t column) const { return column < row_->lines.size() ? row_->lines[column] : row_->line; }

  Value answer(const base::Field& field, Type type, std::string_view text, std::size_t column) {
    Value out;
    text = base::trim(text);
    if (text.empty()) {
      out.word = given_empty;
      return out;
    }
    Wrong wrong;
    if (!read_answer(field, type, {Given::cell, text, false}, arena_, out, wrong)) {
      out = Value();
      out.word = given_wrong;
      mistake(wrong.code, headings_[column], std::move(wrong.message), cell_line(column));
    }
    return out;
  }

  const Value* record(const Plan& plan, const std::string& prefix) {
    const Shape& shape = *plan.shape;
    Value* values = arena_.make<Value>(shape.size());
    std::uninitialized_fill_n(values, shape.size(), Value());
    for (const auto& [f, column] : plan.cells) {
      const base::Field& field = shape.field(f);
      if (field.type == Type::list)
        values[f] = split(field, column);
      else
        values[f] = answer(field, field.type, cell(column), column);
      for (int g = field.parent; g >= 0; g = shape.field(static_cast<std::size_t>(g)).parent) values[g].word = given_empty;
    }
    for (const auto& [f, numbered] : plan.items) {
      std::vector<Value> items;
      std::uint16_t word = given_empty;
      for (const auto& [number, column] : numbered) {
        const Value item = answer(shape.field(f), shape.field(f).item, cell(column), column);
        if (item.answered()) items.push_back(item);
        if (item.word == given_wrong && !item.answered()) word = given_wrong;
      }
      values[f] = list_of(items, word);
    }
    for (const auto& [f, numbered] : plan.records) values[f] = inner_records(plan, f, numbered, prefix);
    finish_group(shape, 0, values, [&](const base::Field& field, bool empty) { missing(plan, field, empty, prefix); });
    return values;
  }

  Value inner_records(const Plan& plan, std::uint16_t f, const std::map<std::size_t, Plan>& numbered,
                      const std::string& prefix) {
    std::vector<Value> items;
    for (const auto& [number, inner] : numbered) {
      if (std::all_of(inner.columns.begin(), inner.columns.end(), [&](std::size_t c) { return cell(c).empty(); })) continue;
      const Value* values = record(inner, prefix + plan.shape->field(f).path + '[' + std::to_string(number) + "].");
      items.push_back(Value::of_items(Kind::record, {values, inner.shape->size()}));
    }
    return list_of(items, given_empty);
  }

  Value split(const base::Field& field, std::size_t column) {
    std::vector<Value> items;
    std::uint16_t word = given_empty;
    std::string_view rest = cell(column);
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find_first_of(";\n\r"), rest.size());
      const Value item = answer(field, field.item, rest.substr(0, end), column);
      if (item.answered()) items.push_back(item);
      if (item.word == given_wrong && !item.answered()) word = given_wrong;
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    if (items.size() > limits::list_items) {
      mistake("TOO_LARGE", headings_[column], "the list has more than " + std::to_string(limits::list_items) + " items",
              cell_line(column));
      items.clear();
      word = given_wrong;
    }
    return list_of(items, word);
  }

  Value list_of(const std::vector<Value>& items, std::uint16_t otherwise) {
    Value out = Value::of_items(Kind::list, arena_.copy(std::span<const Value>(items)));
    if (!out.answered()) out.word = otherwise;
    return out;
  }

  void missing(const Plan& plan, const base::Field& field, bool empty, const std::string& prefix) {
    if (!empty && field.parent < 0) return;   // the column is missing, and that has been said
    const auto f = static_cast<std::uint16_t>(&field - plan.shape->type->fields.data());
    const auto column = plan.cells.find(f);
    const bool has_column = column != plan.cells.end();
    mistake("MISSING_FIELD", has_column ? headings_[column->second] : prefix + field.path,
            missing_message(*plan.shape, field, empty), has_column ? cell_line(column->second) : 0);
  }

  const FileText& file_;
  base::Arena& arena_;
  Mistakes& mistakes_;
  bool known_alone_;
  Shapes shapes_;
  Plan top_;
  std::vector<std::string> headings_;
  const CsvRow* row_ = nullptr;
  int line_ = 0;
  bool sound_ = false;
};

}   // namespace

bool read_csv_records(const FileText& file, const base::RecordType& type, base::Arena& arena, Mistakes& mistakes,
                      const std::function<void(const base::Value* record, int line)>& take, bool known_alone) {
  Table table(file, type, arena, mistakes, known_alone);
  bool headed = false;
  std::size_t rows = 0;
  const bool whole = read_csv(file, mistakes, [&](const CsvRow& row) {
    if (!headed) {
      headed = true;
      table.read_headings(row);
    } else if (++rows <= limits::records) {
      take(table.read_row(row), row.line);
    }
  });
  if (rows > limits::records)
    mistakes.add(
        file.problem("TOO_LARGE", nullptr, "", "the file has more than " + std::to_string(limits::records) + " rows"));
  if (whole && !headed)
    mistakes.add(file.problem("MISSING_FIELD", nullptr, "", "the file is empty; expected a row of headings"));
  return whole && headed && table.sound();
}

}   // namespace remit::intake
