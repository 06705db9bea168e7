#include "policy/probe.hpp"
#include "study/check_parts.hpp"

namespace remit::study {

void check_overrides(const policy::Pack& pack, Findings& findings) {
  for (const auto& o : pack.overrides) {
    const auto say = [&](Weight weight, const std::string& code, const std::string& message) { findings.push_back({weight, {code, o.file, o.line, 0, {}, message, {}, o.rule}}); };
    const std::string what = o.layer + " overrides " + o.rule;
    if (o.change == "and_also") say(Weight::note, {}, what + ": proved, it can only ask for more");
    else if (!o.was) say(Weight::note, {}, what + ": replaced, as that rule allows");
    if (!o.was) continue;
    const policy::Probe tried = policy::probe(pack, o);
    if (!tried.looser)
      say(Weight::note, {}, what + ": probed " + std::to_string(tried.cases) + (tried.cases == 1 ? " case" : " cases") + ", and it asks for less in none");
    else
      say(Weight::error, "LOOSER", "override \"" + o.rule + "\" may only ask for more, and here it asks for less: when " + tried.facts + ", the rule as it stood says " +
          std::string(policy::word(tried.was)) + " and this one " + std::string(policy::word(tried.now)));
  }
}

}  // namespace remit::study
