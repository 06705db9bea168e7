// What rules see of a pack's own records: copies in which the classes are filled, the lists of all of them, and the records
// that each of them names.
#include <algorithm>

#include "engine/steps.hpp"
#include "intake/read_round.hpp"

namespace remit::engine {

using base::Kind;
using base::Value;
namespace root = policy::root;

namespace {

/// A list of records as a value: sentences walk it as they walk `application.elements`.
Value list_of(std::span<const Value* const> rows, std::size_t width, base::Arena& arena) {
  if (rows.empty()) return {};
  std::vector<Value> items;
  items.reserve(rows.size());
  for (const Value* row : rows) items.push_back(Value::of_items(Kind::record, {row, width}));
  return Value::of_items(Kind::list, arena.copy(std::span<const Value>(items)));
}

/// Which of the pack's own tables holds records of this type; -1: none.
int table_of(const View& view, const base::RecordType* type) {
  const auto& tables = view.round->records;
  const auto at = std::ranges::find(tables, type, &intake::Table::type);
  return at == tables.end() ? -1 : static_cast<int>(at - tables.begin());
}

/// The record of `root` that has this id, as rules see it; null when there is none.
const Value* record_with(const View& view, std::uint16_t root, const Value& id, policy::Facts& facts) {
  if (!id.answered()) return nullptr;
  const intake::Round& round = *view.round;
  if (root == root::application) {
    const int row = round.applications.find(id.str());
    if (row < 0) return nullptr;
    turn_to(view, static_cast<std::uint32_t>(row), facts);
    return view.rows[static_cast<std::size_t>(row)];
  }
  if (root == root::stream) {
    const int row = round.streams.find(id.str());
    if (row < 0) return nullptr;
    turn_to_stream(view, static_cast<std::uint32_t>(row), facts);
    return view.streams[static_cast<std::size_t>(row)];
  }
  if (root == root::member) {
    const int row = round.members.find(id.str());
    return row < 0 ? nullptr : round.members.rows[static_cast<std::size_t>(row)];
  }
  const int table = table_of(view, view.pack->roots[root].type);
  const int row = table < 0 ? -1 : round.records[static_cast<std::size_t>(table)].find(id.str());
  return row < 0 ? nullptr : view.own[static_cast<std::size_t>(table)][static_cast<std::size_t>(row)];
}

void add_reach(View& view, std::uint16_t of) {
  if (!view.reach.contains(of)) view.reach.emplace(of, policy::reach(*view.pack, of));
}

}  // namespace

void see_records(View& view) {
  const intake::Round& round = *view.round;
  for (const intake::Table& table : round.records) {
    const std::size_t width = table.type->fields.size();
    auto& rows = view.own.emplace_back();
    for (const Value* row : table.rows) rows.push_back(view.fractions.copy(std::span(row, width)).data());
  }
  const base::RecordType* type = view.pack->schema.find("records");
  view.records.resize(type == nullptr ? 0 : type->fields.size());
  for (std::size_t f = 0; f < view.records.size(); ++f) {
    const auto* item = type->fields[f].item_type;
    const auto list = [&](std::span<const Value* const> rows) { view.records[f] = list_of(rows, item->fields.size(), view.fractions); };
    if (f == intake::records_field::members) list(round.members.rows);
    else if (f == intake::records_field::organisations) list(round.organisations.rows);
    else if (const int t = table_of(view, item); t >= 0) list(std::vector<const Value*>(view.own[static_cast<std::size_t>(t)].begin(), view.own[static_cast<std::size_t>(t)].end()));
  }
  for (const auto& rule : view.pack->requirements) add_reach(view, rule.of);
  for (const auto& rule : view.pack->classifications) add_reach(view, rule.of);
  for (const auto& rule : view.pack->record_conflicts) add_reach(view, rule.of);
}

void follow(const View& view, std::uint16_t of, policy::Facts& facts) {
  facts.records[root::parameters] = view.parameters.data();   // until a stream comes into view
  if (const auto at = std::ranges::find(view.streams, facts.records[of]); of == root::stream && at != view.streams.end())
    turn_to_stream(view, static_cast<std::uint32_t>(at - view.streams.begin()), facts);
  const auto reach = view.reach.find(of);
  if (reach == view.reach.end()) return;
  for (const std::uint16_t root : reach->second.roots)
    if (root != root::panel && root != root::round) facts.records[root] = view.blank.data();
  for (const policy::Link& link : reach->second.links)
    if (const Value* found = record_with(view, link.root, facts.records[link.from][link.field], facts)) facts.records[link.root] = found;
}

void classify_records(View& view, policy::Work& work, const std::function<void(std::uint16_t, std::uint32_t, policy::Class)>& keep) {
  const policy::Pack& pack = *view.pack;
  for (std::uint16_t c = 0; c < pack.classifications.size(); ++c) {
    const policy::Classification& rule = pack.classifications[c];
    const int table = table_of(view, pack.roots[rule.of].type);
    if (table < 0) continue;
    auto& rows = view.own[static_cast<std::size_t>(table)];
    std::vector<std::string_view> codes(rows.size());   // put in when all are known: none may read another's by its place in a file
    policy::Facts facts = facts_of(view);
    for (std::uint32_t row = 0; row < rows.size(); ++row) {
      facts.records[rule.of] = rows[row];
      follow(view, rule.of, facts);
      policy::Class made = policy::classify(rule, facts, work);
      if (made.outcome == policy::Outcome::pass && rule.gives >= 0) codes[row] = view.fractions.copy(made.code);
      if (keep) keep(c, row, std::move(made));
      work.arena.clear();
    }
    for (std::uint32_t row = 0; row < rows.size() && rule.gives >= 0; ++row) {
      const auto& words = pack.roots[rule.of].type->fields[static_cast<std::size_t>(rule.gives)].words;
      const auto word = std::ranges::find(words, codes[row]);
      if (codes[row].empty()) continue;
      rows[row][rule.gives] = words.empty() ? Value::of_text(codes[row]) : Value::of_word(codes[row], static_cast<std::uint16_t>(word - words.begin()));
    }
  }
}

}  // namespace remit::engine
