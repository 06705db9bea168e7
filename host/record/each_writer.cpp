#include "record/each_writer.hpp"

#include <algorithm>

#include "base/date.hpp"
#include "base/problem.hpp"
#include "record/append.hpp"
#include "record/words.hpp"

namespace remit::record {

using base::Value;
using engine::EachResult;
namespace root = policy::root;

namespace {

constexpr std::string_view before_digits = R"(,"digest":"blake2b-256:)";

EachConstants::MeasureText measure_text(const base::Measure& m) {
  EachConstants::MeasureText out;
  out.high_to_mean = R"({"high":)" + quoted(m.high.exact()) + R"(,"mean":")";
  out.measure_to_weight = R"(","measure":)" + quoted(m.id);
  append_member("title", m.title, out.measure_to_weight);
  append_stated("weight", m.weight.exact(), out.measure_to_weight);
  out.measure_to_weight += '}';
  return out;
}

EachConstants::DecisionText decision_text(const policy::Decision& decision) {
  EachConstants::DecisionText out;
  out.clause_to_reasons = "{";   // only so that commas come out right; taken off below
  append_member("clause", decision.clause, out.clause_to_reasons);
  append_stated("decision", decision.id, out.clause_to_reasons);
  append_member("holds_back", decision.holds_back, out.clause_to_reasons);
  out.clause_to_reasons.erase(0, 1);
  out.clause_to_reasons += R"(,"reasons":[)";
  out.title = "]";
  append_member("title", decision.title, out.title);
  out.title += '}';
  return out;
}

/// What kept the application from a total.
std::string_view no_total(const EachResult& result) {
  const bool any = std::ranges::find(result.counted, true) != result.counted.end();
  return any ? "a sheet that counts leaves a measure without a mark" : "no sheet counts";
}

}  // namespace

EachConstants each_constants_of(const policy::Pack& pack, const Value& day, Run run, bool full, bool input) {
  EachConstants c;
  c.pack = &pack;
  c.input = input;
  const int key = pack.roots[root::application].type->find(pack.application_key);
  if (key < 0)
    base::refuse({"NO_KEY", pack.place, 0, 0, {}, "no field tells one application from another: write `key = \"...\"` with its name in `record \"application\"`", {}, {}}, 3);
  c.key = static_cast<std::uint16_t>(key);
  if (!full) return c;
  for (const auto& rule : pack.criteria) c.criteria.push_back(rule_text(rule, pack));
  for (const auto& rule : pack.requirements) c.requirements.push_back(rule_text(rule, pack));
  for (std::size_t i = 0; i < pack.criteria.size(); ++i) c.rules[pack.criteria[i].id] = {true, static_cast<std::uint16_t>(i)};
  for (std::size_t i = 0; i < pack.requirements.size(); ++i) c.rules[pack.requirements[i].id] = {false, static_cast<std::uint16_t>(i)};
  c.read_keys = read_keys(pack);
  for (const auto& m : pack.scoring.measures) c.measures.push_back(measure_text(m));
  for (const auto& d : pack.decisions) c.decisions.push_back(decision_text(d));
  c.decisions.push_back({R"("decision":"refer","reasons":[)", "]}"});

  const std::int64_t second = base::first_second(day);
  c.as_of = R"(,"as_of":)" + quoted(base::moment_text(day));
  c.engine_to_findings = R"(,"engine":)" + quoted(run.engine) + R"(,"findings":[)";
  c.pack_to_proposal = R"(,"pack":)" + pack_text(pack, run.publisher) + R"(,"parameters":)" + parameters_text(pack, pack.parameters_on(second), second) +
                       R"(,"plugins":[],"procedure":)" + quoted(pack.procedure) + R"(,"proposal":{)";
  c.silences_to_missed = R"(,"silences":)" + silences_text(pack, pack.parameters_on(second)) + R"(,"what_if":)" + (run.what_if ? "true" : "false") + R"(,"would_have_passed":[)";
  return c;
}

EachWriter::EachWriter(const EachConstants& constants, engine::Each& each)
    : c_(constants), each_(each), reads_(*constants.pack, constants.read_keys, nullptr), canonical_(*constants.pack->roots[root::application].type) {
  if (constants.pack->marking) sheet_ = std::make_unique<intake::CanonicalWriter>(*constants.pack->roots[constants.pack->marking->sheet_root].type);
}

void EachWriter::write(const EachResult& result, const Value* application, std::string& out) {
  find_words(result);
  Unsigned& record = unsigned_.emplace_back();
  record.start = out.size();
  out += R"({"application":)";
  append_text(application[c_.key].str(), out);
  out += c_.as_of;
  out += before_digits;
  record.digits = out.size();
  out.append(base::digest_digits, '0');
  out += '"';
  write_rest(result, application, out);
  record.end = out.size();
}

void EachWriter::sign(std::string& out) {
  const std::string_view canonical(canonical_text_);
  std::size_t from = 0;
  digestible_.clear();
  for (const Unsigned& record : unsigned_) {
    if (!c_.input) break;
    digestible_.push_back({canonical.substr(from, record.canonical - from), {}, out.data() + record.input_digits});
    from = record.canonical;
  }
  base::digest_all(digestible_);
  digestible_.clear();
  for (const Unsigned& record : unsigned_) {   // over the record without its digest
    const std::size_t after = record.digits + base::digest_digits + 1;
    digestible_.push_back({std::string_view(out).substr(record.start, record.digits - before_digits.size() - record.start),
                           std::string_view(out).substr(after, record.end - after), out.data() + record.digits});
  }
  base::digest_all(digestible_);
  unsigned_.clear();
  canonical_text_.clear();
}

/// The words of all findings that have any, while the facts that decided are in view.
void EachWriter::find_words(const EachResult& result) {
  const auto find = [&](const auto& findings, const auto& rules, auto& words) {
    words.resize(std::max(words.size(), findings.size()));
    for (std::size_t f = 0; f < findings.size(); ++f)
      if (has_words(findings[f].outcome)) words[f] = explain(rules[findings[f].criterion], each_.facts(), each_.work(), findings[f].outcome);
  };
  find(result.criteria, c_.pack->criteria, criteria_);
  find(result.requirements, c_.pack->requirements, requirements_);
}

/// The keys that sort after `digest`.
void EachWriter::write_rest(const EachResult& result, const Value* application, std::string& out) {
  out += R"(,"eligibility":{"findings":[)";
  for (std::size_t f = 0; f < result.criteria.size(); ++f) {
    append_comma(out);
    append_finding(result.criteria[f], c_.criteria[result.criteria[f].criterion], criteria_[f], reads_, out);
  }
  out += R"(],"outcome":")";
  out += word(result.outcome);
  out += R"("})";
  out += c_.engine_to_findings;
  for (std::size_t f = 0; f < result.requirements.size(); ++f) {
    append_comma(out);
    append_finding(result.requirements[f], c_.requirements[result.requirements[f].criterion], requirements_[f], reads_, out);
  }
  out += R"(],"format":"remit.record/1")";
  if (c_.input) {
    canonical_.write(application, canonical_text_);
    unsigned_.back().canonical = canonical_text_.size();
    out += R"(,"input":"blake2b-256:)";
    unsigned_.back().input_digits = out.size();
    out.append(base::digest_digits, '0');
    out += '"';
  }
  out += c_.pack_to_proposal;
  write_proposal(result, out);
  out += R"(,"scores":)";
  write_scores(result, application, out);
  out += c_.silences_to_missed;
  write_missed(result, out);
  out += "]}";
}

void EachWriter::write_proposal(const EachResult& result, std::string& out) const {
  std::size_t d = 0;
  const auto& decisions = c_.pack->decisions;
  while (d < decisions.size() && decisions[d].id != result.decision) ++d;
  if (result.error) {
    append_stated("cause", result.cause, out);
    out += ',';
  }
  out += c_.decisions[d].clause_to_reasons;
  for (const auto id : result.reasons) write_reason(result, id, out);
  out += c_.decisions[d].title;
}

/// A rule that was asked brings its clause and its words; a function's decision may give reasons of its own.
void EachWriter::write_reason(const EachResult& result, std::string_view id, std::string& out) const {
  append_comma(out);
  out += '{';
  const auto named = c_.rules.find(id);
  if (named != c_.rules.end()) {
    const bool criterion = named->second.criterion;
    const policy::Rule& rule = criterion ? static_cast<const policy::Rule&>(c_.pack->criteria[named->second.index]) : c_.pack->requirements[named->second.index];
    append_member("clause", rule.clause, out);
    const auto findings = criterion ? result.criteria : result.requirements;
    const auto found = std::ranges::find(findings, named->second.index, &engine::Finding::criterion);
    if (found != findings.end() && has_words(found->outcome))
      append_member("message", (criterion ? criteria_ : requirements_)[static_cast<std::size_t>(found - findings.begin())].message, out);
  }
  append_stated("rule", id, out);
  out += '}';
}

void EachWriter::write_scores(const EachResult& result, const Value* application, std::string& out) const {
  const policy::Marking* marking = c_.pack->marking.get();
  if (marking == nullptr && !result.scored) {
    out += "null";
    return;
  }
  out += '{';
  if (result.scored) {
    append_key("exact", out);
    append_exact(result.total, out);
  }
  append_key("measures", out);
  out += '[';
  for (std::size_t m = 0; m < result.means.size(); ++m) {
    append_comma(out);
    out += c_.measures[m].high_to_mean;
    append_digits(result.means[m], out);
    out += c_.measures[m].measure_to_weight;
  }
  out += ']';
  if (!result.scored) append_stated("problem", no_total(result), out);
  append_key("sheets", out);
  out += '[';
  if (marking != nullptr) {
    const auto sheets = application[marking->sheets].list();
    for (std::size_t i = 0; i < sheets.size(); ++i) {
      append_comma(out);
      out += result.counted[i] ? R"({"counted":true,"sheet":)" : R"({"counted":false,"sheet":)";
      sheet_->write(sheets[i].items, out);
      out += '}';
    }
  }
  out += ']';
  if (result.scored) {
    append_key("total", out);
    append_total(result.total, out);
  }
  out += '}';
}

/// For the criteria that stood in the way, then for the requirements that are reasons.
void EachWriter::write_missed(const EachResult& result, std::string& out) const {
  for (std::size_t f = 0; f < result.criteria.size(); ++f) {
    const policy::Rule& rule = c_.pack->criteria[result.criteria[f].criterion];
    if (blocks(rule, result.criteria[f].outcome) || refers(rule, result.criteria[f].outcome)) append_missed(rule, criteria_[f], out);
  }
  for (std::size_t f = 0; f < result.requirements.size(); ++f) {
    const policy::Rule& rule = c_.pack->requirements[result.requirements[f].criterion];
    if (has_words(result.requirements[f].outcome) && std::ranges::find(result.reasons, rule.id) != result.reasons.end()) append_missed(rule, requirements_[f], out);
  }
}

void EachWriter::write_brief(const EachResult& result, const Value* application, std::string& out) const {
  out += R"({"application":)";
  append_text(application[c_.key].str(), out);
  out += R"(,"decision":)";
  append_text(result.decision, out);
  out += R"(,"eligibility":")";
  out += word(result.outcome);
  out += R"(","exact":)";
  if (result.scored) append_exact(result.total, out);
  else out += "null";
  out += R"(,"failed":[)";
  for (const auto& finding : result.criteria) {
    if (finding.outcome != policy::Outcome::fail) continue;
    append_comma(out);
    append_text(c_.pack->criteria[finding.criterion].id, out);
  }
  out += R"(],"reasons":[)";
  for (const auto id : result.reasons) {
    append_comma(out);
    append_text(id, out);
  }
  out += R"(],"total":)";
  if (result.scored) append_total(result.total, out);
  else out += "null";
  out += '}';
}

}  // namespace remit::record
