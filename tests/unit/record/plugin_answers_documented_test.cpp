// The page on records names every key of what plug-ins answered, and no other.
#include <gmock/gmock.h>

#include <fstream>
#include <iterator>
#include <regex>
#include <set>

#include "intake/json.hpp"
#include "with_plugins.hpp"

namespace remit::record::test {
namespace {

using policy::Outcome;

const std::set<std::string> maps{"answers", "evidence", "values", "files", "members"};   // their keys are names, not words

void collect(const intake::Json& json, const std::string& of, std::set<std::string>& out) {
  for (const intake::Json& item : json.items) collect(item, of, out);
  for (const auto& [key, value] : json.members) {
    const bool name = maps.contains(of);
    if (!name) out.insert(key);
    collect(value, name ? "" : key, out);
  }
}

std::set<std::string> on_the_page() {
  std::ifstream in(std::string(REMIT_SOURCE_DIR) + "/docs/decision-record.md");
  const std::string page{std::istreambuf_iterator<char>(in), {}};
  const std::size_t from = page.find("## What plug-ins answered"), to = page.find("\n## ", from + 1);
  std::set<std::string> out;
  const std::string section = page.substr(from, to - from);
  const std::regex row("\n\\| (`plugins[^|]*) \\|"), word("`([^`]+)`");
  for (auto r = std::sregex_iterator(section.begin(), section.end(), row); r != std::sregex_iterator(); ++r) {
    const std::string cell = (*r)[1];
    for (auto w = std::sregex_iterator(cell.begin(), cell.end(), word); w != std::sregex_iterator(); ++w) {
      std::string key = (*w)[1];
      key.erase(0, key.rfind('.') + 1);
      if (key != "*" && key != "plugins") out.insert(key);
    }
  }
  return out;
}

TEST(PluginAnswersDocumented, ThePageHoldsWhatRecordsHold) {
  Sample sample;
  WithPlugins plugins(sample);
  plugins.instead["registered A2"] = [] { return policy::fault("rules: ended by signal 11"); };
  plugins.instead["share A1"] = [] {
    policy::Answer made = answer(Outcome::pass, {"in part"});
    made.said->award = policy::Answer::Said::Award::parts;
    made.said->elements = {"E1"};
    return made;
  };
  sample.decide(round_for_plugins());
  std::set<std::string> keys;
  for (const char* id : {"A1", "A2"}) collect(intake::read_json(sample.record(id), id)["plugins"], "", keys);
  EXPECT_EQ(keys, on_the_page());
}

}  // namespace
}  // namespace remit::record::test
