#include "cli/clauses.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

#include "base/file.hpp"
#include "base/text.hpp"
#include "cli/session.hpp"
#include "intake/csv_rows.hpp"
#include "intake/json.hpp"
#include "study/cases.hpp"

namespace remit::cli {

namespace fs = std::filesystem;

namespace {

class Collect {
 public:
  Collect(const policy::Pack& pack, std::map<std::string, Clause>& out) : out_(out) {
    for (const auto& layer : pack.layers)
      if (!layer.themes.empty()) taken_.insert(layer.id);
  }
  // What was taken from another pack carries rows of that pack's source, not of this one's.
  bool own(const std::string& layer) const { return !taken_.contains(layer); }

  template <class Rules>
  void rules(const char* word, const Rules& all) {
    for (const auto& r : all)
      if (own(r.layer)) add(r.rows, word, r.id, r.clause, std::string(policy::word(r.force)));
  }
  void add(const std::vector<std::string>& rows, const std::string& word, const std::string& id, const std::string& clause, const std::string& force) {
    for (const auto& row : rows) {
      Clause& at = out_[row];
      if (at.carried_by.empty()) {
        at.ref = clause;
        at.kind = word;
        at.force = force;
      }
      if (std::string by = word + " " + id; std::ranges::find(at.carried_by, by) == at.carried_by.end()) at.carried_by.push_back(std::move(by));
    }
  }

 private:
  std::map<std::string, Clause>& out_;
  std::set<std::string> taken_;
};

void add_carriers(const policy::Pack& pack, std::map<std::string, Clause>& out) {
  Collect collect(pack, out);
  collect.rules("criterion", pack.criteria);
  collect.rules("conflict", pack.conflicts);
  collect.rules("conflict", pack.record_conflicts);
  collect.rules("requirement", pack.requirements);
  collect.rules("classification", pack.classifications);
  collect.rules("decision", pack.decisions);
  collect.rules("appeal", pack.appeals);
  if (pack.marking) collect.add(pack.marking->rows, "marking", pack.marking->id, pack.marking->clause, std::string(policy::word(pack.marking->force)));
  for (const auto& p : pack.parameters)
    if (collect.own(p.layer)) collect.add(p.rows, "parameter", p.id, p.clause, {});
  for (const auto& e : pack.entries)
    if (collect.own(e.layer)) collect.add(e.rows, e.kind, e.id, e.clause, {});
  for (const auto& n : pack.no_provisions)
    if (collect.own(n.layer)) collect.add(n.rows, "no_provision", n.id, n.clause, {});
}

void add_proofs(const policy::Pack& pack, std::map<std::string, Clause>& out) {
  for (const fs::path& file : study::files_of_cases(fs::path(pack.place) / "tests")) {
    const intake::Json cases = intake::read_json(base::read_file(file.string()), file.string());
    if (cases.kind != intake::Json::Kind::list) continue;   // a round that cases begin with
    for (const intake::Json& one : cases.items)
      for (const intake::Json& row : one["rows"].items) out[row.str()].proved_by.push_back(file.filename().string() + ": " + one["name"].str());
  }
}

// row,ref,kind,force: every item of the source, in its order.
void add_list(const policy::Pack& pack, std::map<std::string, Clause>& out) {
  const fs::path path = fs::path(pack.place) / "clauses.csv";
  if (!fs::exists(path)) return;
  const std::string bytes = base::read_file(path.string());
  const intake::FileText file(path.string(), bytes);
  intake::Mistakes mistakes;
  bool heading = true;
  const std::vector<std::string_view> columns{"row", "ref", "kind", "force"};
  intake::read_csv(file, mistakes, [&](const intake::CsvRow& row) {
    if (heading ? row.cells != columns : row.cells.size() != columns.size())
      mistakes.add(base::Problem{"BAD_ROW", file.name(), row.line, 0, {}, "a list of clauses has the columns row, ref, kind, force", {}, {}});
    else if (!heading) {
      Clause& at = out[std::string(row.cells[0])];
      at.ref = row.cells[1];
      at.kind = row.cells[2];
      at.force = row.cells[3];
    }
    heading = false;
  });
  mistakes.refuse_if_any();
}

// The last cell of each line of the table in SOURCES.md, by row; what stands above the table goes to `intro`.
std::map<std::string, std::string> states_in(const std::string& text, std::string& intro) {
  std::map<std::string, std::string> states;
  const auto table = text.find("| row | clause |");
  intro = text.substr(0, table);
  if (table == text.npos) return states;
  std::string_view rest = std::string_view(text).substr(table);
  while (!rest.empty()) {
    std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    const auto last = line.rfind(" | ");
    if (!line.starts_with("| ") || !line.ends_with(" |") || last == line.npos || last < 2) continue;
    states[std::string(line.substr(2, line.find(" | ", 2) - 2))] = line.substr(last + 3, line.size() - last - 5);
  }
  return states;
}

// "proved: governance, money", with what people said is still open.
std::string state_of(const Clause& clause, const std::string& said) {
  if (clause.open()) return said.starts_with("open: ") ? said : "open: nothing carries it";
  if (clause.proved_by.empty()) return said.empty() ? "open: no case proves it" : said;
  std::set<std::string> files;
  for (const auto& by : clause.proved_by) files.insert(by.substr(0, by.find(".json")));
  std::string proved = base::join_and(std::vector<std::string>(files.begin(), files.end()), ", ");
  const auto open = said.find("; open: ");
  return said.starts_with("proved in part") && open != said.npos ? "proved in part: " + proved + said.substr(open) : "proved: " + proved;
}

}  // namespace

std::map<std::string, Clause> clauses_of(const policy::Pack& pack) {
  std::map<std::string, Clause> out;
  add_carriers(pack, out);
  add_proofs(pack, out);
  add_list(pack, out);
  return out;
}

bool Clause::decides() const {
  static constexpr std::string_view kinds[] = {"eligibility", "scoring", "conflict", "appeal", "decision"};
  return std::ranges::find(kinds, kind) != std::end(kinds);
}

std::string sources_of(const policy::Pack& pack, const std::map<std::string, Clause>& clauses) {
  const fs::path file = fs::path(pack.place) / "SOURCES.md";
  std::string out;
  const auto said = states_in(fs::exists(file) ? base::read_file(file.string()) : "# What carries the source: " + pack.title + "\n\n", out);
  if (clauses.empty()) return out;
  out += "| row | clause | carried by | state |\n|---|---|---|---|\n";
  for (const auto& [id, clause] : clauses) {
    std::vector<std::string> carriers;
    for (const auto& by : clause.carried_by)
      if (std::string name = "`" + by.substr(by.find(' ') + 1) + "`"; std::ranges::find(carriers, name) == carriers.end()) carriers.push_back(std::move(name));
    const auto there = said.find(id);
    out += "| " + id + " | " + clause.ref + " | " + base::join_and(carriers, ", ") + " | " + state_of(clause, there == said.end() ? std::string() : there->second) + " |\n";
  }
  return out;
}

}  // namespace remit::cli
