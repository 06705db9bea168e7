#include "record/proposal.hpp"

#include "base/date.hpp"
#include "base/money.hpp"
#include "engine/tracing.hpp"
#include "record/append.hpp"
#include "record/pack_texts.hpp"
#include "record/reasons.hpp"
#include "record/words.hpp"

namespace remit::record {

using policy::Outcome;
namespace field = intake::application_field;

namespace {

void append_pending(std::string_view element, std::string_view question, std::string_view rule, std::string& out) {
  append_comma(out);
  out += '{';
  append_member("element", element, out);
  append_stated("question", question, out);
  append_member("rule", rule, out);
  out += '}';
}

/// What has to be answered before money that is kept can be offered: what the panel asked, and what a rule left open.
void write_pending(const RoundConstants& c, const FindingWriter& words, std::uint32_t application, std::string& out) {
  for (const auto& clarification : c.application(application, field::clarifications).list()) {
    const auto fields = clarification.list();
    append_pending(fields[intake::clarification_field::element].str(), fields[intake::clarification_field::question].str(), {}, out);
  }
  const auto& findings = c.decided->eligibility.of[application].findings;
  for (std::size_t f = 0; f < findings.size(); ++f) {
    const policy::Rule& rule = c.policy().criteria[findings[f].criterion];
    if (refers(rule, findings[f].outcome)) append_pending({}, words.words(f).message, rule.id, out);
  }
}

/// `,"traced":{...}`: what each agency bears of it; nothing where the partnership has chosen no method.
void write_traced(const RoundConstants& c, std::uint32_t application, std::string& out) {
  const auto parts = engine::trace_back(*c.decided, application);
  if (parts.empty()) return;
  const auto& method = c.policy().parameters[static_cast<std::size_t>(c.policy().find_parameter("pooled_tracing"))];
  out += R"(,"traced":{)";
  append_member("clause", parameter_clause(method, c.decided->view.clocks_of[c.round().stream_of[application]]), out);
  append_stated("method", "proportional", out);
  append_key("parts", out);
  out += '[';
  for (const auto& part : parts) {
    append_comma(out);
    out += '{';
    append_stated("agency", part.agency, out);
    append_stated("amount", base::money_text(part.amount), out);
    out += '}';
  }
  out += "]}";
}

}  // namespace

void write_proposal(const RoundConstants& c, const FindingWriter& findings, std::uint32_t application, std::string& out) {
  const auto& proposal = c.decided->allocation.of[application];
  const auto decision = static_cast<std::size_t>(proposal.decision);
  out += base::money_text(proposal.amount);
  out += c.clause_to_elements[decision];
  const auto elements = c.application(application, field::elements).list();
  for (const std::uint32_t e : proposal.elements) {
    append_comma(out);
    append_text(elements[e].list()[intake::element_field::id].str(), out);
  }
  out += ']';
  out += c.holds_back[decision];
  out += R"(,"pending":[)";
  if (proposal.decision == engine::Proposed::approve_in_principle) write_pending(c, findings, application, out);
  out += R"(],"reasons":[)";
  write_reasons(c, findings, application, out);
  out += ']';
  out += c.title[decision];
  write_traced(c, application, out);
  out += R"(,"why":")";
  out += word(proposal.why);
  out += R"("})";
}

void write_missed_money(const RoundConstants& c, std::uint32_t application, std::string& out) {
  const std::int64_t left = c.left_before[application];
  if (c.decided->allocation.of[application].why != engine::Why::no_money || left <= 0) return;
  append_comma(out);
  out += '{';
  append_stated("clause", step_allocation.clause, out);
  append_stated("field", "application.amount_requested", out);
  append_stated("had", base::money_for_people(c.application(application, field::amount_requested).integer), out);
  append_stated("needed", "at most " + base::money_for_people(left), out);
  append_stated("rule", step_allocation.rule, out);
  out += '}';
}

}  // namespace remit::record
