// An identifier that is not right in form is tried again with the slips that people make mended (blanks, small letters, O for 0,
// noughts lost by a spreadsheet, a prefix left out, the list of another country): what then has a right form is named as what
// was perhaps meant. Nothing is mended silently: the applicant's own id stands in the record, and rules compare it as it is.
#include "identifiers.hpp"

#include <algorithm>
#include <cctype>
#include <vector>

#include "lists.hpp"

namespace charity_register {
namespace {

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }
bool digit(char c) { return c >= '0' && c <= '9'; }

std::string capitals(std::string_view s) {
  std::string made(s);
  std::transform(made.begin(), made.end(), made.begin(), upper);
  return made;
}

// Words about anything somebody wrote: cut, and without what would break a line.
std::string shown(std::string_view s) {
  std::string made;
  for (const char c : s.substr(0, 60)) made += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? ' ' : c;
  while (!made.empty() && s.size() > 60 && (static_cast<unsigned char>(made.back()) & 0x80)) made.pop_back();   // no half letter
  return s.size() > 60 ? made + "..." : made;
}

std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t corner = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, corner + (a[i - 1] != b[j - 1])});
      corner = above;
    }
  }
  return row[b.size()];
}

// Right in form and, where the list's codes are known here, one of them.
bool known(const List& list, std::string_view number) {
  if (!list.right(number)) return false;
  for (std::size_t i = 0; i + 3 < list.councils.size(); i += 4)
    if (list.councils.substr(i, 3) == number) return true;
  return list.councils.empty();
}

bool charities(const List& list) { return list.code == "GB-CHC" || list.code == "GB-SC" || list.code == "GB-NIC"; }

// The number with one slip more mended each time.
std::vector<std::string> mended(std::string_view number, const List& list) {
  std::string plain;
  for (const char c : number)
    if (c != ' ' && c != '.' && c != '/' && c != '#' && c != '\t') plain += upper(c);
  std::vector<std::string> made{std::string(number), plain};
  std::string read = plain;   // letters where only digits can stand
  for (std::size_t i = list.prefix.size(); i < read.size(); ++i)
    read[i] = read[i] == 'O' ? '0' : read[i] == 'I' || read[i] == 'L' ? '1' : read[i];
  made.push_back(read);
  std::string small = plain;
  std::transform(small.begin(), small.end(), small.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  made.push_back(small);
  for (const std::string& one : {plain, read}) {
    std::string bare = one;
    for (const std::string_view letters : {"SC", "NIC", "SCO", "CHC"})
      if (charities(list) && bare.rfind(letters, 0) == 0 && bare.size() > letters.size() && digit(bare[letters.size()]))
        bare.erase(0, letters.size());
    made.push_back(std::string(list.prefix) + bare);
    const auto first = bare.find_first_not_of('0');
    if (first != std::string::npos) made.push_back(std::string(list.prefix) + bare.substr(first));
    if (list.digits == 0) continue;
    if (bare.size() < list.digits && !bare.empty()) made.push_back(std::string(list.prefix) + std::string(list.digits - bare.size(), '0') + bare);
    if (list.prefix.empty() && one.size() > 2 && one.size() < list.digits && !digit(one[1]))   // SC12345 of a company
      made.push_back(one.substr(0, 2) + std::string(list.digits - one.size(), '0') + one.substr(2));
  }
  return made;
}

std::string mend(std::string_view number, const List& list) {
  for (const std::string& one : mended(number, list))
    if (known(list, one) && one != number) return std::string(list.code) + '-' + one;
  return {};
}

// A Scottish or Northern Irish number given the list of its neighbour; else the number as its own list writes it.
std::string perhaps(std::string_view number, const List& list) {
  const std::string plain = capitals(number);
  if (charities(list) && plain.rfind("SC", 0) == 0 && find_list("GB-SC")->right(plain)) return "GB-SC-" + plain;
  if (charities(list) && plain.rfind("NIC", 0) == 0 && find_list("GB-NIC")->right(std::string_view(plain).substr(3))) return "GB-NIC-" + plain.substr(3);
  return mend(number, list);
}

// What is wrong with the number, as far as it can be said in few words; else nothing.
std::string fault(std::string_view number, const List& list) {
  if (number.empty()) return "there is no number after the list code";
  if (number.find_first_of(" \t") != std::string_view::npos) return "it has a blank in it";
  const auto digits = static_cast<std::size_t>(std::count_if(number.begin(), number.end(), digit));
  if (digits != number.size()) {
    if (!list.prefix.empty() && number.rfind(list.prefix, 0) == 0 && digits + list.prefix.size() == number.size())
      return "it has " + std::to_string(digits) + (digits == 1 ? " digit" : " digits");
    const bool small = std::any_of(number.begin(), number.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (small && list.right(capitals(number))) return "it has small letters";
    return {};
  }
  if (!list.prefix.empty()) return "the letters " + std::string(list.prefix) + " are missing";
  if (number[0] == '0' && list.digits == 0 && number.find_first_not_of('0') != std::string_view::npos) return "it has a leading nought";
  return "it has " + std::to_string(digits) + (digits == 1 ? " digit" : " digits");
}

Identifier council(std::string_view id, std::string_view number, const List& list) {
  if (known(list, number)) return {Form::right, std::string(list.code), shown(id) + " is one of the " + std::string(list.whose), ""};
  std::string_view nearest;
  std::size_t least = 2;
  for (std::size_t i = 0; i + 3 < list.councils.size(); i += 4) {
    const auto one = list.councils.substr(i, 3);
    if (const auto far = distance(one, number); far < least) least = far, nearest = one;
  }
  Identifier made{Form::unsure, std::string(list.code),
                  shown(id) + " is none of the " + std::string(list.whose) + " that are known here", ""};
  if (!nearest.empty()) made.nearest = std::string(list.code) + '-' + std::string(nearest);
  return made;
}

// Which list `id` begins with: the longest code that a hyphen follows, in any letters.
const List* listed(std::string_view id) {
  const std::string large = capitals(id);
  const List* found = nullptr;
  for (const List& list : lists())
    if (large.rfind(list.code, 0) == 0 && (large.size() == list.code.size() || large[list.code.size()] == '-'))
      if (!found || list.code.size() > found->code.size()) found = &list;
  return found;
}

Identifier without_list(std::string_view id) {
  Identifier made{Form::wrong, "", shown(id) + " has no list code before the number: GB-CHC- for charities of England and Wales, GB-SC- for "
                  "Scotland, GB-NIC- for Northern Ireland, GB-COH- for companies, local: for an id of the partnership's own", ""};
  if (id.empty()) made.words = "there is no identifier";
  for (const std::string_view code : {"GB-SC", "GB-CHC", "GB-COH"})
    if (const List& list = *find_list(code); list.right(capitals(id))) {
      made.nearest = std::string(code) + '-' + capitals(id);
      break;
    }
  return made;
}

Identifier unknown_list(std::string_view id) {
  const auto first = id.find('-'), second = id.find('-', first + 1);
  const std::string code = capitals(id.substr(0, second));
  Identifier made{Form::unsure, "", shown(id) + ": the list " + shown(code) + " is not known here, so the number was not checked", ""};
  std::size_t least = 3;
  for (const List& list : lists())
    if (const auto far = distance(list.code, code); far < least) least = far, made.nearest = list.code;
  if (!made.nearest.empty()) {
    const List& list = *find_list(made.nearest);
    const auto number = second == std::string_view::npos ? std::string_view{} : id.substr(second + 1);
    made.words += "; the nearest list is " + made.nearest + ", " + std::string(list.whose);
    made.nearest = known(list, number) ? made.nearest + '-' + std::string(number) : mend(number, list);
  }
  return made;
}

}  // namespace

Identifier identify(std::string_view id) {
  if (capitals(id.substr(0, 6)) == "LOCAL:")
    return {Form::unsure, "", shown(id) + " is known to the partnership alone, and cannot be checked", ""};
  const List* list = listed(id);
  if (!list) {
    const auto hyphen = id.find('-');
    const bool coded = hyphen == 2 && std::all_of(id.begin(), id.begin() + 2, [](unsigned char c) { return std::isalpha(c) != 0; });
    return coded ? unknown_list(id) : without_list(id);
  }
  const auto code = id.substr(0, list->code.size());
  const auto number = id.size() > code.size() ? id.substr(code.size() + 1) : std::string_view{};
  if (list->right(number)) {
    if (code != list->code)
      return {Form::wrong, std::string(list->code), shown(id) + ": list codes are written in capitals",
              known(*list, number) ? std::string(list->code) + '-' + std::string(number) : ""};
    if (!list->councils.empty()) return council(id, number, *list);
    return {Form::right, std::string(list->code), shown(id) + " is written as " + std::string(list->whose) + " are", ""};
  }
  Identifier made{list->published ? Form::wrong : Form::unsure, std::string(list->code), "", perhaps(number, *list)};
  const std::string expected = std::string(list->whose) + " are " + std::string(list->form), what = fault(number, *list);
  if (!list->published)
    made.words = shown(id) + " is not like the " + std::string(list->whose) + " that are known here, which are " + std::string(list->form);
  else
    made.words = shown(id) + ": " + (what.empty() ? expected + ", not \"" + shown(number) + '"' : what + "; " + expected);
  return made;
}

}  // namespace charity_register
