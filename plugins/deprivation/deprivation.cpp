// deprivation: how deprived the small area is that an application is for, from a table of deciles that the partnership supplies.
// Decile 1 is the most deprived tenth, as in the indices of England, Wales, Scotland and Northern Ireland. What the table does not
// say is not known, and goes to a person: no decile is made up from a neighbouring area, a larger one or a postcode.
#include <remit/plugin.hpp>

#include <array>
#include <numeric>
#include <optional>

#include "areas.hpp"

namespace {

// The small area of an application, and its row in the table. Each item has one as a member.
class Place {
 public:
  explicit Place(remit::item& of)
      : code_(of, "application.small_area"), file_(of, "areas"), area_(of, "area_column?"), decile_(of, "decile_column?"), rank_(of, "rank_column?") {}

  void bind() {
    deprivation::Headings headings;
    if (const auto name = area_.text()) headings.area = *name;
    if (const auto name = decile_.text()) headings.decile = *name;
    if (const auto name = rank_.text()) headings.rank = *name;
    areas_.emplace(*file_.bytes(), headings);
  }

  std::optional<std::string_view> code(const remit::record& r) const { return code_.text(r); }
  const deprivation::Area* look_up(const remit::record& r) const {
    const auto code = code_.text(r);
    return code ? areas_->find(*code) : nullptr;
  }
  // Why there is no row, for an officer.
  std::string missing(const remit::record& r) const {
    const auto code = code_.text(r);
    if (!code) return "the application does not say which small area it is for";
    if (const auto fault = deprivation::fault_of(*code)) return *fault;
    return std::string(*code) + " is not among the " + std::to_string(areas_->size()) + " areas of the table that was supplied";
  }

 private:
  remit::field code_;
  remit::file file_;
  remit::setting area_, decile_, rank_;
  std::optional<deprivation::Areas> areas_;
};

std::string in_words(std::string_view code, const deprivation::Area& area) {
  return std::string(code) + " is in decile " + std::to_string(area.decile) +
         (area.decile == 1 ? ", the most deprived tenth" : area.decile == 10 ? ", the least deprived tenth" : "");
}

struct Area : remit::data_source {
  Place place{*this};
  remit::column decile{*this, "decile:count"};
  remit::column rank{*this, "rank:count"};
  remit::column area_known{*this, "area_known:yes_no"};

  Area() : data_source("area", "How deprived the application's small area is") {}
  void bind() override { place.bind(); }
  void look_up(const remit::record& r, remit::facts& found, remit::report&) const override {
    if (!place.code(r)) return;
    const auto* area = place.look_up(r);
    area_known.give(found, area != nullptr);
    if (!area) return;
    decile.give(found, static_cast<int>(area->decile));
    if (area->rank) rank.give(found, *area->rank);
  }
};

struct Need : remit::measure {
  Place place{*this};
  remit::setting low{*this, "low"}, high{*this, "high"};

  Need() : measure("need", "The more deprived the application's small area, the higher") {}

  // Nine equal steps from decile 10, the low end of the scale, to decile 1, the high end; exact.
  void bind() override {
    place.bind();
    const auto from = *low.ratio(), to = *high.ratio();
    const auto small = [](remit::ratio r) { return r.num >= -1'000'000 && r.num <= 1'000'000 && r.den <= 1'000'000; };
    if (!small(from) || !small(to)) throw remit::failure("settings `low` and `high` are the ends of a scale, such as 0 and 5; these are too large");
    const auto b = static_cast<std::int64_t>(from.den), d = static_cast<std::int64_t>(to.den);
    if (to.num * b <= from.num * d) throw remit::failure("setting `high` must be above `low`: a more deprived area scores more");
    for (std::int64_t decile = 1; decile <= 10; ++decile) {
      const std::int64_t num = from.num * d * 9 + (to.num * b - from.num * d) * (10 - decile), den = b * d * 9;
      const std::int64_t common = std::gcd(num, den);
      scores_[static_cast<std::size_t>(decile)] = remit::ratio{num / common, static_cast<std::uint64_t>(den / common)};
    }
  }
  std::optional<remit::ratio> score(const remit::record& r, remit::report& say) const override {
    const auto* area = place.look_up(r);
    if (!area) {
      say.reason(place.missing(r));
      return std::nullopt;
    }
    say.reason(in_words(*place.code(r), *area));
    say.evidence("decile", static_cast<int>(area->decile));
    return scores_[area->decile];
  }

 private:
  std::array<remit::ratio, 11> scores_{};   // by decile
};

struct InDeprivedArea : remit::criterion {
  Place place{*this};
  remit::setting most{*this, "most"};

  InDeprivedArea() : criterion("in-deprived-area", "The application is for one of the more deprived areas") {}
  void bind() override {
    place.bind();
    most_ = *most.count();
    if (most_ < 1 || most_ > 10) throw remit::failure("setting `most` is the highest decile that passes, 1 to 10; it is " + std::to_string(most_));
  }
  remit::outcome evaluate(const remit::record& r, remit::report& say) const override {
    const auto* area = place.look_up(r);
    if (!area) {
      say.reason(place.missing(r));
      return remit::outcome::refer;
    }
    const bool met = area->decile <= most_;
    say.reason(in_words(*place.code(r), *area) + (met ? "" : "; needed decile " + std::to_string(most_) + (most_ == 1 ? "" : " or a lower one")));
    say.evidence("decile", static_cast<int>(area->decile));
    if (area->rank) say.evidence("rank", *area->rank);
    return met ? remit::outcome::pass : remit::outcome::fail;
  }

 private:
  std::int64_t most_ = 0;
};

}  // namespace

REMIT_PLUGIN("deprivation", "1.0.0", "Area deprivation from a table of small areas", Area, Need, InDeprivedArea)
