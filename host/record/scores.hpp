// The scores of one application as records show them: each measure, the total, and every sheet, counted or set aside.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "record/constants.hpp"

namespace remit::record {

class ScoreWriter {
 public:
  explicit ScoreWriter(const RoundConstants& constants) : constants_(constants) {}
  /// Appends `{"exact":...,"unjustified":0}`, or null for a withdrawn application.
  void write(std::uint32_t application, std::string& out);
  /// Appends what would have been ranked: the threshold and each measure's minimum that was missed, with commas.
  void write_missed(std::uint32_t application, std::string& out) const;

 private:
  void write_measures(std::uint32_t application, std::string& out) const;
  void write_sheets(std::uint32_t application, std::string& out);
  void write_marks(const StreamText& stream, std::span<const intake::Mark> marks, std::string& out);

  const RoundConstants& constants_;
  std::vector<std::span<const intake::Mark>> by_measure_;
};

/// Id of the member of a mark: `panel` for the marks of the panel as a whole.
std::string_view member_id(const intake::Round& round, std::uint16_t member);

}  // namespace remit::record
