// How deprived each small area is, from a table that the partnership supplies, and the codes by which small areas are known.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace deprivation {

/// What is wrong with `code` as the code of a small area, for an officer; nothing when its form is right: E01, W01 (lower layer
/// super output area), S01 (data zone), N20 (data zone of Northern Ireland), N21 (super data zone), N00 (small area), each with six
/// digits, or a super output area of Northern Ireland such as 95AA01S1.
std::optional<std::string> fault_of(std::string_view code);

struct Area {
  std::array<char, 9> code{};          // a short one ends in noughts
  std::uint8_t decile = 0;             // 1: of the most deprived tenth
  std::optional<std::uint32_t> rank;   // 1: the most deprived
};

/// The headings of the columns; small and capital letters are alike.
struct Headings {
  std::string area = "area", decile = "decile", rank = "rank";
};

class Areas {
 public:
  /// Reads a CSV file; the rank may be missing. Throws remit::failure, naming line or area, when a heading is missing, a code has
  /// another form, a decile is not 1 to 10, or an area stands twice.
  Areas(std::string_view bytes, const Headings& headings);

  /// Null when it is not in the table.
  const Area* find(std::string_view code) const;
  std::size_t size() const { return areas_.size(); }

 private:
  std::vector<Area> areas_;            // by code
};

}  // namespace deprivation
