#include <algorithm>
#include <functional>

#include "base/digest.hpp"
#include "intake/canonical.hpp"
#include "intake/json.hpp"
#include "intake/round_reading.hpp"
#include "intake/round_text.hpp"

namespace remit::intake {

using base::Value;

namespace {

/// Collects text and hands it on in blocks: the canonical form of a large round never stands in memory whole.
class Sink {
 public:
  explicit Sink(const std::function<void(std::string_view)>& take) : take_(take) {}
  std::string& text() {
    if (text_.size() > (1u << 16)) flush();
    return text_;
  }
  void flush() {
    take_(text_);
    text_.clear();
  }

 private:
  const std::function<void(std::string_view)>& take_;
  std::string text_;
};

struct Member {
  std::string key;
  std::function<void(Sink&)> write;
};

void write_object(std::vector<Member> members, Sink& sink) {
  std::sort(members.begin(), members.end(), [](const Member& a, const Member& b) { return utf16_less(a.key, b.key); });
  char before = '{';
  for (const Member& member : members) {
    sink.text() += before;
    write_json_text(member.key, sink.text());
    sink.text() += ':';
    member.write(sink);
    before = ',';
  }
  sink.text() += before == '{' ? "{}" : "}";
}

void write_rows(const base::RecordType& type, const std::vector<const Value*>& rows, Sink& sink) {
  const CanonicalWriter writer(type);
  char before = '[';
  for (const Value* row : rows) {
    sink.text() += before;
    writer.write(row, sink.text());
    before = ',';
  }
  sink.text() += before == '[' ? "[]" : "]";
}

void write_marks(const Round& round, const base::RecordType& type, Sink& sink) {
  const CanonicalWriter writer(type);
  char before = '[';
  std::vector<Value> fields(type.fields.size());
  for (const Mark& mark : round.marks) {
    const base::Measure& measure = round.scoring[round.stream_of[mark.application]].measures[mark.measure];
    fields[score_field::member] =
        mark.member == consensus_member ? Value::of_text("panel") : round.members.rows[mark.member][member_field::id];
    fields[score_field::application] = round.applications.rows[mark.application][application_field::id];
    fields[score_field::measure] = Value::of_text(measure.id);
    fields[score_field::part] = mark.part == no_part ? Value() : Value::of_text(measure.parts[mark.part].id);
    fields[score_field::score] = mark.score;
    fields[score_field::justification] = Value::of_text(mark.justification);
    sink.text() += before;
    writer.write(fields.data(), sink.text());
    before = ',';
  }
  sink.text() += before == '[' ? "[]" : "]";
}

}  // namespace

void write_canonical_round(const Round& round, const DocumentTypes& types, const std::function<void(std::string_view)>& take) {
  Sink sink(take);

  const CanonicalWriter document(types.document);
  const auto in_document = [&](const base::Field& field) { return field.parent < 0 && !field.derived; };
  std::vector<Member> members;
  for (std::size_t f = 0; f < types.streams; ++f)   // the fields of `round` come before the tables
    if (in_document(types.document.fields[f]) && round.header[f].answered())
      members.push_back({types.document.fields[f].name, [&, f](Sink& out) { document.write_field(round.header, f, out.text()); }});

  const auto table = [&](const char* name, const base::RecordType& type, const Table& rows) {
    members.push_back({name, [&type, &rows](Sink& out) { write_rows(type, rows.rows, out); }});
  };
  table("applications", *round.applications.type, round.applications);
  table("declarations", *round.declarations.type, round.declarations);
  table("organisations", *round.organisations.type, round.organisations);
  table("streams", types.stream, round.streams);
  for (const Table& own : round.records)   // a type of which there is nothing is not there: a pack may come to declare more
    if (own.size() > 0) table(own.type->plural.c_str(), *own.type, own);
  members.push_back({"scores", [&](Sink& out) { write_marks(round, types.score, out); }});
  members.push_back({"panel", [&](Sink& out) {
    std::vector<Member> inner;
    for (std::size_t f = types.panel + 1; f < types.members; ++f) {
      const base::Field& field = types.document.fields[f];
      if (field.parent == types.panel && !field.derived && round.header[f].answered())
        inner.push_back({field.name, [&, f](Sink& o) { document.write_field(round.header, f, o.text()); }});
    }
    inner.push_back({"members", [&](Sink& o) { write_rows(*round.members.type, round.members.rows, o); }});
    write_object(std::move(inner), out);
  }});
  write_object(std::move(members), sink);
  sink.flush();
}

std::string canonical_round(const Round& round, const base::Schema& schema) {
  std::string out;
  write_canonical_round(round, DocumentTypes(schema), [&](std::string_view piece) { out += piece; });
  return out;
}

std::string digest_of_round(const Reading& reading) {
  base::Digest digest;
  write_canonical_round(*reading.round, reading.types, [&](std::string_view piece) { digest.update(piece); });
  return digest.finish();
}

}  // namespace remit::intake
