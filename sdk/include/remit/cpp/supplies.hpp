// What a pack or a round supplies to an item beside its records, settings and files; and the columns that a data source gives.
#ifndef REMIT_CPP_SUPPLIES_HPP
#define REMIT_CPP_SUPPLIES_HPP

#include <charconv>

#include "item.hpp"
#include "report.hpp"

namespace remit {

/// The bytes of a file: `remit::file areas{*this, "areas"}`, or "areas?" where the item can do without.
class file : public part {
 public:
  file(item& of, std::string_view name) : part(name) { of.declare(item::table::files, *this); }
  /// Whole; none where an optional one is not supplied. Good as long as the item.
  std::optional<std::string_view> bytes() const { return bytes_; }

 private:
  void resolve(const remit_host& host) override {
    remit_text found{};
    const remit_status status = host.file(&host, raw(name()), &found);
    if (status == REMIT_OK) bytes_ = view(found);
    else if (status != REMIT_NOT_THERE) throw failure("file `" + name() + "`: the host could not give it");
    else if (!optional()) throw failure("file `" + name() + "` is not supplied");
  }
  std::optional<std::string_view> bytes_;
};

/// A value that the pack sets: `remit::setting least{*this, "threshold?"}`. What cannot be read as asked throws, so ask in bind().
class setting : public part {
 public:
  setting(item& of, std::string_view name) : part(name) { of.declare(item::table::settings, *this); }
  std::optional<std::string_view> text() const { return text_; }
  std::optional<std::int64_t> count() const {
    if (!text_) return std::nullopt;
    std::int64_t n = 0;
    if (!read(*text_, n)) throw wrong("a whole number");
    return n;
  }
  /// "9/10" or "3".
  std::optional<remit_ratio> ratio() const {
    if (!text_) return std::nullopt;
    remit_ratio out{0, 1};
    const auto slash = text_->find('/');
    if (!read(text_->substr(0, slash), out.num)) throw wrong("a number");
    if (slash != std::string_view::npos && (!read(text_->substr(slash + 1), out.den) || out.den == 0)) throw wrong("a number");
    return out;
  }
  std::optional<bool> yes() const {
    if (!text_) return std::nullopt;
    if (*text_ != "yes" && *text_ != "no") throw wrong("yes or no");
    return *text_ == "yes";
  }

 private:
  template <class Whole>
  static bool read(std::string_view digits, Whole& out) {
    const auto end = digits.data() + digits.size();
    const auto done = std::from_chars(digits.data(), end, out);
    return done.ec == std::errc() && done.ptr == end;
  }
  failure wrong(const char* expected) const {
    return failure("setting `" + name() + "` is \"" + std::string(*text_) + "\" where " + expected + " was expected");
  }
  void resolve(const remit_host& host) override {
    remit_text found{};
    const remit_status status = host.setting(&host, raw(name()), &found);
    if (status == REMIT_OK) text_ = view(found);
    else if (status != REMIT_NOT_THERE) throw failure("setting `" + name() + "`: the host could not give it");
    else if (!optional()) throw failure("setting `" + name() + "` is not set");
  }
  std::optional<std::string_view> text_;
};

/// A column of a data source: `remit::column decile{*this, "decile:count"}`, then `decile.give(found, 3)`.
class column : public part {
 public:
  column(item& of, std::string_view declared) : part(declared), kind_(kind_of(declared)) {
    number_ = of.declare(item::table::columns, *this);
  }
  /// A value that does not fit the column's kind throws; whole numbers take the kind of the column. Not called: not found.
  void give(const facts& to, const plain& value) const {
    remit_value v = value.raw_value();
    const bool whole = kind_ == REMIT_COUNT || kind_ == REMIT_MONEY || kind_ == REMIT_DATE || kind_ == REMIT_MOMENT;
    if (v.kind == REMIT_COUNT && whole) v.kind = kind_;
    if (v.kind != kind_ && !(kind_ == REMIT_RATIO && v.kind == REMIT_COUNT))
      throw failure("column `" + declared() + "` cannot hold " + words_for(v.kind));
    to.fact(number_, v);
  }

 private:
  static remit_kind kind_of(std::string_view declared) {
    static constexpr struct { std::string_view word; remit_kind kind; } kinds[] = {
        {"yes_no", REMIT_YES_NO}, {"count", REMIT_COUNT}, {"number", REMIT_RATIO}, {"money", REMIT_MONEY},
        {"date", REMIT_DATE}, {"moment", REMIT_MOMENT}, {"text", REMIT_TEXT}};
    const auto colon = declared.find(':');
    for (const auto& k : kinds)
      if (colon != std::string_view::npos && declared.substr(colon + 1) == k.word) return k.kind;
    throw failure("column `" + std::string(declared) + "` is not written name:kind (yes_no, count, number, money, date, moment or text)");
  }
  remit_kind kind_;
  std::uint32_t number_ = 0;
};

}  // namespace remit

#endif
