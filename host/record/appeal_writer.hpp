// Writes the record of an appeal: canonical JSON (RFC 8785), one object for each, as docs/decision-record.md says. The
// records of the two results stand in it whole.
#pragma once
#include <string>
#include <vector>

#include "engine/appeal.hpp"
#include "record/constants.hpp"
#include "record/findings.hpp"
#include "record/write.hpp"

namespace remit::record {

class AppealWriter {
 public:
  /// `first`: of the first decision; outlives the writer.
  explicit AppealWriter(const RoundConstants& first);
  /// Appends the record of `appeal`, without a line end.
  void write(const intake::Appeal& appeal, const engine::Admission& admission, const engine::AppealAnswer& answer, std::string& out);

 private:
  struct Case {
    const intake::Appeal& appeal;
    const engine::Admission& admission;
    const engine::AppealAnswer& answer;
    std::uint32_t i;                 // the application
  };
  void before_digest(const Case& a, std::string& out) const;
  void after_digest(const Case& a, std::string& out);
  void write_finding(const engine::AppealFinding& finding, std::string& out);
  void write_plugins(const engine::Admission& admission, std::string& out) const;
  void write_panel(const Case& a, std::string& out) const;
  void write_second(const Case& a, std::string& out) const;

  const RoundConstants& c_;
  ReadWriter reads_;
  RecordWriter first_;
  struct Framework {
    std::string settled = "[", silences = "[";   // what it says of appeals, and where it is silent: two lists
  };
  Framework framework(std::uint32_t stream) const;
  std::vector<Framework> framework_;   // by stream: some of it goes by the day on which the call opened
};

}  // namespace remit::record
