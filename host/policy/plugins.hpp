// What a framework knows of native plug-ins: which it needs, where its rules use them, and somebody who answers. Whether that
// is a worker process, a library in this one, or the answers in a saved record is nobody's business but theirs.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/rational.hpp"
#include "base/schema.hpp"
#include "policy/facts.hpp"
#include "policy/outcome.hpp"

namespace remit::policy {

struct Pack;

enum class Capability : std::uint8_t { criterion, measure, conflict_rule, appeal_rule, round_check, allocator, data_source, exporter };
std::string_view word(Capability);             // "criterion", ... as in "remit.criterion/1"

/// A plug-in that the pack declares: `plugin "deprivation" { version = "1.0.0", ... }`.
struct PluginNeed {
  std::string id;
  std::string version;                         // the least; the same major. Empty: any
  std::string layer, file;                     // which pack says so, and where
  int line = 0;
  std::vector<std::pair<std::string, std::string>> reads;      // field of the plug-in -> field of the pack: "application.small_area" -> "application.lsoa"
  std::vector<std::pair<std::string, std::string>> settings;   // name -> text, numbers exact: "9/10"
  std::vector<std::pair<std::string, std::string>> files;      // name -> path inside the folder of the round or of the pack
  std::vector<std::uint16_t> facts;            // fields of the record type `facts` that it supplies
};

/// One place where the pack uses a plug-in: `plugin = "charity-register/registered"`. Rules, measures and the allocation name it
/// by its index in Pack::uses. Facts have a use of their own, with an empty item, for each plug-in that supplies some.
struct PluginUse {
  std::uint16_t need = 0;                      // index in Pack::plugins
  std::string item;                            // "registered"
  Capability capability = Capability::criterion;
  bool or_round_check = false;                 // a requirement on applications: the item may be a round check instead (Plugins::across)
  std::string by;                              // the rule, for messages: `criterion "registered-charity"`
};

/// A plain value that owns its text.
struct Told {
  base::Kind kind = base::Kind::absent;        // never list, record or word
  std::int64_t integer = 0;
  std::string text;
  base::Rational ratio;
  /// Points into this.
  base::Value value() const;
};

/// What a plug-in said about one subject, or why it did not.
struct Answer {
  /// measure, data_source, allocator and exporter: pass; refer where a measure has no score to give. error: `said->cause`.
  Outcome outcome = Outcome::error;
  struct Said {
    std::vector<std::string> reasons;
    std::vector<std::pair<std::string, Told>> evidence;
    std::optional<base::Rational> score;       // measure
    std::vector<Told> facts;                   // data_source: by PluginNeed::facts; absent where nothing was found
    enum class Award : std::uint8_t { none, whole, parts, nothing, refer } award = Award::none;   // allocator
    std::vector<std::string> elements;         // allocator: of parts, by id
    std::string written;                       // exporter, in the last answer: all its bytes
    std::string cause;                         // of an error, naming the plug-in: "charity-register: ended by signal 11 (segmentation fault)"
  };
  std::unique_ptr<Said> said;                  // null: nothing beside the outcome
};

/// Who answered, for the record.
struct PluginIdentity {
  std::string id, version, digest;             // digest of the library: "blake2b-256:..."
  std::vector<std::pair<std::string, std::string>> files;   // name -> digest of the bytes that it was given
};

/// What a use is asked about. Subjects are numbered from 0; they are turned to in order, more than once where a fault makes the
/// host ask again.
class Subjects {
 public:
  virtual ~Subjects() = default;
  virtual std::size_t size() const = 0;
  /// The records in view of subject `i`; good until the next call.
  virtual const Facts& turn_to(std::size_t i) = 0;
  /// What saved answers know it by: the application's id and, for conflict rules, the member's (for appeals: their place, from 1).
  struct Key {
    std::string_view application, other;
  };
  virtual Key key(std::size_t i) const = 0;
  /// round_check, allocator, exporter: the records in view of the whole (round and panel; stream).
  virtual const Facts& whole() = 0;
};

/// All plug-ins of one pack, ready to answer. Nothing here throws for a fault of a plug-in: it is an answer, `error`, with its
/// cause. Not safe for several threads at once.
class Plugins {
 public:
  virtual ~Plugins() = default;
  /// By Pack::plugins.
  virtual std::span<const PluginIdentity> identities() const = 0;
  /// Whether a use that is `or_round_check` turned out to be one.
  virtual bool across(std::size_t use) const {
    static_cast<void>(use);
    return false;
  }
  /// What use `use` says of each subject. round_check, allocator and exporter give one answer more, the last: about the round or
  /// stream (its reasons are the notes).
  virtual std::vector<Answer> ask(std::size_t use, Subjects& subjects) = 0;
};

}  // namespace remit::policy
