#include "import/round_files.hpp"

#include <algorithm>
#include <array>
#include <memory>

namespace remit::import {

using intake::Json;

namespace {

/// Two spaces a level; what has no lists or groups inside stays on one line.
void write_pretty(const Json& value, std::size_t level, std::string& out) {
  const auto flat = [](const Json& v) {
    const auto simple = [](const Json& inner) { return inner.kind != Json::Kind::list && inner.kind != Json::Kind::object; };
    return std::ranges::all_of(v.items, simple) && std::ranges::all_of(v.members, [&](const auto& m) { return simple(m.second); });
  };
  const std::string inner(2 * (level + 1), ' ');
  if (value.kind == Json::Kind::list && !(flat(value) && value.items.size() < 5)) {
    out += "[\n";
    for (std::size_t i = 0; i < value.items.size(); ++i) {
      out += inner;
      write_pretty(value.items[i], level + 1, out);
      out += i + 1 < value.items.size() ? ",\n" : "\n";
    }
    out += std::string(2 * level, ' ') + ']';
  } else if (value.kind == Json::Kind::object && !(flat(value) && level > 0)) {
    out += "{\n";
    for (std::size_t i = 0; i < value.members.size(); ++i) {
      out += inner;
      intake::write_json_text(value.members[i].first, out);
      out += ": ";
      write_pretty(value.members[i].second, level + 1, out);
      out += i + 1 < value.members.size() ? ",\n" : "\n";
    }
    out += std::string(2 * level, ' ') + '}';
  } else {
    intake::write_canonical_json(value, out);
  }
}

std::string scores_csv(const Json& scores) {
  constexpr std::array<const char*, 6> keys = {"member", "application", "measure", "part", "score", "justification"};
  const bool parts = std::ranges::any_of(scores.items, [](const Json& s) { return s.has("part"); });
  std::string out;
  const auto row = [&](auto&& cell) {
    std::vector<std::string> cells;
    for (const char* key : keys)
      if (parts || std::string_view(key) != "part") cells.push_back(cell(key));
    append_csv_row(cells, out);
  };
  row([](const char* key) { return std::string(key); });
  for (const Json& score : scores.items) row([&](const char* key) { return score[key].str(); });
  return out;
}

std::string lines_of(const Json& list) {
  std::string out;
  for (const Json& item : list.items) {
    intake::write_canonical_json(item, out);
    out += '\n';
  }
  return out;
}

}  // namespace

void append_csv_row(const std::vector<std::string>& cells, std::string& out) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out += ',';
    if (cells[i].find_first_of(",;\"\r\n\t") == std::string::npos) {
      out += cells[i];
      continue;
    }
    out += '"';
    for (const char c : cells[i]) out += c == '"' ? std::string("\"\"") : std::string(1, c);
    out += '"';
  }
  out += '\n';
}

std::vector<RoundFile> files_of(const Json& round, const std::vector<std::string>& own) {
  Json head = round;
  std::erase_if(head.members, [&](const auto& m) { return m.first == "applications" || m.first == "scores" || std::ranges::find(own, m.first) != own.end(); });
  std::vector<RoundFile> out(1);
  out[0].name = "round.json";
  write_pretty(head, 0, out[0].bytes);
  out[0].bytes += '\n';
  if (round.has("applications")) out.push_back({"applications.ndjson", lines_of(round["applications"])});
  if (round.has("scores")) out.push_back({"scores.csv", scores_csv(round["scores"])});
  for (const std::string& table : own) {
    if (!round.has(table)) continue;
    std::string bytes;
    write_pretty(round[table], 0, bytes);
    out.push_back({table + ".json", bytes + '\n'});
  }
  return out;
}

intake::Source source_of(const std::vector<RoundFile>& files, const std::string& place) {
  intake::Source source;
  source.place = place;
  for (const RoundFile& file : files) {
    const intake::Source::File made{file.name, std::make_shared<const std::string>(file.bytes)};
    if (file.name == "round.json") source.round = made;
    else if (file.name == "applications.ndjson") source.applications_ndjson = made;
    else if (file.name == "scores.csv") source.scores = made;
    else if (file.name == "appeals.json") source.appeals = made;
    else source.tables.push_back(made);
  }
  return source;
}

base::Problem told_of_cells(base::Problem problem, const Origins& origins) {
  std::string path = problem.field;
  if (problem.file == "applications.ndjson" && problem.line > 0) path = "applications[" + std::to_string(problem.line) + "]." + path;
  else if (problem.file == "scores.csv" && problem.line > 1) path = "scores[" + std::to_string(problem.line - 1) + "]." + path;
  else if (problem.file.ends_with(".json") && problem.file != "round.json" && path.starts_with('[')) path = problem.file.substr(0, problem.file.size() - 5) + path;
  else if (path.starts_with("panel.members")) path = path.substr(6);
  std::string record = path, rest;
  auto at = origins.find(record);
  while (at == origins.end() && !record.empty()) {   // "applications[3].elements[2].cost": the longest that is a record
    const std::size_t dot = record.rfind('.');
    record.resize(dot == record.npos ? 0 : dot);
    at = origins.find(record);
  }
  problem.line = problem.column = 0;
  if (at == origins.end()) {
    problem.file.clear();
    return problem;
  }
  rest = path.substr(std::min(record.size() + (record.empty() ? 0 : 1), path.size()));
  const Origin& origin = at->second;
  const auto cell = origin.cells.find(rest.substr(0, rest.find('[')));
  problem.file = origin.file + ", sheet `" + origin.sheet + "`" + (cell != origin.cells.end() ? ", cell " + cell->second : ", row " + std::to_string(origin.row + 1));
  problem.field = rest;
  return problem;
}

}  // namespace remit::import
