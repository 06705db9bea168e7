// The words that state things: pack, parameter, measure, no_provision, and the standing data of a framework.
#include <lua.hpp>

#include <algorithm>
#include <limits>

#include "base/date.hpp"
#include "base/text.hpp"
#include "lua/answer.hpp"
#include "lua/words.hpp"

namespace remit::lua {

using base::Type;
using base::Value;

namespace {

void pack(Spec& spec) {
  policy::Pack& made = spec.loading.pack;
  const std::string title = spec.text("title", true), version = spec.text("version", true), document = spec.text("document"), status = spec.text("status");
  spec.loading.extends = spec.text("extends");
  const std::string procedure = spec.one_of("procedure", {"default/1", "each/1"}, made.procedure);
  auto parts = std::ranges::count(version, '.');
  if (!version.empty() && (parts != 2 || version.find_first_not_of("0123456789.") != std::string::npos))
    spec.problem("BAD_VERSION", "`version` is three numbers, like \"1.0.0\"", "version");
  spec.done();
  if (spec.id != spec.loading.layer) spec.problem("WRONG_PACK", "this folder holds the pack `" + spec.loading.layer + "`, and it calls itself `" + spec.id + "`", spec.id);
  made.layers.back().version = version;
  made.layers.back().title = title;
  if (spec.loading.layer == "core") spec.loading.core_version = version;
  made.id = spec.id;
  made.version = version;
  made.title = title;
  made.document = document;
  made.status = status;
  made.procedure = procedure;
}

Type type_of(const Answer& a) {
  switch (a.kind) {
    case Answer::Kind::yes_no: return Type::yes_no;
    case Answer::Kind::number: return a.number.whole() ? Type::count : Type::number;
    case Answer::Kind::money: return Type::money;
    case Answer::Kind::date: return Type::date;
    case Answer::Kind::moment: return Type::moment;
    case Answer::Kind::table: return Type::list;
    default: return Type::text;
  }
}

// `unit = points`: what the parameter counts in. Says its type, where it can.
std::optional<Type> type_of_unit(const std::string& unit) {
  if (unit == "points") return Type::number;
  if (unit == "pounds") return Type::money;
  if (unit == "yes_no") return Type::yes_no;
  if (unit == "date") return Type::date;
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
    made_.layer = loading_.layer;
    made_.file = loading_.file;
    made_.line = spec_.line;
    made_.field.name = made_.field.path = spec_.id;
    made_.field.label = base::spoken(spec_.id);
    made_.field.words = spec_.texts("one_of");
    read_unit();
    const bool dated = spec_.has("from"), plain = spec_.has("value");
    if (dated && plain) spec_.problem("TWO_VALUES", "it has both `value` and `from`; a value that holds from a date stands in `from`", "value");
    if (plain) {
      spec_.push("value");
      add(std::numeric_limits<std::int64_t>::min(), made_.clause);
      lua_pop(L_, 1);
    }
    if (dated) read_periods();
    if (!typed_) made_.field.type = Type::text;
    if (made_.clause.empty() && made_.periods.empty()) spec_.problem("MISSING_KEY", "`clause = \"...\"` is missing");
    spec_.done();
    return std::move(made_);
  }

 private:
  void read_unit() {
    if (!made_.field.words.empty()) {
      made_.field.type = Type::one_of;
      typed_ = true;
    }
    if (!spec_.push("unit")) return;
    if (lua_isfunction(L_, -1)) {   // pounds and count are also functions of the library
      lua_getglobal(L_, "pounds");
      made_.unit = lua_rawequal(L_, -1, -2) ? "pounds" : "count";
      lua_pop(L_, 1);
    } else if (lua_type(L_, -1) == LUA_TSTRING) {
      made_.unit = lua_tostring(L_, -1);
    } else if (lua_istable(L_, -1)) {
      lua_getfield(L_, -1, "type");   // yes_no, date, text: the names of field types
      made_.unit = lua_type(L_, -1) == LUA_TSTRING ? lua_tostring(L_, -1) : "text";
      lua_pop(L_, 1);
    }
    lua_pop(L_, 1);
    if (typed_) return;
    if (auto type = type_of_unit(made_.unit)) {
      made_.field.type = *type;
      typed_ = true;
    }
  }

  // The value on top of the stack holds from `second` on.
  void add(std::int64_t second, const std::string& clause) {
    const int index = lua_gettop(L_);
    Answer a;
    std::string why;
    if (!read_answer(L_, {}, a, why)) return spec_.problem("WRONG_TYPE", "its value cannot be used: " + why, "value");
    if (!typed_) {
      made_.field.type = type_of(a);
      if (made_.field.type == Type::list) made_.field.item = Type::text;
      typed_ = true;
    }
    Value v;
    if (made_.field.type == Type::list) {
      std::vector<Value> items;
      for (const auto& item : a.items) items.push_back(Value::of_text(loading_.keep(item.text)));
      v = Value::of_items(base::Kind::list, loading_.loaded.tree.arena.copy(std::span<const Value>(items)));
    } else {
      v = constant_for(loading_, index, made_.field, made_.field.type, "parameters." + spec_.id);
    }
    if (clause.empty()) spec_.problem("MISSING_KEY", "a value says where it comes from: `clause = \"...\"`");
    made_.periods.push_back({second, v, clause});
  }

  void read_periods() {
    spec_.push("from");
    if (!lua_istable(L_, -1)) {
      spec_.problem("WRONG_TYPE", "`from` lists values by date: `from = { [\"2011-04-01\"] = { 50, clause = \"...\" } }`", "from");
      lua_pop(L_, 1);
      return;
    }
    const int table = lua_gettop(L_);
    std::vector<std::pair<std::int64_t, std::string>> dates;
    lua_pushnil(L_);
    while (lua_next(L_, table)) {
      Value date;
      if (lua_type(L_, -2) == LUA_TSTRING && base::read_moment(lua_tostring(L_, -2), date) && date.kind == base::Kind::date)
        dates.emplace_back(date.integer, lua_tostring(L_, -2));
      else
        spec_.problem("WRONG_TYPE", "in `from`, each value stands under a date: `[\"2011-04-01\"] = { ... }`", "from");
      lua_pop(L_, 1);
    }
    std::ranges::sort(dates);
    for (const auto& [second, date] : dates) {
      lua_getfield(L_, table, date.c_str());
      std::string clause = made_.clause;
      if (lua_istable(L_, -1)) {
        const int entry = lua_gettop(L_);
        if (lua_getfield(L_, entry, "clause") == LUA_TSTRING) clause = lua_tostring(L_, -1);
        lua_pop(L_, 1);
        lua_rawgeti(L_, entry, 1);
        lua_remove(L_, entry);
      }
      add(second, clause);
      lua_pop(L_, 1);
    }
    lua_pop(L_, 1);
  }

  Spec& spec_;
  Loading& loading_;
  lua_State* L_;
  policy::Parameter made_;
  bool typed_ = false;
};

void parameter(Spec& spec) {
  policy::Parameter made = ParameterWord(spec).read();
  policy::Pack& p = spec.loading.pack;
  if (int known = p.find_parameter(made.id); known >= 0) {   // an area sets a core parameter
    auto& old = p.parameters[static_cast<std::size_t>(known)];
    if (old.layer == made.layer) return;                     // reported as a duplicate
    p.parameter_type.fields[static_cast<std::size_t>(known)] = made.field;
    old = std::move(made);
    return;
  }
  p.parameter_type.add(made.field);
  p.parameters.push_back(std::move(made));
}

void measure(Spec& spec) {
  base::Measure made;
  made.id = spec.id;
  made.title = spec.text("title", true);
  made.clause = spec.text("clause", true);
  spec.texts("row");
  made.weight = spec.number("weight").value_or(base::Rational(1));
  if (made.weight <= base::Rational(0)) spec.problem("WRONG_VALUE", "`weight` is more than nought", "weight");
  made.minimum = spec.number("minimum");
  lua_State* L = spec.loading.L();
  if (spec.push("scale")) {
    Answer a;
    std::string why;
    if (read_answer(L, {}, a, why) && a.items.size() == 2 && a.items[0].kind == Answer::Kind::number && a.items[1].kind == Answer::Kind::number && a.items[0].number < a.items[1].number) {
      made.low = a.items[0].number;
      made.high = a.items[1].number;
    } else {
      spec.problem("WRONG_TYPE", "`scale` is the least and the most, like `{ 0, 5 }`", "scale");
    }
    lua_pop(L, 1);
  }
  if (made.minimum && (*made.minimum < made.low || *made.minimum > made.high)) spec.problem("WRONG_VALUE", "`minimum` lies off the scale", "minimum");
  if (spec.push("parts")) {
    Answer a;
    std::string why;
    if (!read_answer(L, {}, a, why)) a.items.clear();
    for (const auto& part : a.items) {
      const Answer *id = part.find("id"), *title = part.find("title");
      if (!id || !title) spec.problem("WRONG_TYPE", "each of `parts` is `{ id = ..., title = ... }`", "parts");
      else made.parts.push_back({id->text, title->text});
    }
    lua_pop(L, 1);
  }
  if (spec.push("marks")) {
    policy::Entry marks{"marks", spec.id, made.title, made.clause, {}, spec.loading.layer, {}, {}};
    Answer a;
    std::string why;
    lua_pushnil(L);
    while (lua_next(L, -2)) {
      if (lua_isinteger(L, -2) && lua_type(L, -1) == LUA_TSTRING) marks.more.emplace_back(std::to_string(lua_tointeger(L, -2)), lua_tostring(L, -1));
      else spec.problem("WRONG_TYPE", "`marks` says what each mark means: `{ [0] = \"no evidence\" }`", "marks");
      lua_pop(L, 1);
    }
    std::ranges::sort(marks.more, {}, [](const auto& m) { return std::stoll(m.first); });
    lua_pop(L, 1);
    spec.loading.pack.entries.push_back(std::move(marks));
  }
  spec.done();
  if (spec.loading.pack.procedure == "each/1") {   // there a sentence may ask for the mean: `scores.need:at_least(2)`
    base::Field mean;
    mean.name = mean.path = made.id;
    mean.label = "mean of " + made.title;
    mean.type = Type::number;
    mean.derived = true;
    if (spec.loading.pack.schema.find("scores")->find(made.id) < 0) spec.loading.pack.schema.find("scores")->add(mean);
  }
  spec.loading.pack.scoring.measures.push_back(std::move(made));
}

void no_provision(Spec& spec) {
  policy::NoProvision made{spec.id, spec.text("title", true), spec.text("clause", true), spec.text("so"), spec.loading.layer, spec.texts("row")};
  spec.done();
  spec.loading.pack.no_provisions.push_back(std::move(made));
}

// Everything named in an entry, as text: lists joined, tables by their names.
void flatten(const std::string& name, const Answer& a, std::vector<std::pair<std::string, std::string>>& out) {
  if (a.kind != Answer::Kind::table) {
    out.emplace_back(name, a.words());
    return;
  }
  for (std::size_t i = 0; i < a.items.size(); ++i) flatten(name + "[" + std::to_string(i + 1) + "]", a.items[i], out);
  for (const auto& [key, value] : a.fields) flatten(name + "." + key, value, out);
}

void entry(Spec& spec) {
  lua_State* L = spec.loading.L();
  policy::Entry made{spec.word, spec.id, spec.text("title", true), spec.text("clause", true), spec.text("text"), spec.loading.layer, {}, spec.texts("row")};
  std::vector<std::string> keys;
  lua_pushnil(L);
  while (lua_next(L, spec.index())) {
    if (lua_type(L, -2) == LUA_TSTRING) keys.emplace_back(lua_tostring(L, -2));
    lua_pop(L, 1);
  }
  std::ranges::sort(keys);
  for (const auto& key : keys) {
    if (key == "title" || key == "clause" || key == "text" || key == "row") continue;
    spec.push(key.c_str());
    Answer a;
    std::string why;
    if (const Handle* h = spec.loading.handle_at(-1)) made.more.emplace_back(key, spec.loading.name_of(*h));
    else if (read_answer(L, {}, a, why)) flatten(key, a, made.more);
    else spec.problem("WRONG_TYPE", "`" + key + "` cannot be kept: " + why, key);
    lua_pop(L, 1);
  }
  spec.loading.pack.entries.push_back(std::move(made));
}

}  // namespace

void define_data_words(Loading& loading) {
  define_word(loading, "pack", pack);
  define_word(loading, "parameter", parameter);
  define_word(loading, "measure", measure);
  define_word(loading, "no_provision", no_provision);
  for (const char* word : {"outcome", "principle", "definition", "role", "chain", "timetable", "crosswalk", "note"}) define_word(loading, word, entry);
}

}  // namespace remit::lua
