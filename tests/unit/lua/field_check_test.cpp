// Mistakes in a rule's function that are found when it loads.
#include "lua/field_check.hpp"
#include "little_pack.hpp"

namespace remit::lua {
namespace {

class FieldChecks : public LittlePack {
 protected:
  std::vector<std::string> mistakes(const std::string& body) {
    load_body(body);
    std::vector<std::string> out;
    for (const auto& p : check_function(box(), BoundFunction("example", functions_.at(0), round_.roots), round_.roots))
      out.push_back(p.code + " " + std::to_string(p.line) + ":" + std::to_string(p.column) + " " + p.message);
    return out;
  }
};

struct Case {
  const char* body;
  std::vector<std::string> mistakes;
};

TEST_F(FieldChecks, FindWhatCanBeToldWithoutAnApplication) {
  const Case cases[] = {
      {"return application.titel", {"UNKNOWN_FIELD 2:20 `application` has no field `titel`. The nearest is `title`"}},
      {"return application.household.sise", {"UNKNOWN_FIELD 2:30 `household` has no field `sise`. The nearest is `size`"}},
      {"local house = application.household\nreturn house.sise", {"UNKNOWN_FIELD 3:14 `household` has no field `sise`. The nearest is `size`"}},
      {"for _, p in ipairs(application.partners) do if p.fees then return fail end end return pass", {"UNKNOWN_FIELD 2:50 `p` has no field `fees`. The nearest is `fee`"}},
      {"return application.partners[1].nam", {"UNKNOWN_FIELD 2:32 `partner` has no field `nam`. The nearest is `name`"}},
      {"return parameters.gab", {"UNKNOWN_FIELD 2:19 `parameters` has no field `gab`. The nearest is `gap`"}},
      {"return application.kind == 'statuary'", {"UNKNOWN_VALUE 2:28 `statuary` is no value of `application.kind`. The nearest is `statutory`"}},
      {"return one_of(application.kind, 'statutory', 'volntary')", {"UNKNOWN_VALUE 2:46 `volntary` is no value of `application.kind`. The nearest is `voluntary`"}},
      {"return application.amount == 25000", {"TYPE_MISMATCH 2:30 `application.amount` is money and never the same as a number. Write `pounds(25000)`"}},
      {"return 'x' == application.people", {"TYPE_MISMATCH 2:8 `application.people` is a number and never the same as a text"}},
      {"if application.urgent then return pass end", {"NO_ANSWER 3:0 this function can end without an answer. Put `return pass`, or another answer, before its `end`"}},
      {"if application.urgent then return pass else error('no') end", {}},
      {"while true do if application.urgent then return pass end end", {}},
      {"local application = {} return application.titel", {}},
      {"return application.kind == 'statutory' and application.amount == pounds(5) and application.title == 'x'", {}},
  };
  for (const Case& c : cases) EXPECT_EQ(mistakes(c.body), c.mistakes) << c.body;
}

}  // namespace
}  // namespace remit::lua
