#include "engine/each.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "base/problem.hpp"
#include "engine/ask.hpp"

namespace remit::engine {

using base::Kind;
using base::Rational;
using base::Value;
using policy::Outcome;
namespace root = policy::root;

namespace {

constexpr std::string_view outcome_words[] = {"eligible", "ineligible", "refer"};

Value value_of(const Rational& exact, base::Arena& arena) {
  if (exact.whole()) return Value::of(Kind::count, static_cast<std::int64_t>(exact.num()));
  auto* kept = arena.make<Rational>(1);
  *kept = exact;
  Value v;
  v.kind = Kind::ratio;
  v.ratio = kept;
  return v;
}

Rational number(const Value& v) { return v.kind == Kind::ratio ? *v.ratio : Rational(v.integer); }

}  // namespace

Each::Each(const policy::Pack& pack, std::int64_t second, bool ledger)
    : pack_(pack), work_(pack.start_work()), parameters_(pack.parameters_on(second)), eligibility_(1) {
  if (pack.decisions.empty())
    base::refuse({"NO_DECISION", pack.place, 0, 0, {}, "a pack that decides each application by itself needs at least one `decision`", {}, {}}, 3);
  work_->ledger = ledger;
  facts_.records[root::parameters] = parameters_.data();
  facts_.records[root::eligibility] = eligibility_.data();
  scores_.resize(pack.roots[root::scores].type->fields.size());
  facts_.records[root::scores] = scores_.data();
  find_running();
  for (const auto& decision : pack.decisions) {
    auto& list = because_.emplace_back();
    for (const auto& name : decision.because)
      for (std::size_t i = 0; i < pack.requirements.size(); ++i)
        if (pack.requirements[i].of == root::application && pack.requirements[i].id == name) list.push_back(static_cast<std::uint16_t>(i));
  }
  Rational weights;
  for (const auto& m : pack.scoring.measures) weights = weights + m.weight;
  for (const auto& m : pack.scoring.measures) share_.push_back(Rational(100) * m.weight / (m.high * weights));
  find_whole_shares();
  means_.resize(pack.scoring.measures.size());
  sums_.resize(pack.scoring.measures.size());
}

void Each::find_running() {
  using List = std::vector<std::uint16_t> Running::*;
  bool some_only = false;
  const auto add = [&](const policy::Rule& rule, std::size_t index, List list) {
    const auto i = static_cast<std::uint16_t>(index);
    some_only |= !rule.streams.empty();
    if (rule.streams.empty()) (elsewhere_.*list).push_back(i);
    for (const auto& stream : rule.streams) {
      auto& own = in_[stream].*list;
      if (own.empty() || own.back() != i) own.push_back(i);
    }
  };
  for (std::size_t i = 0; i < pack_.criteria.size(); ++i) add(pack_.criteria[i], i, &Running::criteria);
  for (std::size_t i = 0; i < pack_.requirements.size(); ++i)
    if (pack_.requirements[i].of == root::application) add(pack_.requirements[i], i, &Running::requirements);
  for (auto& [stream, own] : in_)
    for (const List list : {&Running::criteria, &Running::requirements}) {
      const auto middle = static_cast<std::ptrdiff_t>((own.*list).size());
      (own.*list).insert((own.*list).end(), (elsewhere_.*list).begin(), (elsewhere_.*list).end());
      std::inplace_merge((own.*list).begin(), (own.*list).begin() + middle, (own.*list).end());
    }
  if (!some_only) return;
  stream_ = pack_.roots[root::application].type->find(pack_.application_stream);
  if (stream_ < 0)
    base::refuse({"NO_STREAM", pack_.place, 0, 0, {}, "some rules run in some streams only, and no field of the application names its stream: "
                  "write `stream = \"...\"` with that field's name in `record \"application\"`", {}, {}}, 3);
}

const Each::Running& Each::running() const {
  if (stream_ < 0) return elsewhere_;
  const auto found = in_.find(facts_.records[root::application][stream_].str());
  return found == in_.end() ? elsewhere_ : found->second;
}

Finding Each::ask(const policy::Rule& rule, std::size_t index) {
  Finding made{static_cast<std::uint16_t>(index), engine::ask(rule, facts_, *work_), {}, {}};
  if (work_->ledger) made.reads = arena_.copy(std::span<const policy::Read>(work_->reads));
  if (made.outcome == Outcome::error) {
    made.cause = arena_.copy(std::string_view(work_->cause));
    result_.error = true;
    result_.cause = work_->cause;
  }
  return made;
}

void Each::judge() {
  criteria_.clear();
  bool refers = false, blocked = false;
  for (const auto i : running().criteria) {
    const auto& rule = pack_.criteria[i];
    criteria_.push_back(ask(rule, i));
    const Outcome o = criteria_.back().outcome;
    if (o == Outcome::fail) (rule.effect == policy::Effect::blocks ? blocked : refers) |= rule.effect != policy::Effect::warns;
    if (o == Outcome::refer) refers |= rule.effect != policy::Effect::warns;
  }
  result_.criteria = criteria_;
  result_.outcome = result_.error ? Eligible::refer : blocked ? Eligible::ineligible : refers ? Eligible::refer : Eligible::eligible;
  const auto at = static_cast<std::uint16_t>(result_.outcome);
  eligibility_[0] = Value::of_word(outcome_words[at], at);
}

/// The shares over one denominator, so that a total is one sum of whole numbers and is shortened once.
void Each::find_whole_shares() {
  constexpr std::int64_t most = 1'000'000'000;
  for (const auto& share : share_) {
    if (share.num() > most || share.den() > most) return;
    shares_ = std::lcm(shares_, static_cast<std::int64_t>(share.den()));
    if (shares_ > most) return;
  }
  for (const auto& share : share_) whole_share_.push_back(static_cast<std::int64_t>((share * Rational(shares_)).num()));
}

void Each::score() {
  const policy::Marking* marking = pack_.marking.get();
  if (!marking) return;
  std::int64_t counted = 0;
  const bool whole = add_marks(counted);
  if (!whole || (counted == 0 && !marking->without_sheets)) return;   // unscored: the decision types see no total
  total(counted);
  for (std::size_t m = 0; m < means_.size(); ++m) scores_[m + 1] = value_of(means_[m], arena_);
  scores_[0] = value_of(result_.total, arena_);
  result_.scored = true;
  result_.means = means_;
}

/// Adds the marks of the sheets that count: whole ones to sums_, others to means_. False when one is not there.
bool Each::add_marks(std::int64_t& counted) {
  const policy::Marking& marking = *pack_.marking;
  const auto sheets = facts_.records[root::application][marking.sheets].list();
  const std::size_t measures = means_.size();
  result_.counted.assign(sheets.size(), true);
  std::fill(means_.begin(), means_.end(), Rational());
  std::fill(sums_.begin(), sums_.end(), 0);
  const bool ledger = std::exchange(work_->ledger, false);
  bool whole = true;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const Value* sheet = sheets[i].items;
    facts_.records[marking.sheet_root] = sheet;
    if (marking.test && engine::ask(marking, facts_, *work_) != Outcome::pass) {
      result_.counted[i] = false;
      continue;
    }
    ++counted;
    for (std::size_t m = 0; m < measures; ++m) {
      const Value& mark = sheet[marking.marks[m]];
      if (mark.kind == Kind::count) sums_[m] += mark.integer;
      else if (mark.answered()) means_[m] = means_[m] + number(mark);
      else whole = false;
    }
  }
  work_->ledger = ledger;
  facts_.records[marking.sheet_root] = nullptr;
  return whole;
}

/// Turns the sums into means, and these into the total.
void Each::total(std::int64_t counted) {
  constexpr base::int128 most = base::int128{1} << 64;   // times a share, and added up, that stays far within 128 bits
  base::int128 sum = 0;
  bool sums_only = counted > 0 && !whole_share_.empty();
  for (std::size_t m = 0; m < means_.size(); ++m) {
    sums_only = sums_only && means_[m].num() == 0 && sums_[m] < most && sums_[m] > -most;
    if (sums_only) sum += sums_[m] * whole_share_[m];
    if (counted == 0) means_[m] = *pack_.marking->without_sheets;
    else if (means_[m].num() == 0) means_[m] = Rational(sums_[m], counted);
    else means_[m] = (means_[m] + Rational(sums_[m], 1)) / Rational(counted);
  }
  if (sums_only) {
    result_.total = Rational(sum, base::int128{shares_} * counted);
    return;
  }
  result_.total = Rational();
  for (std::size_t m = 0; m < means_.size(); ++m) result_.total = result_.total + share_[m] * means_[m];
}

void Each::require() {
  requirements_.clear();
  for (const auto i : running().requirements) requirements_.push_back(ask(pack_.requirements[i], i));
  result_.requirements = requirements_;
}

void Each::choose_by_function(const policy::Decision& decision) {
  choice_ = decision.chooser->choose(facts_, *work_);
  if (choice_.decision.empty()) {
    result_.error = true;
    result_.cause = work_->cause;
    return;
  }
  bool declared = false;
  for (const auto& d : pack_.decisions) declared |= d.id == choice_.decision;
  if (!declared) {
    result_.error = true;
    result_.cause = "`" + decision.id + "` chose `" + choice_.decision + "`, which the pack does not declare";
    return;
  }
  result_.decision = choice_.decision;
  if (choice_.total) {
    result_.total = *choice_.total;
    result_.scored = true;
  }
  for (const auto& reason : choice_.reasons) result_.reasons.push_back(reason);
}

void Each::choose() {
  for (std::size_t d = 0; d < pack_.decisions.size() && !result_.error; ++d) {
    const auto& decision = pack_.decisions[d];
    if (decision.chooser) {
      choose_by_function(decision);
      break;
    }
    if (!decision.proposes) continue;
    const Outcome o = engine::ask(decision, facts_, *work_);
    if (o == Outcome::error) {
      result_.error = true;
      result_.cause = work_->cause;
    }
    if (o != Outcome::pass) continue;
    result_.decision = decision.id;
    for (auto i : because_[d])
      for (const auto& finding : requirements_)
        if (finding.criterion == i && finding.outcome == Outcome::fail) result_.reasons.push_back(pack_.requirements[i].id);
    break;
  }
  if (result_.error) {   // software failure never turns an applicant down
    result_.decision = "refer";
    result_.reasons.clear();
  } else if (result_.outcome == Eligible::ineligible && result_.reasons.empty()) {
    for (const auto& finding : criteria_)
      if (finding.outcome == Outcome::fail && pack_.criteria[finding.criterion].effect == policy::Effect::blocks)
        result_.reasons.push_back(pack_.criteria[finding.criterion].id);
  }
}

const EachResult& Each::decide(const Value* application) {
  arena_.clear();
  work_->arena.clear();
  result_.error = result_.scored = false;
  result_.cause.clear();
  result_.reasons.clear();
  result_.counted.clear();
  result_.means = {};
  result_.decision = "refer";
  std::fill(scores_.begin(), scores_.end(), Value());
  facts_.records[root::application] = application;
  judge();
  try {
    score();
  } catch (const base::Overflow& e) {
    result_.error = true;
    result_.cause = e.what();
  }
  require();
  choose();
  return result_;
}

}  // namespace remit::engine
