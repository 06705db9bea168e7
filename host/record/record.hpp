// Decision records and documents as they are read back: plain values, for reports, letters and replay. What the keys
// mean is said in docs/decision-record.md; a text that is empty here was absent or null there.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intake/json.hpp"

namespace remit::record {

struct Fact {
  std::string field;       // "application.amount_requested"
  intake::Json value;      // null: nothing was answered
};
struct Shortfall {
  std::string field, needed, had;
};
/// What a layer above made of a rule: change is "and_also", "instead" or "test".
struct RuleChange {
  std::string layer, change, authority, reason;
};
struct Finding {
  std::string rule, title, outcome, force, effect, effect_reason, clause, layer, reading, message, cause;
  std::vector<Fact> read;
  std::vector<Shortfall> shortfalls;
  std::string of, subject;             // of a finding beside the applications: "stream", "family-support"
  std::string plugin = {};             // "charity-register/registered": who answers for the rule; empty: its own text does
  std::vector<RuleChange> changed_by = {}; // in the order of the layers
};
struct Conflict {
  std::string member, action, scope, rule, clause, detected_by, message, organisation, nature;
  std::string arises_in;               // another application of the scope; empty: this one
};
struct Tie {
  std::string member, organisation, nature, detected_by;
};
struct MeasureScore {
  std::string measure, title, weight, mean, high, minimum;   // exact: "30", "11/3"
  bool met = true;
  std::string plugin = {};             // "deprivation/need": who gives the mean; empty: the panel
};
struct Mark {
  std::string measure, part, score, justification;
};
struct Sheet {
  std::string member;
  bool counted = false;
  std::vector<Mark> marks;
};
struct Scores {
  std::vector<MeasureScore> measures;
  std::string total, exact, threshold, problem;   // total empty: not scored
  bool met = true;
  std::vector<Sheet> sheets;
  std::int64_t unjustified = 0;
};
struct Pending {
  std::string element, rule, question;
};
struct Reason {
  std::string rule, clause, message;
};
/// Pooled money traced back: what each agency bears of the award.
struct Traced {
  std::string method, clause;          // "proportional"; of the value that the partnership chose. Empty: not traced
  std::vector<std::pair<std::string, std::int64_t>> parts;   // agency -> pence, by name
};
struct Proposal {
  std::string decision, why;           // why: "funded-whole", ...
  std::string title, clause, holds_back;   // of the decision type, where the pack declares it
  std::int64_t amount = 0;             // pence
  std::vector<std::string> elements;
  std::vector<Pending> pending;
  std::vector<Reason> reasons;
  Traced traced = {};
};
struct Missed {
  std::string rule, clause, field, needed, had;
};
struct Silence {
  std::string id, title, clause, so;
};
struct Element {
  std::string id, title;
  std::int64_t cost = 0;
};
struct Layer {
  std::string id, version, digest;
};
/// What a section of the source is, where that differs from the rest of it: "4", "proposed".
struct SectionStatus {
  std::string section, status, clause;
};
struct PackText {
  std::string id, version, digest, title, document, status;   // the last three in documents only
  std::vector<Layer> layers;
  std::vector<SectionStatus> sections = {};   // in documents only
};
struct ParameterValue {
  std::string id, title, unit, clause;
  std::string so;          // what follows where the source is silent
  intake::Json value;      // null: the source is silent
  struct OfStream {
    std::string stream, clause;
    intake::Json value;
  };
  std::vector<OfStream> by_stream = {};   // when it goes by the day on which each call opened; else empty
};

/// What a plug-in said, of one item. `of`: the member or "round", "stream"; empty: the application. Of facts `item` is empty.
struct PluginAnswer {
  std::string item, of, outcome, cause, score, award;   // award: "whole", "parts", "nothing", "refer", of an allocator
  std::vector<std::string> reasons;
  std::vector<Fact> evidence;          // of facts: what was looked up
};
struct Plugin {
  std::string id, version, digest;
  std::vector<std::pair<std::string, std::string>> files;   // name -> digest
  std::vector<PluginAnswer> answers;   // in a document: none
};

struct DecisionRecord {
  std::string engine, procedure, round, stream, application, title, as_of, input, digest;
  bool what_if = false;
  std::string applicant, applicant_name, applicant_type;
  std::optional<std::int64_t> requested;
  std::string submitted_at;
  std::vector<Element> elements;
  PackText pack;
  std::vector<ParameterValue> parameters;
  bool withdrawn = false;              // then eligibility and scores hold nothing
  std::string eligibility;             // "eligible", "ineligible", "refer"
  std::vector<Finding> findings;
  std::vector<Finding> beside;         // of the requirements on applications: they change nothing
  std::vector<Conflict> conflicts;
  std::vector<Tie> ties;
  std::vector<std::string> taking_part;
  std::string panel_unfit;
  Scores scores;
  std::int64_t rank = 0;               // 0: none
  Proposal proposal;
  std::vector<Missed> would_have_passed;
  std::vector<Silence> silences;
  std::vector<Plugin> plugins = {};    // that answered about it
  std::string redacted = {};           // "public", "on-request": what is left of it; empty: all of it
};

/// How the framework lets an applicant appeal; no rules: it has no route.
struct AppealRule {
  std::string rule, title, clause, reading;
};
struct AppealRoute {
  std::vector<AppealRule> rules;
  std::vector<std::string> parameters, silences;   // ids of those in the document that are about appeals
};
struct Stream {
  std::string id, title, opens, closes;
  std::int64_t budget = 0, proposed = 0, in_principle = 0, left = 0, applications = 0;
  bool may_change = false;
  std::vector<std::string> notes = {}; // of the plug-in that shared out its money
};
struct Member {
  std::string id, name, agency, organisation;
  bool chair = false;
};
struct DecisionDocument {
  std::string id, title, partnership, as_of, currency;   // of the round
  std::string engine, procedure, input;
  bool what_if = false;
  PackText pack;
  std::vector<Stream> streams;
  std::string panel;
  std::optional<std::int64_t> quorum;
  std::vector<Member> members;
  std::vector<Finding> findings;
  std::vector<ParameterValue> parameters;
  std::vector<Silence> silences;
  std::vector<Plugin> plugins = {};
  std::string redacted = {};             // as in a record
  AppealRoute appeals = {};
  std::vector<std::pair<std::string, std::string>> labels = {};   // what people call each field, sorted by its path
  std::vector<DecisionRecord> records;   // sorted by stream and application

  const DecisionRecord* find(std::string_view application) const;
  /// The member's name, or the id where none was given.
  std::string_view name_of(std::string_view member) const;
  /// What people call a field ("applicant.name"), or empty.
  std::string_view label_of(std::string_view field) const;
};

/// Throws base::Refused (exit 2) when it is no `remit.record/1`, or a key that must be there is not; `file` is named.
DecisionRecord read_record(const intake::Json& json, const std::string& file);
/// The overrides under the key `changed_by` of a finding.
std::vector<RuleChange> changes_of(const intake::Json& list);
/// The same for `remit.decision/1`.
DecisionDocument read_document(const intake::Json& json, const std::string& file);
/// From bytes: a `remit.decision/1` document.
DecisionDocument read_document(std::string_view bytes, const std::string& file);

}  // namespace remit::record
