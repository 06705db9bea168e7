// A policy pack as loaded: what a framework is, with no engine in it. Immutable once loaded; shared by all threads.
#pragma once
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/measure.hpp"
#include "base/problem.hpp"
#include "base/schema.hpp"
#include "base/value.hpp"
#include "policy/plugins.hpp"
#include "policy/rule.hpp"

namespace remit::policy {

/// By which of two days a parameter goes: the one of the decision (the round's date), or the one on which the call opened.
enum class Clock : std::uint8_t { decided, opened };
std::string_view word(Clock);            // "when_decided", "when_opened"

/// Both days, as seconds; one day for both where there is no call.
struct Clocks {
  std::int64_t decided = 0, opened = 0;
  Clocks(std::int64_t both) : decided(both), opened(both) {}
  Clocks(std::int64_t decided_, std::int64_t opened_) : decided(decided_), opened(opened_) {}
};

/// A dated value. Which of its periods holds is asked with `on`.
struct Parameter {
  std::string id, title, unit, clause, so, layer, file;   // so: what the silence leads to, when it was never set
  int line = 0;
  std::vector<std::string> rows;
  Clock clock = Clock::decided;            // `in_force`: by which day its value is chosen
  base::Field field;                       // its type, words and label
  bool used = false;                       // a sentence, a function or the words of a rule name it
  struct Period {
    std::int64_t from;                     // first second; the least possible when undated
    base::Value value;                     // absent: set to nothing on purpose
    std::string clause;                    // the reference of this value
  };
  std::vector<Period> periods;             // by date; empty: never set (the source is silent)
  /// The period in force at the clock that it goes by, or null before the first.
  const Period* on(const Clocks& clocks) const;
};

enum class Action : std::uint8_t { recuse, exclude };
enum class Scope : std::uint8_t { stream, application, panel };
std::string_view word(Action);
std::string_view word(Scope);

/// A conflict rule: its test answers `fail` when the conflict arises, `pass` when not.
struct Conflict : Rule {
  Action action = Action::recuse;
  std::optional<Scope> scope;              // fixed, or
  int scope_parameter = -1;                // index of the parameter that says it
  std::uint16_t of = root::application;    // else a type of record: it is asked of each, about the member that is in view with it
};

/// A requirement on something other than an application's eligibility: the round, a stream, the panel, a record.
struct Requirement : Rule {
  std::uint16_t of = root::round;
};

/// A type of decision that the pack declares. Its test, where it has one, answers `pass` when it is proposed.
struct Decision : Rule {
  std::vector<std::string> must_name;      // "elements", "pending"
  std::string holds_back;                  // "offer", or empty
  bool proposes = false;                   // has proposed_when
  std::vector<std::string> because;        // ids of requirements: those that fail are its reasons; empty: the failed criteria
  std::unique_ptr<Chooser> chooser;        // a function that chooses among all decision types; else null
};

/// Where the marks of an application stand when it brings its own sheets ("each/1").
struct Marking : Rule {                    // its test answers `fail` for a sheet that is set aside; null: none is
  std::uint16_t sheets = 0;                // field of the application: a list of records
  std::uint16_t sheet_root = 0;
  std::vector<std::uint16_t> marks;        // for each measure, its field in a sheet
  std::optional<base::Rational> without_sheets;   // the mean of every measure when no sheet counts; none: refer
};

/// An appeal rule: its test answers `pass` when an appeal is admitted, `fail` when not.
struct Appeal : Rule {
  std::unique_ptr<Test> asks;              // what should be there too; null when nothing. fail: incomplete, not refused
};

/// The source is silent, and says so.
struct NoProvision {
  std::string id, title, clause, so, layer;
  std::vector<std::string> rows;
};

/// Standing data of a framework: outcomes, principles, definitions, roles, chains, timetable items, notes.
struct Entry {
  std::string kind, id, title, clause, text, layer;   // kind: "outcome", "principle", "definition", "role", "note", ...
  std::vector<std::pair<std::string, std::string>> more;   // further named texts, by name
  std::vector<std::string> rows;
};

struct Layer {
  std::string id, version, digest, title;
  std::string place;                       // where it was read from
  std::vector<std::string> themes;         // of a pack that another takes themes from: which; empty: the whole pack is here
  std::string taken_by;                    // and which pack takes them
};

/// Puts records into classes, as levels of need: the first case whose condition holds.
struct Classification : Rule {               // its test says whether it applies: pass or not_applicable
  std::uint16_t of = root::round;
  int gives = -1;                            // the field of the record that holds the class from then on; -1: none does
  std::int64_t levels = 0;                   // how many distinct levels the source counts; 0: not said
  std::vector<std::pair<std::string, std::string>> refused;   // codes that are none, and what to say instead
  struct Case {
    std::string code, clause;
    std::unique_ptr<Test> when;              // pass, fail, or refer when it cannot be told
  };
  std::vector<Case> cases;                   // in the order they are taken
  std::string otherwise;                     // why no case fits
};
/// What a classification says of one record.
struct Class {
  Outcome outcome = Outcome::refer;          // pass with a code; refer; not_applicable; error
  std::string code, clause, message;
};
/// Cases before the first that holds and cannot be told give refer: a later class might be wrong. work.reads holds what was read.
Class classify(const Classification& rule, const Facts& facts, Work& work);

/// An area's change to a rule of a layer below.
struct Override {
  std::string rule, layer, authority, reason, written_against, file;   // rule: "core/received-in-time"
  int line = 0;
  std::string change;                      // "and_also", "instead" or "test": what stands in it
  std::map<std::string, std::string> asks; // the rule as the layers below left it, part by part, in the words of its file
  std::string digest;                      // of those
  std::shared_ptr<const Test> was;         // a function in the place of a tighten_only rule: that rule as it stood. Else null
  const Test* now = nullptr;               // the rule as it stands; owned by the pack
};

struct Pack {
  std::string id, version, title, document, status;   // status: of the document: "draft", "adopted", ...
  std::string digest;                    // of all layers
  std::string place;                     // where it was read from
  std::vector<Layer> layers;             // core first
  std::string application_key = "id";    // the field that tells one application from another
  std::string application_stream = "stream";   // with each/1: the field that names the stream, for rules that run in some only
  std::string procedure = "default/1";   // or "each/1": every application by itself, without ranking

  base::Schema schema;                   // core types and the pack's own
  struct RootName {
    std::string name;
    const base::RecordType* type;        // null for roots that this pack has no use for
    int others = -1;                     // of an item of `records`, called "other_body": which field of `records` lists it
  };
  std::vector<RootName> roots;           // by root number
  base::RecordType parameter_type;       // one field for each parameter, in order

  std::vector<Parameter> parameters;
  std::vector<Rule> criteria;            // in the order: core, then the pack's own, each as written
  std::vector<Conflict> conflicts;       // of applications
  std::vector<Conflict> record_conflicts;   // of other records
  std::vector<Requirement> requirements;
  std::vector<Decision> decisions;
  std::vector<Appeal> appeals;
  std::unique_ptr<Marking> marking;      // only with procedure each/1
  std::vector<Classification> classifications;
  std::vector<NoProvision> no_provisions;
  std::optional<Rule> allocation;        // a plug-in that shares out the money of its streams, in the place of step 5; no test
  std::vector<Entry> entries;
  std::vector<Override> overrides;
  std::vector<PluginNeed> plugins;       // by id
  std::vector<PluginUse> uses;           // where rules, measures and the allocation use them
  std::vector<base::Problem> warnings;   // what the loader noticed and did not refuse
  base::Scoring scoring;                 // for streams without measures of their own

  /// The keys by which `applications:any` and `:none` are answered: for each, the fields of the application type. Applications
  /// must be indexed by all of them before rules are asked.
  std::vector<std::vector<std::uint16_t>> application_keys;

  /// What one thread needs to ask this pack's rules.
  std::function<std::unique_ptr<Work>()> start_work;
  /// Keeps alive what values and trees point into.
  std::vector<std::shared_ptr<void>> keeps;

  int find_parameter(std::string_view id) const;
  const NoProvision* no_provision(std::string_view id) const;
  /// The values of all parameters at those clocks, for Facts::records[root::parameters].
  std::vector<base::Value> parameters_on(const Clocks& clocks) const;
  /// The measures of the pack, with the values that its parameters `minimum_total` and `tie_break` have at those clocks: they
  /// apply together, to streams without measures of their own.
  base::Scoring scoring_on(const Clocks& clocks) const;
};

}  // namespace remit::policy
