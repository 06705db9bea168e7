#include "small_document.hpp"

namespace remit::report::test {

using namespace record;

namespace {

intake::Json text(const std::string& s) {
  intake::Json json;
  json.kind = intake::Json::Kind::text;
  json.text = s;
  return json;
}

Finding finding(const std::string& rule, const std::string& outcome) {
  Finding f;
  f.rule = rule;
  f.title = "One application from an organisation";
  f.outcome = outcome;
  f.force = "should";
  f.effect = "blocks";
  f.clause = "4.5.3 b2";
  f.layer = "test";
  f.read = {{"application.applicant", text("o1")}, {"application.added_value", {}}};
  return f;
}

DecisionRecord application(const std::string& id, const std::string& name, std::int64_t rank, const std::string& total) {
  DecisionRecord r;
  r.application = id;
  r.stream = "s";
  r.title = "Title " + id;
  r.applicant = "o" + id;
  r.applicant_name = name;
  r.applicant_type = "voluntary";
  r.requested = 65000;
  r.submitted_at = "2012-01-12T09:30:00";
  r.engine = "0.1.0";
  r.procedure = "default/1";
  r.as_of = "2012-03-01";
  r.digest = "blake2b-256:of-" + id;
  r.input = "blake2b-256:input";
  r.pack.id = "test";
  r.pack.layers = {{"core", "1.0.0", "blake2b-256:core"}, {"test", "1.0.0", "blake2b-256:test"}};
  r.eligibility = "eligible";
  r.findings = {finding("one-application", "pass")};
  r.taking_part = {"m1"};
  r.rank = rank;
  r.scores.total = total;
  r.silences = {{"appeals", "Appeals", "4.7", "none is given"}};
  return r;
}

void propose(DecisionRecord& r, const std::string& decision, const std::string& why, std::int64_t amount, Reason reason) {
  r.proposal.decision = decision;
  r.proposal.why = why;
  r.proposal.amount = amount;
  r.proposal.reasons = {std::move(reason)};
}

Reason money(const std::string& message) { return {"procedure/allocation", "Remit procedure, step 5", message}; }

void score(DecisionRecord& r) {
  r.scores.exact = "242/3";
  r.scores.threshold = "50";
  r.scores.measures = {{"need", "Need", "3", "11/3", "5", "2", true}, {"value", "Value", "1", "5", "5", "", true}};
  r.scores.sheets = {{"m1", true, {{"need", "", "11/3", "well shown"}, {"value", "", "5", ""}}},
                     {"m2", false, {{"need", "", "2", "weak"}, {"value", "", "1", "dear"}}}};
}

std::vector<DecisionRecord> applications() {
  std::vector<DecisionRecord> out;
  out.push_back(application("A1", "First & Co", 1, "80"));
  propose(out.back(), "approve-total", "funded-whole", 65000, money("rank 1: the whole request of £650 fits the budget of £1,000"));
  score(out.back());
  out.push_back(application("A2", "Café Élan", 2, "77.5"));
  propose(out.back(), "approve-parts", "funded-parts", 30000, money("rank 2: the request of £650 is more than the £350 left; E1 fits: £300"));
  out.back().proposal.elements = {"E1"};
  out.back().conflicts = {{"m2", "recuse", "stream", "tied", "4.6.1", "engine", "is with the applicant", "oA2", "member", ""}};
  out.back().scores.sheets = {{"m2", false, {{"need", "", "2", "weak"}}}};
  out.push_back(application("A3", "Third", 3, "60"));
  propose(out.back(), "decline", "no-money", 0, money("rank 3: the budget of £1,000 is spent: £50 is left of it"));
  out.push_back(application("A4", "Fourth", 0, "99"));
  out.back().eligibility = "ineligible";
  out.back().findings = {finding("one-application", "fail")};
  out.back().findings[0].message = "Fourth had already sent \"Hope\"";
  out.back().findings[0].shortfalls = {{"application.submitted_at", "the first", "12 January 2012"}};
  out.back().would_have_passed = {{"one-application", "4.5.3 b2", "application.submitted_at", "the first", "12 January 2012"}};
  propose(out.back(), "decline", "ineligible", 0, {"one-application", "4.5.3 b2", "Fourth had already sent \"Hope\""});
  out.push_back(application("A5", "Fifth", 0, ""));
  out.back().withdrawn = true;
  out.back().eligibility = "";
  out.back().findings.clear();
  propose(out.back(), "withdrawn", "withdrawn", 0, {"procedure/withdrawal", "Remit procedure", "the applicant withdrew it"});
  return out;
}

}  // namespace

DecisionDocument small_document() {
  DecisionDocument d;
  d.id = "r1";
  d.title = "A small round";
  d.partnership = "test";
  d.as_of = "2012-03-01";
  d.engine = "0.1.0";
  d.procedure = "default/1";
  d.input = "blake2b-256:input";
  d.pack.id = "test";
  d.pack.version = "1.0.0";
  d.pack.digest = "blake2b-256:pack";
  d.pack.document = "Test Framework";
  d.pack.status = "draft";
  d.pack.layers = {{"core", "1.0.0", "blake2b-256:core"}, {"test", "1.0.0", "blake2b-256:test"}};
  Stream s;
  s.id = "s";
  s.title = "Families";
  s.opens = "2012-01-01";
  s.closes = "2012-02-10";
  s.budget = 100000;
  s.proposed = 95000;
  s.left = 5000;
  s.applications = 5;
  d.streams = {s};
  d.panel = "p1";
  d.members = {{"m1", "Ann Lee", "Trust", "", true}, {"m2", "Bo Ray", "Council", "oA2", false}};
  Finding f;
  f.rule = "indicators-said";
  f.title = "The specification names indicators";
  f.of = "stream";
  f.subject = "s";
  f.outcome = "fail";
  f.force = "must";
  f.effect = "warns";
  f.clause = "4.4.2";
  f.message = "it names none";
  d.findings = {f};
  d.parameters = {{"least", "Smallest award", "", "4.2", "", text("5.00")}, {"appeal_days", "Days to appeal", "", "", "nobody can appeal", {}}};
  d.silences = {{"appeals", "Appeals", "4.7", "none is given"}, {"ties", "Equal totals", "4.5", "the panel must choose"}};
  d.records = applications();
  return d;
}

}  // namespace remit::report::test
