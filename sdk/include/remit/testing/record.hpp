// Records made by hand, for plug-ins under test.
//
//   remit::testing::record a;
//   a.set("applicant.id", "GB-CHC-1").set("application.amount_requested", remit::money{1200000});
//   a.words("application.outcomes", {"being-healthy"});
//   a.add("application.elements").set("id", "E1").set("cost", remit::money{400000});   // a list of records, item by item
#ifndef REMIT_TESTING_RECORD_HPP
#define REMIT_TESTING_RECORD_HPP

#include <initializer_list>
#include <list>
#include <string>
#include <vector>

#include "value.hpp"

namespace remit {
namespace testing {

class record {
 public:
  /// A text that is empty or only white space is as if nobody answered, as for the host. Given twice, the last stands.
  record& set(std::string_view path, const value& v) {
    cell& c = at(path);
    c = cell(path);
    if (v.kind != REMIT_TEXT || v.text.find_first_not_of(" \t\r\n") != std::string::npos) c.plain = v;
    return *this;
  }
  /// A list of words.
  record& words(std::string_view path, std::initializer_list<const char*> all) {
    cell& c = at(path);
    c = cell(path);
    for (const char* word : all) c.words.push_back(word);
    return *this;
  }
  /// One more item of a list of records; its fields are named as they are inside it. Good as long as this record.
  record& add(std::string_view path) {
    cell& c = at(path);
    c.records.emplace_back();
    c.records.back().prefix_ = prefix_ + std::string(path) + ".";
    return c.records.back();
  }

  /// What stands at `full`, the path from the subject on; of kind REMIT_ABSENT where nothing does. For the fake host.
  remit_value get(std::string_view full) const {
    if (full.substr(0, prefix_.size()) == prefix_)
      for (const cell& c : cells_)
        if (c.name == full.substr(prefix_.size())) return c.raw_value();
    return remit_value{};
  }
  static remit_status item(const remit_items* of, std::uint64_t index, remit_value* out) {
    const cell& c = *reinterpret_cast<const cell*>(of);
    if (index >= c.size()) return REMIT_NOT_THERE;
    *out = remit_value{};
    if (c.records.empty()) {
      out->kind = REMIT_TEXT;
      out->as.text = raw(c.words[static_cast<std::size_t>(index)]);
    } else {
      auto it = c.records.begin();
      for (std::uint64_t i = 0; i < index; ++i) ++it;
      out->kind = REMIT_RECORD;
      out->as.record = it->raw_record();
    }
    return REMIT_OK;
  }
  const remit_record* raw_record() const { return reinterpret_cast<const remit_record*>(this); }
  static const record& of(const remit_record* raw) { return *reinterpret_cast<const record*>(raw); }

 private:
  struct cell {
    std::string name;
    value plain;
    std::vector<std::string> words;
    std::list<record> records;
    explicit cell(std::string_view n) : name(n) {}
    std::uint64_t size() const { return records.empty() ? words.size() : records.size(); }
    remit_value raw_value() const {
      remit_value out{};
      out.kind = size() != 0 ? static_cast<remit_kind>(REMIT_LIST) : plain.kind;
      if (out.kind == REMIT_LIST) out.as.list = remit_list{reinterpret_cast<const remit_items*>(this), size()};
      else if (out.kind == REMIT_TEXT) out.as.text = raw(plain.text);
      else if (out.kind == REMIT_RATIO) out.as.ratio = plain.fraction;
      else out.as.integer = plain.integer;
      return out;
    }
  };
  cell& at(std::string_view path) {
    for (cell& c : cells_)
      if (c.name == path) return c;
    cells_.emplace_back(path);
    return cells_.back();
  }
  std::string prefix_;
  std::list<cell> cells_;
};

}  // namespace testing
}  // namespace remit

#endif
