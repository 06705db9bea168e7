// A pack and a round made by hand for the faulty plug-ins: applications with a title and an amount, and one use of the plug-in
// "fixture". What an honest plug-in says of each is worked out here by its own words, so that a test can say what every
// application must be told whose title is not poisoned.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "base/arena.hpp"
#include "base/value.hpp"
#include "policy/pack.hpp"
#include "policy/plugins.hpp"

namespace remit::plugins::test {

/// A pack that needs `id` and uses its item "check" once, as `capability`.
policy::Pack pack_using(const std::string& id, policy::Capability capability);

struct Application {
  std::string title;
  std::int64_t pounds = 0;
};

/// So many applications, the places named with the title `title`, the others without anything amiss. The amount of place i is
/// i + 1 pounds; its id is "A" and i.
std::vector<Application> applications(std::size_t size, const std::vector<std::size_t>& poisoned = {}, const std::string& title = "poison");

/// "pass", "fail: one pound too many", "refer: two pounds too many": what the honest plug-in says.
std::string honest(const Application& application);
/// The same of each, but `wrong` of those whose title begins with `poison`.
std::vector<std::string> honest_but(const std::vector<Application>& round, const std::string& wrong, const std::string& poison = "poison");
/// An answer in this form: "error: " and the cause; the outcome, and the reasons after it; a score "3"; facts "decile 3, area north".
std::string says(const policy::Answer& answer);
std::vector<std::string> say(const std::vector<policy::Answer>& answers);

/// Applications as a plug-in is asked about them.
class Asked : public policy::Subjects {
 public:
  Asked(const policy::Pack& pack, std::vector<Application> round);
  std::size_t size() const override { return round_.size(); }
  const policy::Facts& turn_to(std::size_t i) override;
  Key key(std::size_t i) const override { return {ids_[i], {}}; }
  const policy::Facts& whole() override { return whole_; }
  /// How often an application was turned to, for tests that count.
  std::size_t turned = 0;

 private:
  base::Value* record(const policy::Pack& pack, std::uint16_t root);
  std::vector<Application> round_;
  std::vector<std::string> ids_;
  base::Arena arena_;
  policy::Facts facts_, whole_;
  base::Value* application_ = nullptr;
};

}  // namespace remit::plugins::test
