// The word `parameter`: a value apart from the rules that use it, dated, each with its reference.
//
//   parameter "meeting_gap" { title = "...", clause = "...", unit = days, value = 42 }
//   parameter "minimum_total" { title = "...", unit = points, in_force = when_opened, from = { ["2011-04-01"] = { 50, clause = "..." } } }
#include <algorithm>
#include <limits>

#include "base/date.hpp"
#include "base/text.hpp"
#include "lua/answer.hpp"
#include "lua/state.hpp"
#include "lua/words.hpp"

namespace remit::lua {

using base::Type;
using base::Value;

namespace {

Type type_of(const Answer& a) {
  switch (a.kind) {
    case Answer::Kind::yes_no: return Type::yes_no;
    case Answer::Kind::number: return Type::number;
    case Answer::Kind::money: return Type::money;
    case Answer::Kind::date: return Type::date;
    case Answer::Kind::moment: return Type::moment;
    case Answer::Kind::table: return Type::list;
    default: return Type::text;
  }
}

// `unit = points`: what the parameter counts in. Says its type, where it can; any other word is what is counted.
std::optional<Type> type_of_unit(const std::string& unit) {
  if (unit == "points" || unit == "number") return Type::number;
  if (unit == "pounds" || unit == "money") return Type::money;
  if (unit == "yes_no") return Type::yes_no;
  if (unit == "date") return Type::date;
  if (unit == "moment") return Type::moment;
  if (unit == "organisation") return Type::organisation;
  if (unit == "text" || unit.empty()) return std::nullopt;
  return Type::count;
}

class ParameterWord {
 public:
  explicit ParameterWord(Spec& spec) : spec_(spec), loading_(spec.loading), L_(spec.loading.L()) {}

  policy::Parameter read() {
    made_.id = spec_.id;
    made_.title = spec_.text("title", true);
    made_.clause = spec_.text("clause");
    made_.so = spec_.text("so");
    made_.rows = spec_.texts("row");
    spec_.text("reading");
    read_clock();
    made_.layer = loading_.layer;
    made_.file = loading_.file;
    made_.line = spec_.line;
    read_type();
    made_.field.name = made_.field.path = spec_.id;
    made_.field.label = base::spoken(spec_.id);
    const bool dated = spec_.has("from"), plain = spec_.has("value");
    if (dated && plain) spec_.problem("TWO_VALUES", "it has both `value` and `from`; a value that holds from a date stands in `from`", "value");
    if (plain) {
      spec_.push("value");
      add(std::numeric_limits<std::int64_t>::min(), made_.clause, spec_.body().value("value"), "its value");
      lua_pop(L_, 1);
    }
    if (dated) read_periods();
    if (!typed_) made_.field.type = Type::text;
    if (made_.clause.empty() && made_.periods.empty() && !plain && !dated) spec_.problem("MISSING_KEY", "`clause = \"...\"` is missing");
    spec_.done();
    return std::move(made_);
  }

 private:
  // What the core says of it holds for an area that only sets it.
  const policy::Parameter* below() const {
    const int known = loading_.pack.find_parameter(spec_.id);
    const auto* found = known < 0 ? nullptr : &loading_.pack.parameters[static_cast<std::size_t>(known)];
    return found && found->layer != loading_.layer ? found : nullptr;
  }

  // By which day the value is chosen; an area that only sets a parameter of the core leaves that as the core has it.
  void read_clock() {
    static const std::vector<std::string> clocks{"when_decided", "when_opened"};
    const policy::Parameter* old = below();
    const std::string said = spec_.one_of("in_force", clocks, old ? std::string(policy::word(old->clock)) : clocks.front());
    made_.clock = said == clocks.back() ? policy::Clock::opened : policy::Clock::decided;
    if (made_.clock == policy::Clock::opened && loading_.pack.procedure == "each/1")
      spec_.problem("WRONG_PROCEDURE", "with `procedure = \"each/1\"` no call opens: there are applications alone, and a parameter goes by the day of the decision", "in_force");
  }

  void read_type() {
    made_.field.words = spec_.texts("one_of");
    read_unit();
    if (!made_.field.words.empty()) {
      made_.field.type = Type::one_of;
      typed_ = true;
    } else if (auto type = type_of_unit(made_.unit)) {
      made_.field.type = *type;
      typed_ = true;
    }
    const policy::Parameter* old = below();
    if (!old) return;
    if (typed_ && (made_.field.type != old->field.type || made_.field.words != old->field.words))
      spec_.problem("WRONG_TYPE", "the pack `" + old->layer + "` says otherwise what kind of value it has; leave " + (made_.field.words.empty() ? "`unit`" : "`one_of`") + " out", made_.field.words.empty() ? "unit" : "one_of");
    made_.field = old->field;
    made_.unit = old->unit;
    typed_ = true;
  }

  void read_unit() {
    if (!spec_.push("unit")) return;
    if (lua_isfunction(L_, -1)) {   // pounds and count are also functions of the library
      lua_getglobal(L_, "pounds");
      made_.unit = lua_rawequal(L_, -1, -2) ? "pounds" : "count";
      lua_pop(L_, 1);
    } else if (is_text(L_, -1)) {
      made_.unit = text_at(L_, -1);
    } else if (lua_istable(L_, -1)) {
      lua_getfield(L_, -1, "type");   // yes_no, date, text: the names of field types
      if (is_text(L_, -1)) made_.unit = text_at(L_, -1);
      lua_pop(L_, 1);
    }
    lua_pop(L_, 1);
    if (made_.unit.empty()) spec_.problem_in("unit", "WRONG_TYPE", "`unit` is what is counted: points, pounds, days, yes_no, date, text, or a word in quotes");
  }

  void say(Spot spot, const std::string& message) {
    loading_.problem_at(spot.line ? spot : Spot{spec_.line, 0}, "WRONG_TYPE", "parameter \"" + spec_.id + "\": " + message, spec_.id);
  }

  // The value on top of the stack holds from `second` on.
  void add(std::int64_t second, const std::string& clause, Spot spot, const std::string& what) {
    Answer a;
    std::string why;
    if (!read_answer(L_, {}, a, why)) return say(spot, what + " cannot be used: " + why);
    if (a.kind == Answer::Kind::nothing) return say(spot, what + " is missing");
    if (!typed_) {
      made_.field.type = type_of(a);
      typed_ = true;
    }
    const bool list = made_.field.type == Type::list;
    if (list != (a.kind == Answer::Kind::table)) return say(spot, what + (list ? " is a list, as the first one is: `{ \"one\", \"two\" }`" : " is a list, and one value is needed"));
    if (clause.empty()) spec_.problem("MISSING_KEY", "a value says where it comes from: `clause = \"...\"`");
    made_.periods.push_back({second, list ? list_of_texts(a, spot, what) : single(a, spot, what), clause});
  }

  Value single(const Answer& a, Spot spot, const std::string& what) {
    const Value v = constant_for(loading_, lua_gettop(L_), made_.field, made_.field.type, "parameters." + spec_.id);
    if (made_.field.type == Type::count && v.kind == base::Kind::ratio) say(spot, what + " is a whole number of " + (made_.unit.empty() ? "things" : made_.unit) + ", not " + a.words());
    return v;
  }

  Value list_of_texts(const Answer& a, Spot spot, const std::string& what) {
    made_.field.item = Type::text;
    std::vector<Value> items;
    bool good = a.fields.empty();
    for (const auto& item : a.items) {
      good &= item.kind == Answer::Kind::text;
      items.push_back(Value::of_text(loading_.keep(item.text)));
    }
    if (!good) say(spot, what + " is a list of texts: `{ \"one\", \"two\" }`");
    return Value::of_items(base::Kind::list, loading_.loaded.tree.arena.copy(std::span<const Value>(items)));
  }

  void read_periods() {
    spec_.push("from");
    if (!lua_istable(L_, -1)) {
      spec_.problem_in("from", "WRONG_TYPE", "`from` lists values by date: `from = { [\"2011-04-01\"] = { 50, clause = \"...\" } }`");
      lua_pop(L_, 1);
      return;
    }
    const int table = lua_gettop(L_);
    std::vector<std::pair<std::int64_t, std::string>> dates;
    lua_pushnil(L_);
    while (lua_next(L_, table)) {
      Value date;
      if (is_text(L_, -2) && base::read_moment(text_at(L_, -2), date) && date.kind == base::Kind::date)
        dates.emplace_back(date.integer, text_at(L_, -2));
      else
        spec_.problem_in("from", "WRONG_TYPE", "in `from`, each value stands under a day of the calendar: `[\"2011-04-01\"] = { ... }`" +
                                                   (is_text(L_, -2) ? ", and `" + base::printable(text_at(L_, -2), 40) + "` is none" : std::string()));
      lua_pop(L_, 1);
    }
    std::ranges::sort(dates);
    for (const auto& [second, date] : dates) {
      lua_getfield(L_, table, date.c_str());
      read_period(second, date);
      lua_pop(L_, 1);
    }
    lua_pop(L_, 1);
  }

  // `{ 50, clause = "..." }` on top of the stack, or the value by itself; the value stands there afterwards.
  void read_period(std::int64_t second, const std::string& date) {
    const Body body = spec_.body().inside("from");
    const std::string what = "the value of " + date;
    std::string clause = made_.clause;
    if (lua_istable(L_, -1)) {
      const int entry = lua_gettop(L_);
      Spec inner(spec_, entry, "from " + date, body.inside(date));
      if (std::string own = inner.text("clause"); !own.empty()) clause = std::move(own);
      if (lua_rawlen(L_, entry) > 1) inner.problem("WRONG_TYPE", "one value holds from a date; a list stands in braces of its own: `{ { \"one\", \"two\" }, clause = \"...\" }`");
      inner.done();
      lua_rawgeti(L_, entry, 1);
      lua_remove(L_, entry);
    }
    add(second, clause, body.key(date), what);
  }

  Spec& spec_;
  Loading& loading_;
  lua_State* L_;
  policy::Parameter made_;
  bool typed_ = false;
};

void parameter(Spec& spec) {
  policy::Parameter made = ParameterWord(spec).read();
  if (std::ranges::find(verb_names(), made.id) != verb_names().end()) return spec.problem("RESERVED", "`" + made.id + "` is a verb and cannot be a parameter", made.id);
  policy::Pack& p = spec.loading.pack;
  const int known = p.find_parameter(made.id);
  if (known < 0) {
    p.parameter_type.add(made.field);
    p.parameters.push_back(std::move(made));
    return;
  }
  auto& old = p.parameters[static_cast<std::size_t>(known)];
  if (old.layer == made.layer) return;   // twice in a layer is reported
  made.used = old.used;
  old = std::move(made);   // an area sets a core parameter
}

}  // namespace

void define_parameter_word(Loading& loading) { define_word(loading, "parameter", parameter); }

}  // namespace remit::lua
