// What a rule may look at while it is asked, and the ledger of what it did look at.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <memory>
#include <span>
#include <vector>

#include "base/arena.hpp"
#include "base/schema.hpp"
#include "base/value.hpp"

namespace remit::policy {

class Applications;
struct Replies;

/// The records that sentences and functions name: `application.title` is field `title` of root `application`. The first
/// ones are fixed; the record types of a pack and the items of its lists follow.
namespace root {
enum : std::uint16_t {
  round, stream, application, applicant, panel, member, tie, declaration, partner, element, clarification,
  other,        // another application, inside applications:any and applications:none
  parameters,   // the pack's parameters at the round's date; field = index of the parameter
  eligibility,  // outcome
  scores,       // total
  proposal,     // affordable, amount
  lodged,       // an appeal
  facts,        // what plug-ins looked up: a group for each of them
  records,      // all records of each of the pack's own types, the members and the organisations: a list for each
  first_free
};
}
inline constexpr std::size_t most_roots = 160;

/// One field that a rule read, with what it held.
struct Read {
  std::uint16_t root = 0;
  std::uint16_t field = 0;
  std::uint32_t item = 0;   // 0: the record itself; else 1 + its place in its list (`other`: 1 + row of the application)
  base::Value value;
};

/// How people call what records name by id.
struct Names {
  virtual ~Names() = default;
  /// The name of the organisation with this id, or the id when it has none.
  virtual std::string_view organisation(std::string_view id) const = 0;
  /// The title of the pack's outcome with this id, or the text itself when there is none.
  virtual std::string_view outcome(std::string_view text) const = 0;
};

/// A fact that could not be looked up, and why: a rule that reads it ends in an error.
struct Lost {
  std::uint16_t field = 0;  // of the root `facts`
  std::string_view cause;
};

/// The records in view. A root that is not in view is null: the loader has refused every rule that would read it.
struct Facts {
  std::array<const base::Value*, most_roots> records{};
  const Applications* applications = nullptr;   // for applications:any and :none
  const Names* names = nullptr;                 // for messages; null: ids stand for names
  const std::vector<std::shared_ptr<const Replies>>* answers = nullptr;   // of plug-ins (policy/answers.hpp); null: none were asked
  std::uint32_t subject = 0, member = 0;        // whom among them the rules in view are about: application or appeal, and member
  std::span<const Lost> lost;                   // facts of this application that plug-ins could not tell
  const base::Value& at(std::uint16_t root, std::uint16_t field) const { return records[root][field]; }
};

/// What one thread needs while it asks rules; made by Pack::start_work, reused for every application.
struct Work {
  struct Runtime {            // the thread's interpreter for functions; null when the pack has none
    virtual ~Runtime() = default;
  };
  std::unique_ptr<Runtime> runtime;
  bool ledger = true;         // whether `reads` is wanted
  std::vector<Read> reads;    // what the last rule asked has read, in order, each once
  std::string cause;          // why the last rule asked ended in Outcome::error, in words; else empty
  base::Arena arena;          // for values made while asking; cleared by the caller between applications
};

}  // namespace remit::policy
