#include "import/british.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "base/date.hpp"
#include "base/money.hpp"
#include "base/rational.hpp"
#include "base/text.hpp"
#include "intake/answer.hpp"

namespace remit::import {

using base::Type;
using intake::Json;

namespace {

std::string lower(std::string_view s) {
  std::string out(s);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

bool all_digits(std::string_view s) {
  return !s.empty() && std::ranges::all_of(s, [](char c) { return c >= '0' && c <= '9'; });
}

/// Words and numbers of a date: "3rd April 2012, 5pm" -> 3, april, 2012, 5, pm; the signs between them.
struct Token {
  std::string text;
  char before = ' ';
};
std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> out;
  char before = ' ';
  for (std::size_t i = 0; i < text.size();) {
    const auto kind = [&](std::size_t k) { return text[k] >= '0' && text[k] <= '9' ? 1 : (text[k] | 0x20) >= 'a' && (text[k] | 0x20) <= 'z' ? 2 : 0; };
    if (kind(i) == 0) {
      before = text[i] == ' ' || text[i] == ',' ? (before == ' ' ? ' ' : before) : text[i];
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < text.size() && kind(end) == kind(i)) ++end;
    out.push_back({lower(text.substr(i, end - i)), before});
    before = ' ';
    i = end;
  }
  return out;
}

int month_named(std::string_view word) {
  constexpr std::array<std::string_view, 12> names = {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"};
  if (word == "sept") return 9;
  for (std::size_t m = 0; m < names.size(); ++m)
    if (word == names[m] || (word.size() == 3 && names[m].starts_with(word))) return static_cast<int>(m) + 1;
  return 0;
}

bool is_weekday(std::string_view word) {
  constexpr std::array<std::string_view, 7> names = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
  return word.size() >= 3 && std::ranges::any_of(names, [&](std::string_view n) { return n.starts_with(word) || word == "tues" || word == "weds" || word == "thurs"; });
}

std::string two(int n) { return (n < 10 ? "0" : "") + std::to_string(n); }

/// "17:00:00" of "5pm", "17:00", "5.30 pm"; empty: no time.
std::string time_of(const std::vector<Token>& t, std::size_t from) {
  std::array<int, 3> parts = {0, 0, 0};
  std::size_t n = 0;
  bool pm = false, am = false;
  for (std::size_t i = from; i < t.size(); ++i) {
    if (all_digits(t[i].text) && t[i].text.size() <= 2 && n < 3 && !am && !pm) {
      if (n > 0 && t[i].before != ':' && t[i].before != '.') return {};
      parts[n++] = std::stoi(t[i].text);
    } else if ((t[i].text == "am" || t[i].text == "pm" || t[i].text == "noon" || t[i].text == "midnight") && n > 0 && !am && !pm) {
      if (t[i].text == "midnight") return {};   // of which day?
      (t[i].text == "am" ? am : pm) = true;
    } else if (!((t[i].text == "at" || t[i].text == "hrs" || t[i].text == "h") && (n == 0 || i + 1 == t.size()))) {
      return {};
    }
  }
  if (n == 0 || (n == 1 && !am && !pm)) return {};
  if ((am || pm) && (parts[0] < 1 || parts[0] > 12)) return {};
  if (pm && parts[0] < 12) parts[0] += 12;
  if (am && parts[0] == 12) parts[0] = 0;
  if (parts[0] > 23 || parts[1] > 59 || parts[2] > 59) return {};
  return two(parts[0]) + ':' + two(parts[1]) + ':' + two(parts[2]);
}

bool is_nothing(std::string_view text) {
  const std::string plain = lower(text);
  return plain == "-" || plain == "–" || plain == "—" || plain == "n/a" || plain == "na" || plain == "nil return" || plain == "none";
}

std::string folded(std::string_view s) {
  std::string out = lower(base::trim(s));
  for (char& c : out)
    if (c == ' ' || c == '-') c = '_';
  return out;
}

struct OtherWord {
  std::string_view field, said, word;
};
// What people call the kinds of things. A word of the field itself always comes first.
constexpr std::array<OtherWord, 20> other_words = {{
    {"type", "voluntary_sector", "voluntary"}, {"type", "charity", "voluntary"}, {"type", "registered_charity", "voluntary"}, {"type", "vol", "voluntary"},
    {"type", "community_group", "community"}, {"type", "community_organisation", "community"}, {"type", "comm", "community"},
    {"type", "statutory_body", "statutory"}, {"type", "public_sector", "statutory"}, {"type", "local_authority", "statutory"}, {"type", "council", "statutory"}, {"type", "stat", "statutory"},
    {"type", "private_sector", "private"}, {"type", "private_company", "private"}, {"type", "for_profit", "private"}, {"type", "internal", "in_house"},
    {"functions", "commissioning", "commissioner"}, {"functions", "providing", "provider"},
    {"status", "withdrew", "withdrawn"}, {"status", "received", "submitted"},
}};

Answer wrong(const base::Field& field, Type type, const Cell& cell, const std::string& more = {}) {
  return {{}, "expected " + intake::expectation(field, type) + ", found " + intake::ticked(cell.text) + more};
}

Answer word_of(const base::Field& field, Type type, const Cell& cell) {
  const std::string said = folded(cell.text);
  for (const std::string& word : field.words)
    if (folded(word) == said) return {json_text(word), {}};
  for (const OtherWord& other : other_words)
    if (other.field == field.name && other.said == said && std::ranges::find(field.words, other.word) != field.words.end()) return {json_text(std::string(other.word)), {}};
  return wrong(field, type, cell, intake::suggestion(cell.text, field.words));
}

Answer number_of(const base::Field& field, Type type, const Cell& cell) {
  if (cell.kind == Cell::Kind::number) {
    if (type == Type::count && cell.text.contains('.')) return wrong(field, type, cell);
    return {json_number(cell.text), {}};
  }
  std::string text(cell.text);
  if (text.starts_with("exactly ")) return {json_text(text.substr(8)), {}};   // as Remit writes a fraction without a last digit
  if (text.contains('/')) return wrong(field, type, cell, "; a mark is written alone, without what it is out of");
  if (type == Type::number && text.ends_with('%')) text.pop_back();
  base::Rational n;
  if (!base::Rational::read(base::trim(text), n) || (type == Type::count && !n.whole())) return wrong(field, type, cell);
  return {json_number(std::string(base::trim(text))), {}};
}

Answer money_of(const base::Field& field, const Cell& cell) {
  std::int64_t pence = 0;
  if (const auto pounds = read_pounds(cell.text)) return {json_text(*pounds), {}};
  if (cell.kind == Cell::Kind::number && !base::read_money(cell.text, pence) && cell.text.contains('.'))
    return wrong(field, Type::money, cell, cell.formula ? ": a formula with more than two decimals; round it to pence" : ": more than two decimals");
  return wrong(field, Type::money, cell);
}

Answer day_of(const base::Field& field, Type type, const Cell& cell) {
  auto day = cell.kind == Cell::Kind::date || cell.kind == Cell::Kind::moment ? std::optional(cell.text) : read_day(cell.text);
  base::Value read;
  if (!day || !base::read_moment(*day, read)) {
    if (cell.kind == Cell::Kind::number) return wrong(field, type, cell, "; is the cell formatted as a date?");
    return wrong(field, type, cell, "; a day is written before its month");
  }
  if (type == Type::date && day->size() > 10) day->resize(10);
  return {json_text(*day), {}};
}

Answer yes_no_of(const base::Field& field, const Cell& cell) {
  constexpr std::array<std::string_view, 8> yes = {"yes", "y", "true", "1", "x", "✓", "✔", "t"}, no = {"no", "n", "false", "0", "✗", "✘", "f", "no "};
  const std::string said = lower(base::trim(cell.text));
  Json value;
  value.kind = Json::Kind::boolean;
  value.boolean = std::ranges::find(yes, said) != yes.end();
  if (!value.boolean && std::ranges::find(no, said) == no.end()) return wrong(field, Type::yes_no, cell);
  return {value, {}};
}

/// "0-5", "0 to 5", "1 – 10": a scale in one cell.
std::optional<Json> range_of(std::string_view text) {
  std::string plain = lower(text);
  for (const std::string_view sign : {"–", "—", " to "})
    if (const auto at = plain.find(sign); at != plain.npos) plain.replace(at, sign.size(), "-");
  const std::size_t dash = plain.find('-', 1);
  if (dash == plain.npos) return {};
  base::Rational low, high;
  const std::string a(base::trim(plain.substr(0, dash))), b(base::trim(plain.substr(dash + 1)));
  if (!base::Rational::read(a, low) || !base::Rational::read(b, high)) return {};
  Json out;
  out.kind = Json::Kind::list;
  out.items = {json_number(a), json_number(b)};
  return out;
}

}  // namespace

Json json_text(std::string text) {
  Json out;
  out.kind = Json::Kind::text;
  out.text = std::move(text);
  return out;
}
Json json_number(std::string digits) {
  Json out;
  std::string_view bare = digits;
  if (bare.starts_with('-')) bare.remove_prefix(1);
  const bool plain = !bare.empty() && bare.find_first_not_of("0123456789.") == bare.npos && bare.front() != '.' && bare.back() != '.';
  const bool padded = bare.size() > 1 && bare[0] == '0' && bare[1] != '.';
  out.kind = plain && !padded ? Json::Kind::number : Json::Kind::text;
  out.text = std::move(digits);
  return out;
}

std::optional<std::string> read_pounds(std::string_view given) {
  std::string text(base::trim(given));
  if (lower(text).starts_with("gbp")) text = std::string(base::trim(text.substr(3)));
  else if (lower(text).ends_with("gbp")) text = std::string(base::trim(text.substr(0, text.size() - 3)));
  std::erase(text, ' ');
  std::int64_t pence = 0;
  if (text.ends_with('k') || text.ends_with('K')) {
    text.pop_back();
    base::Rational n;
    std::string bare = text.starts_with("£") ? text.substr(2) : text;
    std::erase(bare, ',');
    if (bare.contains('/') || !base::Rational::read(bare, n)) return {};
    n = n * base::Rational(100'000);
    if (!n.whole() || n.num() > (base::int128{1} << 62) || n < base::Rational(0)) return {};
    return base::money_text(static_cast<std::int64_t>(n.num()));
  }
  if (!base::read_money(text, pence)) return {};
  return base::money_text(pence);
}

std::optional<std::string> read_day(std::string_view text) {
  base::Value value;
  if (base::read_moment(base::trim(text), value)) return base::moment_text(value);
  std::vector<Token> t = tokens_of(base::trim(text));
  if (!t.empty() && is_weekday(t[0].text)) t.erase(t.begin());
  std::erase_if(t, [](const Token& token) { return token.text == "st" || token.text == "nd" || token.text == "rd" || token.text == "th"; });
  if (t.size() < 3) return {};
  int day = 0, month = 0;
  if (all_digits(t[0].text) && t[0].text.size() <= 2) {
    day = std::stoi(t[0].text);
    month = all_digits(t[1].text) && t[1].text.size() <= 2 && t[1].before != ' ' && t[2].before != ' ' ? std::stoi(t[1].text) : month_named(t[1].text);
  } else if ((month = month_named(t[0].text)) > 0 && all_digits(t[1].text) && t[1].text.size() <= 2) {
    day = std::stoi(t[1].text);
  }
  if (day == 0 || month == 0 || !all_digits(t[2].text) || (t[2].text.size() != 4 && t[2].text.size() != 2)) return {};
  const std::string year = t[2].text.size() == 2 ? "20" + t[2].text : t[2].text;   // no round is older than this century
  std::string out = year + '-' + two(month) + '-' + two(day);
  if (t.size() > 3) {
    const std::string time = time_of(t, 3);
    if (time.empty()) return {};
    out += 'T' + time;
  }
  if (!base::read_moment(out, value)) return {};
  return out;
}

Answer read_answer(const base::Field& field, Type type, const Cell& cell) {
  if (cell.empty()) return {};
  if (cell.kind == Cell::Kind::error)
    return {{}, "the cell shows " + intake::ticked(cell.text) + "; open the workbook in your spreadsheet program, mend it and save it again"};
  if (type != Type::text && type != Type::answer && is_nothing(cell.text)) return {};
  switch (type) {
    case Type::money: return money_of(field, cell);
    case Type::date:
    case Type::moment: return day_of(field, type, cell);
    case Type::count:
    case Type::number: return number_of(field, type, cell);
    case Type::yes_no: return yes_no_of(field, cell);
    case Type::one_of: return word_of(field, type, cell);
    case Type::answer:
      if (cell.kind == Cell::Kind::yes_no) return yes_no_of(field, cell);
      [[fallthrough]];
    default: return {json_text(cell.text), {}};
  }
}

Answer read_list(const base::Field& field, const Cell& cell) {
  if (field.item == Type::number && cell.kind == Cell::Kind::text)
    if (auto range = range_of(cell.text)) return {*range, {}};
  Answer out;
  std::string_view rest = cell.text;
  const bool bullets = rest.starts_with("•");
  const char* between = bullets || rest.contains('\n') ? "\n\r" : ";";
  while (!rest.empty()) {
    const std::size_t size = std::min(rest.find_first_of(between), rest.size());
    std::string_view item = base::trim(rest.substr(0, size));
    if (bullets && item.starts_with("•")) item = base::trim(item.substr(std::string_view("•").size()));
    rest.remove_prefix(std::min(size + 1, rest.size()));
    if (item.empty()) continue;
    const bool alone = cell.kind != Cell::Kind::text;   // a number or a date is the only item
    Answer one = read_answer(field, field.item, {alone ? cell.kind : Cell::Kind::text, cell.formula, std::string(item)});
    if (!one.wrong.empty()) return one;
    if (!one.value.is_null()) out.value.items.push_back(std::move(one.value));
  }
  if (!out.value.items.empty()) out.value.kind = Json::Kind::list;
  return out;
}

}  // namespace remit::import
