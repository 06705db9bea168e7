#include "host.hpp"

#include <lua.hpp>
#include <regex>

namespace remit::hostile {
namespace {

using base::Field;
using base::Kind;
using base::Type;
using base::Value;

Field field(std::string name, Type type) {
  Field f;
  f.name = std::move(name);
  f.type = type;
  return f;
}

Value text(std::string_view s) { return Value::of_text(s); }
Value number(std::int64_t n) { return Value::of(Kind::count, n); }

}  // namespace

Applications::Applications() {
  document_.name = "document";
  document_.add(field("kind", Type::text));
  document_.add(field("days", Type::count));
  application_.name = "app";
  application_.add(field("applicant", Type::record));
  for (const char* name : {"name", "age", "income", "email"}) {
    Field f = field("applicant." + std::string(name), name == std::string_view("age") ? Type::count : name == std::string_view("income") ? Type::number : Type::text);
    application_.add(std::move(f));
  }
  application_.add(field("household", Type::record));
  application_.add(field("household.size", Type::count));
  Field documents = field("documents", Type::list);
  documents.item = Type::record;
  documents.item_type = &document_;
  application_.add(std::move(documents));
  roots_ = {{"app", &application_}};

  static const base::Rational income(56001, 2);
  Value ratio;
  ratio.kind = Kind::ratio;
  ratio.ratio = &income;
  Value group;
  group.kind = Kind::record;
  for (const auto& [kind, days] : {std::pair("passport", 10), {"payslip", 40}, {"lease", 5}, {"passport", 400}})
    documents_.push_back({text(kind), number(days)});
  for (const auto& document : documents_) lists_.push_back(Value::of_items(Kind::record, document));
  const std::span<const Value> all(lists_);
  records_[0] = {group, text("Ada"), number(34), ratio, text("ada@example.org"), group, number(3), Value::of_items(Kind::list, all.subspan(0, 3))};
  records_[1] = {group, text("Bob"), number(17), number(900), Value(), group, number(1), Value::of_items(Kind::list, all.subspan(3, 1))};
}

std::vector<std::string_view> Applications::private_texts(std::size_t i) {
  if (i == 0) return {"Ada", "ada@example.org", "28000", "56001"};
  return {"Bob"};
}

const Applications& applications() {
  static const Applications made;
  return made;
}

Host::Host(std::string_view source, const std::string& name) {
  lua::Dialect dialect;
  dialect.bare = true;
  dialect.exact = false;
  box_ = std::make_unique<lua::Sandbox>(lua::Limits{}, dialect);
  try {
    box_->load(name, source);
    lua_getglobal(box_->state(), "rule");
    if (lua_isfunction(box_->state(), -1) == 0) {
      refused_ = {"load-refused NO_RULE", "", ""};
      return;
    }
    rule_ = box_->keep_function();
    box_->freeze();
    records_ = std::make_unique<lua::Records>(*box_, applications().roots());
  } catch (const base::Refused& refused) {
    refused_.answer = "load-refused " + refused.problems.front().code;
    for (const auto& problem : refused.problems) {
      refused_.words += problem.code + ": " + problem.text() + "\n";
      refused_.message += problem.message + "\n";
    }
  }
}

Result Host::ask(std::size_t i) {
  if (!loaded()) return refused_;
  lua_State* L = box_->state();
  box_->push_function(rule_.number);
  records_->begin(nullptr);
  records_->push(0, applications().record(i));
  if (!box_->call(1, rule_.bound)) {
    const base::Problem problem = box_->problem();
    return {"rule-error " + problem.code, problem.text(), problem.message};
  }
  lua::Answer answer;
  std::string why_not;
  Result result;
  if (!lua::read_answer(L, {}, answer, why_not)) result = {"rule-error BAD_RESULT", why_not, why_not};
  else if (answer.kind == lua::Answer::Kind::nothing) result = {"rule-error NO_ANSWER", "", ""};
  else result = {"ok " + answer.words().substr(0, 60), answer.words(), answer.words()};
  lua_settop(L, lua_gettop(L) - 1);
  return result;
}

bool shows_address(std::string_view text) {
  static const std::regex address("0x[0-9a-fA-F]{5,}|: ?0*[0-9a-f]{8,16}\\b");
  return std::regex_search(text.begin(), text.end(), address);
}

}  // namespace remit::hostile
