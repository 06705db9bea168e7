// The words of `otherwise` and `or_else`: text with names in braces, "{applicant.name} had already sent {other.title}",
// checked when the pack loads and filled only when a record is written.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/explain.hpp"

namespace remit::rules {

class Template {
 public:
  /// What is wrong with a name in braces, in words that can follow "in `otherwise`: "; empty when nothing is.
  /// Names of items are filled from those that made the rule answer as it did.
  static std::string read(std::string_view text, const Roots& roots, Template& out);

  bool empty() const { return parts_.empty(); }
  /// The roots that it names, each once.
  std::vector<std::uint16_t> roots() const;
  /// The fields of `root` that it names.
  std::vector<std::uint16_t> fields_of(std::uint16_t root) const;
  /// The filled text; nothing when it names an item or {missing} and there is none.
  std::optional<std::string> fill(const Roots& roots, const policy::Facts& facts, const Obstacles& obstacles) const;

 private:
  struct Part {
    std::string text;                 // literal, when `kind` is text
    enum class Kind { text, missing, field } kind = Kind::text;
    std::uint16_t root = 0, field = 0;
  };
  std::vector<Part> parts_;
};

}  // namespace remit::rules
