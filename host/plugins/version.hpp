// The version of a plug-in: three numbers.
#pragma once
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string_view>

namespace remit::plugins {

struct Version {
  std::array<std::uint32_t, 3> parts{};

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
  /// Whether it will do where `least` is asked for: the same first number, and not less.
  bool serves(const Version& least) const { return parts[0] == least.parts[0] && parts >= least.parts; }
};

}  // namespace remit::plugins
