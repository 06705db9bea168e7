// A field that an item reads. A value of another kind than asked for throws: a pack maps fields to its own, and a mistake there
// must not look like "nobody answered".
#ifndef REMIT_CPP_FIELD_HPP
#define REMIT_CPP_FIELD_HPP

#include "item.hpp"

namespace remit {

class field : public part {
 public:
  /// `path` as in a pack: "application.title", "applicant.id"; "application.elements.cost" for the items of a list of records.
  field(item& of, std::string_view path) : part(path) { of.declare(item::table::reads, *this); }

  bool answered(const record& r) const { return value(r).kind != REMIT_ABSENT; }
  std::optional<std::string_view> text(const record& r) const {
    const remit_value v = value(r);
    return is(v, REMIT_TEXT) ? std::optional<std::string_view>(view(v.as.text)) : std::nullopt;
  }
  std::optional<std::int64_t> count(const record& r) const { return whole(r, REMIT_COUNT); }
  std::optional<std::int64_t> money(const record& r) const { return whole(r, REMIT_MONEY); }   // pence
  std::optional<bool> yes(const record& r) const {
    const auto n = whole(r, REMIT_YES_NO);
    return n ? std::optional<bool>(*n != 0) : std::nullopt;
  }
  /// Seconds from 1970-01-01T00:00:00; a date is the start of its day.
  std::optional<std::int64_t> moment(const record& r) const {
    const remit_value v = value(r);
    return v.kind == REMIT_DATE || is(v, REMIT_MOMENT) ? std::optional<std::int64_t>(v.as.integer) : std::nullopt;
  }
  /// The start of the day, in seconds; of a moment, that of its day.
  std::optional<std::int64_t> date(const record& r) const {
    const auto at = moment(r);
    const std::int64_t day = 86400;
    return at ? std::optional<std::int64_t>(*at - ((*at % day) + day) % day) : std::nullopt;
  }
  /// A count is a ratio too.
  std::optional<remit_ratio> ratio(const record& r) const {
    const remit_value v = value(r);
    if (v.kind == REMIT_COUNT) return remit_ratio{v.as.integer, 1};
    return is(v, REMIT_RATIO) ? std::optional<remit_ratio>(v.as.ratio) : std::nullopt;
  }
  /// The records of a list of records; empty where nobody answered.
  range<record> list(const record& r) const { return items<record>(r); }
  /// The words of a list of words; empty where nobody answered.
  range<std::string_view> texts(const record& r) const { return items<std::string_view>(r); }
  /// As the host gives it.
  remit_value value(const record& r) const { return r.get(found_, declared()); }

 private:
  void resolve(const remit_host& host) override { found_ = host.field(&host, raw(declared())); }
  bool is(const remit_value& v, remit_kind wanted) const {
    if (v.kind == REMIT_ABSENT) return false;
    if (v.kind != wanted) throw failure(declared() + " holds " + words_for(v.kind) + " where " + words_for(wanted) + " was expected");
    return true;
  }
  std::optional<std::int64_t> whole(const record& r, remit_kind wanted) const {
    const remit_value v = value(r);
    return is(v, wanted) ? std::optional<std::int64_t>(v.as.integer) : std::nullopt;
  }
  template <class Item>
  range<Item> items(const record& r) const {
    const remit_value v = value(r);
    return is(v, REMIT_LIST) ? range<Item>(v.as.list, r.by()) : range<Item>();
  }
  remit_field found_ = REMIT_NO_FIELD;
};

}  // namespace remit

#endif
