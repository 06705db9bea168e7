#include "policy/plugins.hpp"

namespace remit::policy {

std::string_view word(Capability capability) {
  static constexpr std::string_view words[] = {"criterion", "measure", "conflict_rule", "appeal_rule", "round_check", "allocator", "data_source", "exporter"};
  return words[static_cast<std::size_t>(capability)];
}

base::Value Told::value() const {
  switch (kind) {
    case base::Kind::absent: return {};
    case base::Kind::text: return base::Value::of_text(text);
    case base::Kind::ratio: {
      base::Value v;
      v.kind = kind;
      v.ratio = &ratio;
      return v;
    }
    default: return base::Value::of(kind, integer);
  }
}

}  // namespace remit::policy
