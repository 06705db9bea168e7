// Changes to values: a parameter moved by one step in one of its periods, and the operators, numbers and answers of functions.
#include <algorithm>
#include <array>
#include <deque>
#include <set>

#include "base/date.hpp"
#include "base/money.hpp"
#include "lua/function_test.hpp"
#include "lua/lexer.hpp"
#include "study/mutation.hpp"

namespace remit::study {

using base::Kind;
using base::Value;

std::string written(const Value& value) {
  switch (value.kind) {
    case Kind::absent: return "nothing";
    case Kind::yes_no: return value.is_yes() ? "yes" : "no";
    case Kind::count: return std::to_string(value.integer);
    case Kind::money: return "pounds(" + base::money_text(value.integer) + ")";
    case Kind::date:
    case Kind::moment: return base::moment_text(value);
    case Kind::text:
    case Kind::word: return std::string(value.str());
    case Kind::ratio: return value.ratio->exact();
    case Kind::list:
    case Kind::record: return "a list";
  }
  return {};
}

std::vector<std::pair<Value, std::string>> next_to(const Value& value, base::Arena& arena) {
  std::vector<std::pair<Value, std::string>> made;
  const auto add = [&](Value v) { made.emplace_back(v, written(v)); };
  switch (value.kind) {
    case Kind::yes_no: add(Value::yes(!value.is_yes())); break;
    case Kind::count:
    case Kind::money:
      add(Value::of(value.kind, value.integer + 1));
      add(Value::of(value.kind, value.integer - 1));
      break;
    case Kind::date:
    case Kind::moment: {
      const std::int64_t step = value.kind == Kind::date ? base::seconds_a_day : 1;
      add(Value::of(value.kind, value.integer + step));
      add(Value::of(value.kind, value.integer - step));
      break;
    }
    case Kind::ratio:
      for (const int sign : {1, -1}) {
        auto* moved = arena.make<base::Rational>(1);
        *moved = *value.ratio + base::Rational(sign, 100);
        Value v = value;
        v.ratio = moved;
        if (!moved->whole()) add(v);
      }
      break;
    default: break;
  }
  return made;
}

namespace {

// Another word of a parameter that has some.
void other_words(const policy::Parameter& parameter, const Value& value, std::vector<std::pair<Value, std::string>>& made) {
  for (std::size_t w = 0; value.kind == Kind::word && w < parameter.field.words.size(); ++w)
    if (parameter.field.words[w] != value.str()) made.emplace_back(Value::of_word(parameter.field.words[w], static_cast<std::uint16_t>(w)), parameter.field.words[w]);
}

std::string day_of(std::int64_t from) { return from < -100'000'000'000 ? std::string() : " from " + base::moment_text(Value::of(Kind::date, from)); }

}  // namespace

void add_parameter_changes(const lua::Studied& studied, const std::vector<Asked>& rules, const std::vector<Condition>& conditions, std::vector<Alteration>& out) {
  std::vector<std::set<std::size_t>> readers(studied.pack->parameters.size());
  for (const Condition& c : conditions) parameters_below(*studied.tree, c.node, [&](std::size_t p) { readers[p].insert(c.rule); });
  // A function may read any parameter that the pack has.
  for (std::size_t r = 0; r < rules.size(); ++r)
    if (rules[r].test->sentences().function)
      for (auto& each : readers) each.insert(r);
  for (std::size_t p = 0; p < studied.pack->parameters.size(); ++p) {
    const policy::Parameter& parameter = studied.pack->parameters[p];
    if (parameter.layer != studied.pack->id) continue;
    for (std::size_t k = 0; k < parameter.periods.size(); ++k) {
      const auto& period = parameter.periods[k];
      const Value was = period.value;
      auto values = next_to(was, studied.tree->arena);
      other_words(parameter, was, values);
      for (const auto& [value, called] : values) {
        Alteration made;
        made.mutant = {parameter.file, parameter.line, 0, parameter.id, period.clause.empty() ? parameter.clause : period.clause,
                       "`" + written(was) + "`" + day_of(period.from) + " made `" + called + "`", false, {}};
        const auto put = [pack = studied.pack, p, k](const Value& v) { pack->parameters[p].periods[k].value = v; };
        made.make = [put, value] { put(value); };
        made.undo = [put, was] { put(was); };
        out.push_back(std::move(made));   // scoring and conflicts read parameters beside the rules: any case may notice
        if (parameter.id != "minimum_total" && parameter.id != "tie_break") out.back().rules.assign(readers[p].begin(), readers[p].end());
      }
    }
  }
}

namespace {

struct Swapped {
  const char *was, *made;
};
constexpr std::array<Swapped, 12> swapped{{{"<", "<="}, {"<=", "<"}, {">", ">="}, {">=", ">"}, {"==", "~="}, {"~=", "=="}, {"and", "or"}, {"or", "and"}, {"pass", "fail"},
    {"fail", "pass"}, {"true", "false"}, {"false", "true"}}};

// What each token of a function may be made.
void changes_of(const lua::Token& token, const Alteration& begun, const std::string& text, std::vector<Alteration>& out) {
  const auto add = [&](const std::string& instead) {
    Alteration made = begun;
    made.mutant.line = token.line;
    made.mutant.column = token.column;
    made.mutant.change = "`" + std::string(token.words) + "` made `" + instead + "`";
    made.text = text.substr(0, token.begin) + instead + text.substr(token.end);
    out.push_back(std::move(made));
  };
  if (token.kind == lua::TokenKind::text) return;
  for (const Swapped& s : swapped)
    if (token.words == s.was) add(s.made);
  if (token.kind == lua::TokenKind::integer && token.words.size() < 10 && token.words.find_first_not_of("0123456789") == token.words.npos)
    add(std::to_string(std::stoll(std::string(token.words)) + 1));
}

}  // namespace

void add_function_changes(const lua::LayerText& own, const std::vector<Asked>& rules, std::vector<Alteration>& out) {
  for (std::size_t r = 0; r < rules.size(); ++r) {
    const auto* test = dynamic_cast<const lua::FunctionTest*>(rules[r].test->sentences().function.get());
    if (!test) continue;
    const lua::FunctionRef& function = test->bound().function();
    for (const auto& [file, text] : own.files) {
      if (file != function.file) continue;
      Alteration begun;
      begun.mutant = {file, 0, 0, rules[r].id, rules[r].clause, {}, false, {}};
      begun.rules = {r};
      begun.file = file;
      std::deque<std::string> kept;
      lua::Lexer lexer(text, kept);
      for (lua::Token t = lexer.next(); t.kind != lua::TokenKind::end_of_file; t = lexer.next())
        if (t.line >= function.line && t.line <= function.last_line) changes_of(t, begun, text, out);
    }
  }
}

}  // namespace remit::study
