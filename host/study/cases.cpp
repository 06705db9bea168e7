#include "study/cases.hpp"

#include <algorithm>
#include <tuple>

#include "base/file.hpp"
#include "base/problem.hpp"
#include "base/text.hpp"
#include "study/expectations.hpp"

namespace remit::study {

namespace fs = std::filesystem;
using intake::Json;

namespace {

class Reader {
 public:
  explicit Reader(const fs::path& folder) : folder_(folder) {}

  Suite read() {
    std::vector<std::pair<fs::path, Json>> lists;
    for (const fs::path& path : files_of_cases(folder_ / "tests")) {
      Json held = intake::read_json(base::read_file(path), path.string());
      if (held.kind == Json::Kind::list) lists.emplace_back(path, std::move(held));
      else suite_.bases.emplace(path.filename().string(), std::move(held));
    }
    for (const auto& [path, list] : lists) read_list(path, list, {});
    for (const fs::path& path : files_of_cases(folder_ / "tests" / "rounds")) read_of_round(path, path.stem().string());
    std::vector<fs::path> rounds;
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(folder_ / "rounds", none))
      if (fs::exists(entry.path() / "expected.json")) rounds.push_back(entry.path());
    std::ranges::sort(rounds);
    for (const fs::path& round : rounds) read_of_round(round / "expected.json", round.filename().string());
    if (!problems_.empty()) throw base::Refused{std::move(problems_), 2};
    return std::move(suite_);
  }

 private:
  void wrong(const std::string& file, int line, std::string code, std::string message) {
    problems_.push_back({std::move(code), file, line, 0, {}, std::move(message), {}, {}});
  }

  void read_of_round(const fs::path& path, const std::string& name) {
    const Json held = intake::read_json(base::read_file(path), path.string());
    if (held.kind != Json::Kind::list) return;   // of a test of its own
    read_list(path, held, folder_ / "rounds" / name);
  }

  void read_list(const fs::path& path, const Json& list, const fs::path& round) {
    const std::vector<std::pair<int, int>> places = places_of_items(base::read_file(path));
    const std::size_t first = suite_.cases.size();
    for (std::size_t i = 0; i < list.items.size(); ++i) read_case(path.string(), i < places.size() ? places[i] : std::pair(0, 0), list.items[i], round, first);
  }

  void read_case(const std::string& file, const std::pair<int, int>& place, const Json& json, const fs::path& round, std::size_t first) {
    const int line = place.first;
    static const std::vector<std::string> keys{"name", "rows", "clause", "command", "base", "like", "change", "expect", "policy", "arguments", "as_of", "type", "format", "every_rule", "every_rule_but", "note"};
    if (json.kind != Json::Kind::object) return wrong(file, line, "WRONG_TYPE", "a case is written in braces: {\"name\": ..., \"change\": {...}, \"expect\": {...}}");
    Case made;
    made.file = file;
    std::tie(made.line, made.column) = place;
    made.name = json["name"].str().empty() && !round.empty() ? "the example round " + round.filename().string() : json["name"].str();
    for (const auto& [key, value] : json.members) {
      if (std::ranges::find(keys, key) != keys.end()) continue;
      const std::string near = base::nearest(key, keys);
      wrong(file, line, "UNKNOWN_KEY", "a case has no `" + base::printable(key, 60) + "`" + (near.empty() ? "" : "; the nearest is `" + near + "`"));
    }
    if (made.name.empty()) wrong(file, line, "MISSING_KEY", "the case has no `name`: say in a few words what happens in it");
    if (!json["like"].is_null() && !take_after(json["like"].str(), made, first)) {
      std::vector<std::string> names;
      for (std::size_t i = first; i < suite_.cases.size(); ++i) names.push_back(suite_.cases[i].name);
      const std::string near = base::nearest(json["like"].str(), names);
      wrong(file, line, "UNKNOWN_CASE", "no case before this one is called `" + base::printable(json["like"].str(), 80) + "`" + (near.empty() ? "" : "; the nearest is `" + near + "`"));
    }
    fill(made, json, round);
    suite_.cases.push_back(std::move(made));
  }

  // A named case, changed further.
  bool take_after(const std::string& name, Case& made, std::size_t first) {
    for (std::size_t i = first; i < suite_.cases.size(); ++i) {
      const Case& other = suite_.cases[i];
      if (other.name != name) continue;
      made.command = other.command;
      made.base = other.base;
      made.as_of = other.as_of;
      made.type = other.type;
      made.change = other.change;
      made.policy = other.policy;
      return true;
    }
    return false;
  }

  void fill(Case& made, const Json& json, const fs::path& round) {
    made.clause = json["clause"].str();
    if (json["rows"].kind == Json::Kind::text) made.rows.push_back(json["rows"].text);
    for (const Json& row : json["rows"].items) made.rows.push_back(row.str());
    read_command(made, json);
    for (const auto& change : json["change"].members) made.change.members.push_back(change);
    made.change.kind = Json::Kind::object;
    if (!json["policy"].is_null()) made.policy = json["policy"];
    made.expect = json["expect"];
    if (made.expect.members.empty()) wrong(made.file, made.line, "MISSING_KEY", "it expects nothing: say what must follow in `expect`");
    for (std::string& said : unknown_expectations(made.expect)) wrong(made.file, made.line, "UNKNOWN_KEY", std::move(said));
    if (!made.format.empty() && made.format != "text" && made.format != "html" && made.format != "csv")
      wrong(made.file, made.line, "UNKNOWN_FORMAT", "the `format` of a case is text, html or csv, not `" + base::printable(made.format, 40) + "`");
    if (!made.format.empty() && (made.command != Command::decide || reads_document(made.expect)))
      wrong(made.file, made.line, "WRONG_FORMAT", "a case with a `format` asks `decide`, and expects `text`, `text_none` or `exit` alone");
    if (!asks_remit(made.expect) || made.command == Command::check) return;
    if (!round.empty()) {
      made.round = round;
      if (!fs::exists(round / "round.json")) wrong(made.file, made.line, "NO_ROUND", "there is no example round " + round.string());
      return;
    }
    if (!json["base"].is_null()) made.base = json["base"].str();
    else if (made.base.empty()) made.base = "base.json";
    if (suite_.bases.contains(made.base)) return;
    std::vector<std::string> names;
    for (const auto& [name, document] : suite_.bases) names.push_back(name);
    wrong(made.file, made.line, "NO_BASE", "there is no base `" + base::printable(made.base, 60) + "` beside it" + (names.empty() ? "" : "; there is " + base::join_and(names)));
  }

  void read_command(Case& made, const Json& json) {
    static const std::vector<std::string> commands{"assess", "decide", "appeal", "check"};
    if (!json["command"].is_null()) {
      const auto at = std::ranges::find(commands, json["command"].str());
      if (at == commands.end()) wrong(made.file, made.line, "UNKNOWN_COMMAND", "`command` is assess, decide, appeal or check, not `" + base::printable(json["command"].str(), 40) + "`");
      else made.command = static_cast<Command>(at - commands.begin());
    }
    if (!json["as_of"].is_null()) made.as_of = json["as_of"].str();
    if (!json["type"].is_null()) made.type = json["type"].str();
    if (!json["format"].is_null()) made.format = json["format"].str();
    const auto& words = json["arguments"].items;
    for (std::size_t i = 0; i < words.size(); i += 2) {
      const std::string word = words[i].str(), value = i + 1 < words.size() ? words[i + 1].str() : "";
      if (word == "--as-of") made.as_of = value;
      else if (word == "--type") made.type = value;
      else if (word == "--format" && made.command == Command::decide) made.format = value;
      else wrong(made.file, made.line, "UNKNOWN_ARGUMENT", "`arguments` of a case are --as-of, --type and, of `decide`, --format, not `" + base::printable(word, 40) + "`");
    }
  }

  const fs::path folder_;
  Suite suite_;
  base::Problems problems_;
};

}  // namespace

std::vector<std::pair<int, int>> places_of_items(std::string_view bytes) {
  std::vector<std::pair<int, int>> places;
  std::size_t start = 0;   // of the line
  int line = 1, depth = 0;
  bool in_text = false, waiting = false;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const char c = bytes[i];
    if (c == '\n') {
      ++line;
      start = i + 1;
    }
    if (in_text) {
      if (c == '\\') ++i;
      else if (c == '"') in_text = false;
      continue;
    }
    if (c == ' ' || c == '\n' || c == '\t' || c == '\r') continue;
    if (depth == 1 && waiting && c != ']') {
      places.emplace_back(line, static_cast<int>(i - start) + 1);
      waiting = false;
    }
    if (c == '"') in_text = true;
    else if (c == '[' || c == '{') waiting = ++depth == 1;
    else if (c == ']' || c == '}') --depth;
    else if (c == ',' && depth == 1) waiting = true;
  }
  return places;
}

std::vector<fs::path> files_of_cases(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code none;
  for (const auto& entry : fs::directory_iterator(folder, none))
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  std::ranges::sort(files);
  return files;
}

Suite read_suite(const fs::path& folder) { return Reader(folder).read(); }

}  // namespace remit::study
