// The packs side by side, for programs: "format":"remit.areas/1".
#include "cli/area.hpp"
#include "record/append.hpp"

namespace remit::cli {

namespace {

void append_named(const char* key, const std::vector<Area::Named>& all, std::string& out) {
  record::append_key(key, out);
  out += '[';
  for (const auto& one : all) {
    record::append_comma(out);
    out += '{';
    record::append_stated("clause", one.clause, out);
    record::append_stated("id", one.id, out);
    record::append_stated("title", one.title, out);
    out += '}';
  }
  out += ']';
}

void append_sets(const char* key, const std::vector<policy::IdSet>& sets, std::string& out) {
  record::append_key(key, out);
  out += '[';
  for (const auto& set : sets) {
    record::append_comma(out);
    out += '{';
    record::append_key("ids", out);
    out += '[';
    for (const auto& id : set.ids) {
      record::append_comma(out);
      out += '{';
      record::append_stated("clause", id.clause, out);
      record::append_stated("id", id.id, out);
      out += '}';
    }
    out += ']';
    record::append_stated("set", set.name, out);
    record::append_key("unnamed", out);
    record::append_integer(static_cast<std::int64_t>(set.unnamed), out);
    out += '}';
  }
  out += ']';
}

void append_silence(const char* key, const Stated& stated, bool silent, std::string& out) {
  record::append_key(key, out);
  if (!silent || stated.words.empty()) {
    out += "null";
    return;
  }
  out += '{';
  record::append_stated("clause", stated.clause, out);
  record::append_stated("title", stated.words, out);
  out += '}';
}

void append_area(const Area& area, std::string& out) {
  out += '{';
  append_silence("appeal_silence", area.appeal, area.appeals.empty(), out);
  append_named("appeals", area.appeals, out);
  record::append_key("classifications", out);
  out += '[';
  for (const auto& c : area.classifications) {
    record::append_comma(out);
    out += '{';
    record::append_stated("clause", c.clause, out);
    record::append_key("codes", out);
    out += '[';
    for (const auto& code : c.codes) {
      record::append_comma(out);
      record::append_text(code, out);
    }
    out += ']';
    record::append_stated("id", c.id, out);
    record::append_stated("of", c.of, out);
    record::append_stated("title", c.title, out);
    out += '}';
  }
  out += ']';
  record::append_stated("conflict_approach", area.conflict.silent ? "" : area.conflict.words, out);
  append_silence("conflict_silence", area.conflict, area.conflict.silent, out);
  append_named("conflicts", area.conflicts, out);
  append_silence("decision_silence", area.decision, area.decisions.empty(), out);
  append_named("decisions", area.decisions, out);
  record::append_stated("document", area.pack->document, out);
  record::append_stated("id", area.pack->id, out);
  append_sets("levels", area.levels, out);
  record::append_key("open", out);
  record::append_integer(static_cast<std::int64_t>(area.open), out);
  append_silence("outcome_silence", area.outcomes_silence, area.outcomes.empty(), out);
  append_named("outcomes", area.outcomes, out);
  append_sets("other_outcomes", area.other_outcomes, out);
  record::append_stated("procedure", area.pack->procedure, out);
  record::append_key("rows", out);
  record::append_integer(static_cast<std::int64_t>(area.rows), out);
  record::append_stated("status", area.pack->status, out);
  record::append_stated("title", area.pack->title, out);
  record::append_stated("version", area.pack->version, out);
  out += '}';
}

}  // namespace

std::string areas_as_json(const FoundPacks& found, const std::vector<Area>& areas) {
  std::string out = "{";
  record::append_key("areas", out);
  out += '[';
  for (const auto& area : areas) {
    record::append_comma(out);
    append_area(area, out);
  }
  out += ']';
  record::append_key("broken", out);
  out += '[';
  for (const auto& broken : found.broken) {
    record::append_comma(out);
    out += '{';
    record::append_stated("id", broken.id, out);
    record::append_stated("problem", broken.problem.text(), out);
    out += '}';
  }
  out += ']';
  record::append_stated("format", "remit.areas/1", out);
  return out + "}\n";
}

}  // namespace remit::cli
