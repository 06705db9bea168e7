// The version of a plug-in or a pack: three numbers, and how one answers for another.
#pragma once
#include <array>
#include <charconv>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace remit::base {

struct Version {
  std::array<std::uint32_t, 3> parts{};
  auto operator<=>(const Version&) const = default;

  /// Nothing, when `text` is not "1.2.0".
  static std::optional<Version> read(std::string_view text) {
    Version version;
    const char *at = text.data(), *end = at + text.size();
    for (std::size_t i = 0; i < 3; ++i) {
      if (i > 0 && (at == end || *at++ != '.')) return std::nullopt;
      if (at == end || *at < '0' || *at > '9') return std::nullopt;
      const auto [next, error] = std::from_chars(at, end, version.parts[i]);
      if (error != std::errc{}) return std::nullopt;
      at = next;
    }
    if (at != end) return std::nullopt;
    return version;
  }
  /// "1.2.0".
  std::string text() const { return std::to_string(parts[0]) + "." + std::to_string(parts[1]) + "." + std::to_string(parts[2]); }
  /// Whether it will do where `least` is asked for: the same first number, and not less.
  bool serves(const Version& least) const { return parts[0] == least.parts[0] && parts >= least.parts; }
};

}  // namespace remit::base
