#include "study/comparison.hpp"

namespace remit::study {

using record::Publication;

namespace {

constexpr std::string_view format = "remit.comparison/1";

class Withhold {
 public:
  explicit Withhold(Publication to) : to_(to) {}

  /// A text goes when it may not be read.
  void text(std::string_view path, std::string& value) const {
    if (!may(path)) value.clear();
  }
  bool may(std::string_view path) const { return record::publication_of(format, path) <= to_; }

 private:
  const Publication to_;
};

}  // namespace

void redact(Comparison& comparison, Publication to) {
  const Withhold withhold(to);
  for (auto& round : comparison.rounds) {
    for (Change& c : round.changes) {
      withhold.text("rounds.changes.before.total", c.before.total);
      withhold.text("rounds.changes.after.total", c.after.total);
      withhold.text("rounds.changes.cause.words", c.cause.words);
    }
    for (FindingChange& f : round.findings) withhold.text("rounds.findings.subject", f.subject);
    if (!withhold.may("rounds.groups.place")) std::erase_if(round.groups, [](const Group& g) { return g.by != "applicant.type"; });
  }
  if (comparison.expected && !withhold.may("rounds.findings.subject"))
    for (auto* rows : {&comparison.expected->others, &comparison.expected->missing})
      for (ExpectedRow& row : *rows)
        if (row.application.starts_with("member ")) row.application = "member";
  comparison.redacted = record::word(to);
}

}  // namespace remit::study
