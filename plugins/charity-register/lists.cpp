// Sources: the list pages of org-id.guide; for company numbers the prefixes that Companies House publishes and the letters that
// stand last in numbers of registered societies; for ODS codes the developer guide of NHS England (1 to 9 letters and digits);
// for councils the second part of ISO 3166-2:GB, which those lists say they use.
#include "lists.hpp"

#include <algorithm>

namespace charity_register {
namespace {

constexpr bool digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool letter(char c) { return c >= 'A' && c <= 'Z'; }
bool digits(std::string_view s) { return std::all_of(s.begin(), s.end(), digit); }
bool letters(std::string_view s) { return std::all_of(s.begin(), s.end(), letter); }
bool letters_or_digits(std::string_view s) {
  return std::all_of(s.begin(), s.end(), [](char c) { return digit(c) || letter(c); });
}

// A linked charity has the number of its main charity and its own after a hyphen.
bool england_and_wales(std::string_view s) {
  const auto hyphen = s.find('-');
  const auto main = s.substr(0, hyphen);
  if ((main.size() != 6 && main.size() != 7) || !digits(main) || main[0] == '0') return false;
  if (hyphen == std::string_view::npos) return true;
  const auto linked = s.substr(hyphen + 1);
  return !linked.empty() && linked.size() <= 4 && digits(linked) && linked[0] != '0';
}

bool scotland(std::string_view s) { return s.size() == 8 && s.substr(0, 2) == "SC" && digits(s.substr(2)); }

bool six_digits(std::string_view s) { return s.size() == 6 && digits(s) && s[0] != '0'; }
bool seven_digits(std::string_view s) { return s.size() == 7 && digits(s); }
bool provider(std::string_view s) { return s.size() == 8 && digits(s) && s[0] != '0'; }
bool four_digits(std::string_view s) { return s.size() == 4 && digits(s); }

bool company(std::string_view s) {
  static constexpr std::string_view prefixes =
      "AC CE CS EN ES FC FE GE GN GS IC IP LP NA NC NF NI NL NO NP NR NV NZ OC OE PC R0 RC RS SA SC SE SF SG SI SL SO SP SR SZ ZC ";
  static constexpr std::string_view societies = "IP SP RS NO NP ";   // their numbers may end in several letters
  if (s.size() != 8) return false;
  if (digits(s)) return s != "00000000";
  const auto prefix = s.substr(0, 2), rest = s.substr(2);
  const auto among = [&](std::string_view all) {
    for (std::size_t i = 0; i + 2 < all.size(); i += 3)
      if (all.substr(i, 2) == prefix) return true;
    return false;
  };
  if (!among(prefixes)) return false;
  if (among(societies)) return digit(rest[0]) && letters_or_digits(rest);
  return digits(rest.substr(0, 5)) && letters_or_digits(rest.substr(5));
}

bool ods(std::string_view s) { return !s.empty() && s.size() <= 9 && letters_or_digits(s); }
bool council(std::string_view s) { return s.size() == 3 && letters(s); }
bool institution(std::string_view s) { return s.size() == 8 && s[3] == '-' && digits(s.substr(0, 3)) && digits(s.substr(4)); }
bool sports_club(std::string_view s) {
  return s.size() == 8 && std::all_of(s.begin(), s.end(), [](char c) { return digit(c) || (c >= 'a' && c <= 'f'); });
}


// at most `before` letters, then `least` to `most` digits, then at most `after` letters
bool shaped(std::string_view s, std::size_t before, std::size_t least, std::size_t most, std::size_t after) {
  const auto first = std::min(s.find_first_of("0123456789"), s.size());
  const auto last = std::min(s.find_first_not_of("0123456789", first), s.size());
  return first <= before && letters(s.substr(0, first)) && last - first >= least && last - first <= most && s.size() - last <= after &&
         letters(s.substr(last));
}
bool mutual(std::string_view s) { return shaped(s, 2, 1, 6, 2); }
bool revenue(std::string_view s) { return shaped(s, 2, 3, 6, 0) && letter(s.empty() ? '0' : s[0]); }
bool housing(std::string_view s) { return shaped(s, 2, 4, 4, 0); }

constexpr List all[] = {
    {"GB-CASC", "numbers of the list of community amateur sports clubs", "eight digits or small letters a to f", sports_club, true, "", 0, ""},
    {"GB-CHC", "numbers of the Charity Commission for England and Wales",
     "six or seven digits, the first not 0, and for a linked charity a hyphen and its own number", england_and_wales, true, "", 0, ""},
    {"GB-COH", "numbers of Companies House", "eight characters: eight digits, or two letters such as SC, NI, OC, CE and six more", company, true, "", 8, ""},
    {"GB-EDU", "numbers of the register of schools of the Department for Education", "six digits (the URN), the first not 0", six_digits, true, "", 0, ""},
    {"GB-HESA", "numbers of the Higher Education Statistics Agency", "four digits", four_digits, true, "", 4, ""},
    {"GB-IRN", "numbers of the schools of the Department of Education of Northern Ireland", "three digits, a hyphen and four digits", institution, true, "", 0, ""},
    {"GB-LAE", "codes of the local authorities of England", "three letters", council, true, "", 0, ""},
    {"GB-LANI", "codes of the local authorities of Northern Ireland", "three letters", council, true, "", 0,
     "ABC AND ANN BFS CCG DRS FMO LBC MEA MUL NMD "},
    {"GB-LAS", "codes of the local authorities of Scotland", "three letters", council, true, "", 0,
     "ABD ABE AGB ANS CLK DGY DND EAY EDH EDU ELN ELS ERW FAL FIF GLG HLD IVC MLN MRY NAY NLK ORK PKN RFW SAY SCB SLK STG WDU WLN ZET "},
    {"GB-MPR", "numbers of the Mutuals Public Register", "such as 235C or IP031455", mutual, false, "", 0, ""},
    {"GB-NHS", "codes of the Organisation Data Service of the NHS", "one to nine letters and digits", ods, true, "", 0, ""},
    {"GB-NIC", "numbers of the Charity Commission for Northern Ireland", "six digits without the letters NIC, the first not 0", six_digits, true, "", 0, ""},
    {"GB-PLA", "codes of the principal local authorities of Wales", "three letters", council, true, "", 0,
     "AGY BGE BGW CAY CGN CMN CRF CWY DEN FLN GWN MON MTY NTL NWP PEM POW RCT SWA TOF VGL WRX "},
    {"GB-REV", "numbers of HM Revenue and Customs", "such as X6243", revenue, false, "", 0, ""},
    {"GB-SC", "numbers of the Scottish Charity Regulator", "the letters SC and six digits", scotland, true, "SC", 6, ""},
    {"GB-SCOTEDU", "numbers of the schools of the Scottish Government", "seven digits (the SEED code)", seven_digits, true, "", 7, ""},
    {"GB-SHPE", "numbers of the registered providers of social housing in England", "such as LH4401, H4244 or 4793", housing, false, "", 0, ""},
    {"GB-UKPRN", "numbers of the UK Register of Learning Providers", "eight digits, the first not 0", provider, true, "", 0, ""},
    {"GB-WALEDU", "numbers of the schools of the Welsh Government", "seven digits", seven_digits, true, "", 7, ""},
};

}  // namespace

std::span<const List> lists() { return all; }

const List* find_list(std::string_view code) {
  for (const auto& list : all)
    if (list.code == code) return &list;
  return nullptr;
}

}  // namespace charity_register
