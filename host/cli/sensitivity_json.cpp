// How firm a result is, for programs: "format":"remit.sensitivity/1". Values are exact ("226/5"), null where nothing changes.
#include "cli/json_lists.hpp"
#include "cli/sensitivity_report.hpp"

namespace remit::cli {

namespace {

using record::append_key;
using record::append_member;
using record::append_stated;

void append_ids(std::string_view key, const std::vector<std::string>& ids, std::string& out) {
  append_list(key, ids, out, [&](const std::string& id) { record::append_text(id, out); });
}

void append_edge(std::string_view key, const study::Edge& edge, const std::string& application, std::string& out) {
  append_key(key, out);
  out += '{';
  append_member("application", application, out);
  append_key("at", out);
  if (edge.found) record::append_text(edge.at, out);
  else out += "null";
  if (edge.beyond_scale) record::append_flag("beyond_scale", true, out);
  append_ids("gains", edge.gains, out);
  append_stated("how", edge.how, out);
  append_ids("loses", edge.loses, out);
  if (!edge.found) append_member("looked_up_to", edge.at, out);
  record::append_flag("past", edge.past, out);
  out += '}';
}

void append_move(const study::Move& m, std::string& out) {
  out += '{';
  append_stated("clause", m.clause, out);
  append_edge("down", m.down, m.application_down, out);
  append_stated("id", m.id, out);
  append_stated("kind", m.kind, out);
  append_stated("now", m.now, out);
  append_stated("title", m.title, out);
  append_stated("unit", m.unit, out);
  append_edge("up", m.up, m.application_up, out);
  out += '}';
}

void append_left_out(const study::LeftOut& l, std::string& out) {
  out += '{';
  append_ids("gains", l.gains, out);
  append_ids("loses", l.loses, out);
  append_stated("member", l.member, out);
  append_stated("name", l.name, out);
  append_key("unscored", out);
  record::append_integer(static_cast<std::int64_t>(l.unscored), out);
  out += '}';
}

void append_stream(const study::StreamSensitivity& s, std::string& out) {
  out += '{';
  append_key("assessors", out);
  out += '{';
  append_list("left_out", s.left_out, out, [&](const auto& l) { append_left_out(l, out); });
  append_list("marks", s.marks, out, [&](const auto& m) { append_move(m, out); });
  out += '}';
  append_ids("funded", s.funded, out);
  append_stated("id", s.id, out);
  append_list("moves", s.moves, out, [&](const auto& m) { append_move(m, out); });
  append_member("note", s.note, out);
  append_stated("title", s.title, out);
  out += '}';
}

}  // namespace

std::string sensitivity_json(const study::Sensitivity& sensitivity) {
  std::string out = "{";
  append_stated("format", "remit.sensitivity/1", out);
  append_key("pack", out);
  out += '{';
  append_stated("digest", sensitivity.digest, out);
  append_stated("id", sensitivity.pack, out);
  append_stated("version", sensitivity.version, out);
  out += '}';
  append_member("redacted", sensitivity.redacted, out);
  append_list("rounds", sensitivity.rounds, out, [&](const auto& round) {
    out += '{';
    append_stated("id", round.id, out);
    append_list("streams", round.streams, out, [&](const auto& s) { append_stream(s, out); });
    append_stated("title", round.title, out);
    out += '}';
  });
  return out + "}\n";
}

}  // namespace remit::cli
