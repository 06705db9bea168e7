// The findings of one application as records show them, and the words that go with those that failed.
#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "record/constants.hpp"
#include "record/pack_texts.hpp"

namespace remit::record {

/// Appends `{"application.title":"...",...}`, sorted, each field once. An item of a list is "partner[2].required", another
/// application "applications[A7].submitted_at".
class ReadWriter {
 public:
  /// `round`: where other applications are looked up; null when rules see one application only. All outlive the writer.
  ReadWriter(const policy::Pack& pack, const std::vector<std::vector<ReadKey>>& keys, const intake::Round* round)
      : pack_(pack), keys_(keys), round_(round) {}
  void write(std::span<const policy::Read> reads, std::string& out);

 private:
  void write_items(std::span<const policy::Read> reads, std::string& out);
  std::string name_of(const policy::Read& read) const;

  const policy::Pack& pack_;
  const std::vector<std::vector<ReadKey>>& keys_;
  const intake::Round* round_;
  std::vector<std::pair<std::uint32_t, const policy::Read*>> by_order_;
  std::vector<std::pair<std::string, const policy::Read*>> by_name_;
};

/// The words for `outcome`, or none when the rule cannot find them: a finding stands without its words. The message is the
/// rule's title when the rule has no message of its own.
policy::Explanation explain(const policy::Rule& rule, const policy::Facts& facts, policy::Work& work, policy::Outcome outcome);

/// What to ask with when the pack's rules are sentences only and bring no runtime.
std::unique_ptr<policy::Work> start_work(const policy::Pack& pack);

class FindingWriter {
 public:
  explicit FindingWriter(const RoundConstants& constants);

  /// Finds the words of all findings of `application` that failed or have to be looked at; they stay until the next call.
  void turn_to(std::uint32_t application);
  const policy::Explanation& words(std::size_t finding) const { return words_[finding]; }
  /// Appends `{"findings":[...],"outcome":"eligible"}`, or null for a withdrawn application.
  void write(std::uint32_t application, std::string& out);
  /// Appends `,"findings":[...]`: what the requirements on applications found, beside eligibility.
  void write_beside(std::uint32_t application, std::string& out);
  /// Appends what would have passed, for the findings that stood in the way, with commas where needed.
  void write_missed(std::uint32_t application, std::string& out) const;

 private:
  const RoundConstants& constants_;
  ReadWriter reads_;
  std::unique_ptr<policy::Work> work_;
  policy::Facts facts_;
  void find_words(std::span<const engine::Finding> findings, const auto& rules, std::uint32_t application, std::vector<policy::Explanation>& words);
  std::vector<policy::Explanation> words_, beside_;
};

/// Whether a finding of this outcome has words.
inline bool has_words(policy::Outcome outcome) { return outcome == policy::Outcome::fail || outcome == policy::Outcome::refer; }
/// Appends a finding. `words` are looked at where the outcome has them.
void append_finding(const engine::Finding& finding, const RuleText& text, const policy::Explanation& words, ReadWriter& reads, std::string& out);
/// Appends what would have passed, with commas where needed.
void append_missed(const policy::Rule& rule, const policy::Explanation& words, std::string& out);
/// Appends `,"shortfalls":[...]`, or nothing when there are none.
void append_shortfalls(std::span<const policy::Shortfall> shortfalls, std::string& out);

}  // namespace remit::record
