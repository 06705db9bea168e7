#include "engine/awards.hpp"

#include <algorithm>
#include <numeric>

#include "base/money.hpp"
#include "engine/consult.hpp"
#include "engine/steps.hpp"

namespace remit::engine {

using Kind = policy::Answer::Said::Award;
namespace field = intake::application_field;
namespace element = intake::element_field;

namespace {

class Reader {
 public:
  explicit Reader(const View& view) : view_(view), name_(name_of(*view.pack, static_cast<std::size_t>(view.pack->allocation->use))) {}

  /// Fills `out`; or says in `fault` why it cannot.
  void read(std::uint32_t i, Award& out) {
    const policy::Answer* answer = policy::answer_of(view_.answers, static_cast<std::size_t>(view_.pack->allocation->use), i);
    if (answer == nullptr) return say(i, "was not named to it");
    if (answer->outcome == policy::Outcome::error) {
      fault = cause_of(*answer);
      return;
    }
    out.kind = answer->said && answer->said->award != Kind::none ? answer->said->award : Kind::nothing;
    const std::int64_t requested = view_.round->applications.at(i, field::amount_requested).integer;
    const auto elements = view_.round->applications.at(i, field::elements).list();
    if (out.kind == Kind::parts) read_parts(i, elements, answer->said->elements, out);
    if (out.kind == Kind::parts && out.amount == requested && out.elements.size() == elements.size()) out.kind = Kind::whole;
    if (out.kind == Kind::whole) {
      out.amount = requested;
      out.elements.resize(elements.size());
      std::iota(out.elements.begin(), out.elements.end(), 0u);
    } else if (out.amount > requested) {
      say(i, "is awarded elements of " + base::money_for_people(out.amount) + ", more than the " + base::money_for_people(requested) + " that it asks for");
    }
  }

  std::string cause_of(const policy::Answer& answer) const {
    std::string cause = policy::words_of(answer);
    return cause.empty() ? name_ + " gave no answer" : cause;
  }

  void say(std::uint32_t i, const std::string& words) {
    if (fault.empty()) fault = name_ + ": " + std::string(view_.round->applications.at(i, field::id).str()) + " " + words;
  }

  std::string fault;

 private:
  void read_parts(std::uint32_t i, std::span<const base::Value> all, const std::vector<std::string>& ids, Award& out) {
    if (ids.empty()) return say(i, "is awarded parts, and none is named");
    std::vector<bool> taken(all.size());
    for (const std::string& id : ids) {
      const auto at = std::ranges::find_if(all, [&](const base::Value& e) { return e.list()[element::id].str() == id; });
      if (at == all.end()) return say(i, "has no element " + id);
      const auto place = static_cast<std::size_t>(at - all.begin());
      if (taken[place]) return say(i, "is awarded the element " + id + " twice");
      taken[place] = true;
    }
    for (std::size_t e = 0; e < all.size(); ++e) {
      if (!taken[e]) continue;
      const auto fields = all[e].list();
      for (const base::Value& needed : fields[element::needs].list())
        for (std::size_t other = 0; other < all.size(); ++other)
          if (all[other].list()[element::id].str() == needed.str() && !taken[other])
            return say(i, "is awarded " + std::string(fields[element::id].str()) + " without " + std::string(needed.str()) + ", which it needs");
      out.amount += fields[element::cost].integer;
      out.elements.push_back(static_cast<std::uint32_t>(e));
    }
  }

  const View& view_;
  const std::string name_;
};

}  // namespace

Awards read_awards(const View& view, std::uint32_t stream, std::span<const Ranking::Place> ranked) {
  Awards out;
  Reader reader(view);
  const std::int64_t budget = view.round->streams.at(stream, intake::stream_field::budget).integer;
  std::int64_t left = budget;
  const auto use = static_cast<std::size_t>(view.pack->allocation->use);
  if (const auto& replies = view.answers[use]; replies && stream < replies->whole.size() && replies->whole[stream].outcome == policy::Outcome::error)
    reader.fault = ranked.empty() ? std::string() : reader.cause_of(replies->whole[stream]);
  for (const Ranking::Place& place : ranked) {
    if (!reader.fault.empty()) break;
    Award award;
    reader.read(place.application, award);
    if (!reader.fault.empty()) break;
    if (award.amount > left) reader.fault = name_of(*view.pack, use) + ": its awards come to more than the budget of " + base::money_for_people(budget);
    left -= award.amount;
    out.of.push_back(std::move(award));
  }
  out.fault = std::move(reader.fault);
  if (!out.fault.empty()) out.of.clear();
  return out;
}

}  // namespace remit::engine
