#include "record/document_parts.hpp"

#include "base/date.hpp"
#include "policy/section_status.hpp"
#include "record/append.hpp"
#include "record/pack_texts.hpp"

namespace remit::record {

namespace {

/// `"sections":[...]`, where the pack says what single sections of its source are.
void append_sections(const policy::Pack& pack, std::string& out) {
  const auto sections = policy::section_statuses(pack);
  if (sections.empty()) return;
  append_key("sections", out);
  out += '[';
  for (const auto& s : sections) {
    append_comma(out);
    out += '{';
    append_member("clause", s.clause, out);
    append_stated("section", s.section, out);
    append_stated("status", s.status, out);
    out += '}';
  }
  out += ']';
}

/// `"by_stream":[...]`: of a parameter that goes by the day on which a call opened, what is in force for each.
void append_by_stream(const engine::View& view, std::size_t p, std::string& out) {
  const policy::Parameter& parameter = view.pack->parameters[p];
  append_key("by_stream", out);
  out += '[';
  for (std::uint32_t s = 0; s < view.round->streams.size(); ++s) {
    append_comma(out);
    out += '{';
    append_member("clause", parameter_clause(parameter, view.clocks_of[s]), out);
    append_stated("stream", view.round->streams.at(s, intake::stream_field::id).str(), out);
    append_key("value", out);
    append_value(view.parameters_of[s][p], out);
    out += '}';
  }
  out += ']';
}

}  // namespace

void append_document_pack(const policy::Pack& pack, std::string& out) {
  append_key("pack", out);
  out += '{';
  append_stated("digest", pack.digest, out);
  append_member("document", pack.document, out);
  append_stated("id", pack.id, out);
  append_key("layers", out);
  out += '[';
  for (const auto& layer : pack.layers) {
    append_comma(out);
    out += '{';
    append_stated("digest", layer.digest, out);
    append_stated("id", layer.id, out);
    append_member("title", layer.title, out);
    append_stated("version", layer.version, out);
    out += '}';
  }
  out += ']';
  append_sections(pack, out);
  append_member("status", pack.status, out);
  append_member("title", pack.title, out);
  append_stated("version", pack.version, out);
  out += '}';
}

void append_document_parameters(const engine::View& view, std::string& out) {
  append_key("parameters", out);
  out += '[';
  for (std::size_t p = 0; p < view.pack->parameters.size(); ++p) {
    const policy::Parameter& parameter = view.pack->parameters[p];
    append_comma(out);
    out += '{';
    const bool opened = parameter.clock == policy::Clock::opened;
    if (opened && !view.clocks_of.empty()) append_by_stream(view, p, out);
    append_member("clause", parameter_clause(parameter, view.clocks), out);
    append_stated("id", parameter.id, out);
    if (opened) append_member("in_force", policy::word(parameter.clock), out);
    if (!view.parameters[p].answered()) append_member("so", parameter.so, out);
    append_member("title", parameter.title, out);
    append_member("unit", parameter.unit, out);
    append_key("value", out);
    append_value(view.parameters[p], out);
    out += '}';
  }
  out += ']';
}

void append_document_round(const intake::Round& round, std::string& out) {
  namespace field = intake::round_field;
  append_key("round", out);
  out += '{';
  append_stated("as_of", base::moment_text(round.header[field::as_of]), out);
  append_member("currency", round.header[field::currency].str(), out);
  append_stated("id", round.id(), out);
  append_member("partnership", round.header[field::partnership].str(), out);
  append_member("title", round.header[field::title].str(), out);
  out += '}';
}

}  // namespace remit::record
