#include "policy/crosswalk.hpp"

#include <algorithm>
#include <cctype>
#include <set>

#include "base/text.hpp"

namespace remit::policy {

namespace {

constexpr std::string_view not_in_source = "not in source";   // a place that the source counts and does not name

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

std::string said(const Entry& entry, std::string_view key) {
  for (const auto& [name, text] : entry.more)
    if (name == key) return text;
  return {};
}

IdSet& set_of(std::vector<IdSet>& sets, const std::string& name, IdSet::Kind kind) {
  for (auto& set : sets)
    if (set.name == name) return set;
  sets.push_back({name, kind, {}, 0});
  return sets.back();
}

void add(IdSet& set, IdSet::Id id) {
  if (id.id == not_in_source) ++set.unnamed;
  else if (std::ranges::find(set.ids, id.id, &IdSet::Id::id) == set.ids.end()) set.ids.push_back(std::move(id));
}

// `labels = { "a", "b" }` or `levels = { { code = "a", clause = "1" } }` of an entry.
std::vector<IdSet::Id> listed(const Entry& entry, const std::string& key) {
  std::vector<IdSet::Id> out;
  for (std::size_t i = 1;; ++i) {
    const std::string at = key + "[" + std::to_string(i) + "]", clause = said(entry, at + ".clause");
    std::string word = said(entry, at);
    if (word.empty()) word = said(entry, at + ".code");
    if (word.empty()) return out;
    out.push_back({word, {}, clause.empty() ? entry.clause : clause});
  }
}

std::string or_nearest(const std::string& word, const std::vector<std::string>& known) {
  const std::string near = base::nearest(word, known);
  return !near.empty() ? "; the nearest is `" + near + "`" : known.empty() ? "" : "; there is " + base::join_and(known);
}

class Checking {
 public:
  Checking(const Crosswalk& crosswalk, const Pack& pack) : crosswalk_(crosswalk), pack_(pack), sets_(id_sets(pack)) {}

  base::Problems problems;

  void end(const CrosswalkEnd& end, std::string Crosswalk::Pair::*side) {
    if (!is_called(pack_, end.pack)) return;
    const auto set = std::ranges::find(sets_, end.set, &IdSet::name);
    if (set == sets_.end()) {
      std::vector<std::string> names;
      for (const auto& each : sets_) names.push_back(each.name);
      return say("UNKNOWN_SET", "the pack `" + end.pack + "` has no set of outcomes or levels called `" + base::printable(end.set, 60) + "`" + or_nearest(end.set, names));
    }
    std::vector<std::string> ids;
    for (const auto& id : set->ids) ids.push_back(id.id);
    for (const auto& pair : crosswalk_.pairs) {
      const std::string& word = pair.*side;
      if (!word.empty() && set->find(word) == nullptr)
        say("UNKNOWN_ID", "`" + base::printable(word, 60) + "` is none of `" + end.set + "` of the pack `" + end.pack + "`" + or_nearest(word, ids));
    }
  }
  void twice() {
    std::set<std::pair<std::string, std::string>> seen;
    for (const auto& pair : crosswalk_.pairs)
      if (!seen.emplace(lower(pair.from), lower(pair.to)).second)
        say("DUPLICATE_ID", "`" + base::printable(pair.from, 60) + "` is mapped twice to " + (pair.to.empty() ? "nothing" : "`" + base::printable(pair.to, 60) + "`") + "; keep one");
    for (const auto& pair : crosswalk_.pairs)
      if (!pair.to.empty() && seen.contains({lower(pair.from), ""}))
        say("TWO_ANSWERS", "`" + base::printable(pair.from, 60) + "` is mapped to `" + base::printable(pair.to, 60) + "` and said to have no counterpart; keep one");
  }

 private:
  void say(const char* code, const std::string& message) {
    problems.push_back({code, crosswalk_.file, crosswalk_.line, 0, {}, "crosswalk \"" + crosswalk_.id + "\": " + message, {}, crosswalk_.id});
  }
  const Crosswalk& crosswalk_;
  const Pack& pack_;
  std::vector<IdSet> sets_;
};

}  // namespace

const IdSet::Id* IdSet::find(std::string_view word) const {
  for (const auto& id : ids)
    if (id.id == word) return &id;
  for (const auto& id : ids)
    if (lower(id.id) == lower(word) || (!id.title.empty() && lower(id.title) == lower(word))) return &id;
  return nullptr;
}

std::vector<IdSet> id_sets(const Pack& pack) {
  std::vector<IdSet> sets;
  for (const auto& entry : pack.entries) {
    const std::string name = said(entry, "set");
    if (entry.kind == "outcome") add(set_of(sets, name.empty() ? "outcomes" : name, IdSet::Kind::outcomes), {entry.id, entry.title, entry.clause});
    if (entry.kind != "definition") continue;
    for (auto& level : listed(entry, "levels")) add(set_of(sets, name.empty() ? entry.id : name, IdSet::Kind::levels), std::move(level));
    if (!name.empty())
      for (auto& label : listed(entry, "labels")) add(set_of(sets, name, IdSet::Kind::outcomes), std::move(label));
  }
  for (const auto& rule : pack.classifications)
    for (const auto& one : rule.cases) add(set_of(sets, rule.id, IdSet::Kind::codes), {one.code, {}, one.clause});
  std::ranges::sort(sets, {}, &IdSet::name);
  return sets;
}

Entry entry_of(const Crosswalk& crosswalk, std::vector<std::string> rows) {
  Entry out{"crosswalk", crosswalk.id, crosswalk.title, crosswalk.clause, crosswalk.text, crosswalk.layer, {}, std::move(rows)};
  const auto add = [&](const std::string& key, const std::string& text) {
    if (!text.empty()) out.more.emplace_back(key, text);
  };
  add("from", crosswalk.from.pack + "/" + crosswalk.from.set);
  for (std::size_t i = 0; i < crosswalk.pairs.size(); ++i) {
    const auto& pair = crosswalk.pairs[i];
    const std::string at = "pairs[" + std::to_string(i + 1) + "].";
    add(at + "clause", pair.clause);
    add(at + "from", pair.from);
    add(at + "reading", pair.reading);
    add(at + "to", pair.to);
  }
  add("reading", crosswalk.reading);
  add("to", crosswalk.to.pack + "/" + crosswalk.to.set);
  return out;
}

std::vector<Crosswalk> crosswalks_of(const Pack& pack) {
  const auto end = [](const std::string& text) {
    const auto slash = text.find('/');
    return CrosswalkEnd{text.substr(0, slash), text.substr(slash + 1)};
  };
  std::vector<Crosswalk> out;
  for (const auto& entry : pack.entries) {
    if (entry.kind != "crosswalk" || entry.layer != pack.id) continue;
    Crosswalk made{entry.id, entry.title, entry.clause, said(entry, "reading"), entry.text, entry.layer, pack.place, 0, end(said(entry, "from")), end(said(entry, "to")), {}};
    for (std::size_t i = 1;; ++i) {
      const std::string at = "pairs[" + std::to_string(i) + "].", from = said(entry, at + "from");
      if (from.empty()) break;
      made.pairs.push_back({from, said(entry, at + "to"), said(entry, at + "clause"), said(entry, at + "reading")});
    }
    out.push_back(std::move(made));
  }
  return out;
}

bool is_called(const Pack& pack, std::string_view id) { return std::ranges::find(pack.layers, id, &Layer::id) != pack.layers.end(); }

base::Problems crosswalk_mistakes(const Crosswalk& crosswalk, const Pack& pack) {
  Checking checking(crosswalk, pack);
  checking.end(crosswalk.from, &Crosswalk::Pair::from);
  checking.end(crosswalk.to, &Crosswalk::Pair::to);
  if (is_called(pack, crosswalk.layer)) checking.twice();
  return std::move(checking.problems);
}

Meeting meet(const Crosswalk& crosswalk, const IdSet& from, const IdSet& to) {
  Meeting out;
  std::set<std::string> reached, left;
  for (const auto& pair : crosswalk.pairs) {
    const auto* a = from.find(pair.from);
    const auto* b = pair.to.empty() ? nullptr : to.find(pair.to);
    if (a) left.insert(a->id);
    if (b) reached.insert(b->id);
    if (a && b) out.mapped.push_back({a->id, b->id, pair.clause, pair.reading});
    else if (a) out.only_from.push_back({a->id, pair.reading.empty() ? "stated to have no counterpart" : pair.reading});
  }
  for (const auto& id : from.ids)
    if (!left.contains(id.id)) out.only_from.push_back({id.id, {}});
  for (const auto& id : to.ids)
    if (!reached.contains(id.id)) out.only_to.push_back({id.id, {}});
  out.unnamed_from = from.unnamed;
  out.unnamed_to = to.unnamed;
  return out;
}

}  // namespace remit::policy
