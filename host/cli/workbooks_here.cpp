// In `remit-workbook`: reads and writes workbooks.
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <iostream>

#include "base/file.hpp"
#include "base/problem.hpp"
#include "base/text.hpp"
#include "cli/redacting.hpp"
#include "cli/session.hpp"
#include "cli/whole_files.hpp"
#include "cli/workbooks.hpp"
#include "import/import.hpp"
#include "import/limits.hpp"
#include "intake/read_appeals.hpp"
#include "intake/round_text.hpp"
#include "lua/load.hpp"
#include "record/record.hpp"
#include "report/workbook_decision.hpp"
#include "report/workbook_round.hpp"

namespace remit::cli {

namespace fs = std::filesystem;

namespace {

using import::Imported;
using import::Mapping;
using import::Question;

std::string read_workbook(const std::string& path) {
  std::error_code fault;
  if (fs::is_directory(path, fault)) base::refuse({"NO_FILE", path, 0, 0, {}, "it is a folder; name the workbooks in it", {}, {}});
  if (const auto size = fs::file_size(path, fault); !fault && size > import::limits::workbook_bytes)
    base::refuse({"TOO_LARGE", path, 0, 0, {}, "the workbook is larger than " + std::to_string(import::limits::workbook_bytes >> 20) + " MiB", {}, {}});
  return base::read_file(path);
}

bool can_ask() { return ::isatty(STDIN_FILENO) == 1 && ::isatty(STDERR_FILENO) == 1; }

/// Asks one by one, and again what cannot be so; false when the person has had enough.
bool ask(const std::vector<Question>& questions, Mapping& mapping) {
  for (std::size_t i = 0; i < questions.size(); ++i) {
    const Question& q = questions[i];
    std::cerr << "\n" << i + 1 << " of " << questions.size() << ". " << q.about << (q.of.empty() ? "" : " of " + q.of) << ": `" << base::printable(q.what, 80) << "`\n  " << q.note << "\n  "
              << (q.suggestion.empty() ? "" : "Enter takes `" + q.suggestion + "`; ") << "- passes it over; ? stops and writes the mapping file\n";
    for (std::string line;;) {
      std::cerr << "> " << std::flush;
      if (!std::getline(std::cin, line)) return false;
      line = std::string(base::trim(line));
      if (line.empty()) line = q.suggestion;
      if (line.empty()) continue;
      if (line == "?") return false;
      const std::string wrong = import::refused_answer(q, line);
      if (wrong.empty()) {
        mapping.say(q, line);
        break;
      }
      std::cerr << "  " << wrong << "\n";
    }
  }
  return true;
}

void tell(const Imported& made) {
  for (const auto& note : made.notes) std::cerr << "note: " << note << "\n";
  for (const auto& problem : made.problems) std::cerr << problem.text() << "\n";
}

std::string map_path(const Importing& o) {
  if (!o.map.empty()) return o.map;
  std::string out = o.out;
  while (out.ends_with('/')) out.pop_back();
  return out + ".map.csv";
}

int leave_questions(const Importing& o, const Mapping& mapping, const std::vector<Question>& questions) {
  const std::string path = map_path(o);
  write_file(path, mapping.written(questions));
  for (const Question& q : questions) std::cerr << q.about << (q.of.empty() ? "" : " of " + q.of) << " `" << base::printable(q.what, 80) << "`: " << q.note << "\n";
  std::cerr << "\n" << questions.size() << (questions.size() == 1 ? " thing has" : " things have") << " to be said first; no round was written\n" << path
            << " lists them, and opens in a spreadsheet program: put what each is under `means` (a `?` marks what is only likely), then\n  remit import ";
  for (const auto& book : o.workbooks) std::cerr << book << ' ';
  std::cerr << "--out " << o.out << " --map " << path << (o.pack.empty() ? "" : " --pack " + o.pack) << "\n";
  return 2;
}

void refuse_what_is_there(const Importing& o, const Imported& made) {
  std::error_code none;
  if (!fs::exists(o.out, none) || (fs::is_directory(o.out, none) && fs::is_empty(o.out, none))) return;
  if (!fs::is_directory(o.out, none)) base::refuse({"EXISTS", o.out, 0, 0, {}, "it is a file; `--out` names the folder of a round", {}, {}});
  if (!o.replace) base::refuse({"EXISTS", o.out, 0, 0, {}, "there is something already; take another name, or write over it with `--replace`", {}, {}});
  for (const char* table : {"applications.csv", "applications.json", "organisations.csv", "organisations.json", "scores.csv"}) {
    const bool ours = std::ranges::any_of(made.files, [&](const auto& f) { return f.name == table; });
    if (!ours && fs::exists(fs::path(o.out) / table, none))
      base::refuse({"EXISTS", (fs::path(o.out) / table).string(), 0, 0, {}, "this table would stand beside what the workbook gives; move it away first", {}, {}});
  }
}

std::string counted(std::size_t n, const std::string& one) { return std::to_string(n) + ' ' + one + (n == 1 ? "" : "s"); }

int keep(const Importing& o, const Imported& made, const Mapping& mapping) {
  refuse_what_is_there(o, made);
  WholeFiles files;
  for (const auto& file : made.files) files.add(fs::path(o.out) / file.name, file.bytes);
  if (!o.map.empty()) files.add(o.map, mapping.written({}));
  files.keep();
  const std::string records = made.records > 0 ? counted(made.records, "record") + " of the pack's own types" : std::string();
  if (made.records_alone) {
    print(o.out + " holds the round " + made.id + ": " + records + "\n  remit assess " + o.out + "\n");
    return 0;
  }
  print(o.out + " holds the round " + made.id + ": " + counted(made.applications, "application") + ", " + counted(made.streams, "stream") + ", " + counted(made.members, "member") + " of the panel, " +
        counted(made.scores, "mark") + (made.appeals > 0 ? ", " + counted(made.appeals, "appeal") : "") + (records.empty() ? "" : ", " + records) + "\n  remit decide " + o.out + "\n");
  return 0;
}

/// A round as its workbook holds it: with its appeals, which stand in a file of their own.
intake::Json round_of_sheets(const intake::Source& source, const intake::Round& round, const base::Schema& schema) {
  intake::Json out = intake::read_json(intake::canonical_round(round, schema), "this round");
  if (!intake::holds_appeals(source)) return out;
  intake::Json appeals;
  appeals.kind = intake::Json::Kind::list;
  for (const intake::Appeal& appeal : intake::read_appeals(source, schema, round).list) appeals.items.push_back(intake::read_json(appeal.canonical, "an appeal"));
  if (!appeals.items.empty()) out.members.emplace_back("appeals", intake::AppealSheets::numbered(std::move(appeals)));
  return out;
}

/// The round of `folder`, as far as it is whole; null where it is not.
intake::Json example_in(const policy::Pack& pack, const fs::path& folder, bool records_alone) {
  try {
    intake::Source source = intake::open_source(folder.string());
    intake::open_tables(source, pack.schema);
    const auto round = intake::read_round(source, pack.schema, pack.scoring_on(0), {}, records_alone);
    return round_of_sheets(source, *round, pack.schema);
  } catch (const base::Refused&) {
    return {};
  }
}

/// The first round with applications that comes with the pack, else its first round of records; null where there is none.
intake::Json example_of(const policy::Pack& pack, const fs::path& folder) {
  std::vector<fs::path> rounds;
  std::error_code none;
  for (const auto& entry : fs::directory_iterator(folder / "rounds", none))
    if (fs::exists(entry.path() / "round.json", none)) rounds.push_back(entry.path());
  std::ranges::sort(rounds);
  for (const bool records_alone : {false, true})
    for (const fs::path& round : rounds)
      if (records_alone || fs::exists(round / "applications.ndjson", none))
        if (intake::Json example = example_in(pack, round, records_alone); !example.is_null()) return example;
  return {};
}

}  // namespace

void need_workbooks() {}

std::string workbook_of(const Deciding& deciding, const std::string& redact) {
  const policy::Pack& pack = *deciding.session.pack;
  const intake::DocumentTypes types(pack.schema);
  const intake::AppealSheets appeals(pack.schema);
  std::vector<intake::SheetPlan> plans = intake::sheet_plans(types);
  appeals.add_to(plans);
  const record::DecisionDocument document = record::read_document(redacted_for(redact, document_of(deciding)), "this round");
  if (!redact.empty()) return report::write_workbook(document, {}, {});
  return report::write_workbook(document, round_of_sheets(deciding.session.source, *deciding.session.round, pack.schema), plans);
}

int write_new_workbook(const std::string& name, const std::string& out) {
  const auto pack = open_pack(name);
  const fs::path to = out.empty() ? fs::path(pack->id + ".xlsx") : fs::path(out);
  const fs::path filled = to.parent_path() / (to.stem().string() + "-example" + to.extension().string());
  std::error_code none;
  for (const fs::path& path : {to, filled})
    if (fs::exists(path, none)) base::refuse({"EXISTS", path.string(), 0, 0, {}, "there is something already; take another name with `--out`", {}, {}});
  const intake::DocumentTypes types(pack->schema);
  const intake::AppealSheets appeals(pack->schema);
  std::vector<intake::SheetPlan> plans = intake::sheet_plans(types);
  const intake::Json example = example_of(*pack, lua::find_pack(name, pack_places()));
  WholeFiles files;
  if (example.has("appeals")) appeals.add_to(plans);
  files.add(to, report::new_workbook(plans, pack->id, example, false));
  if (!example.is_null()) files.add(filled, report::new_workbook(plans, pack->id, example, true));
  files.keep();
  print(to.string() + " is a workbook for a round of " + pack->id + "; its first sheet says what each column holds\n");
  if (!example.is_null()) print(filled.string() + " is the same, filled in with an invented round\n");
  print("  remit import " + to.string() + " --out rounds/NAME\n");
  return 0;
}

int import_workbooks(const Importing& o) {
  std::vector<import::Workbook> books;
  for (const auto& path : o.workbooks) books.push_back(import::open_workbook(path, read_workbook(path)));
  std::error_code none;
  Mapping mapping = !o.map.empty() && fs::exists(o.map, none) ? Mapping(o.map, base::read_file(o.map)) : Mapping();
  for (bool asked = false;; asked = true) {   // round again once the questions are answered
    std::string pack_name = o.pack.empty() ? import::named_pack(books, mapping) : o.pack;
    std::vector<Question> questions;
    Imported made;
    if (pack_name.empty()) {
      questions.push_back({"fact", "round", "partnership", {}, "which partnership's pack decides this round? its id, such as northern-ireland; or name it with --pack"});
    } else {
      const auto pack = open_pack(pack_name);
      if (pack->procedure == "each/1") base::refuse({"NOT_LINES", {}, 0, 0, {}, "the pack `" + pack->id + "` decides each application by itself, without a round", {}, {}});
      try {
        made = import::import_round(books, pack->schema, pack->scoring_on(0), mapping);
      } catch (const base::Refused&) {
        if (asked) write_file(map_path(o), mapping.written({}));   // what was answered is not lost
        throw;
      }
      questions = made.questions;
      for (Question& q : questions)
        if (q.about == "fact" && q.what == "partnership" && q.suggestion.empty()) q.suggestion = pack->id;
    }
    if (!questions.empty()) {
      if (can_ask() && ask(questions, mapping)) continue;
      tell(made);
      return leave_questions(o, mapping, questions);
    }
    tell(made);
    if (!made.problems.empty()) {
      if (asked) write_file(map_path(o), mapping.written({}));
      std::cerr << counted(made.problems.size(), "mistake") << "; mend the workbook and run the command again" << (asked ? " with --map " + map_path(o) + ", where your answers are kept" : std::string())
                << "; no round was written\n";
      return 2;
    }
    return keep(o, made, mapping);
  }
}

}  // namespace remit::cli
