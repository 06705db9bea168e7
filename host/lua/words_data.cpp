// The words that state things: pack, measure, no_provision, and the standing data of a framework.
#include <algorithm>

#include "base/text.hpp"
#include "lua/answer.hpp"
#include "lua/state.hpp"
#include "lua/words.hpp"

namespace remit::lua {

bool is_version(std::string_view text) {
  int numbers = 0;
  while (true) {
    const auto digits = text.substr(0, text.find_first_not_of("0123456789"));
    if (digits.empty() || digits.size() > 9) return false;
    ++numbers;
    text.remove_prefix(digits.size());
    if (text.empty()) return numbers == 3;
    if (text.front() != '.') return false;
    text.remove_prefix(1);
  }
}

namespace {

// `takes = { conflicts = "northern-ireland 1.0.0" }`: themes of other packs, and the version that was read.
void takes(Spec& spec) {
  spec.loading.takes.clear();
  if (!spec.push("takes")) return;
  lua_State* L = spec.loading.L();
  bool good = lua_istable(L, -1);
  if (good) {
    lua_pushnil(L);
    while (lua_next(L, -2)) {
      const std::string said(is_text(L, -1) ? text_at(L, -1) : std::string_view()), theme(is_text(L, -2) ? text_at(L, -2) : std::string_view());
      const auto space = said.find(' ');
      good &= !theme.empty() && theme.find('/') == theme.npos && theme != "pack" && theme != "records" && space != said.npos && said.find('/') == said.npos && is_version(said.substr(space + 1));
      if (good) spec.loading.takes.push_back({theme, said.substr(0, space), said.substr(space + 1)});
      lua_pop(L, 1);
    }
  }
  lua_pop(L, 1);
  if (!good) spec.problem_in("takes", "WRONG_TYPE", "`takes` says which theme comes from which pack, and the version that was read: `takes = { conflicts = \"northern-ireland 1.0.0\" }`");
  std::ranges::sort(spec.loading.takes, {}, &Loading::Take::theme);
}

// A theme of another version than the one that somebody read.
void check_takes(Spec& spec) {
  for (const auto& take : spec.loading.takes)
    for (const auto& layer : spec.loading.pack.layers)
      if (layer.id == take.pack && !layer.themes.empty() && layer.version != take.version)
        spec.loading.pack.warnings.push_back({"TAKEN_STALE", spec.loading.file, spec.line, 0, {}, "the theme " + take.theme + " was taken from " + take.pack + " " + take.version + " and this is " +
                                              take.pack + " " + layer.version + "; read it again and say so", {}, {}});
}

void pack(Spec& spec) {
  policy::Pack& made = spec.loading.pack;
  const std::string title = spec.text("title", true), version = spec.text("version", true), document = spec.text("document"), status = spec.text("status");
  const std::string below = spec.text("extends");
  if (!spec.loading.taken) spec.loading.extends = below;
  takes(spec);
  const std::string procedure = spec.one_of("procedure", {"default/1", "each/1"}, made.procedure);
  if (!version.empty() && !is_version(version)) spec.problem_in("version", "BAD_VERSION", "`version` is three numbers, like \"1.0.0\"");
  spec.done();
  if (spec.loading.named) return spec.problem("DUPLICATE_ID", "a pack is named once; this is the second `pack`", spec.id);
  spec.loading.named = true;
  if (spec.id != spec.loading.layer) spec.problem("WRONG_PACK", "this folder holds the pack `" + spec.loading.layer + "`, and it calls itself `" + spec.id + "`", spec.id);
  made.layers.back().version = version;
  made.layers.back().title = title;
  if (spec.loading.taken) return;   // no more than themes of it are here
  check_takes(spec);
  made.id = spec.id;
  made.version = version;
  made.title = title;
  made.document = document;
  made.status = status;
  made.procedure = procedure;
}

void parts(Spec& spec, base::Measure& made) {
  if (!spec.push("parts")) return;
  Answer a;
  std::string why;
  if (!read_answer(spec.loading.L(), {}, a, why)) a = {};
  lua_pop(spec.loading.L(), 1);
  bool good = !a.items.empty() && a.fields.empty();
  for (const auto& part : a.items) {
    const Answer *id = part.find("id"), *title = part.find("title");
    good &= id && title && id->kind == Answer::Kind::text && title->kind == Answer::Kind::text;
    if (good) made.parts.push_back({id->text, title->text});
  }
  if (!good) spec.problem_in("parts", "WRONG_TYPE", "`parts` lists what is marked in place of the measure: `{ { id = \"reach\", title = \"Reach\" }, ... }`");
}

// What each mark means, kept as standing data.
void marks(Spec& spec, const base::Measure& measure) {
  lua_State* L = spec.loading.L();
  if (!spec.push("marks")) return;
  std::vector<std::pair<lua_Integer, std::string>> found;
  bool good = lua_istable(L, -1);
  if (good) {
    lua_pushnil(L);
    while (lua_next(L, -2)) {
      if (lua_isinteger(L, -2) && is_text(L, -1)) found.emplace_back(lua_tointeger(L, -2), text_at(L, -1));
      else good = false;
      lua_pop(L, 1);
    }
  }
  lua_pop(L, 1);
  if (!good) return spec.problem_in("marks", "WRONG_TYPE", "`marks` says what each mark means: `{ [0] = \"no evidence\", [5] = \"...\" }`");
  std::ranges::sort(found);
  policy::Entry made{"marks", spec.id, measure.title, measure.clause, {}, spec.loading.layer, {}, {}};
  for (const auto& [mark, meaning] : found) {
    if (base::Rational(mark) < measure.low || base::Rational(mark) > measure.high)
      spec.problem_in("marks", "WRONG_VALUE", "the mark " + std::to_string(mark) + " lies off the scale, which goes from " + measure.low.exact() + " to " + measure.high.exact());
    made.more.emplace_back(std::to_string(mark), meaning);
  }
  spec.loading.pack.entries.push_back(std::move(made));
}

void measure(Spec& spec) {
  base::Measure made;
  made.id = spec.id;
  made.title = spec.text("title", true);
  made.clause = spec.text("clause", true);
  spec.texts("row");
  made.weight = spec.number("weight").value_or(base::Rational(1));
  if (made.weight <= base::Rational(0)) spec.problem_in("weight", "WRONG_VALUE", "`weight` is more than nought");
  made.minimum = spec.number("minimum");
  lua_State* L = spec.loading.L();
  if (spec.push("scale")) {
    Answer a;
    std::string why;
    if (read_answer(L, {}, a, why) && a.items.size() == 2 && a.items[0].kind == Answer::Kind::number && a.items[1].kind == Answer::Kind::number && a.items[0].number < a.items[1].number) {
      made.low = a.items[0].number;
      made.high = a.items[1].number;
    } else {
      spec.problem_in("scale", "WRONG_TYPE", "`scale` is the least and the most, like `{ 0, 5 }`");
    }
    lua_pop(L, 1);
  }
  if (made.minimum && (*made.minimum < made.low || *made.minimum > made.high)) spec.problem_in("minimum", "WRONG_VALUE", "`minimum` lies off the scale, which goes from " + made.low.exact() + " to " + made.high.exact());
  parts(spec, made);
  marks(spec, made);
  made.use = plugin_use(spec, policy::Capability::measure);
  if (spec.has("plugin") && !made.parts.empty()) spec.problem("TWO_ANSWERS", "it has both `parts`, which members mark, and `plugin`, which gives the mean", "plugin");
  spec.done();
  if (spec.loading.pack.procedure == "each/1") {   // there a sentence may ask for the mean: `scores.need:at_least(2)`
    base::Field mean;
    mean.name = mean.path = made.id;
    mean.label = "mean of " + made.title;
    mean.type = base::Type::number;
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
    else spec.problem_in(key.c_str(), "WRONG_TYPE", "`" + key + "` cannot be kept: " + why);
    lua_pop(L, 1);
  }
  spec.loading.pack.entries.push_back(std::move(made));
}

}  // namespace

void define_data_words(Loading& loading) {
  define_word(loading, "pack", pack);
  define_word(loading, "measure", measure);
  define_word(loading, "no_provision", no_provision);
  for (const char* word : {"outcome", "principle", "definition", "role", "chain", "timetable", "note"}) define_word(loading, word, entry);
}

}  // namespace remit::lua
