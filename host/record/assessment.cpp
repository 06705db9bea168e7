#include "record/assessment.hpp"

#include "base/digest.hpp"
#include "record/append.hpp"
#include "record/document_parts.hpp"
#include "record/findings.hpp"

namespace remit::record {

using policy::Outcome;

namespace {

class Writer {
 public:
  Writer(const engine::Assessed& assessed, const Run& run)
      : a_(assessed), pack_(*assessed.view.pack), round_(*assessed.view.round), run_(run), keys_(read_keys(pack_)), reads_(pack_, keys_, &round_) {
    const base::Value& as_of = round_.header[intake::round_field::as_of];
    append_value(as_of, as_of_);
    pack_text_ = pack_text(pack_, run.publisher);
    parameters_ = parameters_text(pack_, a_.view.parameters, a_.view.clocks);
    silences_ = silences_text(pack_, a_.view.parameters);
  }

  void write(const engine::Assessment& made, std::string& out) {
    const std::size_t start = out.size();
    before_digest(made, out);
    std::string tail;
    after_digest(made, tail);
    base::Digest digest;
    digest.update(std::string_view(out).substr(start));
    digest.update(tail);
    out += R"(,"digest":")" + digest.finish() + '"' + tail;
  }

 private:
  void before_digest(const engine::Assessment& made, std::string& out) {
    out += R"({"as_of":)" + as_of_ + R"(,"classifications":[)";
    for (const auto& c : made.classifications) write_class(c, out);
    out += R"(],"conflicts":[)";
    for (const auto& c : made.conflicts) write_conflict(c, out);
    out += ']';
  }
  void after_digest(const engine::Assessment& made, std::string& out) {
    out += R"(,"engine":)" + quoted(run_.engine) + R"(,"findings":[)";
    for (const auto& said : made.findings) write_finding(said, out);
    out += R"(],"format":"remit.assessment/1")";
    append_stated("id", made.id, out);
    append_stated("input", round_.digest, out);
    out += R"(,"pack":)" + pack_text_ + R"(,"parameters":)" + parameters_;
    append_stated("round", round_.id(), out);
    out += R"(,"silences":)" + silences_;
    append_member("title", made.title, out);
    append_stated("type", made.type, out);
    append_flag("what_if", run_.what_if, out);
    out += '}';
  }

  void write_finding(const engine::Said& said, std::string& out) {
    append_comma(out);
    const engine::Finding finding{said.rule, said.outcome, said.reads, said.cause};
    append_finding(finding, rule_text(pack_.requirements[said.rule], pack_), said.words, reads_, out);
  }

  void write_conflict(const engine::SaidConflict& conflict, std::string& out) {
    const engine::Said& said = conflict.said;
    const policy::Conflict& rule = pack_.record_conflicts[said.rule];
    append_comma(out);
    out += '{';
    append_stated("action", policy::word(rule.action), out);
    append_member("cause", said.cause, out);
    append_changes(rule, pack_, out);
    append_member("clause", rule.clause, out);
    append_stated("force", policy::word(rule.force), out);
    append_member("layer", rule.layer, out);
    append_member("member", conflict.member, out);
    if (has_words(said.outcome)) append_stated("message", said.words.message, out);
    write_rest(rule, said, out);
    append_stated("rule", rule.id, out);
    append_member("title", rule.title, out);
    out += '}';
  }

  void write_class(const engine::SaidClass& made, std::string& out) {
    const policy::Classification& rule = pack_.classifications[made.said.rule];
    append_comma(out);
    out += '{';
    append_member("cause", made.said.cause, out);
    append_changes(rule, pack_, out);
    append_member("clause", made.clause.empty() ? rule.clause : made.clause, out);
    append_member("code", made.code, out);
    if (rule.gives >= 0) append_stated("gives", rule_field(rule), out);
    append_member("layer", rule.layer, out);
    if (has_words(made.said.outcome)) append_stated("message", made.said.words.message, out);
    write_rest(rule, made.said, out);
    append_stated("rule", rule.id, out);
    append_member("title", rule.title, out);
    out += '}';
  }
  std::string rule_field(const policy::Classification& rule) const {
    const auto& root = pack_.roots[rule.of];
    return root.name + '.' + root.type->fields[static_cast<std::size_t>(rule.gives)].path;
  }

  /// `,"outcome":...,"read":{...},"reading":...`
  void write_rest(const policy::Rule& rule, const engine::Said& said, std::string& out) {
    append_stated("outcome", policy::word(said.outcome), out);
    append_key("read", out);
    reads_.write(said.reads, out);
    append_member("reading", rule.reading, out);
  }

  const engine::Assessed& a_;
  const policy::Pack& pack_;
  const intake::Round& round_;
  const Run& run_;
  std::vector<std::vector<ReadKey>> keys_;
  ReadWriter reads_;
  std::string as_of_, pack_text_, parameters_, silences_;
};

}  // namespace

void write_assessments(const engine::Assessed& assessed, const Run& run, std::string_view type, std::string_view end,
                       const std::function<void(std::string_view)>& write) {
  Writer writer(assessed, run);
  std::string out;
  for (const auto& made : assessed.records) {
    if (!type.empty() && made.type != type) continue;
    out.clear();
    writer.write(made, out);
    out += end;
    write(out);
  }
}

std::string assessments_document(const engine::Assessed& assessed, const Run& run, std::string_view type) {
  std::string out = "{";
  append_stated("engine", run.engine, out);
  append_stated("format", "remit.assessments/1", out);
  append_stated("input", assessed.view.round->digest, out);
  append_document_pack(*assessed.view.pack, out);
  append_document_parameters(assessed.view, out);
  out += R"(,"records":[)";
  write_assessments(assessed, run, type, {}, [&](std::string_view record) {
    append_comma(out);
    out += record;
  });
  out += ']';
  append_document_round(*assessed.view.round, out);
  append_key("silences", out);
  out += silences_text(*assessed.view.pack, assessed.view.parameters);
  append_flag("what_if", run.what_if, out);
  return out + "}\n";
}

}  // namespace remit::record
