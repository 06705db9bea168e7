// An item that was bound, ready to be asked.
#ifndef REMIT_TESTING_USE_HPP
#define REMIT_TESTING_USE_HPP

#include <functional>
#include <memory>

#include "host.hpp"

namespace remit {
namespace testing {

class use {
 public:
  use(host& of, const std::string& name) : item_(of.find(name)), offered_(item_, of.settings_, of.files_) {
    if (item_ == nullptr) {
      refused_ = of.mistakes_.empty() ? "it has no item `" + name + "`" : of.mistakes_.front();
      return;
    }
    refused_ = offered_.missing();
    if (refused_.empty() && !of.open_) open(of);
    if (refused_.empty()) bind(of.state_);
  }
  use(const use&) = delete;
  use& operator=(const use&) = delete;
  ~use() {
    if (bound_ && unbind_ != nullptr) unbind_(state_);
  }

  /// Why a pack that uses it is refused; empty when it is bound.
  const std::string& refused() const { return refused_; }
  /// Ways in which opening and binding broke the contract. Expect none.
  const std::vector<std::string>& faults() const { return faults_; }

  /// Asks a criterion, measure, conflict rule, appeal rule or data source about one subject; twice, since it must say the same. Several
  /// threads may call it at once, as a host does where the item is not REMIT_SERIAL: under the thread sanitizer, that finds races.
  answer ask(const record& subject) const {
    answer first = once(subject);
    const answer second = once(subject);
    if (first.outcome != second.outcome || first.reasons != second.reasons || first.evidences != second.evidences ||
        first.facts != second.facts || first.cause != second.cause || first.score.has_value() != second.score.has_value())
      first.faults.push_back("asked again about the same subject, it says something else");
    return first;
  }
  /// Shows a round check or exporter a round, an allocator a stream: `whole` holds round and panel, or stream.
  answer across(const record& whole, const std::vector<std::pair<std::string, record>>& subjects) const;

 private:
  template <class Calls> const Calls& calls() const { return *static_cast<const Calls*>(item_->calls); }
  bool is(std::string_view capability) const { return view(item_->capability) == capability; }

  void open(host& of) {
    answer a;
    watch(a, [&](const remit_report* report) {
      const offered none(nullptr, of.settings_, of.files_);
      return of.plugin_->init == nullptr ? static_cast<remit_status>(REMIT_OK) : of.plugin_->init(&none, report, &of.state_);
    });
    take(a);
    of.open_ = refused_.empty();
  }
  void bind(void* plugin) {
    answer a;
    watch(a, [&](const remit_report* report) {
      const auto with = [&](const auto& c, auto unbind) {
        unbind_ = unbind;
        return c.bind == nullptr ? static_cast<remit_status>(REMIT_OK) : c.bind(plugin, &offered_, report, &state_);
      };
      if (is(REMIT_CRITERION_1)) return with(calls<remit_criterion_v1>(), calls<remit_criterion_v1>().unbind);
      if (is(REMIT_MEASURE_1)) return with(calls<remit_measure_v1>(), calls<remit_measure_v1>().unbind);
      if (is(REMIT_CONFLICT_RULE_1)) return with(calls<remit_conflict_rule_v1>(), calls<remit_conflict_rule_v1>().unbind);
      if (is(REMIT_APPEAL_RULE_1)) return with(calls<remit_appeal_rule_v1>(), calls<remit_appeal_rule_v1>().unbind);
      if (is(REMIT_ROUND_CHECK_1)) return with(calls<remit_round_check_v1>(), calls<remit_round_check_v1>().unbind);
      if (is(REMIT_ALLOCATOR_1)) return with(calls<remit_allocator_v1>(), calls<remit_allocator_v1>().unbind);
      if (is(REMIT_EXPORTER_1)) return with(calls<remit_exporter_v1>(), calls<remit_exporter_v1>().unbind);
      const auto& c = calls<remit_data_source_v1>();
      unbind_ = c.close;
      return c.open == nullptr ? static_cast<remit_status>(REMIT_OK) : c.open(plugin, &offered_, report, &state_);
    });
    take(a);
    bound_ = refused_.empty();
  }
  void take(const answer& a) {
    faults_.insert(faults_.end(), a.faults.begin(), a.faults.end());
    if (a.outcome == outcome::error) refused_ = a.cause.empty() ? "it failed without a word" : a.cause;
  }
  /// Runs `call`, which gives a status, with its faults and report going into `a`.
  static void watch(answer& a, const std::function<remit_status(const remit_report*)>& call) {
    report_sink report(a);
    std::vector<std::string>* const before = running();
    running() = &a.faults;
    const remit_status status = call(&report);
    running() = before;
    a.outcome = status == REMIT_OK && !report.failed ? outcome::pass : outcome::error;
    if (status < REMIT_OK || status > REMIT_TOO_LARGE) a.faults.push_back("gave a status that there is not");
    if (status != REMIT_OK && !report.failed) a.faults.push_back("failed without saying why");
  }
  answer once(const record& given) const;

  const remit_item* item_;
  offered offered_;
  std::string refused_;
  std::vector<std::string> faults_;
  bool bound_ = false;
  void* state_ = nullptr;
  void (*unbind_)(void*) = nullptr;
};

inline use host::bind(const std::string& name) { return use(*this, name); }

inline answer use::once(const record& given) const {
  answer a;
  if (!bound_) {
    a.cause = "not bound: " + refused_;
    return a;
  }
  // a copy of its own: who keeps a record for longer than the call is seen by the address sanitizer
  const auto copy = std::make_unique<const record>(given);
  const remit_record* subject = copy->raw_record();
  remit_outcome said = REMIT_PASS;
  watch(a, [&](const remit_report* report) -> remit_status {
    if (is(REMIT_MEASURE_1)) {
      remit_ratio score{0, 1};
      const remit_status status = calls<remit_measure_v1>().score(state_, subject, &score, report);
      if (status == REMIT_OK && score.den == 0) fault("a score over nought");
      if (status == REMIT_OK) a.score = score;
      if (status == REMIT_NOT_THERE) said = REMIT_REFER;
      return status == REMIT_NOT_THERE ? static_cast<remit_status>(REMIT_OK) : status;
    }
    if (is(REMIT_DATA_SOURCE_1)) {
      const facts_sink facts(a, *item_);
      return calls<remit_data_source_v1>().look_up(state_, subject, &facts, report);
    }
    if (is(REMIT_CRITERION_1)) said = calls<remit_criterion_v1>().evaluate(state_, subject, report);
    else if (is(REMIT_CONFLICT_RULE_1)) said = calls<remit_conflict_rule_v1>().check(state_, subject, report);
    else if (is(REMIT_APPEAL_RULE_1)) said = calls<remit_appeal_rule_v1>().review(state_, subject, report);
    else fault("it is asked across many subjects: use across()");
    if (said < REMIT_PASS || said > REMIT_ERROR) fault("gave an outcome that there is not");
    return said == REMIT_ERROR ? REMIT_FAILED : REMIT_OK;
  });
  if (a.outcome == outcome::pass && said >= REMIT_PASS && said <= REMIT_ERROR) a.outcome = static_cast<outcome>(said);
  return a;
}

inline answer use::across(const record& whole, const std::vector<std::pair<std::string, record>>& subjects) const {
  answer a;
  if (!bound_) {
    a.cause = "not bound: " + refused_;
    return a;
  }
  std::vector<std::string> ids;
  for (const auto& s : subjects) ids.push_back(s.first);
  const findings_sink findings(a, ids);
  const awards_sink awards(a, ids);
  const output_sink output(a);
  void* session = nullptr;
  // begin, each subject, end: the first that fails is the last that is called
  const auto walk = [&](auto begin, auto each, auto end) {
    const auto first = std::make_unique<const record>(whole);
    remit_status status = begin(first->raw_record());
    for (auto s = subjects.begin(); status == REMIT_OK && s != subjects.end(); ++s) {
      const auto copy = std::make_unique<const record>(s->second);
      status = each(raw(s->first), copy->raw_record());
    }
    return status == REMIT_OK ? end() : status;
  };
  watch(a, [&](const remit_report* report) -> remit_status {
    if (is(REMIT_ROUND_CHECK_1)) {
      const auto& c = calls<remit_round_check_v1>();
      return walk([&](auto* r) { return c.begin(state_, r, &session, report); },
                  [&](remit_text id, auto* r) { return c.application(session, id, r, report); },
                  [&] { return c.finish(session, &findings, report); });
    }
    if (is(REMIT_EXPORTER_1)) {
      const auto& c = calls<remit_exporter_v1>();
      return walk([&](auto* r) { return c.begin(state_, r, &session, &output, report); },
                  [&](remit_text, auto* r) { return c.record(session, r, &output, report); },
                  [&] { return c.end(session, &output, report); });
    }
    if (is(REMIT_ALLOCATOR_1)) {
      const auto& c = calls<remit_allocator_v1>();
      const remit_status status = walk([&](auto* r) { return c.begin(state_, r, &session, report); },
                                       [&](remit_text id, auto* r) { return c.application(session, id, r, report); },
                                       [&] { return c.allocate(session, &awards, report); });
      if (status == REMIT_OK && !static_cast<const report_sink*>(report)->failed) c.end(session);
      return status;
    }
    fault("it is asked about one subject at a time: use ask()");
    return REMIT_OK;
  });
  return a;
}

}  // namespace testing
}  // namespace remit

#endif
