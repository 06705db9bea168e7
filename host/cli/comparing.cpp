#include "cli/comparing.hpp"

#include <algorithm>
#include <thread>

#include "base/date.hpp"
#include "base/text.hpp"
#include "cli/plugging.hpp"
#include "engine/assess.hpp"
#include "engine/pinned.hpp"
#include "study/same_reading.hpp"

namespace remit::cli {

namespace {

// Of an application, else of its applicant, in this order.
constexpr const char* names_of_places[] = {"place", "ward", "locality", "neighbourhood", "district", "council_area", "area"};

void check_procedure(const policy::Pack& pack, const std::string& round) {
  if (pack.procedure != "default/1")
    base::refuse({"NOT_LINES", round, 0, 0, {}, "the pack `" + pack.id + "` decides each application by itself, without a round: there is nothing to compare over a round", {}, {}}, 3);
}

}  // namespace

ComparedRound::ComparedRound(std::string place, std::shared_ptr<const policy::Pack> before, const Comparing& how)
    : place_(std::move(place)), how_(how), source_(intake::open_source(place_)), heading_(intake::read_heading(source_)) {
  check_procedure(*before, place_);
  base::Value day;
  base::read_moment(how.as_of.empty() ? heading_.as_of : how.as_of, day);   // one that cannot be read is told by read_round
  second_ = day.integer;
  before_.pack = std::move(before);
  try {
    before_.round = read(*before_.pack, false);
  } catch (const base::Refused& refused) {
    old_refuses_ = std::make_shared<const base::Refused>(refused);
    try {
      before_.round = read(*before_.pack, true);
    } catch (const base::Refused&) {
      throw base::Refused(*old_refuses_);   // it is no matter of what one text knows
    }
  }
  decide(before_);
}

std::shared_ptr<const intake::Round> ComparedRound::read(const policy::Pack& pack, bool known_alone) const {
  intake::Source source = source_;
  if (known_alone) source.misspelt.clear();
  else intake::open_tables(source, pack.schema);
  refuse_records_alone(source, pack.schema, place_);
  std::unique_ptr<intake::Round> round = intake::read_round(source, pack.schema, pack.scoring_on(second_), how_.as_of, false, known_alone);
  engine::go_by_opening(*round, pack);
  engine::check_looks(*round, pack);
  return round;
}

// The other text knows all that stands there; what this one does not know is left out, but marks of a measure that it has not cannot be.
std::shared_ptr<const intake::Round> ComparedRound::read_by_one(const policy::Pack& pack, const std::string& place) const {
  try {
    return read(pack, true);
  } catch (base::Refused& refused) {
    constexpr std::size_t told = 5;
    const std::size_t all = refused.problems.size();
    if (all > told) refused.problems.resize(told);
    refused.problems.insert(refused.problems.begin(), {"CANNOT_COMPARE", place, 0, 0, {}, "the text " + pack.id + " " + pack.version + " (" + pack.place + ") cannot read this round, and the other one can: there are " +
                            std::to_string(all) + " things in it that it does not know, " + (all > told ? "the first of them" : "all of them") + " below; compare over a copy of the round without them", {}, {}});
    throw;
  }
}

void ComparedRound::decide(Side& side) const {
  const unsigned threads = how_.threads ? how_.threads : std::max(1U, std::thread::hardware_concurrency());
  side.plugins = open_plugins(*side.pack, place_, how_.plugins);
  side.decided = std::make_unique<engine::Decided>(engine::decide(*side.round, *side.pack, threads, false, side.plugins.get()));
}

std::string ComparedRound::find_place(const Side& side) const {
  if (!how_.place.empty()) return how_.place;
  for (const char* name : names_of_places) {
    if (side.round->applications.type->find(name) >= 0) return std::string("application.") + name;
    if (side.round->organisations.type->find(name) >= 0) return std::string("applicant.") + name;
  }
  return {};
}

std::vector<std::string> ComparedRound::warnings(const policy::Pack& before, const policy::Pack& after) const {
  const std::string old_name = before.id + " " + before.version, new_name = after.id + " " + after.version;
  const bool pinned = !heading_.pack_version.empty() || !heading_.pack_digest.empty();
  const std::string not_old = engine::pinned_to_another(heading_, before), not_new = engine::pinned_to_another(heading_, after);
  if (before.digest == after.digest) return {"both are the same text, " + old_name};
  if (pinned && not_old.empty())
    return {"this round opened under the old text, " + old_name + (before.version == after.version ? " (the new text has the same version)" : "") + ": those who applied were told its rules, and " + new_name + " decides it only with `--what-if`"};
  if (pinned && not_new.empty()) return {"this round opened under the new text, " + new_name};
  if (!not_old.empty() && !not_new.empty()) return {"this round is pinned to " + not_new};
  std::string opened;
  const auto& streams = before_.round->streams;
  const base::Value& as_of = before_.round->header[intake::round_field::as_of];
  for (std::size_t s = 0; s < streams.size(); ++s) {
    const base::Value& opens = streams.at(s, intake::stream_field::opens);
    if (base::first_second(opens) > base::last_second(as_of)) continue;
    const std::string day = base::moment_text(opens);
    if (opened.empty() || day < opened) opened = day;
  }
  if (opened.empty()) return {};
  return {"this round opened on " + opened + ", and names no version of its pack: if that was under the old text, those who applied were told its rules"};
}

study::RoundComparison ComparedRound::against(const std::shared_ptr<const policy::Pack>& after) const {
  check_procedure(*after, place_);
  Side other;
  other.pack = after;
  if (!old_refuses_ && study::same_reading(*before_.pack, *after, second_)) {
    other.round = before_.round;
  } else {
    try {
      other.round = read(*after, false);
    } catch (const base::Refused& refused) {
      if (old_refuses_) throw base::Refused(*old_refuses_);   // neither knows what stands there
      other.round = read_by_one(*after, place_);
    }
  }
  decide(other);
  study::RoundComparison made = study::compare(*before_.decided, *other.decided, find_place(other));
  made.warnings = warnings(*before_.pack, *after);
  return made;
}

study::Sensitivity sensitivity_over(const std::shared_ptr<const policy::Pack>& pack, const std::vector<std::string>& rounds, const Comparing& how) {
  study::Sensitivity out{pack->id, pack->version, pack->digest, {}};
  for (const std::string& place : rounds) {
    check_procedure(*pack, place);
    intake::Source source = intake::open_source(place);
    const intake::Heading heading = intake::read_heading(source);
    base::Value day;
    base::read_moment(how.as_of.empty() ? heading.as_of : how.as_of, day);
    intake::open_tables(source, pack->schema);
    refuse_records_alone(source, pack->schema, place);
    const auto round = intake::read_round(source, pack->schema, pack->scoring_on(day.integer), how.as_of);
    engine::go_by_opening(*round, *pack);
    engine::check_looks(*round, *pack);
    const auto plugins = open_plugins(*pack, place, how.plugins);
    const engine::Decided decided = engine::decide(*round, *pack, how.threads ? how.threads : 1, true, plugins.get());
    out.rounds.push_back(study::sensitivity_of(*round, *pack, decided, plugins.get()));
  }
  return out;
}

study::PackName name_of(const policy::Pack& pack) { return {pack.id, pack.version, pack.digest}; }

study::Comparison compare_rounds(const std::shared_ptr<const policy::Pack>& before, const std::shared_ptr<const policy::Pack>& after, const std::vector<std::string>& rounds, const Comparing& how) {
  study::Comparison out{name_of(*before), name_of(*after), {}, {}};
  for (const std::string& round : rounds) out.rounds.push_back(ComparedRound(round, before, how).against(after));
  return out;
}

}  // namespace remit::cli
