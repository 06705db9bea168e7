// Records, values and lists as the host gives them, and the ranges over lists. All of them are borrowed: good until the call ends
// that gave the record.
#ifndef REMIT_CPP_RECORD_HPP
#define REMIT_CPP_RECORD_HPP

#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>

#include "../host.h"
#include "values.hpp"

namespace remit {

/// The two functions of the host that read; kept by each item from its binding on.
struct readers {
  remit_status (*get)(const remit_record*, remit_field, remit_value*) = nullptr;
  remit_status (*at)(const remit_items*, std::uint64_t, remit_value*) = nullptr;
};

/// A record: the subject of a call, or an item of a list. Read it with remit::field.
class record {
 public:
  record(const remit_record* raw, const readers& by) : raw_(raw), by_(&by) {}
  /// What it holds in `field`; of kind REMIT_ABSENT where nobody answered. `name` is for the words of a failure.
  remit_value get(remit_field field, std::string_view name = "a field") const {
    remit_value out{};
    const remit_status status = field == REMIT_NO_FIELD ? remit_status{REMIT_OK} : by_->get(raw_, field, &out);
    if (status == REMIT_TOO_LARGE) throw failure(std::string(name) + " holds a fraction that is too large for a plug-in: its terms go beyond 64 bits");
    if (status != REMIT_OK) throw failure("the host could not read " + std::string(name));
    return out;
  }
  const readers& by() const { return *by_; }

 private:
  const remit_record* raw_;
  const readers* by_;
};

/// "a text", "a list": for messages.
inline const char* words_for(remit_kind kind) {
  static const char* const words[] = {"nothing", "yes or no", "a count", "money", "a date", "a moment", "a text", "a fraction", "a list", "a record"};
  return kind < sizeof words / sizeof *words ? words[kind] : "something unknown";
}

/// The items of a list, as records or texts: `for (remit::record e : elements.list(r))`. An absent list is an empty range.
template <class Item>
class range {
 public:
  range() = default;
  range(remit_list list, const readers& by) : list_(list), by_(&by) {}

  class iterator {
   public:
    using iterator_category = std::input_iterator_tag;
    using value_type = Item;
    using difference_type = std::ptrdiff_t;
    using pointer = const Item*;
    using reference = Item;
    iterator(const range& of, std::uint64_t at) : of_(&of), at_(at) {}
    Item operator*() const { return (*of_)[at_]; }
    iterator& operator++() { ++at_; return *this; }
    iterator operator++(int) { iterator was = *this; ++at_; return was; }
    friend bool operator==(const iterator& a, const iterator& b) { return a.at_ == b.at_; }
    friend bool operator!=(const iterator& a, const iterator& b) { return a.at_ != b.at_; }

   private:
    const range* of_;
    std::uint64_t at_;
  };

  iterator begin() const { return iterator(*this, 0); }
  iterator end() const { return iterator(*this, list_.size); }
  std::uint64_t size() const { return list_.size; }
  bool empty() const { return list_.size == 0; }
  /// Throws where there is no such item, or where it is of another kind than Item.
  Item operator[](std::uint64_t index) const {
    remit_value out{};
    if (index >= list_.size || by_->at(list_.items, index, &out) != REMIT_OK) throw failure("a list has no such item");
    return take(out, static_cast<Item*>(nullptr));
  }

 private:
  record take(const remit_value& v, record*) const {
    if (v.kind != REMIT_RECORD) throw failure(std::string("a list holds ") + words_for(v.kind) + " where a record was expected");
    return record(v.as.record, *by_);
  }
  std::string_view take(const remit_value& v, std::string_view*) const {
    if (v.kind != REMIT_TEXT) throw failure(std::string("a list holds ") + words_for(v.kind) + " where a text was expected");
    return view(v.as.text);
  }
  remit_list list_{nullptr, 0};
  const readers* by_ = nullptr;
};

}  // namespace remit

#endif
