// Where a plug-in's words go: reasons and evidence, findings, awards, facts, bytes. The host copies each at once.
#ifndef REMIT_CPP_REPORT_HPP
#define REMIT_CPP_REPORT_HPP

#include <algorithm>
#include <initializer_list>
#include <vector>

#include "../ext/allocator.h"
#include "../ext/data_source.h"
#include "../ext/exporter.h"
#include "../ext/round_check.h"
#include "values.hpp"

namespace remit {

/// Why an answer is what it is. To say that there is none, throw remit::failure.
class report {
 public:
  explicit report(const remit_report* raw) : raw_(raw) {}
  /// In words for an officer; may be given several times, the host keeps 16.
  void reason(std::string_view words) { raw_->reason(raw_, raw(words)); }
  /// A fact that the answer rests on; the host keeps 32. `name`: small letters, digits and underscores.
  void evidence(std::string_view name, const plain& value) { raw_->evidence(raw_, raw(name), &value.raw_value()); }

 private:
  static remit_text raw(std::string_view t) { return remit::raw(t); }
  const remit_report* raw_;
};

/// What a round check found.
class findings {
 public:
  explicit findings(const remit_findings* raw) : raw_(raw) {}
  /// One more sentence on an application, by its id. The worst outcome stands, all the words are kept.
  void finding(std::string_view application, outcome o, std::string_view words) {
    raw_->finding(raw_, raw(application), static_cast<remit_outcome>(o), raw(words));
  }
  /// The same on the round itself.
  void on_round(outcome o, std::string_view words) { finding({}, o, words); }
  void evidence(std::string_view application, std::string_view name, const plain& value) {
    raw_->evidence(raw_, raw(application), raw(name), &value.raw_value());
  }

 private:
  static remit_text raw(std::string_view t) { return remit::raw(t); }
  const remit_findings* raw_;
};

/// Who gets what of a stream. An application that is not named gets nothing.
class awards {
 public:
  explicit awards(const remit_awards* raw) : raw_(raw) {}
  void whole(std::string_view application, std::string_view words = {}) { raw_->whole(raw_, raw(application), raw(words)); }
  /// `elements`: ids, in anything that can be walked and holds texts.
  template <class Elements>
  void parts(std::string_view application, const Elements& elements, std::string_view words = {}) {
    std::vector<remit_text> ids;
    for (const auto& id : elements) ids.push_back(raw(std::string_view(id)));
    raw_->parts(raw_, raw(application), ids.data(), ids.size(), raw(words));
  }
  void parts(std::string_view application, std::initializer_list<std::string_view> elements, std::string_view words = {}) {
    parts<std::initializer_list<std::string_view>>(application, elements, words);
  }
  void nothing(std::string_view application, std::string_view words = {}) { raw_->nothing(raw_, raw(application), raw(words)); }
  void refer(std::string_view application, std::string_view words = {}) { raw_->refer(raw_, raw(application), raw(words)); }
  /// A sentence about the whole allocation.
  void note(std::string_view words) { raw_->note(raw_, raw(words)); }

 private:
  static remit_text raw(std::string_view t) { return remit::raw(t); }
  const remit_awards* raw_;
};

/// Where a data source puts what it found, by remit::column::give.
class facts {
 public:
  explicit facts(const remit_facts* raw) : raw_(raw) {}
  void fact(std::uint32_t column, const remit_value& value) const { raw_->fact(raw_, column, &value); }

 private:
  const remit_facts* raw_;
};

/// The file that an exporter writes; the host writes it whole or not at all.
class output {
 public:
  explicit output(const remit_output* raw) : raw_(raw) {}
  /// Of any length: handed over in pieces that the host takes.
  void write(std::string_view bytes) {
    while (!bytes.empty()) {
      const auto piece = bytes.substr(0, std::min<std::size_t>(bytes.size(), REMIT_MOST_TEXT));
      raw_->write(raw_, remit::raw(piece));
      bytes.remove_prefix(piece.size());
    }
  }

 private:
  const remit_output* raw_;
};

}  // namespace remit

#endif
