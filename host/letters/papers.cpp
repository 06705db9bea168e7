#include "letters/papers.hpp"

#include <algorithm>
#include <map>

#include "base/money.hpp"
#include "base/text.hpp"
#include "letters/facts.hpp"
#include "letters/plain.hpp"
#include "report/words.hpp"

namespace remit::letters {

using base::money_for_people;
using record::DecisionDocument;
using record::DecisionRecord;

namespace {

/// Whom a record puts out, by name, and why: "Ada Okafor is tied to ... (minute 3.1)".
using Out = std::map<std::string, std::string>;

class Meeting {
 public:
  explicit Meeting(const DecisionDocument& document) : d_(document) {}

  Facts agenda();
  std::vector<Facts> pages();

 private:
  Facts heading() const;
  Out out_of(const DecisionRecord& r) const;
  Facts item(const DecisionRecord& r);
  void movements(const Out& out, Facts& facts);
  std::vector<Facts> pending(const DecisionRecord& r) const;
  void rules(const DecisionRecord& r, Facts& facts) const;
  void marks(const DecisionRecord& r, Facts& facts) const;
  Facts page(const DecisionRecord& r) const;
  std::string name(std::string_view member) const { return std::string(d_.name_of(member)); }

  const DecisionDocument& d_;
  int number_ = 0;
  Out outside_;   // who is out of the room while the agenda is written
};

Facts one(std::string name, std::string_view text) {
  Facts out;
  out.text(std::move(name), text);
  return out;
}

Facts who_and_why(std::string_view who, std::string_view why) {
  Facts out;
  out.text("who", who).text("why", why);
  return out;
}

Facts Meeting::heading() const {
  Facts facts;
  facts.text("framework", d_.pack.title.empty() ? base::spoken(d_.pack.id) : d_.pack.title);
  facts.text("round", d_.title.empty() ? d_.id : d_.title).text("day", report::date_words(d_.as_of));
  if (d_.quorum) facts.text("quorum", std::to_string(*d_.quorum));
  std::vector<Facts> members;
  for (const auto& m : d_.members) {
    Facts member;
    members.push_back(std::move(member.text("name", m.name.empty() ? m.id : m.name).text("agency", m.agency).yes("chair", m.chair)));
  }
  facts.list("members", std::move(members));
  return facts;
}

Out Meeting::out_of(const DecisionRecord& r) const {
  Out out;
  for (const auto& c : r.conflicts) {
    std::string& why = out[name(c.member)];
    const std::string said = sentence(c.message + (c.clause.empty() ? "" : " (" + c.clause + ")") + (c.arises_in.empty() ? "" : ", because of " + c.arises_in));
    if (why.find(said) == std::string::npos) why += (why.empty() ? "" : " ") + said;
  }
  return out;
}

/// Who leaves before this item, stays out, and comes back, since the item before it.
void Meeting::movements(const Out& out, Facts& facts) {
  std::vector<Facts> leaves, stays, returns;
  for (const auto& [who, why] : out) {
    if (outside_.contains(who)) stays.push_back(one("who", who));
    else leaves.push_back(who_and_why(who, why));
  }
  for (const auto& [who, why] : outside_)
    if (!out.contains(who)) returns.push_back(one("who", who));
  facts.list("leaves", std::move(leaves)).list("stays_out", std::move(stays)).list("returns", std::move(returns));
  outside_ = out;
}

std::vector<Facts> Meeting::pending(const DecisionRecord& r) const {
  std::vector<Facts> out;
  for (const auto& open : r.proposal.pending) {
    Facts facts;
    const auto element = std::ranges::find(r.elements, open.element, &record::Element::id);
    if (element != r.elements.end()) facts.text("about", element->title.empty() ? element->id : element->title);
    out.push_back(std::move(facts.text("question", sentence(without_paths(d_, open.question)))));
  }
  return out;
}

void say_application(const DecisionRecord& r, Facts& facts) {
  facts.text("reference", r.application).text("project", r.title.empty() ? r.application : r.title);
  facts.text("applicant", r.applicant_name.empty() ? r.applicant : r.applicant_name);
  if (r.requested) facts.text("asked", money_for_people(*r.requested));
  facts.text("proposal", report::decision_words(r.proposal.decision));
  if (r.proposal.amount > 0) facts.text("amount", money_for_people(r.proposal.amount));
}

Facts Meeting::item(const DecisionRecord& r) {
  Facts facts;
  facts.text("number", std::to_string(++number_)).text("unfit", r.panel_unfit.empty() ? "" : sentence(r.panel_unfit));
  say_application(r, facts);
  const Out out = out_of(r);
  std::vector<Facts> all;
  for (const auto& [who, why] : out) all.push_back(who_and_why(who, why));
  facts.list("out", std::move(all)).list("pending", pending(r));
  movements(out, facts);
  return facts;
}

Facts Meeting::agenda() {
  Facts facts = heading();
  std::vector<Facts> streams;
  for (const auto& stream : d_.streams) {
    std::vector<Facts> items;
    for (const auto& r : d_.records)
      if (r.stream == stream.id && !r.withdrawn) items.push_back(item(r));
    Facts made;
    made.text("stream", stream.title.empty() ? stream.id : stream.title).text("budget", money_for_people(stream.budget));
    made.text("counted", report::counted(items.size(), "application", "applications"));
    streams.push_back(std::move(made.list("items", std::move(items))));
  }
  facts.list("streams", std::move(streams));
  std::vector<Facts> returns;
  for (const auto& [who, why] : outside_) returns.push_back(one("who", who));
  facts.list("returns_at_end", std::move(returns));
  return facts;
}

void Meeting::rules(const DecisionRecord& r, Facts& facts) const {
  std::vector<Facts> failed;
  std::size_t met = 0;
  for (const auto& f : r.findings) {
    met += f.outcome == "pass" || f.outcome == "not_applicable";
    if (f.outcome == "pass" || f.outcome == "not_applicable") continue;
    Facts facts_of_rule;
    facts_of_rule.text("rule", f.title.empty() ? base::spoken(f.rule) : f.title).text("clause", f.clause).text("outcome", with_capital(report::outcome_words(f.outcome)));
    failed.push_back(std::move(facts_of_rule.text("found", sentence(f.cause.empty() ? without_paths(d_, f.message) : report::cause_words(f)))));
  }
  facts.list("failed", std::move(failed)).text("met", report::counted(met, "rule is met or does not apply.", "rules are met or do not apply."));
}

void Meeting::marks(const DecisionRecord& r, Facts& facts) const {
  if (r.scores.total.empty()) return;
  facts.text("total", mark_words(r.scores.total)).text("threshold", mark_words(r.scores.threshold));
  std::vector<Facts> marks;
  for (const auto& measure : r.scores.measures) {
    std::vector<Facts> comments;
    for (const auto& sheet : r.scores.sheets)
      for (const auto& mark : sheet.marks) {
        if (mark.measure != measure.measure) continue;
        Facts comment;
        comment.text("who", name(sheet.member)).text("mark", mark_words(mark.score)).text("part", base::spoken(mark.part)).text("words", mark.justification);
        comments.push_back(std::move(comment.yes("set_aside", !sheet.counted)));
      }
    Facts made;
    made.text("measure", measure.title.empty() ? base::spoken(measure.measure) : measure.title).text("mean", mark_words(measure.mean));
    made.text("high", mark_words(measure.high)).text("minimum", mark_words(measure.minimum));
    marks.push_back(std::move(made.list("comments", std::move(comments))));
  }
  facts.list("marks", std::move(marks));
}

Facts Meeting::page(const DecisionRecord& r) const {
  Facts facts;
  say_application(r, facts);
  const auto stream = std::ranges::find(d_.streams, r.stream, &record::Stream::id);
  facts.text("stream", stream == d_.streams.end() || stream->title.empty() ? r.stream : stream->title).text("sent_on", report::date_words(r.submitted_at));
  if (r.rank > 0) facts.text("rank", std::to_string(r.rank));
  std::vector<Facts> reasons, elements, out;
  for (const auto& reason : r.proposal.reasons) {
    Facts made;
    reasons.push_back(std::move(made.text("reason", sentence(without_paths(d_, report::without_rank(reason.message)))).text("clause", reason.clause)));
  }
  for (const auto& element : r.elements) {
    Facts made;
    made.text("title", element.title.empty() ? element.id : element.title).text("cost", money_for_people(element.cost));
    elements.push_back(std::move(made.yes("in_proposal", std::ranges::find(r.proposal.elements, element.id) != r.proposal.elements.end())));
  }
  for (const auto& [who, why] : out_of(r)) out.push_back(who_and_why(who, why));
  facts.list("reasons", std::move(reasons)).list("elements", std::move(elements)).list("pending", pending(r)).list("out", std::move(out));
  rules(r, facts);
  marks(r, facts);
  return facts;
}

std::vector<Facts> Meeting::pages() {
  std::vector<Facts> out;
  for (const auto& r : d_.records)
    if (!r.withdrawn) out.push_back(page(r));
  return out;
}

}  // namespace

std::vector<Paper> papers_of(const DecisionDocument& document, const Templates& templates) {
  Frame frame{"For the panel only: it names members and what they wrote. Remit proposes; the panel decides.", "Round " + document.id + ", pack " + document.pack.id + " " + document.pack.version, {}};
  if (!document.redacted.empty()) frame.notice = std::string("A copy. ") + std::string(report::redacted_words(document.redacted));
  if (document.what_if) frame.notice = "What if: another text than this round was opened with. This decides nothing. " + frame.notice;
  Meeting meeting(document);
  const Facts agenda = meeting.agenda();
  Page pages;
  for (const Facts& facts : meeting.pages()) {
    const Page page = read_page(templates.filled("application-page", facts.json()), "letters/application-page.md");
    if (pages.blocks.empty()) pages.title = "Applications, one by one";
    else pages.blocks.push_back({Block::Kind::new_page, 0, {}});
    pages.blocks.insert(pages.blocks.end(), page.blocks.begin(), page.blocks.end());
  }
  return {{"agenda", read_page(templates.filled("agenda", agenda.json()), "letters/agenda.md"), frame},
          {"applications", std::move(pages), frame},
          {"minutes", read_page(templates.filled("minutes", agenda.json()), "letters/minutes.md"), frame}};
}

}  // namespace remit::letters
