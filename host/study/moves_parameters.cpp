// Parameters of rules: any sentence may stand between one and what becomes of it, so there is no line to follow. Where a rule compares it with
// what it reads, the answer changes only at one of the values that it read; all of these are tried, a step to either side. Beyond them it is
// doubled until something changes, and the place between found by halving: another that comes and goes again in between is not excluded.
#include <algorithm>
#include <set>

#include "base/money.hpp"
#include "study/limits.hpp"
#include "study/moves.hpp"

namespace remit::study {

using base::Kind;
using base::Value;

namespace {

constexpr std::int64_t furthest = std::int64_t{1} << 42;   // in pence, or as a count

std::string number_words(const Value& like, std::int64_t n) { return like.kind == Kind::money ? base::money_text(n) : std::to_string(n); }

class Dial {
 public:
  Dial(const Stage& stage, std::size_t parameter, std::vector<std::int64_t> beside) : stage_(stage), parameter_(parameter), now_(stage.again.base().view.parameters[parameter]), beside_(std::move(beside)) {}

  Edge look(bool up) {
    tries_ = 0;
    Edge edge;
    for (const std::int64_t value : candidates(up))
      if (changes(value, edge)) return told(value, "tried", edge);
    if (tries_ >= limits::tries) return told(0, "not looked at further", edge);
    std::int64_t same = now_.integer;
    for (std::int64_t step = 1; step < furthest; step *= 2) {
      const std::int64_t value = up ? now_.integer + step : now_.integer - step;
      if (value < 0) break;
      if (changes(value, edge)) return halved(same, value);
      same = value;
    }
    if (!up && same > 0 && changes(0, edge)) return halved(same, 0);
    edge.how = beside_.empty() ? "halving" : "tried";
    return edge;
  }

 private:
  // Each value that was read beside it, and a step to both sides, from the nearest on.
  std::vector<std::int64_t> candidates(bool up) const {
    std::set<std::int64_t> all;
    for (const std::int64_t value : beside_)
      for (const std::int64_t step : {-1, 0, 1})
        if (const std::int64_t at = value + step; at >= 0 && (up ? at > now_.integer : at < now_.integer)) all.insert(at);
    std::vector<std::int64_t> out(all.begin(), all.end());
    if (!up) std::ranges::reverse(out);
    return out;
  }

  bool changes(std::int64_t value, Edge& edge) {
    if (++tries_ > limits::tries) return false;
    const Standing then = stage_.again.stand_with(stage_.stream, parameter_, Value::of(now_.kind, value));
    if (then == stage_.standing) return false;
    tell(stage_, then, edge);
    return true;
  }

  Edge told(std::int64_t value, const char* how, Edge edge) const {
    edge.found = how == std::string_view("tried") || how == std::string_view("halving");
    if (edge.found) edge.at = number_words(now_, value);
    edge.how = how;
    return edge;
  }

  Edge halved(std::int64_t same, std::int64_t other) {
    tries_ = 0;
    Edge edge;
    while (std::abs(other - same) > 1) {
      const std::int64_t middle = same + (other - same) / 2;
      Edge here;
      (changes(middle, here) ? other : same) = middle;
    }
    changes(other, edge);
    return told(other, std::abs(other - now_.integer) == 1 ? "tried" : "halving", edge);   // a single step has nothing in between
  }

  const Stage& stage_;
  const std::size_t parameter_;
  const Value now_;
  const std::vector<std::int64_t> beside_;
  std::size_t tries_ = 0;
};

/// What rules that read parameter `p` about applications of the stream read beside it, of the same kind. `reads`: whether any does.
std::vector<std::int64_t> read_beside(const Stage& stage, std::size_t p, Kind kind, bool& reads) {
  std::set<std::int64_t> out;
  const auto& d = stage.again.base();
  for (std::uint32_t i = 0; i < d.eligibility.of.size(); ++i) {
    if (d.view.round->stream_of[i] != stage.stream) continue;
    for (const engine::Finding& finding : d.eligibility.of[i].findings) {
      const auto is_it = [&](const policy::Read& r) { return r.root == policy::root::parameters && r.field == p; };
      if (std::ranges::none_of(finding.reads, is_it)) continue;
      reads = true;
      for (const policy::Read& r : finding.reads)
        if (r.value.kind == kind && !is_it(r)) out.insert(r.value.integer);
    }
  }
  return {out.begin(), out.end()};
}

}  // namespace

void add_parameter_moves(const Stage& stage, std::vector<Move>& out) {
  const auto& d = stage.again.base();
  const policy::Pack& pack = stage.again.pack();
  if (!pack.uses.empty()) return;   // plug-ins would have to be asked again
  for (std::size_t p = 0; p < pack.parameters.size(); ++p) {
    const Value& now = d.view.parameters[p];
    const policy::Parameter& parameter = pack.parameters[p];
    if ((now.kind != Kind::count && now.kind != Kind::money) || parameter.id == "minimum_total") continue;
    bool reads = parameter.id == "minimum_agencies";
    const std::vector<std::int64_t> beside = read_beside(stage, p, now.kind, reads);
    if (!reads) continue;
    Dial dial(stage, p, beside);
    out.push_back({"parameter", parameter.id, parameter.title, parameter.clause, number_words(now, now.integer), now.kind == Kind::money ? "pounds" : parameter.unit, dial.look(false), dial.look(true), {}, {}});
  }
}

}  // namespace remit::study
