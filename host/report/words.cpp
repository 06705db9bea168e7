#include "report/words.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>
#include <vector>

#include "base/date.hpp"
#include "base/money.hpp"
#include "base/rational.hpp"
#include "base/text.hpp"

namespace remit::report {

using Pair = std::pair<std::string_view, std::string_view>;

namespace {

/// What stands beside `key`, or `key` itself: a word that is not known is shown as it is.
template <std::size_t N>
std::string_view look_up(const std::array<Pair, N>& words, std::string_view key) {
  const auto it = std::ranges::find(words, key, &Pair::first);
  return it == words.end() ? key : it->second;
}

constexpr std::array<Pair, 6> decisions{{
    {"approve-total", "approve in full"},
    {"approve-parts", "approve in part"},
    {"approve-in-principle", "approve in principle"},
    {"decline", "decline"},
    {"refer", "refer"},
    {"withdrawn", "withdrawn"},
}};
constexpr std::array<Pair, 6> outcomes{{
    {"pass", "met"},
    {"fail", "not met"},
    {"refer", "a person must look"},
    {"not_applicable", "does not apply"},
    {"no_provision", "no provision"},
    {"error", "the rule could not answer"},
}};
constexpr std::array<Pair, 3> effects{{
    {"blocks", "blocks: without it the application is declined"},
    {"refers", "refers: without it a person must look"},
    {"warns", "warns: it is reported, and decides nothing"},
}};
constexpr std::array<Pair, 2> redactions{{
    {"public", "For publication: what is given on request, and what is restricted, is left out."},
    {"on-request", "For those who ask: what is restricted is left out."},
}};
constexpr std::array<Pair, 3> scopes{{
    {"stream", "the whole stream"},
    {"application", "this application only"},
    {"panel", "the whole panel"},
}};
constexpr std::array<Pair, 8> headings{{
    {"not-allocated", "Referred: the money could not be shared out"},
    {"ineligible", "Ineligible"},
    {"below-threshold", "Below what is needed to be ranked"},
    {"error", "Referred: a rule could not answer"},
    {"panel-unfit", "Referred: this panel cannot decide"},
    {"unscored", "Referred: not fully scored"},
    {"withdrawn", "Withdrawn"},
    {"", "Not ranked"},
}};

}  // namespace

std::string_view decision_words(std::string_view decision) { return look_up(decisions, decision); }
std::string_view outcome_words(std::string_view outcome) { return look_up(outcomes, outcome); }
std::string_view effect_words(std::string_view effect) { return look_up(effects, effect); }
std::string_view redacted_words(std::string_view redacted) { return look_up(redactions, redacted); }
std::string_view scope_words(std::string_view scope) { return look_up(scopes, scope); }
std::string_view why_heading(std::string_view why) { return look_up(headings, why); }

std::string value_words(const intake::Json& value) {
  using Kind = intake::Json::Kind;
  switch (value.kind) {
    case Kind::null: return "not answered";
    case Kind::boolean: return value.boolean ? "yes" : "no";
    case Kind::number:
    case Kind::text: return value.text;
    case Kind::list: {
      std::vector<std::string> items;
      for (const auto& item : value.items) items.push_back(value_words(item));
      std::string out;
      for (const auto& item : items) out += (out.empty() ? "" : "; ") + item;
      return out;
    }
    case Kind::object: break;
  }
  return "(a record)";
}

std::string parameter_words(const record::ParameterValue& p) {
  if (p.value.is_null()) return p.so.empty() ? "the source is silent" : "the source is silent: " + p.so;
  const std::string value = value_words(p.value);
  if (p.unit == "date") return date_words(value);
  if (std::int64_t pence = 0; p.unit == "pounds" && base::read_money(value, pence)) return base::money_for_people(pence);
  const bool of_kind = p.unit.empty() || p.unit == "text" || p.unit == "yes_no" || p.unit == "count" || p.unit == "pounds";   // says what it is, and counts nothing
  return of_kind ? value : value + " " + p.unit;
}

std::string date_words(std::string_view iso) {
  base::Value value;
  return base::read_moment(iso, value) ? base::moment_for_people(value) : std::string(iso);
}

std::string two_decimals(std::string_view number) {
  std::string out(number);
  if (out.empty()) return out;
  const std::size_t point = out.find('.');
  if (point == std::string::npos) return out + ".00";
  out.append(point + 3 > out.size() ? point + 3 - out.size() : 0, '0');
  return out;
}

std::string number_words(std::string_view exact) {
  base::Rational value;
  if (!base::Rational::read(exact, value) || value.whole()) return std::string(exact);
  base::Rational shown;
  const std::string rounded = value.rounded();
  if (base::Rational::read(rounded, shown) && shown == value) return rounded;
  return rounded + " (" + std::string(exact) + ")";
}

std::string counted(std::size_t n, std::string_view one, std::string_view many) {
  return std::to_string(n) + " " + std::string(n == 1 ? one : many);
}

std::string_view without_rank(std::string_view message) {
  if (!message.starts_with("rank ")) return message;
  std::size_t at = 5;
  while (at < message.size() && std::isdigit(static_cast<unsigned char>(message[at]))) ++at;
  return message.substr(at).starts_with(": ") ? message.substr(at + 2) : message;
}

std::string pending_words(const record::Pending& pending) {
  return pending.element.empty() ? pending.question : pending.element + ": " + pending.question;
}

std::string traced_words(const record::Traced& traced) {
  std::vector<std::string> parts;
  for (const auto& [agency, amount] : traced.parts) parts.push_back(agency + " " + base::money_for_people(amount));
  return base::join_and(parts) + ", in proportion to what each put in; the split is Remit's own";
}

std::string section_words(const std::vector<record::SectionStatus>& sections) {
  std::vector<std::string> out;
  for (const auto& s : sections) out.push_back(s.section + " " + s.status);
  return base::join_and(out);
}

std::string change_words(const record::RuleChange& change) {
  return (change.change == "and_also" ? "asked more by " : "asked otherwise by ") + change.layer + ": " + change.reason + " (" + change.authority + ")";
}

bool is_remits_own(const record::Proposal& proposal) {
  return proposal.title.empty() && (proposal.decision.starts_with("approve-") || proposal.decision == "decline");
}

std::string shortfall_words(std::string_view field, std::string_view needed, std::string_view had) {
  const std::string out = std::string(field) + ": needed " + std::string(needed);
  return had.empty() ? out + ", there was nothing" : out + ", had " + std::string(had);
}

std::string member_words(const record::DecisionDocument& document, std::string_view member) {
  const std::string_view name = document.name_of(member);
  return name == member ? std::string(member) : std::string(name) + " (" + std::string(member) + ")";
}

std::string cause_words(const record::Finding& finding) {
  const std::string_view id = std::string_view(finding.plugin).substr(0, finding.plugin.find('/'));
  const std::string_view cause = finding.cause;
  const std::size_t colon = cause.find(": ");
  if (id.empty() || colon == std::string_view::npos || cause.substr(0, cause.find_first_of("/:")) != id) return finding.cause;
  return std::string(id) + " could not tell: " + std::string(cause.substr(colon + 2));
}

std::string plugin_words(const std::vector<record::Plugin>& plugins, std::string_view plugin) {
  if (plugin.empty()) return {};
  const std::string_view id = plugin.substr(0, plugin.find('/')), item = plugin.substr(std::min(plugin.size(), id.size() + 1));
  const auto known = std::ranges::find(plugins, id, &record::Plugin::id);
  return std::string(id) + (known == plugins.end() ? "" : " " + known->version) + " (" + std::string(item) + ")";
}

std::string plugin_words(const record::Plugin& plugin) {
  std::vector<std::string> files;
  for (const auto& [name, digest] : plugin.files) files.push_back(name);
  return plugin.id + " " + plugin.version + (files.empty() ? "" : ", reads " + base::join_and(files));
}

namespace {

std::string said(const record::PluginAnswer& a) {
  if (a.outcome == "error") return "could not tell";
  if (!a.score.empty()) return number_words(a.score);
  if (!a.award.empty()) return a.award == "refer" ? "people must choose" : "awards " + (a.award == "whole" ? "the whole request" : a.award);
  if (a.outcome == "pass" && a.item.empty()) return "found";
  if (a.outcome == "pass" && a.of == "stream") return "said of it";
  return std::string(outcome_words(a.outcome));
}

}  // namespace

std::string answer_words(const record::DecisionDocument& document, const record::PluginAnswer& a) {
  std::string text = a.item.empty() ? "looked up" : a.item;
  if (!a.of.empty()) text += a.of == "round" || a.of == "stream" ? ", of the " + a.of : ", of " + member_words(document, a.of);
  text += ": " + said(a);
  if (!a.cause.empty()) text += "; " + a.cause;
  for (const auto& reason : a.reasons) text += "; " + reason;
  return text;
}

std::string first_reason(const record::DecisionRecord& record) {
  if (record.proposal.reasons.empty()) return {};
  const record::Reason& reason = record.proposal.reasons.front();
  const std::string message(without_rank(reason.message));
  if (reason.clause.empty() || reason.rule.starts_with("procedure/")) return message;
  return reason.clause + ": " + message;
}

}  // namespace remit::report
