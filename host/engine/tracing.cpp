#include "engine/tracing.hpp"

#include <map>
#include <string>

#include "base/split.hpp"

namespace remit::engine {

namespace {

bool in_proportion(const View& view, std::uint32_t stream) {
  const int parameter = view.pack->find_parameter("pooled_tracing");
  if (parameter < 0) return false;
  const base::Value& value = view.parameters_of[stream][static_cast<std::size_t>(parameter)];
  return value.answered() && value.str() == "proportional";
}

}  // namespace

std::vector<Borne> trace_back(const Decided& decided, std::uint32_t application) {
  const intake::Round& round = *decided.view.round;
  const std::int64_t award = decided.allocation.of[application].amount;
  if (award == 0 || !in_proportion(decided.view, round.stream_of[application])) return {};
  std::map<std::string, std::int64_t> given;   // by name, so that no order in a file matters
  for (const base::Value& source : round.streams.at(round.stream_of[application], intake::stream_field::sources).list()) {
    const auto fields = source.list();
    given[std::string(fields[intake::source_field::agency].str())] += fields[intake::source_field::amount].integer;
  }
  if (given.size() < 2) return {};
  std::vector<std::int64_t> shares;
  for (const auto& [agency, amount] : given) shares.push_back(amount);
  const auto parts = base::split_pence(award, shares);
  std::vector<Borne> out;
  for (const auto& [agency, amount] : given) out.push_back({agency, parts[out.size()]});
  return out;
}

}  // namespace remit::engine
