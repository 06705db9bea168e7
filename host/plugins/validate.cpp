#include "plugins/validate.hpp"

#include <algorithm>

#include "plugins/examine.hpp"

namespace remit::plugins {

bool Validated::good() const {
  return std::ranges::none_of(checks, [](const Check& check) { return check.outcome == Check::Outcome::wrong; });
}

Validated validate(const std::filesystem::path& library, const Trial&, const Places& places) {
  Validated out;
  Examined examined = examine(library, places);
  out.loads = examined.wrong.empty();
  out.checks.push_back({{}, "is a library that the host can load", out.loads ? Check::Outcome::good : Check::Outcome::wrong, examined.wrong});
  out.manifest = std::move(examined.manifest);
  return out;
}

}  // namespace remit::plugins
