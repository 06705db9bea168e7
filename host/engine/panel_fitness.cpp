// Step 2, the panel that is left: those who are not recused, whether they scored or not, must make the quorum and, where
// the pack sets `minimum_agencies` (Northern Ireland, 4.5.4), come from that many agencies. Most applications of a stream
// share one answer; only those with a recusal of their own are counted one by one.
#include <algorithm>

#include "engine/steps.hpp"

namespace remit::engine {

namespace {

std::string amount_of(std::int64_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

/// What a panel must be, and the words for one that is not.
class Fitness {
 public:
  Fitness(const View& view, std::uint32_t stream) {
    const intake::Round& round = *view.round;
    if (round.panel && round.panel[intake::panel_field::quorum].answered()) quorum_ = round.panel[intake::panel_field::quorum].integer;
    const int parameter = view.pack->find_parameter("minimum_agencies");
    if (parameter >= 0) {
      const base::Value& value = view.parameters_of[stream][static_cast<std::size_t>(parameter)];
      if (value.kind == base::Kind::count) agencies_ = value.integer;
    }
    for (std::size_t m = 0; m < round.members.size(); ++m)
      agency_of_.push_back(round.members.at(m, intake::member_field::agency).str());
  }

  /// Empty when the members for whom `takes_part` holds can decide.
  template <class TakesPart>
  std::string judge(TakesPart takes_part) {
    std::int64_t members = 0;
    here_.clear();
    for (std::size_t m = 0; m < agency_of_.size(); ++m) {
      if (!takes_part(static_cast<std::uint16_t>(m))) continue;
      ++members;
      if (!agency_of_[m].empty()) here_.push_back(agency_of_[m]);
    }
    std::ranges::sort(here_);
    const auto twice = std::ranges::unique(here_);
    here_.erase(twice.begin(), twice.end());
    return words(members, static_cast<std::int64_t>(here_.size()));
  }

 private:
  std::string words(std::int64_t members, std::int64_t agencies) const {
    const bool all = members == static_cast<std::int64_t>(agency_of_.size());
    auto say = [&](std::int64_t count, std::string_view one, std::string_view many) {
      const std::string what = amount_of(count, one, many);
      return all ? "the panel has " + what : "after recusals " + what + (count == 1 ? " is left" : " are left");
    };
    std::string out;
    if (agencies < agencies_)
      out = say(agencies, "agency", "agencies") + "; " + std::to_string(agencies_) + (agencies_ == 1 ? " is needed" : " are needed");
    if (members < quorum_) {
      if (!out.empty()) out += ", and ";
      out += say(members, "member", "members") + "; the quorum is " + std::to_string(quorum_);
    }
    return out;
  }

  std::int64_t quorum_ = 1, agencies_ = 0;
  std::vector<std::string_view> agency_of_;   // by member
  std::vector<std::string_view> here_;
};

}  // namespace

void test_panel(const View& view, Conflicts& conflicts) {
  const intake::Round& round = *view.round;
  std::vector<Fitness> fitness;
  for (std::uint32_t s = 0; s < round.streams.size(); ++s) fitness.emplace_back(view, s);
  std::vector<std::string> of_stream(round.streams.size());
  for (std::uint32_t s = 0; s < of_stream.size(); ++s)
    of_stream[s] = fitness[s].judge([&](std::uint16_t m) { return !conflicts.is_out_of_stream(m, s); });
  conflicts.panel_unfit.resize(round.applications.size());
  auto own = conflicts.out_of_application.begin();
  for (std::uint32_t i = 0; i < round.applications.size(); ++i) {
    if (is_withdrawn(round, i)) continue;
    while (own != conflicts.out_of_application.end() && own->first < i) ++own;
    const bool has_own = own != conflicts.out_of_application.end() && own->first == i;
    conflicts.panel_unfit[i] = has_own ? fitness[round.stream_of[i]].judge([&](std::uint16_t m) { return conflicts.takes_part(m, i); })
                                       : of_stream[round.stream_of[i]];
  }
}

}  // namespace remit::engine
