// Do the assessors of a round agree, whose marks are to be moderated, and who marks harder or softer than the rest? What is
// calculated is in statistics.hpp and marks.hpp; why, in the README.
#include <algorithm>
#include <limits>
#include <remit/plugin.hpp>

#include "marks.hpp"

namespace {

using agreement::Exact;
using agreement::words;

Exact exact(const remit::ratio& r) { return Exact(r.num) / Exact(r.den); }

/// A name for evidence: small letters, digits and underscores.
std::string evidence_name(std::string_view before, std::string_view id) {
  std::string out(before);
  for (const char c : id) {
    const bool capital = c >= 'A' && c <= 'Z', kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    out += capital ? static_cast<char>(c - 'A' + 'a') : kept ? c : '_';
  }
  return out;
}

struct Agreement : remit::round_check {
  remit::field stream{*this, "stream.id"}, sheets{*this, "scores.sheets"}, member{*this, "scores.sheets.member"};
  remit::field counted{*this, "scores.sheets.counted"}, marks{*this, "scores.sheets.marks"}, measure{*this, "scores.sheets.marks.measure"};
  remit::field score{*this, "scores.sheets.marks.score"};
  remit::setting spread{*this, "spread?"}, sum_spread{*this, "sum_spread?"}, severity{*this, "severity?"};
  remit::setting severity_from{*this, "severity_from?"}, least{*this, "agreement?"};

  Agreement() : round_check("agreement", "The assessors agree well enough") {}

  void bind() override {
    most_spread = distance(spread).value_or(2);
    most_sum_spread = distance(sum_spread);
    most_severity = distance(severity).value_or(1);
    least_applications = severity_from.count().value_or(3);
    if (least_applications < 1) throw remit::failure("setting `severity_from` is less than 1 application");
    if (const auto given = least.ratio()) least_alpha = exact(*given);
    if (least_alpha > 1) throw remit::failure("setting `agreement` is " + words(least_alpha) + " where at most 1 was expected");
  }

  class Round;
  std::unique_ptr<session> begin(const remit::record& round, remit::report& say) const override;

  Exact most_spread, most_severity, least_alpha = Exact(2) / 3;
  std::optional<Exact> most_sum_spread;
  std::int64_t least_applications = 3;

 private:
  static std::optional<Exact> distance(const remit::setting& setting) {
    const auto given = setting.ratio();
    if (!given) return std::nullopt;
    if (given->num < 0) throw remit::failure("setting `" + setting.name() + "` is below 0");
    return exact(*given);
  }
};

class Agreement::Round : public session {
 public:
  explicit Round(const Agreement& of) : of_(of) {}

  void application(std::string_view id, const remit::record& subject, remit::report&) override {
    agreement::Stream& stream = streams_[std::string(of_.stream.text(subject).value_or(""))];
    std::map<std::string, std::map<std::string, Exact>> by_measure;   // then member
    std::map<std::string, std::map<std::string, Exact>> by_member;
    for (const remit::record sheet : of_.sheets.list(subject)) {
      if (!of_.counted.yes(sheet).value_or(false)) continue;
      const std::string member(of_.member.text(sheet).value_or(""));
      for (const auto& [measure, mark] : marks_of(sheet)) by_measure[measure][member] = by_member[member][measure] = mark;
    }
    for (const auto& [measure, marks] : by_measure) add(stream.measures[measure], id, marks);
    if (by_measure.size() < 2) return;
    std::map<std::string, Exact> sums;   // of the sheets that mark everything
    for (const auto& [member, marks] : by_member)
      if (marks.size() == by_measure.size())
        for (const auto& [measure, mark] : marks) sums[member] += mark;
    add(stream.measures[agreement::sums], id, sums);
  }

  void finish(remit::findings& found, remit::report&) override {
    for (const auto& [stream, marks] : streams_)
      for (const auto& [measure, units] : marks.measures) {
        tell_spreads(measure, units, found);
        tell_outliers(measure, units, found);
      }
    // what people must look at first: the host keeps sixteen sentences on a round
    for (const auto& [stream, marks] : streams_) {
      tell_agreement(stream, marks, false, found);
      tell_leanings(stream, marks, found);
    }
    for (const auto& [stream, marks] : streams_) tell_agreement(stream, marks, true, found);
  }

 private:
  /// By measure; one that is marked by parts counts with the mean of its parts.
  std::map<std::string, Exact> marks_of(const remit::record& sheet) const {
    std::map<std::string, std::pair<Exact, int>> parts;
    for (const remit::record mark : of_.marks.list(sheet)) {
      const auto measure = of_.measure.text(mark);
      const auto score = of_.score.ratio(mark);
      if (!measure || !score) continue;
      auto& [sum, count] = parts[std::string(*measure)];
      sum += exact(*score);
      ++count;
    }
    std::map<std::string, Exact> out;
    for (const auto& [measure, part] : parts) out[measure] = part.first / part.second;
    return out;
  }

  static void add(std::vector<agreement::Unit>& to, std::string_view application, const std::map<std::string, Exact>& marks) {
    agreement::Unit unit{std::string(application), {}};
    for (const auto& [member, mark] : marks) unit.marks.push_back({member, mark});
    to.push_back(std::move(unit));
  }

  static void give(remit::findings& found, std::string_view application, const std::string& name, const Exact& value) {
    const auto num = numerator(value), den = denominator(value);
    if (abs(num) > std::numeric_limits<std::int64_t>::max() || den > std::numeric_limits<std::uint64_t>::max()) return;
    found.evidence(application, name, remit::ratio{static_cast<std::int64_t>(num), static_cast<std::uint64_t>(den)});
  }

  static void tell_spreads(const std::string& measure, const std::vector<agreement::Unit>& units, remit::findings& found) {
    for (const agreement::Unit& unit : units) {
      if (unit.marks.size() < 2) continue;
      const auto [low, high] = std::ranges::minmax_element(unit.marks, {}, &agreement::Mark::score);
      give(found, unit.application, measure == agreement::sums ? "spread_of_sums" : evidence_name("spread_", measure), high->score - low->score);
    }
  }

  void tell_outliers(const std::string& measure, const std::vector<agreement::Unit>& units, remit::findings& found) const {
    const bool of_sums = measure == agreement::sums;
    if (of_sums && !of_.most_sum_spread) return;
    const Exact& most = of_sums ? *of_.most_sum_spread : of_.most_spread;
    for (const agreement::Outlier& o : outliers(measure, units, most)) {
      std::string out = o.members.size() == 1 ? "the marks of " + o.members[0] : "the marks of " + o.members[0] + " and " + o.members[1];
      out += of_sums ? " in all" : " for `" + measure + "`";
      out += " lie " + words(o.distance) + (o.members.size() == 1 ? " from the median of the others" : " apart");
      found.finding(o.application, remit::outcome::refer, out + " (needed at most " + words(most) + "): moderate before the panel meets");
    }
  }

  /// One sentence on the measures of a stream whose agreement is, or is not, `enough`.
  void tell_agreement(const std::string& stream, const agreement::Stream& marks, bool enough, remit::findings& found) const {
    bool any = false;
    std::string list;
    for (const auto& [measure, units] : marks.measures) {
      const auto [scores, of_how_many] = paired(units);
      const auto alpha = agreement::alpha(scores);
      if (!alpha) continue;
      any = true;
      if ((*alpha >= of_.least_alpha) != enough) continue;
      const bool of_sums = measure == agreement::sums;
      list += (list.empty() ? "" : ", ") + agreement::decimals(*alpha) + " on " + (of_sums ? "the sums of sheets" : "`" + measure + "`") + of_how_many;
      give(found, {}, evidence_name("alpha_", stream) + (of_sums ? "" : evidence_name("_", measure)), *alpha);
    }
    const std::string needed = "; at least " + words(of_.least_alpha) + " is needed (Krippendorff's alpha)";
    if (!list.empty())
      found.on_round(enough ? remit::outcome::pass : remit::outcome::refer,
                     "stream " + stream + ": the assessors agree " + (enough ? "well enough, by " : "too little, by ") + list + needed);
    if (!any && enough)
      found.on_round(remit::outcome::pass, "stream " + stream + ": no agreement can be told, for fewer than two applications have marks of "
                                           "two assessors that could differ");
  }

  /// The marks that have another beside them, and " (41 marks of 14 applications)".
  static std::pair<std::vector<std::vector<Exact>>, std::string> paired(const std::vector<agreement::Unit>& units) {
    std::vector<std::vector<Exact>> scores;
    std::size_t count = 0;
    for (const agreement::Unit& unit : units) {
      if (unit.marks.size() < 2) continue;
      scores.emplace_back();
      for (const agreement::Mark& mark : unit.marks) scores.back().push_back(mark.score);
      count += unit.marks.size();
    }
    return {scores, " (" + std::to_string(count) + " marks of " + std::to_string(scores.size()) + " applications)"};
  }

  void tell_leanings(const std::string& stream, const agreement::Stream& marks, remit::findings& found) const {
    std::string list;
    for (const agreement::Leaning& l : leanings(marks)) {
      const Exact by = abs(l.mean);
      if (by <= of_.most_severity || l.applications < static_cast<std::size_t>(of_.least_applications)) continue;
      const std::string much = denominator(by) <= 100 ? words(by) : agreement::decimals(by);
      list += (list.empty() ? "" : ", ") + l.member + " marks " + much + (l.mean < 0 ? " lower" : " higher") + " than the others on average (" +
              std::to_string(l.marks) + " marks of " + std::to_string(l.applications) + " applications)";
    }
    if (list.empty()) return;
    found.on_round(remit::outcome::refer, "stream " + stream + ": " + list + "; at most " + words(of_.most_severity) + " is expected");
  }

  const Agreement& of_;
  std::map<std::string, agreement::Stream> streams_;
};

std::unique_ptr<remit::round_check::session> Agreement::begin(const remit::record&, remit::report&) const {
  return std::make_unique<Round>(*this);
}

}  // namespace

REMIT_PLUGIN("assessor-agreement", "1.0.0", "Agreement among assessors", Agreement)
