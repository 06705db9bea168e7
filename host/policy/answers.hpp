// What plug-ins said about a round, use by use, where rules find it: asked once for all applications together, read by the rules
// one by one.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "policy/plugins.hpp"
#include "policy/rule.hpp"

namespace remit::policy {

/// What one use of a plug-in said.
struct Replies {
  static constexpr std::uint32_t nobody = 0xffffffff;
  std::vector<Answer> answers;
  std::vector<std::uint32_t> first;   // by application: where its answers begin; nobody: it was not asked about
  std::uint32_t each = 1;             // answers for each application: a conflict rule has one for each member
  std::vector<Answer> whole;          // round_check: one; allocator: one for each stream (without `said` where it was not asked)
};

/// By Pack::uses; null where nothing was asked.
using Answers = std::vector<std::shared_ptr<const Replies>>;

/// What `use` said about the subject in view, or null when it was not asked. `whole_subject` is the round.
const Answer* answer_of(const Answers& answers, std::size_t use, std::uint32_t subject, std::uint32_t member = 0);
inline constexpr std::uint32_t whole_subject = 0xffffffff;

/// A test that a plug-in stands behind: it reads the answer that Facts::answers holds for the subject in view.
class PluginTest : public Test {
 public:
  /// `name`: "charity-register/registered", for messages.
  PluginTest(std::size_t use, std::string name) : use_(use), name_(std::move(name)) {}
  Outcome ask(const Facts& facts, Work& work) const override;
  /// The plug-in's reasons.
  Explanation explain(const Facts& facts, Work& work, Outcome outcome) const override;
  bool is_sentence() const override { return false; }
  bool needs_runtime() const override { return false; }

 private:
  std::size_t use_;
  std::string name_;
};

/// The words of an answer: its reasons, one after the other; of an error the cause.
std::string words_of(const Answer& answer);
/// An error of the plug-in, with its cause.
Answer fault(std::string cause);

}  // namespace remit::policy
