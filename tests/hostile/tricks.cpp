// Further tricks, of our own: each a body of `rule(app)` (or a whole file) and what the host must answer.
#include <gtest/gtest.h>

#include "host.hpp"

namespace remit::hostile {
namespace {

std::string repeated(std::string_view what, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += what;
  return out;
}

std::string rule(const std::string& body) { return "function rule(app)\n" + body + "\nend\n"; }

struct Trick {
  std::string name, source, expected;
};

std::vector<Trick> tricks() {
  const std::string big = "local s = 'x' for i = 1, 17 do s = s .. s end ";
  return {
      {"rep_by_concat_in_a_loop", rule("local t = {} for i = 1, 100000 do t[i] = 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' .. i end return #t"), "rule-error MEMORY"},
      {"long_garbage_costs_steps", rule(big + "for i = 1, 100000 do local t = s .. i end return 1"), "rule-error STEPS"},
      {"garbage_is_collected", rule("local n = 0 for i = 1, 9000 do local t = {i, i, i, i, i, i} n = n + #t end return n"), "ok 54000"},
      {"tostring_of_views", rule("return tostring(app) .. tostring(app.documents) .. tostring(app.documents[1])"), "ok (record)(list)(record)"},
      {"concat_of_a_view", rule("return 'x' .. app"), "rule-error TYPE_MISMATCH"},
      {"huge_key", rule(big + "local t = {} t[s] = 1 return t[s]"), "ok 1"},
      {"huge_key_on_a_record", rule(big + "return app[s]"), "rule-error UNKNOWN_FIELD"},
      {"comparator_raises_through_the_host", rule("local t = {3, 2, 1} table.sort(t, function(a, b) error('no') end) return 1"), "rule-error FAILED"},
      {"comparator_changes_the_list", rule("local t = {3, 2, 1} table.sort(t, function(a, b) t[1] = nil t[2] = nil t[9] = 1 return a < b end) return t[1] .. t[2] .. t[3]"), "ok 123"},
      {"comparator_sorts_in_the_comparator", rule("local function f(n) local t = {2, 1} table.sort(t, function(a, b) f(n + 1) return a < b end) end f(1) return 1"), "rule-error DEPTH"},
      {"any_in_any_without_end", rule("local function f(d) return any(app.documents, f) end return f(1)"), "rule-error DEPTH"},
      {"callback_that_never_ends", rule("return any(app.documents, function(d) repeat until false end)"), "rule-error STEPS"},
      {"many_short_callbacks_add_up", rule("local t = {} for i = 1, 500 do t[i] = i end local function g(a) return all(t, function(b) return a + b > 0 end) end return all(t, g)"), "rule-error STEPS"},
      {"field_of_a_string_is_no_record_field", rule("return ('applicant').name == nil"), "ok true"},
      {"method_on_a_view", rule("return app:len()"), "rule-error UNKNOWN_FIELD"},
      {"method_by_a_string_function", rule("return string.upper(app)"), "rule-error BAD_ARGUMENT"},
      {"no_coroutines", rule("return coroutine.wrap(function() end)"), "load-refused UNKNOWN_NAME"},
      {"no_dofile", rule("return dofile('/etc/passwd')"), "load-refused UNKNOWN_NAME"},
      {"no_G", rule("return _G.os"), "load-refused UNKNOWN_NAME"},
      {"very_long_identifier", rule("local " + repeated("a", 60000) + " = 1 return 1"), "ok 1"},
      {"very_long_global", rule("return " + repeated("a", 60000)), "load-refused UNKNOWN_NAME"},
      {"long_name_hides_a_global_write", rule(repeated("a", 50) + " = app.applicant.name return 1"), "load-refused GLOBAL_WRITE"},
      {"nested_tables", rule("return " + repeated("{", 20000) + repeated("}", 20000)), "load-refused TOO_COMPLEX"},
      {"nested_brackets", rule("return " + repeated("(", 20000) + "1" + repeated(")", 20000)), "load-refused TOO_COMPLEX"},
      {"chain_of_concats", rule("return 'a'" + repeated(" .. 'a'", 5000)), "load-refused TOO_COMPLEX"},
      {"nested_functions", rule(repeated("return function() ", 2500) + repeated(" end", 2500)), "load-refused TOO_COMPLEX"},
      {"chain_of_calls", rule("local f = rule return f" + repeated("()", 20000)), "load-refused TOO_COMPLEX"},
      {"chain_of_elseif", rule("local x = 1 if x == 0 then return 1 " + repeated("elseif x == 2 then return 2 ", 2000) + "else return 3 end"), "ok 3"},
      {"too_many_locals", rule(repeated("local a = 1 ", 300) + "return a"), "load-refused TOO_COMPLEX"},
      {"for_up_to_the_largest_integer", rule("local n = 0 for i = 9223372036854775806, 9223372036854775807 do n = n + 1 end return n"), "ok 2"},
      {"for_down_to_the_least_integer", rule("local n = 0 for i = -9223372036854775807, -9223372036854775807 - 1, -1 do n = n + 1 end return n"), "ok 2"},
      {"for_step_zero", rule("for i = 1, 2, 0 do end return 1"), "rule-error LUA"},
      {"for_to_infinity", rule("for i = 1, 1/0 do end return 1"), "rule-error STEPS"},
      {"text_is_no_number", rule("return '10' + 1"), "rule-error TYPE_MISMATCH"},
      {"text_as_a_loop_bound", rule("local s = '' for i = '1', '2' do s = s .. math.tointeger(i) end return s"), "ok 12"},   // Lua reads it as a number
      {"int_and_float_keys_are_one", rule("local t = {} t[1] = 'a' t[1.0] = 'b' t[2^53 - 2^53 + 3] = 'c' return 1"), "load-refused FORBIDDEN"},
      {"mixed_keys_have_an_order", rule("local t = {[1] = 1, [1.5] = 1, ['1'] = 1, [true] = 1, [-3] = 1, [2] = 1} local s = '' for k in pairs(t) do s = s .. tostring(k) .. ' ' end return s"), "ok true -3 1 1.5 2 1 "},
      {"nan_as_a_key", rule("local t = {} t[0/0] = 1 return 1"), "rule-error LUA"},
      {"nil_as_a_key", rule("local t = {} t[nil] = 1 return 1"), "rule-error LUA"},
      {"table_keys_have_no_order", rule("for k in pairs({[{}] = 1}) do end return 1"), "rule-error BAD_ARGUMENT"},
      {"select_counts", rule("return select('#', nil, nil, nil)"), "ok 3"},
      {"select_from_the_end", rule("return select(-1, 1, 2, 3)"), "ok 3"},
      {"select_beyond_the_beginning", rule("return select(-9, 1)"), "rule-error BAD_ARGUMENT"},
      {"select_huge", rule("return select(9223372036854775807, 1) == nil"), "ok true"},
      {"nan_has_one_text", rule("return tostring(0/0) .. ' ' .. tostring(-(0/0))"), "ok not-a-number not-a-number"},
      {"infinities_have_one_text", rule("return tostring(1/0) .. ' ' .. tostring(-1/0)"), "ok infinity -infinity"},
      {"minus_zero", rule("return tostring(-0.0)"), "ok -0.0"},
      {"zeros_in_texts", rule("local s = 'a\\0b' return #s .. s:len() .. tostring(s == 'a\\0b') .. #(s .. s)"), "ok 33true6"},
      {"list_of_the_application_cannot_be_changed", rule("for i, d in ipairs(app.documents) do app.documents[i] = nil end return 1"), "rule-error READ_ONLY"},
      {"list_of_the_application_cannot_be_sorted", rule("table.sort(app.documents) return 1"), "rule-error READ_ONLY"},
      {"item_of_the_application_cannot_be_changed", rule("app.documents[1].days = 0 return 1"), "rule-error READ_ONLY"},
      {"list_index_out_of_range", rule("return tostring(app.documents[0]) .. tostring(app.documents[-1]) .. tostring(app.documents[9223372036854775807])"), "ok nilnilnil"},
      {"iterator_called_with_something_else", rule("local f = ipairs({}) return f(app, 0)"), "rule-error BAD_ARGUMENT"},
      {"iterator_called_with_a_fraction", rule("local f = ipairs({}) return f(ratio(1, 3), 0)"), "rule-error BAD_ARGUMENT"},
      {"iterator_called_with_money", rule("local f = ipairs({}) return f(pounds(3), 1)"), "rule-error BAD_ARGUMENT"},
      {"iterator_called_with_nothing", rule("local f = ipairs({}) return f()"), "rule-error BAD_ARGUMENT"},
      {"pairs_while_removing", rule("local t = {a = 1, b = 2, c = 3} local s = '' for k in pairs(t) do t.b = nil s = s .. k end return s"), "ok ac"},
      {"pairs_while_adding_ends", rule("local t = {a = 1} local n = 0 for k in pairs(t) do n = n + 1 t[n] = n end return n"), "ok 1"},
      {"split_at_nothing", rule("return ('abc'):split('')"), "rule-error BAD_ARGUMENT"},
      {"mask_that_backtracks", rule("local s = 'a' for i = 1, 14 do s = s .. s end return s:matches('*a*a*a*a*a*a*a*a*a*a*a*ab')"), "ok false"},
      {"mask_that_takes_all_day", rule("local s, m = 'a', 'a' for i = 1, 13 do s = s .. s m = m .. m end return (s .. s):matches('*' .. m .. 'b')"), "rule-error STEPS"},
      {"contains_is_linear", rule("local s, m = 'a', 'a' for i = 1, 15 do s = s .. s end for i = 1, 14 do m = m .. m end return s:contains(m .. 'b')"), "ok false"},
      {"concat_with_a_huge_range", rule("return table.concat({}, ',', 1, 9223372036854775807)"), "rule-error BAD_ARGUMENT"},
      {"insert_far_away", rule("table.insert({}, 9223372036854775807, 1) return 1"), "rule-error BAD_ARGUMENT"},
      {"rebuilding_a_table_costs_steps", rule("local t = {} for i = 1, 8191 do t[i + 0.5] = i end for i = 1, 5000 do t[i + 0.25] = 1 t[i + 0.25] = nil end return 1"), "rule-error STEPS"},
      {"closure_escapes_in_a_result", rule("return {f = function() end}"), "rule-error BAD_RESULT"},
      {"view_escapes_in_a_result", rule("return {app}"), "rule-error BAD_RESULT"},
      {"result_that_holds_itself", rule("local t = {} t.t = t return t"), "rule-error BAD_RESULT"},
      {"result_with_too_many_entries", rule("local t = {} for i = 1, 5000 do t[i] = i end return t"), "rule-error BAD_RESULT"},
      {"library_table_in_a_result", rule("return string"), "rule-error BAD_RESULT"},
      {"leak_by_a_computed_field_name", rule("return app[app.applicant.name]"), "rule-error UNKNOWN_FIELD"},
      {"leak_by_a_key_of_a_constant", "local seen = {}\n" + rule("seen[app.applicant.name] = true return 1"), "rule-error READ_ONLY"},
      {"leak_by_a_shared_counter_in_a_table", "local t = {f = (function() local n = 0 return function() n = n + 1 return n end end)()}\n" + rule("return t.f()"), "load-refused KEEPS_STATE"},
      {"leak_by_a_parameter_captured_at_load", "local function keep(x) return {set = function(v) x = v end, get = function() return x end} end\nlocal box = keep(1)\n" + rule("box.set(app.applicant.name) return box.get()"), "load-refused KEEPS_STATE"},
      {"upvalue_two_functions_up", "local n = 0\n" + rule("return (function() return (function() n = n + 1 return n end)() end)()"), "load-refused KEEPS_STATE"},
      {"comparison_inside_an_index", rule("local t = {} return t[1 < 2]"), "load-refused FORBIDDEN"},
      {"env_as_a_field", rule("return app._ENV"), "load-refused FORBIDDEN"},
      {"env_as_a_parameter", "function rule(_ENV) return name end", "load-refused FORBIDDEN"},
      {"env_as_a_local", rule("local _ENV = {} x = 1 return x"), "load-refused FORBIDDEN"},
      {"generic_for_with_a_closing_value", rule("for a in ipairs({}), nil, nil, {} do end return 1"), "rule-error LUA"},
      {"load_eats_memory", "local t = {} for i = 1, 10000000 do t[i] = {i} end\n" + rule("return 1"), "load-refused LOAD_STEPS"},
      {"load_recursion", "local function f() return 1 + f() end f()\n" + rule("return 1"), "load-refused LOAD_DEPTH"},
      {"byte_zero_in_the_source", std::string("function rule(app) return 1 end \0 garbage", 40), "load-refused SYNTAX"},
  };
}

class Tricks : public testing::TestWithParam<Trick> {};

TEST_P(Tricks, AreAnswered) {
  const Trick& trick = GetParam();
  Host host(trick.source), again(trick.source);
  for (const std::size_t i : {0U, 1U}) {
    const Result result = host.ask(i);
    EXPECT_EQ(result.answer, trick.expected) << result.words.substr(0, 2000);
    EXPECT_EQ(result, again.ask(i));
    EXPECT_FALSE(shows_address(result.message)) << result.message;
    for (const std::size_t whose : {0U, 1U})
      for (const std::string_view text : Applications::private_texts(whose))
        EXPECT_FALSE((result.answer + result.message).contains(text)) << result.message;
  }
}

std::string trick_name(const testing::TestParamInfo<Trick>& trick) { return trick.param.name; }

INSTANTIATE_TEST_SUITE_P(Ours, Tricks, testing::ValuesIn(tricks()), trick_name);

}  // namespace
}  // namespace remit::hostile
