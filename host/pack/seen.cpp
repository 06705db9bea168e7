#include "pack/seen.hpp"

#include <algorithm>
#include <charconv>
#include <tuple>

#include "base/problem.hpp"
#include "intake/json.hpp"
#include "pack/json_text.hpp"

namespace remit::pack {

namespace {

auto find(auto& seen, const std::string& registry, const std::string& publisher) {
  return std::ranges::find_if(seen, [&](const SeenIndex& one) { return one.registry == registry && one.publisher == publisher; });
}

}  // namespace

std::string write_seen(std::vector<SeenIndex> seen) {
  std::ranges::sort(seen, {}, [](const SeenIndex& one) { return std::tie(one.registry, one.publisher); });
  std::string out = "{\"format\":\"remit.registries/1\",\"registries\":[";
  for (const auto& one : seen)
    out += (&one == seen.data() ? "" : ",") + ("{\"digest\":" + json_text(one.digest)) + ",\"number\":" + std::to_string(one.number) + ",\"publisher\":" + json_text(one.publisher) + ",\"registry\":" + json_text(one.registry) + "}";
  return out + "]}\n";
}

std::vector<SeenIndex> read_seen(std::string_view bytes, const std::string& file) {
  std::vector<SeenIndex> out;
  try {
    const intake::Json json = intake::read_json(bytes, file);
    for (const intake::Json& one : json["registries"].items) {
      SeenIndex seen{one["registry"].str(), one["publisher"].str(), one["digest"].str(), 0};
      const std::string& number = one["number"].str();
      std::from_chars(number.data(), number.data() + number.size(), seen.number);
      out.push_back(std::move(seen));
    }
    if (write_seen(out) == bytes) return out;
  } catch (const base::Refused&) {
  }
  base::refuse({"BAD_REGISTRIES", file, 0, 0, {}, "it is not as Remit writes it: it was changed by hand; take it away, and an old index of a registry will not be noticed until a new one was seen", {}, {}}, 4);
}

std::string wrong_with_index(const Index& index, const std::string& digest, const std::string& publisher, const std::vector<SeenIndex>& seen, const std::string& as_of) {
  if (const auto last = find(seen, index.registry, publisher); last != seen.end()) {
    if (index.number < last->number)
      return "it is index " + std::to_string(index.number) + " of the registry `" + index.registry + "`, of " + index.as_of + ", and index " + std::to_string(last->number) + " was seen here before: somebody shows an old list";
    if (index.number == last->number && digest != last->digest) return "it is index " + std::to_string(index.number) + " of the registry `" + index.registry + "`, and another text of that number was seen here before";
  }
  if (as_of > index.valid_until) return "it was valid until " + index.valid_until + ", and the day is " + as_of + ": newer packs may be missing from it";
  return {};
}

void note_index(const Index& index, const std::string& digest, const std::string& publisher, std::vector<SeenIndex>& seen) {
  const auto last = find(seen, index.registry, publisher);
  if (last == seen.end()) seen.push_back({index.registry, publisher, digest, index.number});
  else if (index.number > last->number) *last = {index.registry, publisher, digest, index.number};
}

}  // namespace remit::pack
