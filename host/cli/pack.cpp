// remit pack clauses: the items of a source, who carries them, what proves them.

#include <algorithm>

#include "base/text.hpp"
#include "cli/clauses.hpp"
#include "cli/commands.hpp"
#include "cli/pack_commands.hpp"
#include "cli/pack_crosswalk.hpp"
#include "cli/session.hpp"
#include "record/append.hpp"
#include "report/layout.hpp"

namespace remit::cli {

namespace {

struct Options {
  std::string pack, format = "text";
};

void append_texts(std::string_view key, const std::vector<std::string>& texts, std::string& out) {
  record::append_key(key, out);
  out += '[';
  for (const auto& text : texts) {
    record::append_comma(out);
    record::append_text(text, out);
  }
  out += ']';
}

std::string as_json(const policy::Pack& pack, const std::map<std::string, Clause>& clauses) {
  std::string out = "{";
  record::append_stated("format", "remit.clauses/1", out);
  std::vector<std::string> open, unproved;
  for (const auto& [id, clause] : clauses) {
    if (clause.open()) open.push_back(id);
    else if (clause.proved_by.empty()) unproved.push_back(id);
  }
  append_texts("open", open, out);
  record::append_stated("pack", pack.id, out);
  record::append_key("rows", out);
  out += '[';
  for (const auto& [id, clause] : clauses) {
    record::append_comma(out);
    out += '{';
    append_texts("carried_by", clause.carried_by, out);
    record::append_stated("force", clause.force, out);
    record::append_stated("id", id, out);
    record::append_stated("kind", clause.kind, out);
    append_texts("proved_by", clause.proved_by, out);
    record::append_stated("ref", clause.ref, out);
    out += '}';
  }
  out += ']';
  append_texts("unproved", unproved, out);
  record::append_stated("version", pack.version, out);
  return out + "}\n";
}

std::string as_text(const policy::Pack& pack, const std::map<std::string, Clause>& clauses) {
  report::Table table({{"row", false, false}, {"clause", false, true}, {"force", false, false}, {"carried by", false, true}, {"proved by", true, false}});
  std::size_t open = 0, proved = 0, decide = 0, decide_proved = 0;
  for (const auto& [id, clause] : clauses) {
    open += clause.open();
    proved += !clause.proved_by.empty();
    decide += clause.decides();
    decide_proved += clause.decides() && !clause.proved_by.empty();
    const std::size_t n = clause.proved_by.size();
    table.add({id, clause.ref, clause.force, clause.open() ? "OPEN" : base::join_and(clause.carried_by), n == 0 ? "-" : std::to_string(n) + (n == 1 ? " case" : " cases")});
  }
  table.fit(100);
  std::string out = pack.id + " " + pack.version + ": " + std::to_string(clauses.size()) + " rows, " + std::to_string(clauses.size() - open) + " carried, " + std::to_string(proved) +
                    " proved by a case, " + std::to_string(open) + " open\n";
  if (decide > 0) out += "of kind eligibility, scoring, conflict, appeal and decision: " + std::to_string(decide) + ", " + std::to_string(decide_proved) + " proved by a case\n";
  out += "\n" + table.heading() + "\n";
  for (std::size_t i = 0; i < table.size(); ++i) out += table.row(i) + "\n";
  return out;
}

int run(const Options& o) {
  const auto pack = open_pack(o.pack);
  const auto clauses = clauses_of(*pack);
  print(o.format == "json" ? as_json(*pack, clauses) : o.format == "markdown" ? sources_of(*pack, clauses) : as_text(*pack, clauses));
  return 0;
}

}  // namespace

void add_pack(Program& program) {
  auto* command = program.app.add_subcommand("pack", "look at a pack and at what it carries of its source; share it, sign it, adopt it");
  command->require_subcommand();
  command->footer("examples:\n  remit pack show northern-ireland --layers\n  remit pack clauses northern-ireland\n  remit pack build policies/northern-ireland --release 1 --expires 2027-03-31\n  remit pack verify northern-ireland-1.0.0.remitpack");
  add_pack_sharing(program, *command);
  add_pack_show(*command, program);
  auto* clauses = command->add_subcommand("clauses", "every item of the source that the pack names: what carries it, and the cases that prove it");
  auto o = std::make_shared<Options>();
  clauses->add_option("pack", o->pack, "its id or folder")->required();
  clauses->add_option("--format", o->format, "text, json, or markdown: SOURCES.md anew")->one_of({"text", "json", "markdown"});
  clauses->footer("examples:\n  remit pack clauses northern-ireland\n  remit pack clauses policies/northern-ireland --format json\n  remit pack clauses my-pack --format markdown > SOURCES.md");
  clauses->callback([o, &program] { program.chosen = [o] { return run(*o); }; });
  add_pack_crosswalk(*command, program);
}

}  // namespace remit::cli
