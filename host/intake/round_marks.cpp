// The cells of the score sheets: matched to application, member, measure and part, checked against the scale, sorted.
#include <algorithm>
#include <array>
#include <map>
#include <numeric>

#include "base/rational.hpp"
#include "base/text.hpp"
#include "intake/answer.hpp"
#include "intake/csv_records.hpp"
#include "intake/round_reading.hpp"

namespace remit::intake {

using base::Rational;
using base::Value;

namespace {

Rational rational(const Value& v) { return v.kind == base::Kind::ratio ? *v.ratio : Rational(v.integer); }

template <class Items>
auto by_id(const Items& items, std::string_view id) {
  return std::find_if(items.begin(), items.end(), [&](const auto& item) { return item.id == id; });
}

class Marks {
 public:
  explicit Marks(Reading& reading) : reading_(reading), round_(*reading.round), sheet_(reading.scores) {}

  void read() {
    if (reading_.scores_in_csv) {
      base::Arena row_arena;   // a sheet has millions of cells; what is kept of one goes to the round's arena
      read_csv_records(*sheet_.file, reading_.types.score, row_arena, reading_.mistakes, [&](const Value* record, int line) {
        add({record, nullptr, line, 0});
        row_arena.clear();
      });
    } else {
      for (const Row& row : sheet_.rows) add(row);
    }
    sort();
    group();
  }

 private:
  /// Where a mark stood, in eight bytes: the place in a list and the byte, or the line of CSV.
  struct Origin {
    std::uint32_t number = 0;
    std::uint32_t line = 0;
  };

  void mistake(const Row& row, const char* code, const char* field, std::string message) {
    reading_.mistake(sheet_, row, code, field, std::move(message));
  }

  void add(const Row& row) {
    const Value* v = row.values;
    Mark mark;
    mark.part = no_part;
    const bool known_application = find_application(row, v[score_field::application], mark);
    const bool known_member = find_member(row, v[score_field::member], known_application, mark);
    const bool sound = known_application && find_measure(row, mark) && known_member;
    const Value& score = v[score_field::score];
    if (!sound || !score.answered()) return;
    const base::Measure& measure = scoring_of(mark).measures[mark.measure];
    const Rational given = rational(score);
    if (given < measure.low || given > measure.high)
      return mistake(row, "OFF_SCALE", "score",
                     "the mark " + given.rounded(6) + " is off the scale of " + ticked(measure.id) + ": " +
                         measure.low.rounded(6) + " to " + measure.high.rounded(6));
    mark.score = score;
    if (score.kind == base::Kind::ratio) mark.score.ratio = std::construct_at(round_.arena.make<Rational>(1), *score.ratio);
    const std::string_view why = v[score_field::justification].str();
    mark.justification = reading_.scores_in_csv ? round_.arena.copy(why) : why;
    round_.marks.push_back(mark);
    origins_.push_back({row.number, static_cast<std::uint32_t>(Reading::line_of(sheet_, row))});
  }

  const base::Scoring& scoring_of(const Mark& mark) const { return round_.scoring[round_.stream_of[mark.application]]; }

  bool find_application(const Row& row, const Value& id, Mark& mark) {
    if (!id.answered()) return false;
    if (id.str() != last_application_) {   // rows of one application mostly stand together
      const int found = round_.applications.find(id.str());
      if (found < 0) {
        if (reading_.applications.whole)
          mistake(row, "UNKNOWN_ID", "application",
                  unknown_id_message(reading_, "application", id.str(), round_.applications));
        return false;
      }
      last_row_ = static_cast<std::uint32_t>(found);
      last_application_ = round_.applications.rows[last_row_][application_field::id].str();
    }
    mark.application = last_row_;
    const Value& stream = round_.applications.rows[last_row_][application_field::stream];
    return stream.answered() && round_.streams.find(stream.str()) >= 0;   // else said already, and its scoring is not known
  }

  bool find_member(const Row& row, const Value& id, bool known_application, Mark& mark) {
    if (!id.answered()) return false;
    if (id.str() == "panel") {
      mark.member = consensus_member;
      if (!known_application) return false;
      const Value* stream = round_.streams.rows[round_.stream_of[mark.application]];
      if (stream[stream_field::scoring].word == scoring_word::consensus) return true;
      mistake(row, "UNKNOWN_ID", "member",
              "`panel` stands for the marks agreed by the whole panel; the stream " +
                  ticked(stream[stream_field::id].str()) + " is scored by each member, unless its `scoring` is `consensus`");
      return false;
    }
    const int found = round_.members.find(id.str());
    if (found < 0) {
      if (reading_.members.whole)
        mistake(row, "UNKNOWN_ID", "member",
                unknown_id_message(reading_, "member of the " + reading_.panel, id.str(), round_.members));
      return false;
    }
    mark.member = static_cast<std::uint16_t>(found);
    return true;
  }

  /// A part stands by its own id where one measure alone has such a part, in a column of its own, or behind a dot:
  /// `need.evidence`. An id that itself has a dot is tried first.
  bool find_measure(const Row& row, Mark& mark) {
    const Value& id = row.values[score_field::measure];
    if (!id.answered()) return false;
    const auto& measures = scoring_of(mark).measures;
    std::string_view name = id.str(), part = row.values[score_field::part].str();
    auto found = by_id(measures, name);
    for (std::size_t dot = name.find('.'); found == measures.end() && part.empty() && dot != name.npos;
         dot = name.find('.', dot + 1)) {
      found = by_id(measures, name.substr(0, dot));
      if (found != measures.end()) part = name.substr(dot + 1);
    }
    if (found == measures.end() && part.empty()) {
      const auto has = [&](const base::Measure& m) { return by_id(m.parts, name) != m.parts.end(); };
      const auto first = std::ranges::find_if(measures, has);
      if (first != measures.end() && std::ranges::find_if(first + 1, measures.end(), has) == measures.end()) {
        found = first;
        part = name;
      }
    }
    if (found == measures.end()) {
      std::vector<std::string> ids;
      for (const auto& m : measures) ids.push_back(m.id);
      const Value* stream = round_.streams.rows[round_.stream_of[mark.application]];
      mistake(row, "UNKNOWN_ID", "measure",
              "the stream " + ticked(stream[stream_field::id].str()) + " has no measure " + ticked(name) +
                  suggestion(name, ids));
      return false;
    }
    if (found->use >= 0) {
      mistake(row, "NOT_MARKED", "measure", "the measure " + ticked(found->id) + " is scored by a plug-in of the pack, not by the panel; leave its marks out");
      return false;
    }
    mark.measure = static_cast<std::uint16_t>(found - measures.begin());
    return find_part(row, *found, part, mark);
  }
  bool find_part(const Row& row, const base::Measure& measure, std::string_view part, Mark& mark) {
    std::vector<std::string> ids;
    for (const auto& p : measure.parts) ids.push_back(p.id);
    const char* field = row.values[score_field::part].answered() ? "part" : "measure";
    if (part.empty()) {
      if (measure.parts.empty()) return true;
      mistake(row, "PART_EXPECTED", field,
              "the measure " + ticked(measure.id) + " is marked by its parts " + base::join_and(ids) + "; write `" +
                  measure.id + '.' + ids.front() + '`');
      return false;
    }
    if (measure.parts.empty()) {
      mistake(row, "UNKNOWN_ID", field, "the measure " + ticked(measure.id) + " has no parts, found " + ticked(part));
      return false;
    }
    const auto found = by_id(measure.parts, part);
    if (found == measure.parts.end()) {
      mistake(row, "UNKNOWN_ID", field,
              "the measure " + ticked(measure.id) + " has no part " + ticked(part) + suggestion(part, ids));
      return false;
    }
    mark.part = static_cast<std::uint16_t>(found - measure.parts.begin());
    return true;
  }
  static std::array<std::uint32_t, 4> key(const Mark& m) { return {m.application, m.member, m.measure, m.part}; }

  void sort() {
    std::vector<std::uint32_t> order(round_.marks.size());
    std::iota(order.begin(), order.end(), 0u);
    const auto less = [&](std::uint32_t a, std::uint32_t b) { return key(round_.marks[a]) < key(round_.marks[b]); };
    if (!std::is_sorted(order.begin(), order.end(), less)) std::stable_sort(order.begin(), order.end(), less);
    std::vector<Mark> sorted;
    sorted.reserve(order.size());
    std::uint32_t first = 0;   // of the equal ones
    for (const std::uint32_t i : order) {
      if (!sorted.empty() && key(sorted.back()) == key(round_.marks[i])) {
        tell_twice(i, first);
        continue;
      }
      first = i;
      sorted.push_back(round_.marks[i]);
    }
    round_.marks = std::move(sorted);
  }

  void tell_twice(std::uint32_t mark, std::uint32_t first) {
    const Mark& m = round_.marks[mark];
    const base::Measure& measure = scoring_of(m).measures[m.measure];
    const std::string member =
        m.member == consensus_member ? "panel" : std::string(round_.members.rows[m.member][member_field::id].str());
    std::string what = ticked(measure.id + (m.part == no_part ? "" : '.' + measure.parts[m.part].id));
    base::Problem p = sheet_.file->problem(
        "DUPLICATE_MARK", nullptr,
        origins_[mark].number == 0 ? "" : sheet_.prefix + '[' + std::to_string(origins_[mark].number) + ']',
        ticked(member) + " marks " + what + " of " +
            ticked(round_.applications.rows[m.application][application_field::id].str()) +
            " twice; the first mark stands on line " + std::to_string(origins_[first].line));
    p.line = static_cast<int>(origins_[mark].line);
    reading_.mistakes.add(std::move(p));
  }

  void group() {
    round_.marks_of.assign(round_.applications.size() + 1, 0);
    for (const Mark& m : round_.marks) ++round_.marks_of[m.application + 1];
    std::partial_sum(round_.marks_of.begin(), round_.marks_of.end(), round_.marks_of.begin());
  }

  Reading& reading_;
  Round& round_;
  const Sheet& sheet_;
  std::vector<Origin> origins_;   // mark for mark, as read
  std::string_view last_application_;
  std::uint32_t last_row_ = 0;
};

}   // namespace

void read_marks(Reading& reading) { Marks(reading).read(); }

}   // namespace remit::intake
