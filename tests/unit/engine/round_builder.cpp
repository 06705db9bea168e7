#include "round_builder.hpp"

#include <algorithm>
#include <stdexcept>

#include "base/date.hpp"
#include "base/money.hpp"

namespace remit::engine::test {

using base::Kind;
using base::Rational;
using base::Value;

namespace {

/// A record being filled, every field absent at first.
class Row {
 public:
  Row(base::Arena& arena, const base::RecordType& type) : arena_(arena), type_(type), fields_(arena.make<Value>(type.fields.size())) {
    std::uninitialized_value_construct_n(fields_, type.fields.size());
  }
  Row& set(std::uint16_t field, Value value) {
    fields_[field] = value;
    return *this;
  }
  Row& text(std::uint16_t field, const std::string& s) { return set(field, Value::of_text(arena_.copy(s))); }
  Row& money(std::uint16_t field, std::int64_t pounds) { return set(field, Value::of(Kind::money, pounds * 100)); }
  Row& day(std::uint16_t field, const std::string& s) {
    Value value;
    if (!base::read_moment(s, value)) throw std::invalid_argument(s);
    return set(field, value);
  }
  Row& word(std::uint16_t field, const std::string& s, std::uint16_t index) { return set(field, Value::of_word(arena_.copy(s), index)); }
  Row& texts(std::uint16_t field, const std::vector<std::string>& items) {
    std::vector<Value> values;
    for (const auto& item : items) values.push_back(Value::of_text(arena_.copy(item)));
    return set(field, Value::of_items(Kind::list, arena_.copy(std::span<const Value>(values))));
  }
  Row& records(std::uint16_t field, const std::vector<Value>& items) {
    return set(field, Value::of_items(Kind::list, arena_.copy(std::span<const Value>(items))));
  }
  Value record() const { return Value::of_items(Kind::record, {fields_, type_.fields.size()}); }
  const Value* fields() const { return fields_; }

 private:
  base::Arena& arena_;
  const base::RecordType& type_;
  Value* fields_;
};

void add(intake::Table& table, const Row& row) {
  table.rows.push_back(row.fields());
  table.by_id.emplace(row.fields()[0].str(), static_cast<std::uint32_t>(table.rows.size() - 1));
}

/// A count, or a ratio when it is no whole number.
Value number(base::Arena& arena, const std::string& text) {
  Rational r;
  if (!Rational::read(text, r)) throw std::invalid_argument(text);
  if (r.whole()) return Value::of(Kind::count, static_cast<std::int64_t>(r.num()));
  Value value;
  value.kind = Kind::ratio;
  value.ratio = std::construct_at(arena.make<Rational>(1), r);
  return value;
}

void sort_by_id(auto& specs) { std::ranges::sort(specs, {}, [](const auto& s) { return s.id; }); }

}  // namespace

RoundBuilder::RoundBuilder() {
  intake::add_round_types(schema);
  stream({.id = "s"});
  organisation("org");
  members_ = {{"m1", "health"}, {"m2", "trust"}};
}

StreamSpec& RoundBuilder::stream(StreamSpec spec) {
  if (!scoring_.contains(spec.id)) scoring_[spec.id].measures = {measure("need", 1, 100)};
  std::erase_if(streams_, [&](const StreamSpec& s) { return s.id == spec.id; });
  return streams_.emplace_back(std::move(spec));
}
void RoundBuilder::organisation(const std::string& id, const std::string& parent) { organisations_[id] = parent; }
void RoundBuilder::declare(const std::string& member, const std::string& organisation, const std::string& nature) {
  declarations_.push_back({member, organisation, nature});
}
void RoundBuilder::mark(const std::string& application, const std::string& member, const std::string& measure,
                        const std::string& score, const std::string& part, const std::string& justification) {
  marks_.push_back({application, member, measure, score, part, justification});
}
void RoundBuilder::score(const std::string& application, int mark_of_all) {
  for (const MemberSpec& m : members_) mark(application, m.id, "need", std::to_string(mark_of_all));
}

std::unique_ptr<intake::Round> RoundBuilder::build() {
  auto round = std::make_unique<intake::Round>();
  namespace f = intake::round_field;
  round->header = Row(round->arena, *schema.find("round")).text(f::id, "round").text(f::partnership, "pack").day(f::as_of, "2012-03-01").fields();
  Row panel(round->arena, *schema.find("panel"));
  panel.text(intake::panel_field::id, panel_id);
  if (quorum_) panel.set(intake::panel_field::quorum, Value::of(Kind::count, *quorum_));
  round->panel = panel.fields();
  build_streams(*round);
  build_people(*round);
  build_applications(*round);
  build_marks(*round);
  return round;
}

void RoundBuilder::build_streams(intake::Round& round) {
  namespace f = intake::stream_field;
  sort_by_id(streams_);
  round.streams.type = schema.find("stream");
  for (const StreamSpec& s : streams_) {
    Row row(round.arena, *round.streams.type);
    row.text(f::id, s.id).money(f::budget, s.budget).day(f::opens, "2012-01-01").day(f::closes, "2012-01-31");
    if (s.minimum_award) row.money(f::minimum_award, *s.minimum_award);
    if (s.consensus) row.word(f::scoring, "consensus", intake::scoring_word::consensus);
    if (s.fund_past_gap) row.set(f::fund_past_gap, Value::yes(*s.fund_past_gap));
    add(round.streams, row);
    round.scoring.push_back(scoring_[s.id]);
  }
}

void RoundBuilder::build_people(intake::Round& round) {
  round.organisations.type = schema.find("organisation");
  for (const auto& [id, parent] : organisations_)
    add(round.organisations, Row(round.arena, *round.organisations.type)
                                 .text(intake::organisation_field::id, id)
                                 .text(intake::organisation_field::parent, parent));
  sort_by_id(members_);
  round.members.type = schema.find("member");
  for (const MemberSpec& m : members_)
    add(round.members, Row(round.arena, *round.members.type)
                           .text(intake::member_field::id, m.id)
                           .text(intake::member_field::name, m.name)
                           .text(intake::member_field::agency, m.agency)
                           .text(intake::member_field::organisation, m.organisation)
                           .texts(intake::member_field::functions, m.functions));
  namespace f = intake::declaration_field;
  round.declarations.type = schema.find("declaration");
  for (const Declaration& d : declarations_) {
    const auto& words = round.declarations.type->fields[f::nature].words;
    const auto word = static_cast<std::uint16_t>(std::ranges::find(words, d.nature) - words.begin());
    round.declarations.rows.push_back(Row(round.arena, *round.declarations.type)
                                          .text(f::member, d.member).text(f::organisation, d.organisation)
                                          .word(f::nature, d.nature, word).fields());
  }
}

void RoundBuilder::build_applications(intake::Round& round) {
  namespace f = intake::application_field;
  sort_by_id(applications_);
  round.applications.type = schema.find("application");
  for (const ApplicationSpec& a : applications_) {
    Row row(round.arena, *round.applications.type);
    row.text(f::id, a.id).text(f::stream, a.stream).text(f::applicant, a.applicant).text(f::title, a.title);
    row.day(f::submitted_at, a.submitted_at).money(f::amount_requested, a.amount);
    if (a.withdrawn) row.word(f::status, "withdrawn", intake::status_word::withdrawn);
    std::vector<Value> elements, partners;
    for (const ElementSpec& e : a.elements) {
      Row element(round.arena, *schema.find("element"));
      element.text(intake::element_field::id, e.id).money(intake::element_field::cost, e.cost).texts(intake::element_field::needs, e.needs);
      if (e.fit) element.set(intake::element_field::fit, Value::of(Kind::count, e.fit));
      elements.push_back(element.record());
    }
    for (const PartnerSpec& p : a.partners)
      partners.push_back(Row(round.arena, *schema.find("partner")).text(intake::partner_field::organisation, p.organisation)
                             .set(intake::partner_field::required, Value::yes(p.required)).record());
    row.records(f::elements, elements).records(f::partners, partners);
    if (a.clarification)
      row.records(f::clarifications, {Row(round.arena, *schema.find("clarification")).text(intake::clarification_field::question, "how many?").record()});
    add(round.applications, row);
    round.stream_of.push_back(static_cast<std::uint32_t>(round.streams.find(a.stream)));
    round.applicant_of.push_back(static_cast<std::uint32_t>(round.organisations.find(a.applicant)));
  }
}

void RoundBuilder::build_marks(intake::Round& round) {
  for (const MarkSpec& m : marks_) {
    intake::Mark made;
    made.application = row(round, m.application);
    made.member = m.member == "panel" ? intake::consensus_member : member(round, m.member);
    const auto& measures = round.scoring[round.stream_of[made.application]].measures;
    const auto found = std::ranges::find(measures, m.measure, &base::Measure::id);
    made.measure = static_cast<std::uint16_t>(found - measures.begin());
    const auto part = std::ranges::find(found->parts, m.part, &base::Measure::Part::id);
    made.part = m.part.empty() ? intake::no_part : static_cast<std::uint16_t>(part - found->parts.begin());
    made.score = number(round.arena, m.score);
    made.justification = round.arena.copy(m.justification);
    round.marks.push_back(made);
  }
  std::ranges::sort(round.marks, {}, [](const intake::Mark& m) { return std::tuple(m.application, m.member, m.measure, m.part); });
  round.marks_of.resize(round.applications.size() + 1);
  for (const intake::Mark& m : round.marks) ++round.marks_of[m.application + 1];
  for (std::size_t i = 1; i < round.marks_of.size(); ++i) round.marks_of[i] += round.marks_of[i - 1];
}

base::Measure measure(const std::string& id, Rational weight, Rational high, std::vector<std::string> parts) {
  base::Measure made;
  made.id = id;
  made.weight = weight;
  made.high = high;
  for (auto& part : parts) made.parts.push_back({part, part});
  return made;
}

std::uint32_t row(const intake::Round& round, const std::string& application) {
  const int found = round.applications.find(application);
  if (found < 0) throw std::invalid_argument(application);
  return static_cast<std::uint32_t>(found);
}
std::uint16_t member(const intake::Round& round, const std::string& id) {
  const int found = round.members.find(id);
  if (found < 0) throw std::invalid_argument(id);
  return static_cast<std::uint16_t>(found);
}

Case::Case(RoundBuilder& builder, const PackBuilder& pack, unsigned threads, policy::Plugins* plugins)
    : round(builder.build()), decided(decide(*round, pack.pack, threads, true, plugins)) {}

std::string Case::says(const std::string& application) const {
  const Proposal& p = proposal(application);
  std::string out(word(p.decision));
  if (p.amount) out += " " + base::money_text(p.amount);
  if (!p.elements.empty()) {
    out += " [";
    const auto elements = round->applications.at(at(application), intake::application_field::elements).list();
    for (const auto e : p.elements) out += (out.back() == '[' ? "" : " ") + std::string(elements[e].items[0].str());
    out += "]";
  }
  if (p.rank) out += " rank " + std::to_string(p.rank);
  return out;
}

}  // namespace remit::engine::test
