#include "cli/test_from.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

#include "base/file.hpp"
#include "base/text.hpp"
#include "cli/session.hpp"
#include "cli/test_report.hpp"
#include "cli/whole_files.hpp"
#include "study/from_record.hpp"

namespace remit::cli {

using intake::Json;

namespace {

// The records in a file: one, a document of them, or one on each line.
std::vector<Json> records_in(const std::string& path) {
  const std::string bytes = base::read_file(path);
  std::vector<Json> records;
  if (path.ends_with(".ndjson") || path.ends_with(".jsonl")) {
    std::string_view rest = bytes;
    while (!rest.empty()) {
      const std::string_view line = rest.substr(0, rest.find('\n'));
      if (!base::trim(line).empty()) records.push_back(intake::read_json(line, path));
      rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    }
    return records;
  }
  Json one = intake::read_json(bytes, path);
  if (one["format"].str() == "remit.decision/1") return one["records"].items;
  records.push_back(std::move(one));
  return records;
}

Json chosen(const FromOptions& o) {
  std::vector<Json> records = records_in(o.records);
  std::vector<std::string> ids;
  for (Json& record : records) {
    if (record["format"].str() != "remit.record/1") base::refuse({"NO_RECORD", o.records, 0, 0, {}, "this is no record of `remit decide`: its format is not remit.record/1", {}, {}});
    ids.push_back(record["application"].str());
    if (ids.back() == o.application || (o.application.empty() && records.size() == 1)) return std::move(record);
  }
  const std::string near = base::nearest(o.application, ids);
  base::refuse({"UNKNOWN_ID", o.records, 0, 0, {}, o.application.empty() ? "it holds " + std::to_string(records.size()) + " records: say which with `--application`"
                : "it holds no record of `" + base::printable(o.application, 60) + "`" + (near.empty() ? "" : "; the nearest is `" + near + "`"), {}, {}});
}

bool is_plain(const Json& value) { return value.items.empty() && value.members.empty(); }

// What holds nothing but plain values stands on one line: as people write cases.
void write_readable(const Json& value, std::size_t depth, std::string& out) {
  const bool object = value.kind == Json::Kind::object;
  if (std::ranges::all_of(value.items, is_plain) && std::ranges::all_of(value.members, [](const auto& m) { return is_plain(m.second); }) && depth > 0) return intake::write_canonical_json(value, out);
  const std::string margin(2 * depth + 2, ' ');
  out += object ? "{" : "[";
  bool first = true;
  const auto next = [&] {
    out += first ? "\n" + margin : ",\n" + margin;
    first = false;
  };
  for (const auto& [key, inner] : value.members) {
    next();
    intake::write_json_text(key, out);
    out += ": ";
    write_readable(inner, depth + 1, out);
  }
  for (const Json& inner : value.items) {
    next();
    write_readable(inner, depth + 1, out);
  }
  if (!first) out += "\n" + std::string(2 * depth, ' ');
  out += object ? "}" : "]";
}
std::string readable(const Json& value) {
  std::string out;
  write_readable(value, 0, out);
  return out + "\n";
}

Json* member(Json& of, std::string_view key) {
  const auto at = std::ranges::find(of.members, key, [](const auto& m) { return m.first; });
  return at == of.members.end() ? nullptr : &at->second;
}

// Takes out of the case what came out otherwise; says of which rules.
std::vector<std::string> leave_out(Json& one, const study::Result& result) {
  std::vector<std::string> left_out;
  Json* expect = member(one, "expect");
  for (const study::Difference& d : result.wrong) {
    left_out.push_back(d.about + (d.field.empty() ? "" : ": " + d.field));
    for (const char* key : {"findings", "conflicts"})
      if (Json* held = expect ? member(*expect, key) : nullptr)
        std::erase_if(held->items, [&](const Json& f) { return d.about.ends_with("rule `" + f["rule"].str() + "`"); });
    for (const auto& [field, key] : {std::pair{"eligibility", "eligibility"}, {"total", "totals"}, {"rank", "ranks"}, {"decision", "decisions"}, {"amount", "amounts"}, {"elements", "elements"}})
      if (expect && d.field == field) std::erase_if(expect->members, [key](const auto& m) { return m.first == key; });
  }
  if (expect) std::erase_if(expect->members, [](const auto& m) { return m.second.items.empty() && m.second.members.empty(); });
  return left_out;
}

}  // namespace

int test_from_record(const FromOptions& o, const std::function<std::unique_ptr<study::Bench>()>& make) {
  const Json record = chosen(o);
  if (o.round.empty()) base::refuse({"MISSING_ROUND", o.records, 0, 0, "--round", "a record does not hold the whole application: add `--round` with the folder that it was decided from", {}, {}});
  Wanted wanted;
  wanted.round = o.round;
  wanted.pack = o.pack;
  wanted.what_if = true;
  const Session session = open_round(wanted);
  const Json document = intake::read_json(*session.source.round->bytes, session.source.round->name);
  study::FromRecord made = study::case_from(record, document, *session.round, *session.pack);
  const std::filesystem::path tests = std::filesystem::path(session.pack->place) / "tests";
  const auto base = tests / (made.name + "_base.json"), cases = tests / (made.name + ".json");
  WholeFiles files;
  files.add(base, readable(made.base));
  files.add(cases, readable(made.cases));
  files.keep();
  const auto bench = make();
  const auto& all = bench->suite().cases;
  const auto at = std::ranges::find_if(all, [&](const study::Case& c) { return c.file == cases.string(); });
  const study::Result result = bench->run(*at);
  std::string out = cases.string() + "\n" + base.string() + "\n";
  if (!result.wrong.empty()) {
    out += "left out of what is expected, for it came out otherwise without the other streams of the round:\n";
    for (const std::string& said : leave_out(made.cases.items.front(), result)) out += "  " + said + "\n";
    write_file(cases, readable(made.cases));
  }
  print(out + "names, titles, ids and free text are replaced; read both files before you share them, and take out what the case is not about\n");
  return 0;
}

}  // namespace remit::cli
