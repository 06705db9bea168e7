// What each stream is scored by: its own measures, or the pack's. Never mixed.
#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "intake/answer.hpp"
#include "intake/round_reading.hpp"

namespace remit::intake {

using base::Rational;
using base::Value;

namespace {

Rational rational(const Value& v) { return v.kind == base::Kind::ratio ? *v.ratio : Rational(v.answered() ? v.integer : 0); }

class Scorings {
 public:
  Scorings(Reading& reading, const base::Scoring& pack) : reading_(reading), types_(reading.types), pack_(pack) {}

  base::Scoring of(const Row& stream) {
    row_ = &stream;
    const Value& measures = stream.values[types_.measures];
    const Value& minimum_total = stream.values[types_.minimum_total];
    const Value& tie_break = stream.values[types_.tie_break];
    if (!measures.answered()) {
      for (const auto& [value, name] : {std::pair(minimum_total, "minimum_total"), std::pair(tie_break, "tie_break")})
        if (value.answered())
          mistake("SCORING_MIXED", name,
                  std::string("`") + name +
                      "` stands without `measures`: measures, minimum_total and tie_break come together "
                      "from the stream, or all three from the pack");
      base::Scoring out = pack_;
      out.from_pack = true;
      return out;
    }
    base::Scoring out;
    std::size_t number = 0;
    for (const Value& item : measures.list())
      out.measures.push_back(measure(item.items, "measures[" + std::to_string(++number) + ']'));
    find_twice(out.measures, "measures");
    if (minimum_total.answered()) {
      out.minimum_total = rational(minimum_total);
      if (*out.minimum_total < Rational(0) || *out.minimum_total > Rational(100))
        mistake("OUT_OF_RANGE", "minimum_total", "expected a number from 0 to 100, found " + out.minimum_total->rounded(6));
    }
    read_tie_break(tie_break, out);
    return out;
  }

 private:
  void mistake(const char* code, const std::string& path, std::string message) {
    reading_.mistake(reading_.streams, *row_, code, path, std::move(message));
  }

  base::Measure measure(const Value* fields, const std::string& path) {
    base::Measure out;
    out.id = fields[measure_field::id].str();
    out.title = fields[measure_field::title].str();
    if (fields[measure_field::weight].answered()) {
      out.weight = rational(fields[measure_field::weight]);
      if (out.weight <= Rational(0))
        mistake("OUT_OF_RANGE", path + ".weight", "expected a weight above 0, found " + out.weight.rounded(6));
    }
    const auto scale = fields[measure_field::scale].list();
    if (scale.size() != 2) {
      // An empty scale passes the reader, which knows no lengths; a wrong one has been named.
      mistake("BAD_SCALE", path + ".scale",
              "expected a scale of two marks like [0, 5], found " + std::to_string(scale.size()));
    } else {
      out.low = rational(scale[0]), out.high = rational(scale[1]);
      if (out.low >= out.high || out.high <= Rational(0))
        mistake("BAD_SCALE", path + ".scale",
                "expected a scale like [0, 5], the lower mark first and the higher above 0, found [" + out.low.rounded(6) +
                    ", " + out.high.rounded(6) + ']');
      else
        read_minimum(fields[measure_field::minimum], path, out);
    }
    for (const Value& part : fields[measure_field::parts].list())
      out.parts.push_back({std::string(part.items[part_field::id].str()), std::string(part.items[part_field::title].str())});
    find_twice(out.parts, path + ".parts");
    return out;
  }

  void read_minimum(const Value& value, const std::string& path, base::Measure& out) {
    if (!value.answered()) return;
    out.minimum = rational(value);
    if (*out.minimum < out.low || *out.minimum > out.high)
      mistake("OFF_SCALE", path + ".minimum",
              "the minimum " + out.minimum->rounded(6) + " is off the scale: " + out.low.rounded(6) + " to " +
                  out.high.rounded(6));
  }

  template <class Items>
  void find_twice(const Items& items, const std::string& path) {
    std::set<std::string_view> seen;
    std::size_t number = 0;
    for (const auto& item : items) {
      ++number;
      if (!item.id.empty() && !seen.insert(item.id).second)
        mistake("DUPLICATE_ID", path + '[' + std::to_string(number) + "].id",
                "the id `" + base::printable(item.id, 60) + "` is used twice in this list");
    }
  }

  void read_tie_break(const Value& list, base::Scoring& out) {
    std::vector<std::string> ids;
    for (const auto& m : out.measures) ids.push_back(m.id);
    std::size_t number = 0;
    for (const Value& item : list.list()) {
      const std::string path = "tie_break[" + std::to_string(++number) + ']';
      const auto found = static_cast<std::size_t>(std::find(ids.begin(), ids.end(), item.str()) - ids.begin());
      if (found == ids.size()) {
        mistake(
            "UNKNOWN_ID", path,
            "there is no measure `" + base::printable(item.str(), 60) + "` in this stream" + suggestion(item.str(), ids));
      } else if (std::find(out.tie_break.begin(), out.tie_break.end(), found) != out.tie_break.end()) {
        mistake("DUPLICATE_ID", path, "the measure `" + ids[found] + "` is named twice");
      } else {
        out.tie_break.push_back(static_cast<std::uint16_t>(found));
      }
    }
  }

  Reading& reading_;
  const DocumentTypes& types_;
  const base::Scoring& pack_;
  const Row* row_ = nullptr;
};

}   // namespace

void settle_scoring(Reading& reading, const base::Scoring& pack_scoring) {
  Scorings scorings(reading, pack_scoring);
  for (const Row& stream : reading.streams.rows) reading.round->scoring.push_back(scorings.of(stream));
}

}   // namespace remit::intake
