#include "import/heading_words.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <span>

#include "base/text.hpp"

namespace remit::import {

namespace {

const std::map<std::string, std::string, std::less<>> written_out = {
    {"org", "organisation"}, {"orgs", "organisations"}, {"organization", "organisation"}, {"no", "number"}, {"num", "number"}, {"nr", "number"},
    {"ref", "reference"}, {"refs", "reference"}, {"amt", "amount"}, {"app", "application"}, {"appl", "application"}, {"apps", "applications"},
    {"max", "maximum"}, {"min", "minimum"}, {"recd", "received"}, {"rec", "received"}, {"desc", "description"}, {"proj", "project"},
    {"reqd", "requested"}, {"req", "requested"}, {"wt", "weight"}, {"weighting", "weight"}, {"criteria", "criterion"}, {"scores", "score"},
    {"marks", "mark"}, {"comments", "comment"}, {"reasons", "reason"}, {"identifier", "id"}, {"programme", "program"}, {"justifications", "justification"}};

const std::set<std::string, std::less<>> small_words = {"the", "of", "a", "an", "for", "your", "please", "to", "in", "on", "is", "and", "gbp", "pounds", "s"};

struct Synonyms {
  std::string_view table, path;
  std::string_view names;   // separated by '|'
};
// What officers call things. `applicant.x` are columns about the applicant that stand beside an application.
constexpr std::array<Synonyms, 78> known = {{
    {"applications", "id", "reference|reference number|application reference|application reference number|application number|number|bid reference|bid number|unique reference"},
    {"applications", "stream", "funding stream|lot|theme|strand|grant programme|fund|funding theme"},
    {"applications", "applicant", "organisation|organisation name|applicant name|lead organisation|lead applicant|lead body|group|group name|bidder|applicant organisation|organisation id|applicant id"},
    {"applications", "applicant.charity_number", "charity number|registered charity number|charity registration number|charity commission number"},
    {"applications", "applicant.company_number", "company number|companies house number|registered company number|company registration number"},
    {"applications", "applicant.type", "organisation type|type organisation|applicant type|sector|legal form|legal status|type applicant"},
    {"applications", "applicant.parent", "parent organisation|parent body|parent"},
    {"applications", "applicant.aliases", "known as|also known as|aka|other names|trading name|trading as"},
    {"applications", "title", "project title|project|project name|proposal|proposal title|bid title|scheme|application title|name project"},
    {"applications", "submitted_at", "submitted|date submitted|submission date|date received|received|received at|application date|date application|received date|date time received"},
    {"applications", "status", "application status"},
    {"applications", "amount_requested", "amount|amount sought|requested|sought|grant requested|amount grant requested|funding requested|funding sought|total requested|sum requested|ask|amount applied|applied|total amount requested|bid amount|grant sought|requested amount"},
    {"applications", "use_of_funding", "purpose|purpose grant|what money is|how money will be spent|what funding will be used|how funding will be used|summary|project summary|project description|description"},
    {"applications", "objectives", "objectives met|aims|aims objectives"},
    {"applications", "outcomes", "outcome|outcomes met|planned outcomes"},
    {"applications", "indicators", "success measures|how success will be measured|performance indicators|kpis"},
    {"applications", "complements", "complements other services|how it complements"},
    {"applications", "fits_provision", "fit with provision|existing provision|fits existing provision"},
    {"applications", "added_value", "what it adds|additionality"},
    {"applications", "different_from_core", "difference from core business|not core business"},
    {"applications", "participation", "involvement|participation of children"},
    {"organisations", "id", "organisation id|charity number|registered charity number|organisation number|registration number"},
    {"organisations", "name", "organisation|organisation name|applicant|body"},
    {"organisations", "type", "organisation type|sector|legal form|legal status|kind organisation"},
    {"organisations", "aliases", "known as|also known as|aka|other names|trading name|alias"},
    {"organisations", "parent", "parent organisation|parent body|part of|owned by"},
    {"members", "id", "member id|initials|reference|member|number"},
    {"members", "name", "panel member|member name|assessor|assessor name|scorer|full name"},
    {"members", "agency", "employer|representing|partner agency|organisation represented|employed by|from"},
    {"members", "organisation", "organisation id|own organisation"},
    {"members", "functions", "role|function|commissioner or provider"},
    {"members", "chair", "chairs|panel chair|is chair"},
    {"declarations", "member", "panel member|name|declared by|member name|assessor"},
    {"declarations", "organisation", "interest in|organisation name|body|applicant|interest"},
    {"declarations", "nature", "nature interest|type interest|kind interest|type|kind"},
    {"declarations", "declared_on", "date|date declared|declared|declaration date|date of declaration"},
    {"declarations", "note", "notes|details|detail|comment|explanation"},
    {"streams", "id", "stream id|stream reference|reference"},
    {"streams", "title", "stream|stream name|name|funding stream|stream title"},
    {"streams", "budget", "amount available|funds available|available|total budget|money available|pot"},
    {"streams", "opens", "opening date|open date|opens on|open|date opens"},
    {"streams", "closes", "closing date|close date|deadline|closes on|date closes|closing"},
    {"streams", "minimum_award", "minimum grant|smallest award|smallest grant|minimum"},
    {"streams", "maximum_award", "maximum grant|largest award|largest grant|maximum"},
    {"streams", "minimum_total", "pass mark|threshold|quality threshold|minimum score|minimum total score"},
    {"streams", "requires_cooperation", "partners needed|cooperation required|needs partners"},
    {"streams.measures", "stream", "funding stream|stream id|stream title"},
    {"streams.measures", "id", "measure id|reference|code|measure"},
    {"streams.measures", "title", "criterion|measure title|question|name|criterion title"},
    {"streams.measures", "weight", "percent|share"},
    {"streams.measures", "scale", "marks|range|score range|scored|mark range"},
    {"streams.measures", "minimum", "minimum mark|minimum mean|minimum score|threshold|pass mark"},
    {"scores", "member", "assessor|scorer|panel member|marked by|scored by|reviewer|evaluator|assessor name|marker|member name"},
    {"scores", "application", "application reference|reference|application number|reference number|bid|bid reference|application id|number"},
    {"scores", "measure", "criterion|question|measure id|criterion name"},
    {"scores", "part", "sub criterion|sub measure|sub question"},
    {"scores", "score", "mark|points|rating|score given|score awarded"},
    {"scores", "justification", "comment|reason|rationale|notes|feedback|justification score|reason for score|evidence"},
    {"applications.elements", "application", "application reference|reference|application number|application id|bid reference"},
    {"applications.elements", "id", "element|element id|part|item number|line|number"},
    {"applications.elements", "title", "element title|description|item|what it is|activity|cost line"},
    {"applications.elements", "cost", "amount|price|sum|total cost"},
    {"applications.elements", "fit", "fit rank|order|order fit|panel order"},
    {"applications.elements", "needs", "depends on|needs element|requires"},
    {"applications.partners", "application", "application reference|reference|application number|application id|bid reference"},
    {"applications.partners", "organisation", "partner|partner organisation|partner name|organisation name|partner id"},
    {"applications.partners", "required", "is required|required partner"},
    {"applications.partners", "evidence.document", "evidence|document|letter|letter of support|agreement"},
    {"applications.partners", "evidence.secured_on", "date letter|date agreed|secured on|evidence date|date"},
    {"applications.clarifications", "application", "application reference|reference|application number|application id"},
    {"applications.clarifications", "question", "clarification|query|question asked"},
    {"streams.sources", "agency", "funder|contributor|source|agency contributing|funding source"},
    {"streams.sources", "amount", "contribution|sum|contributes|value"},
    {"round", "as_of", "date round|decision date|panel date|date panel|date"},
    {"round", "title", "round|name|round title|round name|name round"},
    {"round", "id", "round id|round reference|reference"},
    {"round", "panel.quorum", "quorum"},
    {"round", "partnership", "partnership id|area"},
}};

struct TableNames {
  std::string_view table, names;
};
constexpr std::array<TableNames, 8> table_names = {{
    {"applications", "applications|bids|applicants|application list|application log|long list|longlist|application register|bids received|applications received|proposals"},
    {"organisations", "organisations|bodies|organisation list"},
    {"members", "panel|panel members|members|assessors|scorers|scoring panel"},
    {"declarations", "declarations|conflicts|conflicts interest|interests|declarations interest|declared interests|register interests|coi"},
    {"streams", "streams|funding streams|lots|budgets"},
    {"streams.measures", "measures|criterion|scoring criterion|weights|weight|scoring scheme"},
    {"scores", "score|scoring|mark|score sheet|score sheets|assessment|assessments|scoring sheet|scoresheet"},
    {"applications.elements", "elements|costs|budget lines|cost breakdown|breakdown"},
}};

/// "a|b" -> a, b
template <class Take>
void each(std::string_view names, Take&& take) {
  while (!names.empty()) {
    const std::string_view one = names.substr(0, names.find('|'));
    take(one);
    names.remove_prefix(std::min(one.size() + 1, names.size()));
  }
}

Words joined(const Words& a, const Words& b) {
  Words out;
  std::ranges::set_intersection(a, b, std::back_inserter(out));
  return out;
}

}  // namespace

std::string flat(const Words& words) {
  std::string out;
  for (const auto& w : words) out += (out.empty() ? "" : " ") + w;
  return out;
}

Words words_of(std::string_view heading) {
  std::string plain;
  int level = 0;
  for (std::size_t i = 0; i < heading.size(); ++i) {
    const char c = heading[i];
    if (c == '(') ++level;
    if (level == 0 || heading.find_first_not_of(" (", 0) == heading.find('(') + 1) {
      if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z')) plain += c;
      else if (c >= 'A' && c <= 'Z') plain += static_cast<char>(c + 32);
      else if (heading.substr(i).starts_with("'") || heading.substr(i).starts_with("’")) i += c == '\'' ? 0 : 2;   // "rec'd"
      else if (heading.substr(i).starts_with("£")) ++i, plain += ' ';
      else if (static_cast<unsigned char>(c) >= 0x80) plain += c;
      else plain += ' ';
    }
    if (c == ')' && level > 0) --level;
  }
  Words out, small;
  std::string_view rest = plain;
  while (!rest.empty()) {
    const std::size_t size = std::min(rest.find(' '), rest.size());
    const std::string word(rest.substr(0, size));
    rest.remove_prefix(std::min(size + 1, rest.size()));
    if (word.empty()) continue;
    if (small_words.contains(word)) {
      small.push_back(word);
      continue;
    }
    const auto full = written_out.find(word);
    out.push_back(full == written_out.end() ? word : full->second);
  }
  if (out.empty()) out = std::move(small);   // "On", "To": a heading of nothing else
  std::ranges::sort(out);
  out.erase(std::ranges::unique(out).begin(), out.end());
  return out;
}

std::vector<Wanted> wanted_of(const intake::SheetPlan& plan) {
  std::vector<Wanted> out;
  for (std::size_t i = 0; i < plan.columns.size(); ++i) {
    const auto& column = plan.columns[i];
    const base::Field& field = *column.field;
    Wanted& w = out.emplace_back();
    w.path = column.path;
    w.field = &field;
    w.required = i < plan.keys || (field.required && field.parent < 0);
    for (const std::string& name : {column.path, column.heading, i < plan.keys ? std::string() : field.label})
      if (Words words = words_of(base::spoken(name)); !words.empty() && std::ranges::find(w.names, words) == w.names.end()) w.names.push_back(std::move(words));
  }
  for (const Synonyms& s : known) {
    if (s.table != plan.table) continue;
    auto at = std::ranges::find(out, s.path, &Wanted::path);
    if (at == out.end() && s.path.starts_with("applicant.")) {
      out.push_back({std::string(s.path), nullptr, false, {}});
      at = out.end() - 1;
    }
    if (at == out.end()) continue;
    each(s.names, [&](std::string_view name) { at->names.push_back(words_of(name)); });
  }
  return out;
}

bool names_table(std::string_view sheet, const intake::SheetPlan& plan) {
  const Words words = words_of(sheet);
  if (words == words_of(plan.name)) return true;
  bool named = false;
  for (const TableNames& t : table_names)
    if (t.table == plan.table) each(t.names, [&](std::string_view name) { named = named || std::ranges::includes(words, words_of(name)); });
  return named;
}

int likeness(const Words& heading, const Wanted& wanted) {
  int best = 0;
  for (const Words& name : wanted.names) {
    if (heading.empty() || name.empty()) continue;
    if (heading == name) return 100;
    const std::size_t both = joined(heading, name).size(), all = heading.size() + name.size() - both;
    if (both > 0) best = std::max(best, static_cast<int>(60 * both / all) + 20);
  }
  return best >= 50 ? best : 0;
}

bool is_misspelt(const Words& heading, const Wanted& wanted) {
  const std::string said = flat(heading);
  return said.size() >= 4 && std::ranges::any_of(wanted.names, [&](const Words& name) {
    const std::array<std::string, 1> one = {flat(name)};
    return said.size() + 3 > one[0].size() && base::nearest(said, one) == one[0];   // not one that it merely begins
  });
}

bool is_worked_out(const Words& heading) {
  static const std::set<std::string, std::less<>> words = {"total", "totals", "average", "avg", "mean", "rank", "ranking", "sum", "weighted", "overall", "variance", "median", "moderated"};
  return std::ranges::any_of(heading, [&](const std::string& w) { return words.contains(w); });
}

bool begins_totals(std::string_view text) {
  static const std::set<std::string, std::less<>> words = {"total", "totals", "average", "mean", "sum", "subtotal", "count"};
  const Words all = words_of(text.substr(0, 60));
  return !all.empty() && all.size() <= 4 && std::ranges::any_of(all, [&](const std::string& w) { return words.contains(w); });
}

}  // namespace remit::import
