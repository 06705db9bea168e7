// What every framework makes of a round, for programs: "format":"remit.compared/1".
#include "base/money.hpp"
#include "cli/compared.hpp"
#include "record/append.hpp"

namespace remit::cli {

namespace {

void append_finding(const record::Finding& f, std::string& out) {
  record::append_comma(out);
  out += '{';
  record::append_stated("clause", f.clause, out);
  record::append_stated("effect", f.effect, out);
  record::append_stated("force", f.force, out);
  record::append_stated("layer", f.layer, out);
  record::append_stated("message", f.message, out);
  record::append_stated("outcome", f.outcome, out);
  record::append_stated("rule", f.rule, out);
  out += '}';
}

void append_reasons(const std::vector<record::Reason>& reasons, std::string& out) {
  record::append_key("reasons", out);
  out += '[';
  for (const auto& reason : reasons) {
    record::append_comma(out);
    out += '{';
    record::append_stated("clause", reason.clause, out);
    record::append_stated("message", reason.message, out);
    record::append_stated("rule", reason.rule, out);
    out += '}';
  }
  out += ']';
}

void append_under(const Under& u, const record::DecisionRecord& r, std::string& out) {
  record::append_comma(out);
  out += '{';
  record::append_key("amount", out);
  record::append_text(base::money_text(r.proposal.amount), out);
  record::append_stated("area", u.area.pack->id, out);
  record::append_key("conflicts", out);
  out += '[';
  for (const auto& c : r.conflicts) {
    if (!c.arises_in.empty()) continue;
    record::append_comma(out);
    out += '{';
    record::append_stated("clause", c.clause, out);
    record::append_stated("member", c.member, out);
    record::append_stated("message", c.message, out);
    record::append_stated("rule", c.rule, out);
    record::append_stated("scope", c.scope, out);
    out += '}';
  }
  out += ']';
  record::append_stated("decision", r.proposal.decision, out);
  record::append_stated("eligibility", r.eligibility, out);
  record::append_key("findings", out);
  out += '[';
  for (const auto* list : {&r.findings, &r.beside})
    for (const auto& f : *list) append_finding(f, out);
  out += ']';
  append_reasons(r.proposal.reasons, out);
  record::append_flag("what_if", !u.pinned, out);
  out += '}';
}

}  // namespace

std::string compared_as_json(const Compared& compared) {
  std::string out = "{";
  record::append_key("applications", out);
  out += '[';
  for (const auto* shown : compared.shown) {
    record::append_comma(out);
    out += '{';
    record::append_stated("application", shown->application, out);
    record::append_key("under", out);
    out += '[';
    for (const auto& u : compared.all)
      if (const auto* r = u.of(shown->application)) append_under(u, *r, out);
    out += "]}";
  }
  out += ']';
  record::append_key("areas", out);
  out += '[';
  for (const auto& u : compared.all) {
    record::append_comma(out);
    out += '{';
    record::append_stated("cannot_decide", u.why_not, out);
    record::append_stated("id", u.area.pack->id, out);
    record::append_key("says_nothing", out);
    out += '[';
    for (const auto& words : u.says_nothing) {
      record::append_comma(out);
      record::append_text(words, out);
    }
    out += ']';
    record::append_stated("version", u.area.pack->version, out);
    out += '}';
  }
  out += ']';
  record::append_stated("format", "remit.compared/1", out);
  record::append_stated("round", compared.round, out);
  return out + "}\n";
}

}  // namespace remit::cli
