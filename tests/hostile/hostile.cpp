// Every script of scripts/ (and the few that are generated here) answers what its `-- expect:` line says:
//   load-refused CODE    rule-error CODE    rule-error-B CODE (only for the second application)    ok FIRST | SECOND
// Script 097 divides by the size of the household less 3, which is zero for the first application alone.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "host.hpp"

namespace remit::hostile {
namespace {

struct Script {
  std::string name, source, expectation;
};

std::string repeated(std::string_view what, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += what;
  return out;
}

std::string expectation_in(const std::string& source) {
  constexpr std::string_view mark = "-- expect: ";
  const auto at = source.find(mark);
  if (at == std::string::npos) return "";
  const auto begin = at + mark.size();
  return source.substr(begin, source.find('\n', begin) - begin);
}

std::vector<Script> scripts() {
  std::vector<Script> out;
  for (const auto& entry : std::filesystem::directory_iterator(REMIT_HOSTILE_SCRIPTS)) {
    std::ifstream in(entry.path(), std::ios::binary);
    std::string source((std::istreambuf_iterator<char>(in)), {});
    std::string expectation = expectation_in(source);
    out.push_back({entry.path().stem().string(), std::move(source), std::move(expectation)});
  }
  // Generated: they are long, or no text.
  out.push_back({"006-esc-chunk-is-bytecode", std::string("\x1bLuaT\0\x19\x93\r\n\x1a\n\n", 13), "load-refused BYTECODE"});
  const auto chain = [](std::size_t n) { return "function rule(app) local a = {} return a" + repeated("._ENV", n) + ".x + 1 end\n"; };
  out.push_back({"017-esc-env-chain-crash", chain(100'000), "load-refused TOO_LARGE"});
  out.push_back({"018-esc-env-chain-small", chain(10'000), "load-refused FORBIDDEN"});
  out.push_back({"039-hang-compiler", "function rule(app) local x = 1 return " + repeated("x==1 or ", 131'000) + "x end\n", "load-refused TOO_LARGE"});
  std::ranges::sort(out, {}, &Script::name);
  return out;
}

class Hostile : public testing::TestWithParam<Script> {};

/// What is expected of application `i`.
std::string expected(const Script& script, std::size_t i) {
  const std::string& expectation = script.expectation;
  if (script.name.starts_with("097") && i == 1) return "ok -1";
  if (expectation.starts_with("rule-error-B ")) return i == 0 ? "ok" : "rule-error " + expectation.substr(13);
  if (!expectation.starts_with("ok ")) return expectation;
  const auto bar = expectation.find(" | ");
  return i == 0 ? expectation.substr(0, bar) : "ok " + expectation.substr(bar + 3);
}

std::string test_name(const testing::TestParamInfo<Script>& script) {
  std::string name = script.param.name;
  std::ranges::replace_if(name, [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; }, '_');
  return name;
}

TEST_P(Hostile, IsAnsweredAsItSays) {
  const Script& script = GetParam();
  ASSERT_FALSE(script.expectation.empty());
  Host host(script.source, script.name + ".lua");
  for (const std::size_t i : {0U, 1U, 0U}) {   // and the first again: nothing stayed behind
    const Result result = host.ask(i);
    const std::string wanted = expected(script, i);
    if (wanted == "ok") EXPECT_TRUE(result.answer.starts_with("ok ")) << result.answer << "\n" << result.words;
    else EXPECT_EQ(result.answer, wanted) << result.words;
    EXPECT_FALSE(shows_address(result.answer + "\n" + result.message)) << result.words;
    for (const std::string_view other : Applications::private_texts(1 - i))
      EXPECT_FALSE((result.answer + result.words).contains(other)) << result.words;
  }
}

TEST_P(Hostile, IsAnsweredTheSameInAnotherState) {
  const Script& script = GetParam();
  Host first(script.source, script.name + ".lua"), second(script.source, script.name + ".lua");
  for (const std::size_t i : {0U, 1U}) EXPECT_EQ(first.ask(i), second.ask(i));
}

INSTANTIATE_TEST_SUITE_P(Scripts, Hostile, testing::ValuesIn(scripts()), test_name);

}  // namespace
}  // namespace remit::hostile
