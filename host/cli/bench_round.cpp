#include "cli/bench_round.hpp"

#include <fmt/format.h>

#include <array>
#include <iterator>
#include <string>
#include <string_view>

#include "cli/session.hpp"

namespace remit::cli {

namespace {

/// SplitMix64: a sequence that is the same on every machine.
class Sequence {
 public:
  std::uint32_t below(std::uint32_t n) {
    state_ += 0x9e3779b97f4a7c15;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return static_cast<std::uint32_t>((z ^ (z >> 31)) % n);
  }
  bool chance(std::uint32_t percent) { return below(100) < percent; }

 private:
  std::uint64_t state_ = 2012;
};

struct StreamShape {
  std::string_view id, title, priority, outcome, objective, second;
  bool cooperation;
  std::uint32_t least, most;
};
constexpr std::array<StreamShape, 4> streams = {{
    {"early-family-support", "Early family support", "Early help for families under pressure", "being-healthy", "Support parents before difficulties grow",
     "Keep children safe and settled at home", false, 5000, 60000},
    {"voice", "Young people's voice", "Young people have a say", "living-in-a-society-which-respects-their-rights", "Young people shape the services they use",
     "Those seldom heard are heard", false, 2000, 25000},
    {"transitions", "From school to work", "Young people who leave care", "enjoying-learning-and-achieving", "Every young person has a plan",
     "Employers open their doors", true, 10000, 90000},
    {"short-breaks", "Short breaks", "Children with a disability", "living-in-safety-and-with-stability", "Families can rest", "Breaks that children enjoy", true, 5000, 75000},
}};
constexpr std::array<std::string_view, 5> agencies = {"Health and Care Trust", "Education Authority", "Borough Council", "Police Service", "Housing Executive"};
constexpr std::array<std::string_view, 4> measures = {"need", "difference", "delivery", "value"};
constexpr std::array<std::string_view, 24> words = {"families", "children", "parents", "support", "evening", "workers", "valley", "school", "visits", "groups", "mentors", "trained",
                                                    "weekly", "together", "local", "rural", "health", "referral", "safe", "home", "first", "community", "planned", "shared"};
constexpr std::uint32_t members = 5;

std::string sentence(Sequence& pick, std::uint32_t count) {
  std::string out;
  for (std::uint32_t i = 0; i < count; ++i) {
    if (i > 0) out += ' ';
    out += words[pick.below(words.size())];
  }
  return out;
}

std::string organisation_id(std::uint32_t i) { return fmt::format("GB-NIC-{:06}", 100000 + i); }

std::string round_json(std::uint32_t applications) {
  std::string out = R"({"id":"bench","partnership":"northern-ireland","title":"An invented round","as_of":"2012-03-12","currency":"GBP","streams":[)";
  for (const auto& s : streams) {
    if (&s != &streams.front()) out += ',';
    fmt::format_to(std::back_inserter(out),
                   R"({{"id":"{}","title":"{}","budget":{},"opens":"2012-01-16","closes":"2012-02-24","minimum_award":{},"maximum_award":{},"requires_cooperation":{},)"
                   R"("priorities":["{}"],"outcomes":["{}"],"specification":{{"description":"Help that is given early, close to home.","objectives":["{}","{}"],)"
                   R"("indicators":["Families who need no further referral"],"regional_criteria":["Open to all"],"principles":["rights","child","family"]}},)",
                   s.id, s.title, std::uint64_t{s.most} * (applications / 12 + 1), s.least, s.most, s.cooperation, s.priority, s.outcome, s.objective, s.second);
    out += R"("measures":[{"id":"need","title":"Need","weight":30,"scale":[0,5],"minimum":2},{"id":"difference","title":"Difference made","weight":30,"scale":[0,5]},)"
           R"({"id":"delivery","title":"Delivery","weight":25,"scale":[0,5]},{"id":"value","title":"Value for money","weight":15,"scale":[0,5]}],"minimum_total":50,)"
           R"("tie_break":["need","difference"]})";
  }
  out += R"(],"panel":{"id":"bench-panel","quorum":3,"members":[)";
  for (std::uint32_t m = 0; m < members; ++m)
    fmt::format_to(std::back_inserter(out), R"({}{{"id":"m{}","name":"Member {}","agency":"{}","functions":["commissioner"],"chair":{}}})", m ? "," : "", m + 1, m + 1, agencies[m], m == 0);
  out += R"(]},"declarations":[)";
  // a tie in some ten applications of a thousand
  for (std::uint32_t i = 0; i * 100 < applications; ++i)
    fmt::format_to(std::back_inserter(out), R"({}{{"member":"m{}","organisation":"{}","nature":"personal","declared_on":"2012-02-28"}})", i ? "," : "", 2 + i % 4, organisation_id(i * 100));
  return out + "]}\n";
}

void add_application(Sequence& pick, std::uint32_t i, std::uint32_t applications, std::string& out) {
  const StreamShape& s = streams[pick.below(streams.size())];
  const std::uint32_t steps = (s.most - s.least) / 300;
  std::uint32_t cost = s.least + 300 * pick.below(steps);
  if (pick.chance(4)) cost = s.most + 300 * (1 + pick.below(30));
  const std::uint32_t first = cost / 2, second = cost / 3, third = cost - first - second;
  fmt::format_to(std::back_inserter(out),
                 R"({{"id":"A{:07}","stream":"{}","applicant":"{}","title":"{}","submitted_at":"2012-0{}-{:02}T{:02}:15:00","amount_requested":{},"elements":[)"
                 R"({{"id":"E1","title":"Workers","cost":{},"fit":1,"objectives":["{}"]}},{{"id":"E2","title":"Rooms","cost":{},"fit":2,"needs":["E1"],"objectives":["{}"]}},)"
                 R"({{"id":"E3","title":"Training","cost":{},"fit":3}}],"use_of_funding":"{}","objectives":["{}","{}"],"outcomes":["{}"],)",
                 i + 1, s.id, organisation_id(pick.chance(97) ? i : pick.below(applications)), sentence(pick, 4), pick.chance(3) ? 3 : 2, 1 + pick.below(9), pick.below(24), cost,
                 first, s.objective, second, s.second, third, sentence(pick, 40), s.objective, s.second, s.outcome);
  if (pick.chance(s.cooperation ? 95 : 30))
    fmt::format_to(std::back_inserter(out), R"("partners":[{{"organisation":"{}","evidence":{{"document":"letter","secured_on":"2012-01-30"}}}}],)", organisation_id((i + 7) % applications));
  fmt::format_to(std::back_inserter(out), R"("complements":"{}","fits_provision":"{}",{}"participation":"{}"}})", sentence(pick, 18), sentence(pick, 18),
                 pick.chance(97) ? fmt::format(R"("added_value":"{}",)", sentence(pick, 16)) : "", sentence(pick, 20));
  out += '\n';
}

void add_sheets(Sequence& pick, std::uint32_t i, std::string& out) {
  const std::uint32_t quality = 1 + pick.below(3);
  for (std::uint32_t m = 0; m < members; ++m)
    for (const auto measure : measures)
      fmt::format_to(std::back_inserter(out), "m{},A{:07},{},{},{}\n", m + 1, i + 1, measure, quality + pick.below(3), sentence(pick, 5));
}

}  // namespace

std::uint64_t write_bench_round(const std::filesystem::path& folder, std::uint32_t applications) {
  Sequence pick;
  std::string lines, organisations = "id,name,type\n", sheets = "member,application,measure,score,justification\n";
  for (std::uint32_t i = 0; i < applications; ++i) {
    const std::string_view type = pick.chance(70) ? "voluntary" : pick.chance(60) ? "community" : "statutory";
    fmt::format_to(std::back_inserter(organisations), "{},Organisation {},{}\n", organisation_id(i), i + 1, type);
    add_application(pick, i, applications, lines);
    add_sheets(pick, i, sheets);
  }
  std::uint64_t bytes = 0;
  const auto write = [&](const char* name, const std::string& text) {
    write_file(folder / name, text);
    bytes += text.size();
  };
  write("round.json", round_json(applications));
  write("applications.ndjson", lines);
  write("organisations.csv", organisations);
  write("scores.csv", sheets);
  return bytes;
}

}  // namespace remit::cli
