#include "areas.hpp"

#include <algorithm>
#include <remit/csv.hpp>

namespace deprivation {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }
bool capital(char c) { return c >= 'A' && c <= 'Z'; }
bool digits(std::string_view s) { return std::all_of(s.begin(), s.end(), digit); }

// Larger or smaller areas of the same family, which people confuse with these.
struct Family {
  std::string_view prefix, words;
};
constexpr Family others[] = {
    {"E00", "an output area; its lower layer super output area begins with E01"},
    {"W00", "an output area; its lower layer super output area begins with W01"},
    {"S00", "an output area; its data zone begins with S01"},
    {"E02", "a middle layer super output area; the lower layer ones in it begin with E01"},
    {"W02", "a middle layer super output area; the lower layer ones in it begin with W01"},
    {"S02", "an intermediate zone; the data zones in it begin with S01"},
    {"E05", "a ward"}, {"W05", "a ward"}, {"S13", "a ward"}, {"N08", "a ward"},
    {"E06", "a council"}, {"E07", "a council"}, {"E08", "a council"}, {"E09", "a council"}, {"W06", "a council"}, {"S12", "a council"}, {"N09", "a council"},
};
constexpr std::string_view ours[] = {"E01", "W01", "S01", "N20", "N21", "N00"};

// 95AA01S1: 95, two letters for the old district, two digits for the ward, S or W and a digit.
bool northern_irish(std::string_view s) {
  return s.size() == 8 && s.substr(0, 2) == "95" && capital(s[2]) && capital(s[3]) && digits(s.substr(4, 2)) && (s[6] == 'S' || s[6] == 'W') && digit(s[7]);
}

// "LE1 5XX", "BT7 1NN": one or two letters, a digit, perhaps one more sign, a digit, two letters.
bool postcode(std::string_view text) {
  std::string s;
  for (const char c : text)
    if (c != ' ') s += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  if (s.size() < 5 || s.size() > 7 || !capital(s[0])) return false;
  const auto last = std::string_view(s).substr(s.size() - 3);
  const auto first = std::string_view(s).substr(0, s.size() - 3);
  return digit(last[0]) && capital(last[1]) && capital(last[2]) && std::any_of(first.begin(), first.end(), digit);
}

// A whole number, with or without commas between its thousands.
std::optional<std::uint32_t> count(std::string_view text) {
  std::uint64_t made = 0;
  std::size_t since = 0;
  bool commas = false;
  if (text.empty() || !digit(text[0])) return std::nullopt;
  for (const char c : text) {
    if (c == ',') {
      if (since > 3 || (commas && since != 3)) return std::nullopt;
      commas = true, since = 0;
      continue;
    }
    if (!digit(c) || made > 100'000'000) return std::nullopt;
    made = made * 10 + static_cast<unsigned>(c - '0');
    ++since;
  }
  if (commas && since != 3) return std::nullopt;
  return static_cast<std::uint32_t>(made);
}

std::string_view code_of(const Area& area) {
  const std::string_view all(area.code.data(), area.code.size());
  return all.substr(0, all.find('\0'));
}

}  // namespace

std::optional<std::string> fault_of(std::string_view code) {
  const std::string shown = remit::presentable(code, 40);
  const auto prefix = code.substr(0, 3);
  if (northern_irish(code)) return std::nullopt;
  const bool known = std::find(std::begin(ours), std::end(ours), prefix) != std::end(ours);
  if (known && code.size() == 9 && digits(code.substr(3))) return std::nullopt;
  if (known) return "\"" + shown + "\" is no code of a small area: after " + std::string(prefix) + " come six digits";
  for (const Family& one : others)
    if (one.prefix == prefix && code.size() == 9 && digits(code.substr(3))) return "\"" + shown + "\" is " + std::string(one.words);
  std::string large = shown;
  for (char& c : large)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  if (large != shown && !fault_of(large)) return "\"" + shown + "\" is written with small letters; codes are written in capitals, " + large;
  if (postcode(code)) return "\"" + shown + "\" looks like a postcode; this plug-in knows small areas, by codes such as E01012345";
  return "\"" + shown + "\" is no code of a small area, such as E01012345, W01001234, S01012345, N20001234 or 95AA01S1";
}

Areas::Areas(std::string_view bytes, const Headings& headings) {
  remit::csv_reader rows(bytes, "areas");
  const auto area = rows.column(headings.area), decile = rows.column(headings.decile);
  const auto rank = rows.find(headings.rank);
  while (rows.next()) {
    const auto code = rows.cell(area);
    if (const auto fault = fault_of(code)) rows.fail(rows.line(), "has an area that is not one: " + *fault);
    Area made;
    std::copy(code.begin(), code.end(), made.code.begin());
    const auto tenth = count(rows.cell(decile));
    if (!tenth || *tenth < 1 || *tenth > 10)
      rows.fail(rows.line(), "has the decile \"" + remit::presentable(rows.cell(decile), 40) + "\"; deciles are 1 (most deprived) to 10");
    made.decile = static_cast<std::uint8_t>(*tenth);
    if (rank && !rows.cell(*rank).empty()) {
      made.rank = count(rows.cell(*rank));
      if (!made.rank || *made.rank == 0) rows.fail(rows.line(), "has the rank \"" + remit::presentable(rows.cell(*rank), 40) + "\"; ranks are whole numbers from 1");
    }
    areas_.push_back(made);
  }
  if (areas_.empty()) rows.fail(1, "is all there is: no area stands under the headings");
  std::sort(areas_.begin(), areas_.end(), [](const Area& a, const Area& b) { return a.code < b.code; });
  const auto twice = std::adjacent_find(areas_.begin(), areas_.end(), [](const Area& a, const Area& b) { return a.code == b.code; });
  if (twice != areas_.end()) throw remit::failure("areas: " + std::string(code_of(*twice)) + " stands there twice; each area may stand there once");
}

const Area* Areas::find(std::string_view code) const {
  const auto found = std::lower_bound(areas_.begin(), areas_.end(), code, [](const Area& a, std::string_view b) { return code_of(a) < b; });
  return found != areas_.end() && code_of(*found) == code ? &*found : nullptr;
}

}  // namespace deprivation
