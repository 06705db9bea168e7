#include "intake/json.hpp"

#include <algorithm>
#include <cstring>
#include <unordered_set>

#include "base/arena.hpp"
#include "base/problem.hpp"
#include "base/text.hpp"
#include "intake/canonical.hpp"
#include "intake/json_cursor.hpp"

namespace remit::intake {

namespace {

const Json nothing;
const std::string no_text;

std::string copied(const JsonToken& token, base::Arena& arena) { return std::string(JsonCursor::text_of(token, arena)); }

Json read_value(JsonCursor& cursor, base::Arena& arena) {
  Json out;
  const JsonToken token = cursor.take();
  switch (token.kind) {
    case JsonToken::null: break;
    case JsonToken::no:
    case JsonToken::yes:
      out.kind = Json::Kind::boolean;
      out.boolean = token.kind == JsonToken::yes;
      break;
    case JsonToken::number:
      out.kind = Json::Kind::number;
      out.text = token.str;
      break;
    case JsonToken::text:
    case JsonToken::escaped_text:
      out.kind = Json::Kind::text;
      out.text = copied(token, arena);
      break;
    case JsonToken::list:
      out.kind = Json::Kind::list;
      for (bool more = cursor.first(']'); more; more = cursor.another(']')) out.items.push_back(read_value(cursor, arena));
      break;
    case JsonToken::object: {
      out.kind = Json::Kind::object;
      std::unordered_set<std::string> keys;
      for (bool more = cursor.first('}'); more; more = cursor.another('}')) {
        const JsonToken key = cursor.take_key();
        std::string name = copied(key, arena);
        if (!keys.insert(name).second)
          throw JsonFault{"DUPLICATE_KEY", key.at, "`" + base::printable(name, 60) + "` stands twice in the same object; keep one"};
        out.members.emplace_back(std::move(name), read_value(cursor, arena));
      }
      break;
    }
  }
  return out;
}

}  // namespace

Json::Json() = default;
Json::Json(const Json& other) = default;
Json::Json(Json&& other) noexcept = default;
Json& Json::operator=(const Json& other) = default;
Json& Json::operator=(Json&& other) noexcept = default;
Json::~Json() = default;

const Json& Json::operator[](std::string_view key) const {
  for (const auto& [name, value] : members)
    if (name == key) return value;
  return nothing;
}

bool Json::has(std::string_view key) const {
  return std::any_of(members.begin(), members.end(), [&](const auto& member) { return member.first == key; });
}

const std::string& Json::str() const { return kind == Kind::text || kind == Kind::number ? text : no_text; }

Json read_json(std::string_view bytes, const std::string& file) {
  if (bytes.starts_with("\xef\xbb\xbf")) bytes.remove_prefix(3);
  try {
    JsonIndex index;
    index.read(bytes);
    JsonCursor cursor(index, bytes);
    base::Arena arena;
    Json out = read_value(cursor, arena);
    cursor.finish();
    return out;
  } catch (const JsonFault& fault) {
    base::refuse(problem_of(fault, FileText(file, bytes)));
  }
}

namespace {

/// Whether any of the eight bytes of `word` is below 0x20, a quote or a backslash. A byte above 0x7f may make it say so
/// too, which costs a second look and no more.
bool needs_a_look(std::uint64_t word) {
  constexpr std::uint64_t ones = 0x0101010101010101, high = 0x8080808080808080;
  const auto zero = [](std::uint64_t w) { return (w - ones) & ~w & high; };
  return ((word - ones * 0x20) & high) != 0 || (zero(word ^ ones * '"') | zero(word ^ ones * '\\')) != 0;
}

}  // namespace

void write_json_text(std::string_view s, std::string& out) {
  out += '"';
  std::size_t plain = 0;
  for (std::size_t i = 0; i < s.size(); ++i) {
    for (std::uint64_t word; i + sizeof word <= s.size(); i += sizeof word) {
      std::memcpy(&word, s.data() + i, sizeof word);
      if (needs_a_look(word)) break;
    }
    if (i == s.size()) break;
    const auto c = static_cast<unsigned char>(s[i]);
    if (c >= 0x20 && c != '"' && c != '\\') continue;
    out.append(s, plain, i - plain);
    plain = i + 1;
    out += '\\';
    switch (c) {
      case '"': out += '"'; break;
      case '\\': out += '\\'; break;
      case '\b': out += 'b'; break;
      case '\f': out += 'f'; break;
      case '\n': out += 'n'; break;
      case '\r': out += 'r'; break;
      case '\t': out += 't'; break;
      default:
        out += "u00";
        out += "0123456789abcdef"[c >> 4];
        out += "0123456789abcdef"[c & 15];
    }
  }
  out.append(s, plain, s.size() - plain);
  out += '"';
}

void write_canonical_json(const Json& value, std::string& out) {
  switch (value.kind) {
    case Json::Kind::null: out += "null"; break;
    case Json::Kind::boolean: out += value.boolean ? "true" : "false"; break;
    case Json::Kind::number: out += value.text; break;
    case Json::Kind::text: write_json_text(value.text, out); break;
    case Json::Kind::list: {
      char before = '[';
      for (const Json& item : value.items) {
        out += before;
        write_canonical_json(item, out);
        before = ',';
      }
      out += value.items.empty() ? "[]" : "]";
      break;
    }
    case Json::Kind::object: {
      std::vector<const std::pair<std::string, Json>*> members;
      for (const auto& member : value.members) members.push_back(&member);
      std::sort(members.begin(), members.end(), [](const auto* a, const auto* b) { return utf16_less(a->first, b->first); });
      char before = '{';
      for (const auto* member : members) {
        out += before;
        write_json_text(member->first, out);
        out += ':';
        write_canonical_json(member->second, out);
        before = ',';
      }
      out += members.empty() ? "{}" : "}";
      break;
    }
  }
}

}  // namespace remit::intake
