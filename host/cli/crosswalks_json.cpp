// Crosswalks for programs: "format":"remit.crosswalks/1".
#include "cli/crosswalks.hpp"
#include "record/append.hpp"

namespace remit::cli {

namespace {

void append_gaps(const char* key, const std::vector<policy::Meeting::Gap>& gaps, std::string& out) {
  record::append_key(key, out);
  out += '[';
  for (const auto& gap : gaps) {
    record::append_comma(out);
    out += '{';
    record::append_stated("id", gap.id, out);
    record::append_stated("reading", gap.reading, out);
    out += '}';
  }
  out += ']';
}

void append_mapped(const std::vector<policy::Crosswalk::Pair>& pairs, std::string& out) {
  record::append_key("mapped", out);
  out += '[';
  for (const auto& pair : pairs) {
    record::append_comma(out);
    out += '{';
    record::append_stated("clause", pair.clause, out);
    record::append_stated("from", pair.from, out);
    record::append_stated("reading", pair.reading, out);
    record::append_stated("to", pair.to, out);
    out += '}';
  }
  out += ']';
}

void append_crosswalk(const CrosswalkSeen& seen, std::string& out) {
  record::append_comma(out);
  out += '{';
  record::append_stated("clause", seen.crosswalk.clause, out);
  record::append_stated("from", seen.from.name(), out);
  append_gaps("gaps_from", seen.met.only_from, out);
  append_gaps("gaps_to", seen.met.only_to, out);
  record::append_stated("id", seen.crosswalk.id, out);
  append_mapped(seen.met.mapped, out);
  record::append_stated("pack", seen.crosswalk.layer, out);
  record::append_stated("reading", seen.crosswalk.reading, out);
  record::append_stated("title", seen.crosswalk.title, out);
  record::append_stated("to", seen.to.name(), out);
  record::append_key("unnamed_from", out);
  record::append_integer(static_cast<std::int64_t>(seen.met.unnamed_from), out);
  record::append_key("unnamed_to", out);
  record::append_integer(static_cast<std::int64_t>(seen.met.unnamed_to), out);
  out += '}';
}

}  // namespace

std::string crosswalks_as_json(const CrosswalksSeen& seen) {
  std::string out = "{";
  record::append_key("crosswalks", out);
  out += '[';
  for (const auto& one : seen.all) append_crosswalk(one, out);
  out += ']';
  record::append_stated("format", "remit.crosswalks/1", out);
  record::append_key("unmapped_sets", out);
  out += '[';
  for (const auto& one : seen.left) {
    record::append_comma(out);
    record::append_text(one.name(), out);
  }
  return out + "]}\n";
}

}  // namespace remit::cli
