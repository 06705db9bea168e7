#include "letters/facts.hpp"

#include <algorithm>
#include <tuple>

#include "base/money.hpp"
#include "base/rational.hpp"
#include "base/text.hpp"
#include "letters/plain.hpp"
#include "report/words.hpp"

namespace remit::letters {

using base::money_for_people;
using intake::Json;

Facts& Facts::text(std::string name, std::string_view value) {
  if (value.empty()) return *this;
  Json made;
  made.kind = Json::Kind::text;
  made.text = value;
  json_.members.emplace_back(std::move(name), std::move(made));
  return *this;
}

Facts& Facts::yes(std::string name, bool value) {
  if (!value) return *this;
  Json made;
  made.kind = Json::Kind::boolean;
  made.boolean = true;
  json_.members.emplace_back(std::move(name), std::move(made));
  return *this;
}

Facts& Facts::list(std::string name, std::vector<Facts> items) {
  if (items.empty()) return *this;
  yes("has_" + name, true);
  Json made;
  made.kind = Json::Kind::list;
  for (Facts& item : items) made.items.push_back(std::move(item.json_));
  json_.members.emplace_back(std::move(name), std::move(made));
  return *this;
}

namespace {

using record::DecisionDocument;
using record::DecisionRecord;

class Letter {
 public:
  Letter(const DecisionDocument& document, const DecisionRecord& record, const Others& others, std::size_t& struck)
      : d_(document), r_(record), others_(others), struck_(struck) {}

  Facts made() {
    addressee();
    proposal();
    if (r_.proposal.decision == "decline") why_declined();
    marks();
    appeals();
    return std::move(facts_);
  }

 private:
  void addressee();
  void proposal();
  void why_declined();
  void failed_criteria();
  void missed();
  void marks();
  std::vector<Facts> comments(const record::MeasureScore& measure);
  void appeals();
  /// What people wrote, as this applicant may read it.
  std::string read(std::string_view text) { return others_.struck_for(r_.applicant, text, struck_); }

  const DecisionDocument& d_;
  const DecisionRecord& r_;
  const Others& others_;
  std::size_t& struck_;
  Facts facts_;
};

void Letter::addressee() {
  facts_.text("framework", d_.pack.title.empty() ? base::spoken(d_.pack.id) : d_.pack.title).text("document", d_.pack.document);
  facts_.text("round", d_.title.empty() ? d_.id : d_.title).text("day", report::date_words(d_.as_of));
  facts_.text("reference", r_.application).text("project", r_.title.empty() ? r_.application : r_.title);
  facts_.text("applicant", r_.applicant_name.empty() ? r_.applicant : r_.applicant_name);
  facts_.text("sent_on", report::date_words(r_.submitted_at));
  if (r_.requested) facts_.text("asked", money_for_people(*r_.requested));
  const auto stream = std::ranges::find(d_.streams, r_.stream, &record::Stream::id);
  if (stream == d_.streams.end()) return;
  facts_.text("stream", stream->title.empty() ? stream->id : stream->title).text("budget", money_for_people(stream->budget));
}

void Letter::proposal() {
  const auto& p = r_.proposal;
  if (p.amount > 0) facts_.text("amount", money_for_people(p.amount));
  facts_.text("decision", p.title).text("decision_clause", p.clause);
  facts_.yes("held", !p.holds_back.empty() && p.amount > 0).yes("in_part", p.decision == "approve-parts");
  std::vector<Facts> taken, left_out, pending;
  for (const auto& element : r_.elements) {
    Facts one;
    one.text("title", element.title.empty() ? element.id : element.title).text("cost", money_for_people(element.cost));
    (std::ranges::find(p.elements, element.id) != p.elements.end() ? taken : left_out).push_back(std::move(one));
  }
  if (p.amount > 0) facts_.list("elements", std::move(taken)).list("left_out", std::move(left_out));
  for (const auto& open : p.pending) {
    Facts one;
    const auto element = std::ranges::find(r_.elements, open.element, &record::Element::id);
    if (element != r_.elements.end()) one.text("about", element->title.empty() ? element->id : element->title);
    pending.push_back(std::move(one.text("question", sentence(read(without_paths(d_, open.question))))));
  }
  facts_.list("pending", std::move(pending));
}

void Letter::why_declined() {
  const std::string& why = r_.proposal.why;
  facts_.yes("ineligible", why == "ineligible").yes("too_low", why == "below-threshold").yes("no_money", why == "no-money");
  facts_.yes("other_reason", why != "ineligible" && why != "below-threshold" && why != "no-money");
  if (why == "ineligible") failed_criteria();
  std::vector<Facts> reasons;
  for (const auto& reason : r_.proposal.reasons) {
    Facts one;
    one.text(why == "below-threshold" ? "found" : "reason", sentence(read(report::without_rank(reason.message))));
    reasons.push_back(std::move(one.text("clause", reason.clause)));
  }
  if (why == "below-threshold") facts_.list("short", std::move(reasons));
  else facts_.list("reasons", std::move(reasons));
  missed();
}

void Letter::failed_criteria() {
  std::vector<Facts> failed;
  for (const auto& f : r_.findings) {
    if (f.outcome != "fail" || f.effect != "blocks") continue;
    Facts one;
    one.text("rule", f.title.empty() ? base::spoken(f.rule) : f.title).text("clause", f.clause);
    failed.push_back(std::move(one.text("found", sentence(read(without_paths(d_, f.message)))).text("reading", sentence(f.reading))));
  }
  facts_.list("failed", std::move(failed));
}

void Letter::missed() {
  std::vector<Facts> missed;
  for (const auto& m : r_.would_have_passed) {
    if (m.rule == "procedure/allocation" && m.needed.starts_with("at most ")) facts_.text("left", m.needed.substr(8));
    const Needed words = needed_words(d_, r_, m);
    Facts one;
    one.text("what", words.what).text("needed", read(words.needed));
    missed.push_back(std::move(one.text("clause", m.clause)));
  }
  facts_.list("missed", std::move(missed));
}

/// What each sheet that counts says, the highest mark first: the order of members would tell who wrote it.
std::vector<Facts> Letter::comments(const record::MeasureScore& measure) {
  std::vector<std::tuple<base::Rational, std::string, std::string>> said;
  for (const auto& sheet : r_.scores.sheets) {
    if (!sheet.counted) continue;
    for (const auto& mark : sheet.marks) {
      base::Rational score;
      if (mark.measure == measure.measure && base::Rational::read(mark.score, score)) said.emplace_back(score, mark.part, read(mark.justification));
    }
  }
  std::ranges::sort(said, [](const auto& a, const auto& b) {
    return std::get<0>(b) == std::get<0>(a) ? std::tie(std::get<1>(a), std::get<2>(a)) < std::tie(std::get<1>(b), std::get<2>(b)) : std::get<0>(b) < std::get<0>(a);
  });
  std::vector<Facts> out;
  for (const auto& [score, part, words] : said) {
    Facts one;
    out.push_back(std::move(one.text("mark", score.rounded()).text("part", base::spoken(part)).text("words", words)));
  }
  return out;
}

void Letter::marks() {
  const auto& s = r_.scores;
  if (s.total.empty()) return;
  facts_.text("total", mark_words(s.total)).text("threshold", mark_words(s.threshold));
  std::vector<Facts> marks;
  for (const auto& measure : s.measures) {
    Facts one;
    one.text("measure", measure.title.empty() ? base::spoken(measure.measure) : measure.title);
    one.text("mean", mark_words(measure.mean)).text("high", mark_words(measure.high)).text("minimum", mark_words(measure.minimum));
    marks.push_back(std::move(one.list("comments", comments(measure))));
  }
  facts_.list("marks", std::move(marks));
  const auto aside = static_cast<std::size_t>(std::ranges::count(s.sheets, false, &record::Sheet::counted));
  if (aside > 0) facts_.text("set_aside", report::counted(aside, "set of marks was", "sets of marks were"));
}

void Letter::appeals() {
  std::vector<Facts> rules, settled, silent;
  for (const auto& rule : d_.appeals.rules) {
    Facts one;
    rules.push_back(std::move(one.text("rule", rule.title.empty() ? base::spoken(rule.rule) : rule.title).text("clause", rule.clause)));
  }
  for (const auto& p : d_.parameters) {
    if (std::ranges::find(d_.appeals.parameters, p.id) == d_.appeals.parameters.end()) continue;
    Facts one;
    one.text("what", p.title.empty() ? base::spoken(p.id) : p.title);
    settled.push_back(std::move(one.text("value", settled_words(p)).text("clause", p.clause)));
  }
  for (const auto& silence : d_.silences) {
    if (std::ranges::find(d_.appeals.silences, silence.id) == d_.appeals.silences.end()) continue;
    Facts one;
    silent.push_back(std::move(one.text("what", silence.title.empty() ? base::spoken(silence.id) : silence.title).text("clause", silence.clause)));
  }
  facts_.list("appeals", std::move(rules)).list("appeal_facts", std::move(settled)).list("appeal_silences", std::move(silent));
}

}  // namespace

Facts facts_of_letter(const DecisionDocument& document, const DecisionRecord& record, const Others& others, std::size_t& struck) {
  return Letter(document, record, others, struck).made();
}

}  // namespace remit::letters
