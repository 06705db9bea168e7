// A rule as the engine sees it: what it is called, where it comes from, and one question it answers. Whether a sentence
// or a function stands behind the question is nobody's business but the loader's.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/rational.hpp"
#include "policy/facts.hpp"
#include "policy/outcome.hpp"

namespace remit::policy {

enum class Force : std::uint8_t { must, should, proposed, data, context };
enum class Effect : std::uint8_t { blocks, refers, warns };

std::string_view word(Force);     // "must", ...
std::string_view word(Effect);    // "blocks", ...

/// One reason why a condition did not hold: "amount requested: needed at most 60000.00, had 64000.00".
struct Shortfall {
  std::string field;    // "application.amount_requested"
  std::string needed;   // "at most £60,000"; "answered"; "Reduce waiting times"
  std::string had;      // "£64,000"; empty when there was nothing
};

/// The words about an answer, made only when a record is written.
struct Explanation {
  std::string message;                 // `otherwise` or `or_else`, filled; for a refer, what has to be looked at
  std::vector<Shortfall> shortfalls;   // what would have passed; empty unless the outcome is fail or refer
};

/// What can be seen of a rule before anything is asked.
struct Prospect {
  std::vector<base::Value> numbers;    // the numbers and amounts that stand in its sentences or its function
  std::vector<base::Value> mentions;   // all constants: those of its sentences, and numbers and texts of its function
  std::vector<std::vector<std::uint16_t>> walks;   // each list of `records` that its sentences walk, after those that it is walked inside
  bool never_applies = false;          // whatever the records say
  std::optional<Outcome> always;       // the one outcome that it can have, where it applies
};

/// A condition or function that can be asked. Const and safe to ask from many threads, each with its own Work.
class Test {
 public:
  virtual ~Test() = default;
  /// The outcome for the records in view; work.reads and work.cause say what was read and what went wrong.
  virtual Outcome ask(const Facts& facts, Work& work) const = 0;
  /// The words for the outcome that `ask` gave for the same facts.
  virtual Explanation explain(const Facts& facts, Work& work, Outcome outcome) const = 0;
  /// Whether it is a sentence throughout (provable) rather than a function (only probed).
  virtual bool is_sentence() const = 0;
  /// Whether a Work must bring a runtime for it.
  virtual bool needs_runtime() const { return !is_sentence(); }
  /// What can be seen of it before anything is asked; nothing, of a function.
  virtual Prospect prospect() const { return {}; }
};

/// What a decision function answered.
struct Choice {
  std::string decision;                // id of a decision type; empty: it went wrong, and work.cause says why
  std::vector<std::string> reasons;    // ids
  std::optional<base::Rational> total;
};
/// A function that chooses among decision types ("each/1": every application by itself).
class Chooser {
 public:
  virtual ~Chooser() = default;
  virtual Choice choose(const Facts& facts, Work& work) const = 0;
};

/// What criteria, conflicts, requirements, appeals and decisions have in common.
struct Rule {
  std::string id, title, clause, reading;
  Force force = Force::must;
  Effect effect = Effect::blocks;
  std::string effect_reason;           // why the partnership's effect differs from the force's own, where said
  std::vector<std::string> streams;    // empty: every stream
  std::vector<std::string> rows;       // items of the source that it carries: "NI-077"
  std::string layer;                   // id of the pack that wrote it: "core", "northern-ireland"
  std::string contract;                // what other packs may do to it: "sealed", "tighten_only", "parameter_only", "replaceable"
  std::string file;
  int line = 0;
  int use = -1;                        // index in Pack::uses: a plug-in answers in the place of a sentence
  std::unique_ptr<Test> test;          // never null in a loaded pack, but for the allocation

  bool runs_in(std::string_view stream) const {
    if (streams.empty()) return true;
    for (const auto& s : streams)
      if (s == stream) return true;
    return false;
  }
};

}  // namespace remit::policy
