#include "intake/json_place.hpp"

#include <charconv>
#include <cstddef>

namespace remit::intake {

namespace {

bool space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

/// Goes over the text byte by byte; what it meets is known to be JSON, but it never leaves the text.
class Walk {
 public:
  Walk(const char* at, const char* end) : at_(at), end_(end) { pass_space(); }

  const char* at() const { return at_; }
  bool on(char c) const { return at_ != end_ && *at_ == c; }
  void step() {
    if (at_ != end_) ++at_;
    pass_space();
  }
  std::string_view pass_text() {
    const char* from = ++at_;
    while (at_ != end_ && *at_ != '"') at_ += *at_ == '\\' && at_ + 1 != end_ ? 2 : 1;
    const std::string_view text(from, static_cast<std::size_t>(at_ - from));
    step();
    return text;
  }
  void pass_value() {
    std::size_t depth = 0;
    do {
      if (on('"')) {
        pass_text();
      } else if (on('{') || on('[')) {
        ++depth;
        step();
      } else if (on('}') || on(']')) {
        --depth;
        step();
      } else if (on(',') || on(':')) {
        step();
      } else {
        while (at_ != end_ && !space(*at_) && *at_ != ',' && *at_ != '}' && *at_ != ']') ++at_;
        pass_space();
      }
    } while (depth > 0 && at_ != end_);
  }
  /// From the opening of an object to the value of `name`.
  bool enter_member(std::string_view name) {
    if (!on('{')) return false;
    for (step(); on('"');) {
      const bool found = pass_text() == name;
      step();   // the colon
      if (found) return true;
      pass_value();
      if (on(',')) step();
    }
    return false;
  }
  /// From the opening of a list to its item `number`.
  bool enter_item(std::size_t number) {
    if (!on('[')) return false;
    for (step(); at_ != end_ && !on(']');) {
      if (--number == 0) return true;
      pass_value();
      if (on(',')) step();
    }
    return false;
  }

 private:
  void pass_space() {
    while (at_ != end_ && space(*at_)) ++at_;
  }
  const char* at_;
  const char* end_;
};

}  // namespace

const char* find_in_json(const char* record, const char* end, std::string_view path) {
  const char* best = record;
  Walk walk(record, end);
  while (!path.empty()) {
    const std::string_view name = path.substr(0, path.find_first_of(".["));
    path.remove_prefix(name.size());
    if (!walk.enter_member(name)) return best;
    best = walk.at();
    if (path.starts_with('[')) {
      std::size_t number = 0;
      const auto read = std::from_chars(path.data() + 1, path.data() + path.size(), number);
      path.remove_prefix(static_cast<std::size_t>(read.ptr - path.data()));
      if (path.starts_with(']')) path.remove_prefix(1);
      if (number == 0 || !walk.enter_item(number)) return best;
      best = walk.at();
    }
    if (path.starts_with('.')) path.remove_prefix(1);
  }
  return best;
}

}  // namespace remit::intake
