// Where a plug-in under test reports to. Each sink stands behind the struct of the contract, checks what it is given as the host
// would, and writes it into an answer.
#ifndef REMIT_TESTING_SINKS_HPP
#define REMIT_TESTING_SINKS_HPP

#include "../cpp/report.hpp"
#include "../cpp/utf8.hpp"
#include "../plugin.h"
#include "answer.hpp"

namespace remit {
namespace testing {

/// The faults of the call that is running on this thread; those functions of the host that are given no host note theirs here.
inline std::vector<std::string>*& running() {
  static thread_local std::vector<std::string>* faults = nullptr;
  return faults;
}
inline void fault(const std::string& words) {
  if (running() != nullptr) running()->push_back(words);
}

/// The text, where it is one that the host takes; else a fault, and nothing.
inline std::string checked(remit_text t, const char* what) {
  if (t.size > REMIT_MOST_TEXT) fault(std::string(what) + " is longer than " + std::to_string(REMIT_MOST_TEXT) + " bytes");
  else if (t.data == nullptr && t.size != 0) fault(std::string(what) + " has a size and no bytes");
  else if (!is_utf8(view(t))) fault(std::string(what) + " is not UTF-8");
  else return std::string(view(t));
  return "";
}
inline value checked(const remit_value* v, const char* what) {
  if (v == nullptr || v->kind > REMIT_RATIO) fault(std::string(what) + " is no plain value");
  else if (v->kind == REMIT_YES_NO && v->as.integer != 0 && v->as.integer != 1) fault(std::string(what) + " is neither 0 nor 1");
  else if (v->kind == REMIT_RATIO && v->as.ratio.den == 0) fault(std::string(what) + " is a fraction over nought");
  else if (v->kind == REMIT_TEXT) {
    value out;
    out.kind = REMIT_TEXT;
    out.text = checked(v->as.text, what);
    return out;
  } else return value(*v);
  return {};
}
inline answer::named checked_evidence(remit_text name, const remit_value* v) {
  const std::string called = checked(name, "a name of evidence");
  if (called.empty() || called.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") != std::string::npos)
    fault("evidence `" + called + "` is not named with small letters, digits and underscores");
  return {called, checked(v, "evidence")};
}

struct report_sink : remit_report {
  answer& to;
  bool failed = false;
  explicit report_sink(answer& a) : remit_report{sizeof(remit_report), told_failure, told_reason, told_evidence}, to(a) {}

 private:
  static report_sink& self(const remit_report* r) { return *const_cast<report_sink*>(static_cast<const report_sink*>(r)); }
  static void told_failure(const remit_report* r, remit_text cause) {
    self(r).failed = true;
    if (self(r).to.cause.empty()) self(r).to.cause = checked(cause, "a cause");
  }
  static void told_reason(const remit_report* r, remit_text words) {
    if (self(r).to.reasons.size() < 16) self(r).to.reasons.push_back(checked(words, "a reason"));
  }
  static void told_evidence(const remit_report* r, remit_text name, const remit_value* v) {
    if (self(r).to.evidences.size() < 32) self(r).to.evidences.push_back(checked_evidence(name, v));
  }
};

struct facts_sink : remit_facts {
  answer& to;
  const remit_item& item;
  facts_sink(answer& a, const remit_item& i) : remit_facts{sizeof(remit_facts), told}, to(a), item(i) {}

 private:
  static void told(const remit_facts* f, std::uint32_t column, const remit_value* v) {
    auto& self = *const_cast<facts_sink*>(static_cast<const facts_sink*>(f));
    if (column >= self.item.columns_size) return fault("there is no column " + std::to_string(column));
    const std::string_view declared = view(self.item.columns[column]), name = declared.substr(0, declared.find(':'));
    const value given = checked(v, "a fact");
    static const char* const kinds[] = {"", "yes_no", "count", "money", "date", "moment", "text", "number"};
    const std::string_view kind = declared.substr(name.size() + 1);
    if (kind != kinds[given.kind] && !(kind == "number" && given.kind == REMIT_COUNT))
      return fault("column `" + std::string(declared) + "` is given " + words_for(given.kind));
    self.to.facts.push_back({std::string(name), given});
  }
};

struct findings_sink : remit_findings {
  answer& to;
  const std::vector<std::string>& ids;
  findings_sink(answer& a, const std::vector<std::string>& i) : remit_findings{sizeof(remit_findings), told, told_evidence}, to(a), ids(i) {}

 private:
  static findings_sink& self(const remit_findings* f) { return *const_cast<findings_sink*>(static_cast<const findings_sink*>(f)); }
  std::string known(remit_text application) const {
    const std::string id = checked(application, "an id");
    if (!id.empty() && std::find(ids.begin(), ids.end(), id) == ids.end()) fault("a finding on `" + id + "`, which was not given");
    return id;
  }
  static void told(const remit_findings* f, remit_text application, remit_outcome o, remit_text words) {
    if (o < REMIT_PASS || o > REMIT_ERROR) return fault("a finding with an outcome that there is not");
    self(f).to.findings.push_back({self(f).known(application), static_cast<outcome>(o), checked(words, "a finding")});
  }
  static void told_evidence(const remit_findings* f, remit_text application, remit_text name, const remit_value* v) {
    self(f).known(application);
    self(f).to.evidences.push_back(checked_evidence(name, v));
  }
};

struct awards_sink : remit_awards {
  answer& to;
  const std::vector<std::string>& ids;
  awards_sink(answer& a, const std::vector<std::string>& i)
      : remit_awards{sizeof(remit_awards), whole_, parts_, nothing_, refer_, note_}, to(a), ids(i) {}

 private:
  static const awards_sink& self(const remit_awards* a) { return *static_cast<const awards_sink*>(a); }
  void told(remit_text application, const char* kind, std::vector<std::string> elements, remit_text words) const {
    const std::string id = checked(application, "an id");
    if (std::find(ids.begin(), ids.end(), id) == ids.end()) fault("an award to `" + id + "`, which was not given");
    if (!to.awarded(id).kind.empty()) fault("`" + id + "` is named twice");
    to.awards.push_back({id, kind, std::move(elements), checked(words, "the words of an award")});
  }
  static void whole_(const remit_awards* a, remit_text id, remit_text words) { self(a).told(id, "whole", {}, words); }
  static void nothing_(const remit_awards* a, remit_text id, remit_text words) { self(a).told(id, "nothing", {}, words); }
  static void refer_(const remit_awards* a, remit_text id, remit_text words) { self(a).told(id, "refer", {}, words); }
  static void parts_(const remit_awards* a, remit_text id, const remit_text* elements, std::uint64_t size, remit_text words) {
    std::vector<std::string> all;
    if (size == 0 || elements == nullptr) fault("an award of parts without parts");
    else for (std::uint64_t i = 0; i < size; ++i) all.push_back(checked(elements[i], "the id of an element"));
    self(a).told(id, "parts", std::move(all), words);
  }
  static void note_(const remit_awards* a, remit_text words) { self(a).to.notes.push_back(checked(words, "a note")); }
};

struct output_sink : remit_output {
  answer& to;
  explicit output_sink(answer& a) : remit_output{sizeof(remit_output), told}, to(a) {}

 private:
  static void told(const remit_output* o, remit_text bytes) {
    if (bytes.size > REMIT_MOST_TEXT) return fault("more than " + std::to_string(REMIT_MOST_TEXT) + " bytes written at once");
    static_cast<const output_sink*>(o)->to.bytes += view(bytes);
  }
};

}  // namespace testing
}  // namespace remit

#endif
