#include "intake/json_cursor.hpp"

#include <algorithm>
#include <bitset>

#include "base/text.hpp"

namespace remit::intake {

namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }

/// Whether the whole of `s` is a number as JSON writes it.
bool json_number(std::string_view s) {
  std::size_t at = 0;
  const auto digits = [&] {
    const std::size_t from = at;
    while (at < s.size() && digit(s[at])) ++at;
    return at - from;
  };
  if (at < s.size() && s[at] == '-') ++at;
  const bool zero = at < s.size() && s[at] == '0';
  const std::size_t whole = digits();
  if (whole == 0 || (zero && whole > 1)) return false;
  if (at < s.size() && s[at] == '.') {
    ++at;
    if (digits() == 0) return false;
  }
  if (at < s.size() && (s[at] == 'e' || s[at] == 'E')) {
    ++at;
    if (at < s.size() && (s[at] == '+' || s[at] == '-')) ++at;
    if (digits() == 0) return false;
  }
  return at == s.size();
}

/// The four hexadecimal digits at `s`, or -1.
int hex4(std::string_view s) {
  if (s.size() < 4) return -1;
  int n = 0;
  for (const char c : s.substr(0, 4)) {
    const int d = digit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
    if (d < 0) return -1;
    n = n * 16 + d;
  }
  return n;
}

char* write_utf8(int point, char* out) {
  const auto put = [&](int byte) { *out++ = static_cast<char>(byte); };
  if (point < 0x80) {
    put(point);
  } else if (point < 0x800) {
    put(0xc0 | point >> 6), put(0x80 | (point & 63));
  } else if (point < 0x10000) {
    put(0xe0 | point >> 12), put(0x80 | (point >> 6 & 63)), put(0x80 | (point & 63));
  } else {
    put(0xf0 | point >> 18), put(0x80 | (point >> 12 & 63)), put(0x80 | (point >> 6 & 63)), put(0x80 | (point & 63));
  }
  return out;
}

constexpr std::string_view escapes = "\"\\/bfnrt", meanings = "\"\\/\b\f\n\r\t";

}   // namespace

base::Problem problem_of(const JsonFault& fault, const FileText& file) {
  base::Problem p = file.problem(fault.code, fault.at, "", fault.message);
  if (p.code == "NOT_JSON") p.column = file.column_of(fault.at);
  return p;
}

JsonToken JsonCursor::take_number() {
  const std::string_view found = token();
  if (!json_number(found)) expected("a value");
  ++next_;
  return {JsonToken::number, found, found.data()};
}

void JsonCursor::skip(const JsonToken& token) {
  if (token.kind < JsonToken::list) return;
  std::bitset<limits::depth + 1> objects;   // by depth: whether an object is open there, or a list
  const std::size_t outside = depth_ - 1;
  objects[depth_] = token.kind == JsonToken::object;
  bool opened = true;
  while (depth_ > outside) {
    const std::size_t level = depth_;
    const char closing = objects[level] ? '}' : ']';
    if (!(opened ? first(closing) : another(closing))) {
      opened = false;
      continue;
    }
    if (objects[level]) take_key();
    const JsonToken inner = take();
    opened = inner.kind >= JsonToken::list;
    if (opened) objects[depth_] = inner.kind == JsonToken::object;
  }
}

std::string_view JsonCursor::unescaped(const JsonToken& token, base::Arena& arena) {
  const std::string_view s = token.str;
  char* const start = arena.make<char>(s.size());   // escapes are never shorter than what they mean
  char* out = start;
  const auto fault = [&](std::size_t at) {
    throw JsonFault{"NOT_JSON", s.data() + at, "this is not JSON: `" + base::printable(s.substr(at, 6)) + "` is no escape"};
  };
  for (std::size_t i = 0; i < s.size();) {
    if (s[i] != '\\') {
      const std::size_t stop = std::min(s.find('\\', i), s.size());
      out = std::copy(s.data() + i, s.data() + stop, out);
      i = stop;
      continue;
    }
    const std::size_t from = i;
    const char c = i + 1 < s.size() ? s[i + 1] : '\0';
    i += 2;
    if (c != 'u') {
      const std::size_t which = escapes.find(c);
      if (which == escapes.npos) fault(from);
      *out++ = meanings[which];
      continue;
    }
    int point = hex4(s.substr(i));
    i += 4;
    if (point < 0 || (point >= 0xdc00 && point < 0xe000)) fault(from);
    if (point >= 0xd800 && point < 0xdc00) {   // the first half of a pair
      const int low = s.substr(std::min(i, s.size())).starts_with("\\u") ? hex4(s.substr(i + 2)) : -1;
      if (low < 0xdc00 || low >= 0xe000) fault(from);
      point = 0x10000 + ((point - 0xd800) << 10) + (low - 0xdc00);
      i += 6;
    }
    out = write_utf8(point, out);
  }
  return {start, static_cast<std::size_t>(out - start)};
}

void JsonCursor::expected(std::string_view what) const {
  if (next_ == end_) ended();
  throw JsonFault{"NOT_JSON", here(),
                  "this is not JSON: expected " + std::string(what) + ", found `" + base::printable(token(), 40) + "`"};
}

void JsonCursor::ended() const {
  throw JsonFault{"NOT_JSON", bytes_.data() + bytes_.size(), "this is not JSON: it ends before its last bracket is closed"};
}

void JsonCursor::too_deep() const {
  throw JsonFault{"TOO_DEEP", here(),
                  "lists and objects stand more than " + std::to_string(limits::depth) + " deep in each other"};
}

}   // namespace remit::intake
