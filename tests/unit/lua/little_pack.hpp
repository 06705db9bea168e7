// The smallest pack of functions for the tests of the sandbox: one host word, `rule(function)`, the outcome words, a round of
// one application, and the parameters.
#pragma once
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "base/arena.hpp"
#include "base/date.hpp"
#include "lua/function_test.hpp"
#include "lua/state.hpp"

namespace remit::lua {

inline base::Field little_field(std::string name, base::Type type) {
  base::Field field;
  field.name = std::move(name);
  field.type = type;
  return field;
}

/// application { title, amount (money), starts (date), sent (moment), urgent (yes/no), people (count), score (number), kind (one_of),
/// note (absent), household { size, rent (absent) }, themes (list of text), partners (list of partner { name, fee }), gone (absent
/// list), unit (absent, default "days") } and parameters { gap, cap }.
struct LittleRound {
  base::RecordType application, partner, parameters;
  std::vector<policy::Pack::RootName> roots;
  base::Arena arena;
  std::vector<base::Value> record, settings;

  LittleRound() {
    using base::Kind;
    using base::Type;
    using base::Value;
    partner.name = "partner";
    partner.add(little_field("name", Type::text));
    partner.add(little_field("fee", Type::money));
    application.name = "application";
    const auto day = [](const char* text) {
      Value v;
      base::read_moment(text, v);
      return v;
    };
    const auto add = [&](base::Field field, Value value) {
      application.add(std::move(field));
      record.push_back(value);
    };
    static const base::Rational score(7, 2);
    Value ratio, group;
    ratio.kind = Kind::ratio;
    ratio.ratio = &score;
    group.kind = Kind::record;
    add(little_field("title", Type::text), Value::of_text("Reading Café"));
    add(little_field("amount", Type::money), Value::of(Kind::money, 2'000'000));
    add(little_field("starts", Type::date), day("2012-04-01"));
    add(little_field("sent", Type::moment), day("2012-03-31T17:00:00"));
    add(little_field("urgent", Type::yes_no), Value::yes(true));
    add(little_field("people", Type::count), Value::of(Kind::count, 12));
    add(little_field("score", Type::number), ratio);
    base::Field kind = little_field("kind", Type::one_of);
    kind.words = {"statutory", "voluntary"};
    add(kind, Value::of_word("voluntary", 1));
    add(little_field("note", Type::text), Value());
    add(little_field("household", Type::record), group);
    add(little_field("household.size", Type::count), Value::of(Kind::count, 3));
    add(little_field("household.rent", Type::money), Value());
    base::Field themes = little_field("themes", Type::list);
    const Value texts[] = {Value::of_text("health"), Value::of_text("play")};
    add(themes, Value::of_items(Kind::list, arena.copy(std::span<const Value>(texts))));
    base::Field partners = little_field("partners", Type::list);
    partners.item = Type::record;
    partners.item_type = &partner;
    const Value first[] = {Value::of_text("Barn"), Value::of(Kind::money, 5000)}, second[] = {Value::of_text("Mill"), Value::of(Kind::money, 7001)};
    const Value both[] = {Value::of_items(Kind::record, arena.copy(std::span<const Value>(first))), Value::of_items(Kind::record, arena.copy(std::span<const Value>(second)))};
    add(partners, Value::of_items(Kind::list, arena.copy(std::span<const Value>(both))));
    add(little_field("gone", Type::list), Value());
    base::Field unit = little_field("unit", Type::text);
    unit.fallback = Value::of_text("days");
    add(unit, Value());
    parameters.name = "parameters";
    parameters.add(little_field("gap", Type::count));
    parameters.add(little_field("cap", Type::money));
    settings = {Value::of(Kind::count, 42), Value::of(Kind::money, 2'500'000)};
    roots.resize(policy::root::first_free);
    roots[policy::root::application] = {"application", &application};
    roots[policy::root::partner] = {"partner", &partner};
    roots[policy::root::parameters] = {"parameters", &parameters};
  }
};

class LittlePack : public testing::Test {
 protected:
  /// Loads the text as "rules.lua"; rules by the order in which `rule(function)` was called.
  void load(const std::string& source, Dialect dialect = {}, Limits limits = {}) {
    functions_.clear();
    work_.runtime = std::make_unique<Runtime>([=, this] { return make(source, dialect, limits); }, round_.roots);
    facts_.records[policy::root::application] = round_.record.data();
    facts_.records[policy::root::parameters] = round_.settings.data();
  }
  /// The body of one rule, which begins on line 2 of the file.
  void load_body(const std::string& body, Dialect dialect = {}, Limits limits = {}) {
    load("rule(function (application, parameters)\n" + body + "\nend)", dialect, limits);
  }
  policy::Outcome ask(std::size_t n = 0) { return FunctionTest("example", functions_.at(n), round_.roots).ask(facts_, work_); }
  /// What the function answers, in words; or the cause, up to the line break.
  std::string answer(std::size_t n = 0) {
    const auto got = BoundFunction("example", functions_.at(n), round_.roots).ask(facts_, work_);
    return got ? got->words() : work_.cause.substr(0, work_.cause.find('\n'));
  }
  std::string answer_to(const std::string& body, Dialect dialect = {}, Limits limits = {}) {
    load_body(body, dialect, limits);
    return answer();
  }
  /// "CODE line:column message" of every problem with which the text is refused.
  std::vector<std::string> problems(const std::string& source, Dialect dialect = {}) {
    std::vector<std::string> out;
    try {
      load(source, dialect);
    } catch (const base::Refused& refused) {
      EXPECT_EQ(refused.exit_code, 3);
      for (const auto& p : refused.problems) out.push_back(p.code + " " + std::to_string(p.line) + ":" + std::to_string(p.column) + " " + p.message);
    }
    return out;
  }
  Sandbox& box() { return static_cast<Runtime&>(*work_.runtime).sandbox(); }

  LittleRound round_;
  policy::Facts facts_;
  policy::Work work_;
  std::vector<FunctionRef> functions_;

 private:
  static int keep(lua_State* L) {
    auto& functions = *static_cast<std::vector<FunctionRef>*>(lua_touserdata(L, lua_upvalueindex(1)));
    lua_settop(L, 1);
    functions.push_back(sandbox_of(L).keep_function());
    return 0;
  }
  static int broken(lua_State*) { throw std::runtime_error("a fault of the host"); }

  std::unique_ptr<Sandbox> make(const std::string& source, Dialect dialect, Limits limits) {
    functions_.clear();
    auto box_made = std::make_unique<Sandbox>(limits, dialect);
    lua_State* L = box_made->state();
    for (const char* word : {"pass", "fail", "refer", "not_applicable"}) {
      lua_pushstring(L, word);
      box_made->define_everywhere(word);
    }
    lua_pushlightuserdata(L, &functions_);
    lua_pushcclosure(L, guarded<keep>, 1);
    box_made->define("rule");
    lua_pushcfunction(L, guarded<broken>);
    box_made->define_everywhere("broken_host_function");
    box_made->load("rules.lua", source);
    box_made->freeze();
    return box_made;
  }
};

}  // namespace remit::lua
