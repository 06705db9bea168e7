#include "intake/record_reader.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "intake/answer.hpp"
#include "intake/json_cursor.hpp"
#include "intake/shape.hpp"

namespace remit::intake {

using base::Kind;
using base::Type;
using base::Value;

namespace {

std::string found(const JsonToken& token) {
  switch (token.kind) {
    case JsonToken::list: return "found a list";
    case JsonToken::object: return "found a group of fields";
    case JsonToken::null: return "found `null`";
    case JsonToken::number: return "found the number `" + base::printable(token.str, 60) + '`';
    case JsonToken::no:
    case JsonToken::yes: return "found `" + std::string(token.str) + '`';
    case JsonToken::text:
    case JsonToken::escaped_text: break;
  }
  return "found the text `" + base::printable(token.str, 60) + '`';
}

Value* make_record(const Shape& shape, base::Arena& arena) {
  Value* values = arena.make<Value>(shape.size());
  std::uninitialized_fill_n(values, shape.size(), Value());
  return values;
}

}   // namespace

struct RecordReader::State {
  Shapes shapes;
  Shape* top;
  std::vector<std::string> passed_over;
  bool pass_over_all;
  JsonIndex index;
  std::vector<Value> scratch;   // items of the lists that are open
  std::vector<Row> inner;
  std::size_t level = 0;   // records open within each other

  // of the read at hand
  JsonCursor* cursor = nullptr;
  const FileText* file = nullptr;
  base::Arena* arena = nullptr;
  Mistakes* mistakes = nullptr;

  void mistake(const char* code, const char* at, const Place& place, std::string message) {
    mistakes->add(file->problem(code, at, place.path(), std::move(message)));
  }
  void wrong_kind(const base::Field& field, Type type, const JsonToken& token, const Place& place) {
    std::string message = "expected " + expectation(field, type) + ", " + found(token);
    if (type == Type::list && token.kind < JsonToken::list) message += "; put it in [ ]";
    mistake("WRONG_TYPE", token.at, place, std::move(message));
    cursor->skip(token);
  }

  const Value* record(Shape& shape, const JsonToken& opening, const Place& place) {
    Value* values = make_record(shape, *arena);
    const bool outer_odd = std::exchange(odd, false);
    ++level;
    members(shape, 0, values, place);
    --level;
    const bool plain = !std::exchange(odd, outer_odd) && shape.plain;
    if (plain && finish_plain(shape, values)) return values;
    finish_group(shape, 0, values, [&](const base::Field& field, bool empty) {
      const Place at{&place, field.path};
      mistake("MISSING_FIELD", opening.at, at, missing_message(shape, field, empty));
    });
    return values;
  }

  // Keys mostly come in the order of the record before: the field that followed this one there is tried first.
  void members(Shape& shape, std::size_t group, Value* values, const Place& place) {
    std::uint16_t* guess = &shape.groups[group].first;
    for (bool more = cursor->first('}'); more; more = cursor->another('}')) {
      const JsonToken key = cursor->take_key();
      std::uint16_t f = *guess;
      if (f == Shape::none || key.kind != JsonToken::text || !base::same_bytes(shape.entries[f].name, key.str)) [[unlikely]] {
        f = shape.find(group, JsonCursor::text_of(key, *arena));
        if (f == Shape::none) {
          unknown(shape, group, key, place);
          continue;
        }
        *guess = f;
      }
      guess = &shape.next[f];
      Value& out = values[f];
      if (out.answered() || out.word != 0) [[unlikely]] {
        mistake("DUPLICATE_KEY", key.at, Place{&place, shape.entries[f].name}, "it is given twice; keep one");
        cursor->skip(cursor->take());
        continue;
      }
      const JsonToken token = cursor->take();
      if (!read_plain(shape.entries[f].type, shape.entries[f].is_id, token, out)) member(shape, f, token, values, Place{&place, shape.entries[f].name}, place);
    }
  }

  void unknown(const Shape& shape, std::size_t group, const JsonToken& key, const Place& place) {
    const std::string_view name = JsonCursor::text_of(key, *arena);
    const bool passed = level == 1 && group == 0 &&
                        (pass_over_all || std::find(passed_over.begin(), passed_over.end(), name) != passed_over.end());
    if (!passed && !pass_over_all) {
      const std::string shown = base::printable(name, 60);
      mistake("UNKNOWN_FIELD", key.at, Place{&place, shown},
              mistakes->full() ? "unknown" : unknown_message(shape, group, name));
    }
    cursor->skip(cursor->take());
  }

  void member(Shape& shape, std::uint16_t f, const JsonToken& token, Value* values, const Place& here, const Place& outer) {
    const base::Field& field = shape.field(f);
    Value& out = values[f];
    if (token.kind == JsonToken::null) {
      not_answered(out, given_null);
    } else if (field.type == Type::record) {
      out.word = given_empty;
      if (token.kind == JsonToken::object) return members(shape, shape.group_of[f], values, here);
      not_answered(out, given_wrong);
      wrong_kind(field, field.type, token, here);
    } else if (field.type == Type::list) {
      if (token.kind != JsonToken::list) {
        not_answered(out, given_wrong);
        return wrong_kind(field, field.type, token, here);
      }
      list(shape, f, token, out, outer);
    } else {
      read_other(field, field.type, token, out, here);
    }
  }

  void not_answered(Value& out, std::uint16_t why) {
    out.word = why;
    odd = true;
  }

  /// What most answers are: read without a detour through the words for what may be wrong with them.
  [[gnu::always_inline]] static bool read_plain(Type type, bool is_id, const JsonToken& token, Value& out) {
    const std::string_view s = token.str;
    const auto trimmed = [](char c) { return c > ' ' && c < 0x7f; };   // no white space of any kind begins or ends with it
    switch (token.kind) {
      case JsonToken::yes:
      case JsonToken::no:
        if (type != Type::yes_no && type != Type::answer) return false;
        out = Value::yes(token.kind == JsonToken::yes);
        return true;
      case JsonToken::text:
        if ((type != Type::text && type != Type::answer) || is_id || s.empty() || s.size() > limits::text_bytes) return false;
        if (!trimmed(s.front()) || !trimmed(s.back())) return false;
        out = Value::of_text(s);
        return true;
      case JsonToken::number: {
        if ((type != Type::count && type != Type::money) || s.size() > 15) return false;   // 15 digits lie within every limit
        std::int64_t n = 0;
        for (const char c : s) {
          if (c < '0' || c > '9') return false;
          n = n * 10 + (c - '0');
        }
        out = type == Type::count ? Value::of(Kind::count, n) : Value::of(Kind::money, n * 100);
        return true;
      }
      default: return false;
    }
  }

  void leaf(const base::Field& field, Type type, const JsonToken& token, Value& out, const Place& here) {
    if (!read_plain(type, field.is_id, token, out)) read_other(field, type, token, out, here);
  }

  void read_other(const base::Field& field, Type type, const JsonToken& token, Value& out, const Place& here) {
    Given given;
    switch (token.kind) {
      case JsonToken::text:
      case JsonToken::escaped_text:
        given.str = base::trim(JsonCursor::text_of(token, *arena));
        given.plain = token.kind == JsonToken::text;
        if (given.str.empty()) {
          not_answered(out, given_empty);
          return;
        }
        break;
      case JsonToken::number: given = {Given::number, token.str}; break;
      case JsonToken::yes: given = {Given::yes, token.str}; break;
      case JsonToken::no: given = {Given::no, token.str}; break;
      default: not_answered(out, given_wrong); return wrong_kind(field, type, token, here);
    }
    Wrong wrong;
    if (read_answer(field, type, given, *arena, out, wrong)) return;
    not_answered(out, given_wrong);
    mistake(wrong.code, token.at, here, std::move(wrong.message));
  }

  void list(Shape& shape, std::uint16_t f, const JsonToken& opening, Value& out, const Place& outer) {
    const base::Field& field = shape.field(f);
    const std::size_t base = scratch.size();
    const std::size_t most = level == 1 && file_table(field) ? limits::records : limits::list_items;
    std::size_t number = 0;
    bool wrong = false;
    for (bool more = cursor->first(']'); more; more = cursor->another(']')) {
      const Place here{&outer, field.name, ++number};
      const JsonToken token = cursor->take();
      Value item;
      if (number > most) {
        if (number == most + 1)
          mistake("TOO_LARGE", opening.at, Place{&outer, field.name},
                  "the list has more than " + std::to_string(most) + " items");
        wrong = true;
        cursor->skip(token);
        continue;
      }
      if (field.item == Type::record) {
        if (token.kind != JsonToken::object) {
          wrong_kind(field, field.item, token, here);
          wrong = true;
          continue;
        }
        const Value* values = record(*shape.items[f], token, here);
        if (level == 1) inner.push_back({values, token.at, 0, static_cast<std::uint32_t>(number)});
        item = Value::of_items(Kind::record, {values, shape.items[f]->size()});
      } else if (token.kind == JsonToken::null && may_skip(field.item)) {
        continue;
      } else {
        leaf(field, field.item, token, item, here);
        if (!item.answered()) {
          if (item.word == given_empty && !may_skip(field.item))
            mistake("WRONG_TYPE", token.at, here, "it is empty; expected " + expectation(field, field.item));
          wrong = wrong || item.word == given_wrong;
          continue;
        }
      }
      scratch.push_back(item);
    }
    out = Value::of_items(Kind::list, arena->copy(std::span<const Value>(scratch).subspan(base)));
    scratch.resize(base);
    if (!out.answered()) not_answered(out, wrong ? given_wrong : given_empty);
  }
  /// Blank items of a list of texts are no items.
  static bool may_skip(Type item) { return item == Type::text || item == Type::answer || item == Type::organisation; }
  bool file_table(const base::Field& field) const { return tables && field.item == Type::record; }
  bool tables = false;
  bool odd = false;                // something in the record at hand was given, and is no answer
};

RecordReader::RecordReader(const base::RecordType& type, std::vector<std::string> passed_over, bool pass_over_all)
    : state_(std::make_unique<State>()) {
  state_->top = &state_->shapes.of(type);
  state_->tables = !passed_over.empty();
  state_->passed_over = std::move(passed_over);
  state_->pass_over_all = pass_over_all;
}
RecordReader::~RecordReader() = default;
RecordReader::RecordReader(RecordReader&&) noexcept = default;
RecordReader& RecordReader::operator=(RecordReader&&) noexcept = default;

const std::vector<Row>& RecordReader::inner_rows() const { return state_->inner; }

const Value* RecordReader::read(std::string_view bytes, const FileText& file, base::Arena& arena, Mistakes& mistakes) {
  State& s = *state_;
  s.scratch.clear();
  s.inner.clear();
  s.level = 0;
  s.odd = false;
  s.file = &file, s.arena = &arena, s.mistakes = &mistakes;
  try {
    s.index.read(bytes);
    JsonCursor cursor(s.index, bytes);
    s.cursor = &cursor;
    const JsonToken token = cursor.take();
    const Value* values = nullptr;
    if (token.kind == JsonToken::object) {
      values = s.record(*s.top, token, Place());
    } else {
      s.mistake("WRONG_TYPE", token.at, Place(), "expected " + with_article(s.top->type->name) + " in { }, " + found(token));
      cursor.skip(token);
    }
    cursor.finish();
    return values;
  } catch (const JsonFault& fault) {
    mistakes.add(problem_of(fault, file));
    return nullptr;
  }
}

bool RecordReader::read_list(std::string_view bytes, const FileText& file, base::Arena& arena, Mistakes& mistakes,
                             std::vector<Row>& rows) {
  State& s = *state_;
  s.scratch.clear();
  s.level = 0;
  s.odd = false;
  s.file = &file, s.arena = &arena, s.mistakes = &mistakes;
  try {
    s.index.read(bytes);
    JsonCursor cursor(s.index, bytes);
    s.cursor = &cursor;
    const JsonToken opening = cursor.take();
    if (opening.kind != JsonToken::list) {
      s.mistake("WRONG_TYPE", opening.at, Place(),
                "expected a list of " + base::spoken(s.top->type->name) + "s in [ ], " + found(opening));
      return false;
    }
    std::size_t number = 0;
    for (bool more = cursor.first(']'); more; more = cursor.another(']')) {
      const JsonToken token = cursor.take();
      const Place here{nullptr, {}, ++number};
      if (token.kind == JsonToken::object) {
        rows.push_back({s.record(*s.top, token, here), token.at, 0, static_cast<std::uint32_t>(number)});
      } else {
        s.mistake("WRONG_TYPE", token.at, here, "expected " + with_article(s.top->type->name) + " in { }, " + found(token));
        cursor.skip(token);
      }
    }
    cursor.finish();
    return true;
  } catch (const JsonFault& fault) {
    mistakes.add(problem_of(fault, file));
    return false;
  }
}

bool next_line(std::string_view& rest, std::string_view& line) {
  if (rest.empty()) return false;
  const std::size_t end = rest.find('\n');
  line = rest.substr(0, end);
  rest.remove_prefix(end == rest.npos ? rest.size() : end + 1);
  return true;
}

}   // namespace remit::intake
