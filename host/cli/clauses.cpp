#include "cli/clauses.hpp"

#include <algorithm>
#include <cctype>
#include <filesystem>

#include "cli/session.hpp"
#include "intake/json.hpp"

namespace remit::cli {

namespace fs = std::filesystem;

namespace {

class Collect {
 public:
  explicit Collect(std::map<std::string, Clause>& out) : out_(out) {}

  template <class Rules>
  void rules(const char* word, const Rules& all) {
    for (const auto& r : all) add(r.rows, word, r.id, r.clause, std::string(policy::word(r.force)));
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
};

void add_carriers(const policy::Pack& pack, std::map<std::string, Clause>& out) {
  Collect collect(out);
  collect.rules("criterion", pack.criteria);
  collect.rules("conflict", pack.conflicts);
  collect.rules("conflict", pack.record_conflicts);
  collect.rules("requirement", pack.requirements);
  collect.rules("classification", pack.classifications);
  collect.rules("decision", pack.decisions);
  collect.rules("appeal", pack.appeals);
  if (pack.marking) collect.add(pack.marking->rows, "marking", pack.marking->id, pack.marking->clause, std::string(policy::word(pack.marking->force)));
  for (const auto& p : pack.parameters) collect.add(p.rows, "parameter", p.id, p.clause, {});
  for (const auto& e : pack.entries) collect.add(e.rows, e.kind, e.id, e.clause, {});
  for (const auto& n : pack.no_provisions) collect.add(n.rows, "no_provision", n.id, n.clause, {});
}

std::vector<fs::path> cases_in(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code none;
  for (const auto& entry : fs::directory_iterator(folder, none))
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  std::ranges::sort(files);
  return files;
}

void add_proofs(const policy::Pack& pack, std::map<std::string, Clause>& out) {
  for (const fs::path& file : cases_in(fs::path(pack.place) / "tests")) {
    const intake::Json cases = intake::read_json(read_file(file.string()), file.string());
    if (cases.kind != intake::Json::Kind::list) continue;   // a round that cases begin with
    for (const intake::Json& one : cases.items)
      for (const intake::Json& row : one["rows"].items) out[row.str()].proved_by.push_back(file.filename().string() + ": " + one["name"].str());
  }
}

bool is_row(std::string_view cell) {
  const auto dash = cell.find('-');
  const auto upper = [](unsigned char c) { return std::isupper(c) != 0; };
  const auto digit = [](unsigned char c) { return std::isdigit(c) != 0; };
  return dash != cell.npos && dash > 0 && dash + 1 < cell.size() && std::ranges::all_of(cell.substr(0, dash), upper) && std::ranges::all_of(cell.substr(dash + 1), digit);
}

// "| WI-042 | 8.0 s1 | ..." of SOURCES.md: the rows that there are, and where they stand in the source.
void add_sources(const policy::Pack& pack, std::map<std::string, Clause>& out) {
  const fs::path file = fs::path(pack.place) / "SOURCES.md";
  if (!fs::exists(file)) return;
  const std::string text = read_file(file.string());
  std::string_view rest = text;
  while (!rest.empty()) {
    std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    if (!line.starts_with("| ")) continue;
    line.remove_prefix(2);
    const auto end = line.find(" | ");
    if (end == line.npos || !is_row(line.substr(0, end))) continue;
    Clause& at = out[std::string(line.substr(0, end))];
    line.remove_prefix(end + 3);
    if (at.carried_by.empty()) at.ref = line.substr(0, line.find(" | "));
  }
}

}  // namespace

std::map<std::string, Clause> clauses_of(const policy::Pack& pack) {
  std::map<std::string, Clause> out;
  add_carriers(pack, out);
  add_proofs(pack, out);
  add_sources(pack, out);
  return out;
}

}  // namespace remit::cli
