// The word `crosswalk`: which ids of one set of outcomes or levels meet which of another.
#include <algorithm>

#include "base/text.hpp"
#include "lua/answer.hpp"
#include "lua/state.hpp"
#include "lua/words.hpp"

namespace remit::lua {

namespace {

// "northern-ireland/outcomes", or "trust" of this pack.
policy::CrosswalkEnd end_of(const Spec& spec, const std::string& said) {
  const auto slash = said.find('/');
  if (slash == std::string::npos) return {spec.loading.layer, said};
  return {said.substr(0, slash), said.substr(slash + 1)};
}

// Words that a pack may write in the place of an id that does not exist.
bool is_gap(std::string_view to) { return to == "unmapped" || to == "not in source"; }

bool read_pair(Spec& spec, const Answer& a, std::size_t number, policy::Crosswalk::Pair& out) {
  const std::string called = "pair " + std::to_string(number);
  static const std::vector<std::string> known{"from", "to", "clause", "reading"};
  if (a.kind != Answer::Kind::table || !a.items.empty()) {
    spec.problem_in("pairs", "WRONG_TYPE", called + " is `{ from = \"...\", to = \"...\" }`, with `clause` and `reading` where there is something to say");
    return false;
  }
  for (const auto& [key, value] : a.fields) {
    const std::string near = base::nearest(key, known);
    if (std::ranges::find(known, key) == known.end())
      spec.problem_in("pairs", "UNKNOWN_KEY", called + " has no `" + base::printable(key, 60) + "`" + (near.empty() ? "; it has " + base::join_and(known) : "; the nearest is `" + near + "`"));
    else if (value.kind != Answer::Kind::text)
      spec.problem_in("pairs", "WRONG_TYPE", called + ": `" + key + "` is a text in quotes");
  }
  const auto text = [&](const char* key) {
    const Answer* found = a.find(key);
    return found && found->kind == Answer::Kind::text ? found->text : std::string();
  };
  out = {text("from"), text("to"), text("clause"), text("reading")};
  if (out.from.empty()) spec.problem_in("pairs", "MISSING_KEY", called + " says `from`: which id it begins at");
  if (!is_gap(out.to)) return !out.from.empty();
  if (out.reading.empty()) out.reading = out.to == "unmapped" ? "stated to be unmapped" : "its counterpart is not in the source";
  out.to.clear();
  return !out.from.empty();
}

void crosswalk(Spec& spec) {
  policy::Crosswalk made;
  made.id = spec.id;
  made.layer = spec.loading.layer;
  made.file = spec.loading.file;
  made.line = spec.line;
  made.title = spec.text("title", true);
  made.clause = spec.text("clause", true);
  made.reading = spec.text("reading");
  made.text = spec.text("text");
  const std::vector<std::string> rows = spec.texts("row");
  made.from = end_of(spec, spec.text("from", true));
  made.to = end_of(spec, spec.text("to", true));
  if (!spec.has("pairs")) spec.missing("pairs", "`pairs = { { from = \"...\", to = \"...\" }, ... }` is missing");
  if (spec.push("pairs")) {
    Answer a;
    std::string why;
    const bool read = read_answer(spec.loading.L(), {}, a, why);
    lua_pop(spec.loading.L(), 1);
    if (!read || a.kind != Answer::Kind::table || !a.fields.empty())
      spec.problem_in("pairs", "WRONG_TYPE", "`pairs` lists what meets: `pairs = { { from = \"...\", to = \"...\" }, ... }`");
    else
      for (std::size_t i = 0; i < a.items.size(); ++i)
        if (policy::Crosswalk::Pair pair; read_pair(spec, a.items[i], i + 1, pair)) made.pairs.push_back(std::move(pair));
  }
  if (made.from.pack != made.layer && made.to.pack != made.layer && made.from.pack == made.to.pack && !made.from.pack.empty())
    spec.problem_in("from", "WRONG_VALUE", "both ends are sets of the pack `" + made.from.pack + "`: write the crosswalk there");
  spec.done();
  spec.loading.pack.entries.push_back(policy::entry_of(made, rows));
  spec.loading.crosswalks.push_back(std::move(made));
}

}  // namespace

void define_crosswalk_word(Loading& loading) { define_word(loading, "crosswalk", crosswalk); }

}  // namespace remit::lua
