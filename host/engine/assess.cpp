#include "engine/assess.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "engine/ask.hpp"
#include "engine/steps.hpp"

namespace remit::engine {

using base::Value;
using policy::Outcome;
namespace root = policy::root;

namespace {

Said say(std::uint16_t index, const policy::Rule& rule, const policy::Facts& facts, policy::Work& work) {
  Said said{index, ask(rule, facts, work), work.reads, work.cause, {}};
  if (said.outcome == Outcome::fail || said.outcome == Outcome::refer) said.words = words_of(*rule.test, facts, work, said.outcome);
  if (said.words.message.empty()) said.words.message = rule.title;
  work.arena.clear();
  return said;
}

/// Asks what a pack asks of records of one kind.
class Asker {
 public:
  Asker(Assessed& out, policy::Work& work) : out_(out), pack_(*out.view.pack), work_(work) {}

  /// `of`: the root; `row`: the record as rules see it. Field 0 is the id of each kind.
  Assessment ask_about(std::uint16_t of, const Value* row) {
    Assessment made;
    made.type = pack_.roots[of].name;
    made.id = row[0].str();
    const base::RecordType& type = *pack_.roots[of].type;
    for (const char* name : {"title", "name"})
      if (const int at = type.find(name); at >= 0 && made.title.empty()) made.title = row[at].str();
    policy::Facts facts = facts_of(out_.view);
    facts.records[of] = row;
    follow(out_.view, of, facts);
    for (std::uint16_t r = 0; r < pack_.requirements.size(); ++r) {
      const policy::Requirement& rule = pack_.requirements[r];
      if (rule.of == of && rule.use < 0 && (of != root::stream || rule.runs_in(made.id))) made.findings.push_back(say(r, rule, facts, work_));
    }
    for (std::uint16_t c = 0; c < pack_.record_conflicts.size(); ++c) {
      const policy::Conflict& rule = pack_.record_conflicts[c];
      if (rule.of != of) continue;
      Said said = say(c, rule, facts, work_);
      if (said.outcome != Outcome::fail && said.outcome != Outcome::error) continue;
      made.conflicts.push_back({std::move(said), {}});
      if (const Value* member = facts.records[root::member]) made.conflicts.back().member = member[intake::member_field::id].str();
    }
    return made;
  }

  /// What a classification says of a record that is no table's: those were asked before everything else.
  void classify(std::uint16_t of, const Value* row, Assessment& made) {
    policy::Facts facts = facts_of(out_.view);
    facts.records[of] = row;
    follow(out_.view, of, facts);
    for (std::uint16_t c = 0; c < pack_.classifications.size(); ++c)
      if (pack_.classifications[c].of == of) made.classifications.push_back(class_of(c, policy::classify(pack_.classifications[c], facts, work_)));
  }

  SaidClass class_of(std::uint16_t index, policy::Class found) const {
    SaidClass said;
    said.said = {index, found.outcome, work_.reads, {}, {}};
    (found.outcome == Outcome::error ? said.said.cause : said.said.words.message) = std::move(found.message);
    said.code = std::move(found.code);
    said.clause = std::move(found.clause);
    return said;
  }

 private:
  Assessed& out_;
  const policy::Pack& pack_;
  policy::Work& work_;
};

std::set<std::uint16_t> subjects(const policy::Pack& pack) {
  std::set<std::uint16_t> of;
  for (const auto& rule : pack.requirements) of.insert(rule.of);
  for (const auto& rule : pack.classifications) of.insert(rule.of);
  for (const auto& rule : pack.record_conflicts) of.insert(rule.of);
  of.erase(root::application);
  return of;
}

/// The records of one kind, as rules see them.
struct Rows {
  std::vector<const Value*> seen;
  bool own = false;   // of a type of the pack's own
};
Rows rows_of(const View& view, std::uint16_t of) {
  const intake::Round& round = *view.round;
  if (of == root::round) return {{round.header}, false};
  if (of == root::panel) return {view.panel[intake::panel_field::id].answered() ? std::vector{view.panel} : std::vector<const Value*>(), false};
  if (of == root::stream) return {view.streams, false};
  if (of == root::member) return {round.members.rows, false};
  for (std::size_t t = 0; t < round.records.size(); ++t)
    if (round.records[t].type == view.pack->roots[of].type) return {{view.own[t].begin(), view.own[t].end()}, true};
  return {};
}

/// The fields of `records` by how many records they list.
std::vector<std::size_t> sizes_of_lists(const intake::Round& round, const policy::Pack& pack) {
  std::vector<std::size_t> sizes{round.members.size(), round.organisations.size()};
  for (const auto& table : round.records) sizes.push_back(table.size());
  sizes.resize(pack.roots[root::records].type->fields.size());
  return sizes;
}

class Looks {
 public:
  Looks(const intake::Round& round, const policy::Pack& pack) : round_(round), pack_(pack), sizes_(sizes_of_lists(round, pack)) {}

  void add(const policy::Rule& rule, const policy::Test& test, std::uint16_t of) {
    std::size_t looks = 0;
    for (const auto& walk : test.prospect().walks) {
      std::size_t steps = asked_of(of);
      for (const std::uint16_t list : walk) steps = std::min(steps * sizes_[list], most_looks + 1);   // each factor is below 2^32
      looks = std::min(looks + steps, most_looks + 1);
    }
    all_ += looks;
    if (looks > most_) {
      most_ = looks;
      rule_ = &rule;
    }
  }
  void refuse() const {
    if (all_ <= most_looks) return;
    base::refuse({"TOO_MUCH_WORK", rule_->file, rule_->line, 0, {}, "`" + rule_->id + "` would look through too many records of this round: the rules of a pack may look at " +
                  std::to_string(most_looks) + " in all, counted for each record that they are asked of", {}, rule_->id});
  }

 private:
  std::size_t asked_of(std::uint16_t of) const {
    if (of == root::round || of == root::panel) return 1;
    if (of == root::application) return round_.applications.size();
    if (of == root::stream) return round_.streams.size();
    if (of == root::member) return round_.members.size();
    for (const auto& table : round_.records)
      if (table.type == pack_.roots[of].type) return table.size();
    return 0;
  }

  const intake::Round& round_;
  const policy::Pack& pack_;
  std::vector<std::size_t> sizes_;
  std::size_t all_ = 0, most_ = 0;
  const policy::Rule* rule_ = nullptr;
};

}  // namespace

void check_looks(const intake::Round& round, const policy::Pack& pack) {
  if (round.records.empty() && round.members.size() + round.organisations.size() < 100) return;
  Looks looks(round, pack);
  for (const auto& rule : pack.criteria) looks.add(rule, *rule.test, root::application);
  for (const auto& rule : pack.conflicts) looks.add(rule, *rule.test, root::application);
  for (const auto& rule : pack.requirements) looks.add(rule, *rule.test, rule.of);
  for (const auto& rule : pack.record_conflicts) looks.add(rule, *rule.test, rule.of);
  for (const auto& rule : pack.classifications)
    for (const auto& c : rule.cases) looks.add(rule, *c.when, rule.of);
  looks.refuse();
}

std::vector<std::string> assessed_types(const policy::Pack& pack) {
  std::vector<std::string> names;
  for (const std::uint16_t of : subjects(pack)) names.push_back(pack.roots[of].name);
  std::ranges::sort(names);
  return names;
}

Assessed assess(const intake::Round& round, const policy::Pack& pack) {
  Assessed out;
  out.view = look_at(round, pack);
  const auto work = pack.start_work();
  Asker asker(out, *work);

  // Classes first: requirements read them. From here on the view's records hold them.
  std::map<std::pair<std::uint16_t, std::uint32_t>, std::vector<SaidClass>> classes;   // by root and row
  classify_records(out.view, *work, [&](std::uint16_t c, std::uint32_t row, policy::Class found) {
    classes[{pack.classifications[c].of, row}].push_back(asker.class_of(c, std::move(found)));
  });

  for (const std::uint16_t of : subjects(pack)) {
    const Rows rows = rows_of(out.view, of);
    for (std::uint32_t row = 0; row < rows.seen.size(); ++row) {
      Assessment made = asker.ask_about(of, rows.seen[row]);
      if (rows.own) made.classifications = std::move(classes[{of, row}]);
      else asker.classify(of, rows.seen[row], made);
      out.records.push_back(std::move(made));
    }
  }
  std::ranges::sort(out.records, {}, [](const Assessment& a) { return std::pair(std::string_view(a.type), std::string_view(a.id)); });
  return out;
}

}  // namespace remit::engine
