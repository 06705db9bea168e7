// The smallest host for a script that defines `rule(app)`: loads it in the bare dialect and asks it about two applications.
#pragma once
#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/schema.hpp"
#include "lua/answer.hpp"
#include "lua/records.hpp"
#include "lua/sandbox.hpp"

namespace remit::hostile {

/// Ada (age 34, income 28000.5, ada@example.org, household of 3, three documents) and Bob (17, 900, no address, household of 1,
/// one document). Made once; shared by all threads.
class Applications {
 public:
  Applications();
  const std::vector<policy::Pack::RootName>& roots() const { return roots_; }
  const base::Value* record(std::size_t i) const { return records_[i].data(); }
  /// Texts that belong to application `i` alone and must not appear in an answer for the other.
  static std::vector<std::string_view> private_texts(std::size_t i);

 private:
  base::RecordType document_, application_;
  std::vector<policy::Pack::RootName> roots_;
  std::array<std::vector<base::Value>, 2> records_;
  std::vector<std::vector<base::Value>> documents_;
  std::vector<base::Value> lists_;
};

const Applications& applications();

/// "load-refused CODE", "rule-error CODE" or "ok TEXT"; `message` is what was said about it, `words` the same with its place
/// and the line of the script.
struct Result {
  std::string answer, words, message;
  bool operator==(const Result&) const = default;
};

/// One state with one script.
class Host {
 public:
  explicit Host(std::string_view source, const std::string& name = "script.lua");
  bool loaded() const { return refused_.answer.empty(); }
  /// Asks about application `i`; the refusal when the script did not load.
  Result ask(std::size_t i);
  std::int64_t steps_used() const { return box_->steps_used(); }
  const lua::FunctionRef& rule() const { return rule_; }

 private:
  std::unique_ptr<lua::Sandbox> box_;
  std::unique_ptr<lua::Records> records_;
  lua::FunctionRef rule_;
  Result refused_;
};

/// Whether a text holds something that looks like an address in memory.
bool shows_address(std::string_view text);

}  // namespace remit::hostile
