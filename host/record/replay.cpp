// The order in which replay tells is the order of cause: the engine, the pack, the date, the values in force, the input; and
// only if all those are the same is a finding that differs news. Records whose bytes are the same are not even read.
#include "record/replay.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

#include "base/text.hpp"
#include "record/difference.hpp"
#include "record/saved.hpp"

namespace remit::record {

using intake::Json;

namespace {

constexpr std::size_t most_named = 10;

/// Steps of a record, in the order of the procedure. What comes from the whole round is compared apart.
constexpr std::array<std::string_view, 16> steps{"stream", "applicant", "title", "request", "eligibility", "classifications", "ties", "conflicts", "panel",
                                                 "findings", "scores", "rank", "proposal", "would_have_passed", "silences", "plugins"};

/// What is the same for all records of a round, in the order of cause. Each is said once, from the first pair that differs.
enum Cause : std::size_t { engine, procedure, round, what_if, pack, layers, pack_digest, as_of, parameters, input, causes };

constexpr std::size_t most_answers = 20;   // of plug-ins that answer otherwise now

std::string changed(std::string_view what, const Json& was, const Json& now) {
  return std::string(what) + ": was " + short_words(was) + ", now " + short_words(now);
}

std::string named(const std::vector<std::string>& ids) {
  if (ids.size() <= most_named) return base::join_and(ids);
  std::vector<std::string> some(ids.begin(), ids.begin() + most_named);
  some.push_back(std::to_string(ids.size() - most_named) + " others");
  return base::join_and(some);
}

class Comparison {
 public:
  void compare(const Json& was, const Json& now);
  void compare_lists(const Saved& kept, const Saved& fresh);
  /// What was found, causes first.
  void tell(std::size_t kept, Replay& out) const;

 private:
  void note(Cause cause, const Json& was, const Json& now, std::string_view key, std::string_view name);
  void note_pack(const Json& was, const Json& now);
  void note_plugins(const std::string& application, const Json& was, const Json& now);
  void note_plugin(const std::string& application, const std::string& id, const Json& was, const Json& now);
  void note_answer(const std::string& what, const Json& was, const Json& now);
  void note_steps(const Json& was, const Json& now);

  std::array<std::string, causes> said_;
  std::map<std::string, std::string> plugins_;   // by id: in what it is another one now
  std::vector<std::string> answers_;        // of plug-ins, that are not what they were
  std::set<std::string> of_the_whole_;      // items whose part about the round or stream was compared
  std::vector<std::string> first_;          // the first record that differs, in lines
  std::vector<std::string> tampered_, differing_, gone_, added_, twice_;
};

void Comparison::compare(const Json& was, const Json& now) {
  if (!digest_holds(was)) tampered_.push_back(subject_of(was));
  note(engine, was, now, "engine", "engine");
  note(procedure, was, now, "procedure", "procedure");
  note(round, was, now, "round", "round");
  note(what_if, was, now, "what_if", "what-if");
  note_pack(was["pack"], now["pack"]);
  note(as_of, was, now, "as_of", "the date that stands for today");
  if (said_[parameters].empty())
    if (const auto found = first_difference(was["parameters"], now["parameters"])) said_[parameters] = "parameter " + found->text();
  if (said_[input].empty() && first_difference(was["input"], now["input"]))
    said_[input] = "the round is not the same: something that was read has changed (its digest was " + was["input"].str() + ", now " +
                   now["input"].str() + ")";
  note_plugins(was["application"].str(), was["plugins"], now["plugins"]);
  note_steps(was, now);
}

void Comparison::note_plugins(const std::string& application, const Json& was, const Json& now) {
  static const Json nothing;
  auto find = [](const Json& list, const std::string& id) {
    const auto at = std::ranges::find_if(list.items, [&](const Json& plugin) { return plugin["id"].str() == id; });
    return at == list.items.end() ? &nothing : &*at;
  };
  for (const Json& plugin : was.items) note_plugin(application, plugin["id"].str(), plugin, *find(now, plugin["id"].str()));
  for (const Json& plugin : now.items)
    if (find(was, plugin["id"].str())->is_null()) note_plugin(application, plugin["id"].str(), nothing, plugin);
}

void Comparison::note_plugin(const std::string& application, const std::string& id, const Json& was, const Json& now) {
  for (const std::string_view key : {"version", "digest", "files"}) {
    if (was.is_null() || now.is_null() || plugins_.contains(id)) break;
    if (const auto found = first_difference(was[key], now[key]))
      plugins_[id] = "plug-in " + id + ", " + std::string(key) + (found->where.empty() ? ": " : ", ") + found->text();
  }
  note_answer(id + ", facts of " + application, was["facts"], now["facts"]);
  std::set<std::string> items;
  for (const Json* side : {&was, &now})
    for (const auto& [item, answer] : (*side)["answers"].members) items.insert(item);
  for (const std::string& item : items) {
    Json then = was["answers"][item], today = now["answers"][item];
    for (const char* key : {"round", "stream"}) {
      if (of_the_whole_.insert(id + "/" + item + " " + key).second && then.has(key) && today.has(key)) note_answer(id + "/" + item + " about the " + key, then[key], today[key]);
      for (Json* side : {&then, &today}) std::erase_if(side->members, [&](const auto& m) { return m.first == key; });
    }
    note_answer(id + "/" + item + " about " + application, then, today);
  }
}

void Comparison::note_answer(const std::string& what, const Json& was, const Json& now) {
  const auto found = first_difference(was, now);
  if (!found) return;
  const std::string why = now["cause"].str();
  answers_.push_back(what + ": " + (was.is_null() ? "was not asked then" : now.is_null() ? "is not asked now" : found->text()) +
                     (why.empty() || found->text().contains(why) ? "" : " (" + why + ")"));
}

void Comparison::note(Cause cause, const Json& was, const Json& now, std::string_view key, std::string_view name) {
  if (said_[cause].empty() && first_difference(was[key], now[key])) said_[cause] = changed(name, was[key], now[key]);
}

void Comparison::note_pack(const Json& was, const Json& now) {
  if (said_[pack].empty() && (was["id"].str() != now["id"].str() || was["version"].str() != now["version"].str()))
    said_[pack] = "pack: was " + was["id"].str() + " " + was["version"].str() + ", now " + now["id"].str() + " " + now["version"].str();
  if (!said_[layers].empty()) return;
  if (const auto found = first_difference(was["layers"], now["layers"])) said_[layers] = "text of the pack, layer with " + found->text();
  else note(pack_digest, was, now, "digest", "digest of the pack");
}

void Comparison::note_steps(const Json& was, const Json& now) {
  std::optional<Difference> found;
  std::string_view at;
  for (const std::string_view step : steps) {
    at = step;
    found = first_difference(was[step], now[step]);
    if (found) break;
  }
  if (!found) return;
  const std::string id = subject_of(was);
  differing_.push_back(id);
  if (!first_.empty()) return;
  first_.push_back("first difference, " + id + ": " + std::string(at) + (found->where.empty() ? "" : ", ") + found->text());
  if (at == "proposal") return;
  for (const std::string_view key : {"decision", "amount"})
    if (first_difference(was["proposal"][key], now["proposal"][key]))
      first_.push_back("  so the " + changed(key, was["proposal"][key], now["proposal"][key]));
}

void Comparison::compare_lists(const Saved& kept, const Saved& fresh) {
  std::unordered_map<std::string_view, std::string_view> now;
  for (const auto& record : fresh.records()) now.emplace(record.application, record.bytes);
  std::unordered_map<std::string_view, int> seen;
  for (const auto& record : kept.records()) {
    if (seen[record.application]++ == 1) twice_.push_back(record.application);
    const auto it = now.find(record.application);
    if (it == now.end()) gone_.push_back(record.application);
    else if (record.bytes != it->second) compare(intake::read_json(record.bytes, record.application), intake::read_json(it->second, record.application));
  }
  for (const auto& record : fresh.records())
    if (!seen.contains(record.application)) added_.push_back(record.application);
}

void Comparison::tell(std::size_t kept, Replay& out) const {
  auto differ = [&](std::string line) {
    out.identical = false;
    out.lines.push_back(std::move(line));
  };
  auto differ_in = [&](std::string_view what, const std::vector<std::string>& ids) {
    if (!ids.empty()) differ(std::string(what) + named(ids));
  };
  for (std::size_t cause = 0; cause < causes; ++cause) {
    if (said_[cause].empty()) continue;
    if (cause <= procedure) out.lines.push_back(said_[cause] + " (not a difference by itself)");
    else differ(said_[cause]);
  }
  for (const auto& [id, what] : plugins_) differ(what);
  for (std::size_t a = 0; a < answers_.size() && a < most_answers; ++a) differ("another answer: " + answers_[a]);
  if (answers_.size() > most_answers) differ("and " + std::to_string(answers_.size() - most_answers) + " answers more");
  differ_in("changed after it was written, its digest is not that of its bytes: ", tampered_);
  for (const auto& line : first_) differ(line);
  if (!differing_.empty())
    differ(std::to_string(differing_.size()) + " of " + std::to_string(kept) + (differing_.size() == 1 ? " records differs: " : " records differ: ") + named(differing_));
  differ_in("kept, but no longer in the round: ", gone_);
  differ_in("in the round, but no record was kept: ", added_);
  differ_in("kept more than once: ", twice_);
}

}  // namespace

Replay replay(std::string_view saved, const std::string& saved_name, std::string_view fresh) {
  const Saved kept(saved, saved_name);
  Comparison comparison;
  comparison.compare_lists(kept, Saved(fresh, "the records decided now"));
  Replay out;
  out.identical = true;
  comparison.tell(kept.records().size(), out);
  const std::size_t n = kept.records().size();
  out.lines.insert(out.lines.begin(), (out.identical ? "IDENTICAL: " : "NOT THE SAME: ") + std::to_string(n) + (n == 1 ? " record" : " records"));
  return out;
}

}  // namespace remit::record
