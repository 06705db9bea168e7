// A policy pack as loaded: what a framework is, with no engine in it. Immutable once loaded; shared by all threads.
#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/measure.hpp"
#include "base/schema.hpp"
#include "base/value.hpp"
#include "policy/rule.hpp"

namespace remit::policy {

/// A dated value. Which of its periods holds is asked with `value_on`.
struct Parameter {
  std::string id, title, unit, clause, layer, file;
  int line = 0;
  base::Field field;                       // its type, words and label
  struct Period {
    std::int64_t from;                     // first second; the least possible when undated
    base::Value value;                     // absent: set to nothing on purpose
    std::string clause;                    // the reference of this value
  };
  std::vector<Period> periods;             // by date; empty: never set (the source is silent)
  /// The period in force at `second`, or null before the first.
  const Period* on(std::int64_t second) const;
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
};

/// A requirement on something other than an application's eligibility: the round, a stream, the panel, a record.
struct Requirement : Rule {
  std::uint16_t of = root::round;
};

/// A type of decision that the pack declares. Its test, where it has one, answers `pass` when it is proposed.
struct Decision : Rule {
  std::vector<std::string> must_name;      // "elements", "pending"
  std::string holds_back;                  // "offer", or empty
  bool proposes = false;                   // has proposed_when or a function
};

/// An appeal rule: its test answers `pass` when an appeal is admitted, `fail` when not.
struct Appeal : Rule {
  std::unique_ptr<Test> asks;              // what should be there too; null when nothing. fail: incomplete, not refused
};

/// The source is silent, and says so.
struct NoProvision {
  std::string id, title, clause, so, layer;
};

/// Standing data of a framework: outcomes, principles, definitions, roles, chains, timetable items, notes.
struct Entry {
  std::string kind, id, title, clause, text, layer;   // kind: "outcome", "principle", "definition", "role", "note", ...
  std::vector<std::pair<std::string, std::string>> more;   // further named texts, in the order given
};

struct Layer {
  std::string id, version, digest, title;
};

struct Pack {
  std::string id, version, title, document, status;   // status: of the document: "draft", "adopted", ...
  std::string digest;                    // of all layers
  std::string place;                     // where it was read from
  std::vector<Layer> layers;             // core first
  std::string procedure = "default/1";   // or "each/1": every application by itself, without ranking

  base::Schema schema;                   // core types and the pack's own
  struct RootName {
    std::string name;
    const base::RecordType* type;        // null for roots that this pack has no use for
  };
  std::vector<RootName> roots;           // by root number
  base::RecordType parameter_type;       // one field for each parameter, in order

  std::vector<Parameter> parameters;
  std::vector<Rule> criteria;            // in the order: core, then the pack's own, each as written
  std::vector<Conflict> conflicts;
  std::vector<Requirement> requirements;
  std::vector<Decision> decisions;
  std::vector<Appeal> appeals;
  std::vector<NoProvision> no_provisions;
  std::vector<Entry> entries;
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
  /// The values of all parameters at `second`, for Facts::records[root::parameters].
  std::vector<base::Value> parameters_on(std::int64_t second) const;
};

}  // namespace remit::policy
