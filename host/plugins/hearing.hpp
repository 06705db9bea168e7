// What a plug-in says while it is called. Everything is copied at once, within the bounds of the contract; what oversteps them is
// noted as misuse, and the call then counts as an error.
#pragma once
#include <remit/ext/allocator.h>
#include <remit/ext/data_source.h>
#include <remit/ext/exporter.h>
#include <remit/ext/round_check.h>

#include <memory>
#include <string>
#include <vector>

#include "plugins/session_words.hpp"
#include "policy/plugins.hpp"

namespace remit::plugins {

inline constexpr std::size_t most_reasons = 16, most_evidence = 32, most_facts = 1024;
inline constexpr std::size_t most_findings = 4'000'000;         // of a session, awards and evidence alike
inline constexpr std::size_t most_output = 128u << 20;          // bytes that an exporter writes in one call

/// The sinks that a plug-in is given. One call at a time.
class Hearing {
 public:
  Hearing();
  Hearing(const Hearing&) = delete;
  Hearing& operator=(const Hearing&) = delete;

  const remit_report* report() const { return &report_; }
  const remit_facts* facts() const { return &facts_; }
  const remit_findings* findings() const { return &findings_; }
  const remit_awards* awards() const { return &awards_; }
  const remit_output* output() const { return &output_; }

  /// A call begins; what was said before is forgotten.
  void begin() {
    failed_ = false;
    if (!cause_.empty()) cause_.clear();
    if (said_) said_.reset();
    session_ = nullptr;
  }
  /// Likewise, of a session: findings, awards, output and notes go to `words`.
  void begin(SessionWords& words) {
    begin();
    session_ = &words;
  }
  /// Notes what the plug-in did wrong; the first counts.
  void misuse(std::string what);
  bool failed() const { return failed_; }
  /// Why, in words; never empty.
  std::string cause() const { return cause_.empty() ? "could not tell, and did not say why" : cause_; }
  /// The answer with `outcome`, or the error.
  policy::Answer answer(policy::Outcome outcome);
  policy::Answer::Said& said();

 private:
  struct Report : remit_report { Hearing* to; };
  struct Facts : remit_facts { Hearing* to; };
  struct Findings : remit_findings { Hearing* to; };
  struct Awards : remit_awards { Hearing* to; };
  struct Output : remit_output { Hearing* to; };
  template <class Sink, class Base>
  static Hearing& of(const Base* sink) {
    return *static_cast<const Sink*>(sink)->to;
  }
  bool copy(remit_text from, std::string& to);
  bool copy(const remit_value* from, policy::Told& to);
  void award(policy::Answer::Said::Award kind, remit_text application, const remit_text* elements, std::uint64_t size, remit_text words);
  bool in_session();
  void set_session_calls();

  Report report_;
  Facts facts_;
  Findings findings_;
  Awards awards_;
  Output output_;
  bool failed_ = false;
  std::string cause_;
  std::unique_ptr<policy::Answer::Said> said_;
  SessionWords* session_ = nullptr;
};

}  // namespace remit::plugins
