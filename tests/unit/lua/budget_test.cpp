// Steps, memory, depth, and what is known about a function without running it.
#include "little_pack.hpp"
#include "lua/bytecode.hpp"
#include "lua/opcodes.hpp"

namespace remit::lua {
namespace {

using Budget = LittlePack;

TEST_F(Budget, KnowsTheStepsOfStraightFunctions) {
  load("local function twice(a) return a + a end\nlocal function four(a) return twice(a) + twice(a) end\n"
       "rule(function (application) return four(application.people) end)\n"
       "rule(function (application) for i = 1, 2 do end return pass end)\n"
       "rule(function (application) return application.title:upper() end)\n"
       "local t = { f = function () return 1 end }\nrule(function (application) return t.f() end)\n"
       "local function loop(n) return loop(n) end\nrule(function (application) return loop(1) end)\n"
       "rule(function (application) local f = twice return f(1) end)");
  ASSERT_TRUE(functions_[0].bound);
  EXPECT_LT(*functions_[0].bound, 40);
  EXPECT_FALSE(functions_[1].bound) << "a loop";
  EXPECT_TRUE(functions_[2].bound) << "a method of a text";
  EXPECT_FALSE(functions_[3].bound) << "a function in a table";
  EXPECT_FALSE(functions_[4].bound) << "recursion";
  EXPECT_FALSE(functions_[5].bound) << "a function in a variable";
}

TEST_F(Budget, CountsStepsOfBoundedFunctionsThatCallTheLibrary) {
  load_body("return any({1}, function () while true do end end)");
  ASSERT_TRUE(functions_[0].bound);
  EXPECT_THAT(answer(), testing::StartsWith("STEPS: "));
  EXPECT_THAT(answer_to("local s = 'x' return count({1, 2, 3}, function (n) return n > 1 end)"), "2");
}

TEST_F(Budget, KnowsTheStepsOfWalksThroughLists) {
  load("rule(function (application) local n = 0 for _, x in ipairs({1, 2}) do n = n + x end return n end)\n"
       "rule(function (application) for k, v in pairs({a = 1}) do for _, x in ipairs({v}) do if x then return x end end end return 0 end)\n"
       "local function sum(t) local n = 0 for _, x in ipairs(t) do n = n + x end return n end\nrule(function (application) return sum({1, 2}) end)\n"
       "rule(function (application) for _, x in ipairs({1}) do while x do x = nil end end return pass end)\n"
       "rule(function (application) local f, s, i = ipairs({1}) for _, x in f, s, i do return x end return 0 end)");
  EXPECT_TRUE(functions_[0].bound);
  EXPECT_TRUE(functions_[1].bound) << "one walk in another";
  EXPECT_TRUE(functions_[2].bound) << "a walk in a function that is called";
  EXPECT_FALSE(functions_[3].bound) << "another loop in a walk";
  EXPECT_FALSE(functions_[4].bound) << "an iterator that is not seen to be the library's";
}

TEST_F(Budget, CountsStepByStepBeforeTurnsAreRefused) {
  // Each of 30 x 30 turns is charged for the longest way through it, which none of them goes.
  std::string list = "{", longest;
  for (int i = 0; i < 30; ++i) list += "1, ";
  list += '}';
  for (int i = 0; i < 60; ++i) longest += "n = n + x ";
  load("local function seldom(x) local n = 1 if x == 2 then " + longest + "end return n end\n"
       "rule(function (application) local n = 0 for _, x in ipairs(" + list + ") do for _, y in ipairs(" + list + ") do n = n + seldom(y) end end return n end)");
  ASSERT_TRUE(functions_[0].bound);
  EXPECT_GT(*functions_[0].bound * 30 * 30, box().limits().call_steps);
  EXPECT_EQ(answer(), "900");
  load_body("local t = {1} for _, x in ipairs(t) do t[#t + 1] = x end return 1");
  EXPECT_THAT(answer(), testing::StartsWith("STEPS: ")) << "a list that grows while it is walked";
}

TEST_F(Budget, StopsAtTheSameStepEveryTime) {
  load_body("local n = 0 for i = 1, parameters.gap * 1000 do n = n + #tostring(i) end return n");
  answer();
  const auto first = box().steps_used();
  for (int i = 0; i < 5; ++i) {
    answer();
    EXPECT_EQ(box().steps_used(), first);
  }
}

TEST_F(Budget, ForgetsTheMemoryOfEarlierCalls) {
  load("rule(function (application) local s = 'x' for i = 1, 17 do s = s .. s end return #s end)\n"
       "rule(function (application) local t = {} for i = 1, 100000 do t[i] = {} end return 1 end)");
  for (int i = 0; i < 200; ++i) {
    EXPECT_EQ(answer(0), "131072");
    if (i % 20 != 0) continue;
    EXPECT_THAT(answer(1), testing::StartsWith("MEMORY: "));
  }
  EXPECT_LT(box().memory_used(), 4U << 20);
}

TEST_F(Budget, SurvivesFaultsOfTheHost) {
  load_body("broken_host_function() return pass");
  EXPECT_EQ(ask(), policy::Outcome::error);
  EXPECT_THAT(work_.cause, testing::StartsWith("HOST: "));
  EXPECT_FALSE(box().broken());
}

TEST_F(Budget, IsExactAboutTheInstructionsOfThisLua) {
  const std::pair<const char*, Op> cases[] = {
      {"local a = ... return function() a = 1 end", Op::set_upval}, {"local a = ... return function() return a end", Op::get_upval},
      {"return x", Op::get_tabup}, {"x = 1", Op::set_tabup}, {"local a = ... return a ^ a", Op::pow}, {"local a = ... return a ^ 2", Op::pow_k},
      {"local a = ... return a / a", Op::div}, {"local a = ... return a / 2", Op::div_k}, {"local a = ... return a & a", Op::band},
      {"local a = ... return a | a", Op::bor}, {"local a = ... return a ~ a", Op::bxor}, {"local a = ... return a << a", Op::shl},
      {"local a = ... return a >> a", Op::shr}, {"local a = ... return ~a", Op::bnot}, {"local a = ... return a & 1000000", Op::band_k},
      {"local a = ... return a | 1000000", Op::bor_k}, {"local a = ... return a ~ 1000000", Op::bxor_k}, {"local a = ... return a >> 1", Op::shr_i},
      {"local a = ... return 1 << a", Op::shl_i}, {"local a <close> = nil", Op::tbc}, {"for i = 1, 2 do end", Op::for_loop},
      {"for i in x do end", Op::tfor_loop}, {"while x do end", Op::jmp}, {"x()", Op::call}, {"return x()", Op::tail_call},
      {"return function() end", Op::closure},
  };
  load("local x = 1");
  lua_State* L = box().state();
  for (const auto& [source, op] : cases) {
    ASSERT_EQ(luaL_loadbufferx(L, source, std::string_view(source).size(), "=x", "t"), LUA_OK) << source;
    const Compiled form = compiled_form(L);
    lua_pop(L, 1);
    bool found = false;
    const auto look = [&](const auto& self, const Compiled& f) -> void {
      for (const std::uint32_t i : f.code) found = found || op_of(i) == op;
      for (const Compiled& inner : f.inner) self(self, inner);
    };
    look(look, form);
    EXPECT_TRUE(found) << source;
    if (op == Op::for_loop || op == Op::jmp) EXPECT_FALSE(form.loops()) << source;
    else EXPECT_EQ(form.loops(), op == Op::tfor_loop ? 1U : 0U) << source;
  }
}

TEST_F(Budget, CatchesInTheCompiledFormWhatTheVerifierWouldMiss) {
  load("local x = 1");
  lua_State* L = box().state();
  Names names;
  names.add("known", Where::everywhere, true);
  const std::pair<const char*, const char*> cases[] = {
      {"return function() return known end", ""}, {"return function() return other end", "UNKNOWN_NAME"}, {"return function() known = 1 end", "GLOBAL_WRITE"},
      {"x = 1", "GLOBAL_WRITE"}, {"return function() _ENV = {} end", "FORBIDDEN"}, {"return function() local e = _ENV end", "TOO_COMPLEX"},
      {"local a = ... return a | 1", "FORBIDDEN"}, {"return function(a) return a / 2 end", "INEXACT"}, {"local a <close> = nil", "FORBIDDEN"},
  };
  for (const auto& [source, code] : cases) {
    ASSERT_EQ(luaL_loadbufferx(L, source, std::string_view(source).size(), "=x", "t"), LUA_OK) << source;
    base::Problems found;
    check_compiled(compiled_form(L), {names, false, true}, found);
    lua_pop(L, 1);
    EXPECT_EQ(found.empty() ? "" : found[0].code, code) << source;
  }
}

}  // namespace
}  // namespace remit::lua
