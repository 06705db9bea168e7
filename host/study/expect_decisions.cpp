// What a case expects of the records of `remit decide` beyond findings: decisions, money, ranks, marks, sheets, panels; and of appeals.
#include <algorithm>
#include <set>

#include "study/changed_round.hpp"
#include "study/expectations.hpp"

namespace remit::study {

using intake::Json;

namespace {

const Json* record_of(Given& given, const std::string& application) {
  const Json* record = given.record("application", application);
  if (!record) given.says("application " + application, "there is no record of it");
  return record;
}

// Why a record ended as it did: the reasons of its proposal, and what it did not meet.
std::vector<std::string> why_of(const Json& record) {
  std::vector<std::string> why;
  for (const Json& reason : record["proposal"]["reasons"].items) why.push_back("because: " + reason["message"].str() + (reason["clause"].str().empty() ? "" : " (" + reason["clause"].str() + ")"));
  for (const Json& finding : record["eligibility"]["findings"].items)
    if (const std::string& outcome = finding["outcome"].str(); outcome == "fail" || outcome == "refer" || outcome == "error")
      for (std::string& line : explained(finding)) why.push_back(std::move(line));
  return why;
}

using Taken = Json (*)(const Json& record);

void of_each(Given& given, const Json& wanted, const char* field, Taken take) {
  for (const auto& [application, value] : wanted.members) {
    const Json* record = record_of(given, application);
    if (!record) continue;
    const Json had = take(*record);
    if (!same(value, had)) given.differs("application " + application, field, value, had, why_of(*record));
  }
}

Json sorted_texts(std::vector<std::string> texts) {
  std::ranges::sort(texts);
  Json out;
  out.kind = Json::Kind::list;
  for (std::string& text : texts) out.items.push_back(text_value(std::move(text)));
  return out;
}
Json sorted_list(const Json& list) {
  std::vector<std::string> texts;
  for (const Json& item : list.items) texts.push_back(item.str());
  return sorted_texts(std::move(texts));
}

void eligibility(Given& g, const Json& w) { of_each(g, w, "eligibility", [](const Json& r) { return r["eligibility"]["outcome"]; }); }
void decisions(Given& g, const Json& w) { of_each(g, w, "decision", [](const Json& r) { return r["proposal"]["decision"]; }); }
void amounts(Given& g, const Json& w) { of_each(g, w, "amount", [](const Json& r) { return r["proposal"]["amount"]; }); }
void ranks(Given& g, const Json& w) { of_each(g, w, "rank", [](const Json& r) { return r["rank"]; }); }
void totals(Given& g, const Json& w) { of_each(g, w, "total", [](const Json& r) { return r["scores"]["exact"]; }); }
void elements(Given& g, const Json& w) { of_each(g, w, "elements", [](const Json& r) { return sorted_list(r["proposal"]["elements"]); }); }
void unjustified(Given& g, const Json& w) {
  of_each(g, w, "marks without a justification", [](const Json& r) {
    Json had = r["scores"]["unjustified"];
    if (!had.is_null()) return had;
    had = text_value("0");
    had.kind = Json::Kind::number;
    return had;
  });
}

// {"A1": ["m1"]}: the members found to be tied to an application, whatever follows from it.
void ties(Given& given, const Json& wanted) {
  for (const auto& [application, members] : wanted.members) {
    const Json* record = record_of(given, application);
    if (!record) continue;
    std::set<std::string> had;
    for (const Json& tie : (*record)["ties"].items) had.insert(tie["member"].str());
    const Json found = sorted_texts({had.begin(), had.end()}), want = sorted_list(members);
    if (!same(want, found)) given.differs("application " + application, "members tied to it", want, found);
  }
}

// [["A1", "m1"]]: the sheet of that member counts, or is set aside.
void sheets(Given& given, const Json& wanted, bool counts) {
  for (const Json& pair : wanted.items) {
    if (pair.items.size() != 2) {
      given.says("sheets", "each is [application, member]; here stands " + shown(pair));
      continue;
    }
    const std::string &application = pair.items[0].str(), &member = pair.items[1].str();
    const Json* record = record_of(given, application);
    if (!record) continue;
    const Json* sheet = nullptr;
    for (const Json& s : (*record)["scores"]["sheets"].items)
      if (s["member"].str() == member) sheet = &s;
    const std::string about = "application " + application + ", sheet of " + member;
    if (!sheet) given.says(about, "it is not listed");
    else if ((*sheet)["counted"].boolean != counts) given.differs(about, "sheet", text_value(counts ? "counts" : "set aside"), text_value(counts ? "set aside" : "counts"));
  }
}
void counts_sheets(Given& given, const Json& wanted) { sheets(given, wanted, true); }
void set_aside(Given& given, const Json& wanted) { sheets(given, wanted, false); }

void set_aside_none(Given& given, const Json& wanted) {
  for (const Json& application : wanted.items) {
    const Json* record = record_of(given, application.str());
    if (!record) continue;
    for (const Json& s : (*record)["scores"]["sheets"].items)
      if (!s["counted"].boolean) given.differs("application " + application.str(), "sheet of " + s["member"].str(), text_value("counts"), text_value("set aside"));
  }
}

// ["A1"]: the panel that is left cannot decide it, or can.
void panel_is(Given& given, const Json& wanted, bool fit) {
  for (const Json& application : wanted.items) {
    const Json* record = record_of(given, application.str());
    if (!record) continue;
    const std::string& said = (*record)["panel"]["unfit"].str();
    if (said.empty() != fit) given.differs("application " + application.str(), "panel", text_value(fit ? "can decide it" : "cannot decide it"), text_value(said.empty() ? "can decide it" : said));
  }
}
void unfit(Given& given, const Json& wanted) { panel_is(given, wanted, false); }
void fit(Given& given, const Json& wanted) { panel_is(given, wanted, true); }

// {"A1": "Who leads?"}: words in the reasons of a proposal, or in what is pending.
void words_in(Given& given, const Json& wanted, const char* field) {
  for (const auto& [application, text] : wanted.members) {
    const Json* record = record_of(given, application);
    if (!record) continue;
    const Json& had = (*record)["proposal"][field];
    if (shown(had).find(text.str()) == std::string::npos) given.differs("application " + application, field, text, had);
  }
}
void reason_has(Given& given, const Json& wanted) { words_in(given, wanted, "reasons"); }
void pending(Given& given, const Json& wanted) { words_in(given, wanted, "pending"); }

// {"A3": "no_provision"}: of `remit appeal`.
void appeals(Given& given, const Json& wanted) {
  for (const auto& [application, outcome] : wanted.members) {
    Json had;
    std::vector<std::string> why;
    for (const Json& answer : (*given.document)["appeals"].items) {
      if (answer["application"].str() != application) continue;
      had = answer["outcome"];
      for (const Json& finding : answer["findings"].items) std::ranges::move(explained(finding), std::back_inserter(why));
    }
    if (!same(outcome, had)) given.differs("appeal of application " + application, "outcome", outcome, had, std::move(why));
  }
}

// {"A1": ["admitted", "refer"]}: the outcomes of its appeals, by the day received.
void appeal_outcomes(Given& given, const Json& wanted) {
  for (const auto& [application, outcomes] : wanted.members) {
    std::vector<std::pair<std::string, Json>> by_day;
    for (const Json& answer : (*given.document)["appeals"].items)
      if (answer["application"].str() == application) by_day.emplace_back(answer["appeal"]["received"].str(), answer["outcome"]);
    std::ranges::stable_sort(by_day, {}, [](const auto& one) { return one.first; });
    Json had;
    had.kind = Json::Kind::list;
    for (auto& [day, outcome] : by_day) had.items.push_back(std::move(outcome));
    if (!same(outcomes, had)) given.differs("appeals of application " + application, "outcomes", outcomes, had);
  }
}

// [{"application", "received", "rule", "outcome", "clause"}]
void appeal_findings(Given& given, const Json& all) {
  for (const Json& wanted : all.items) {
    std::vector<const Json*> found;
    for (const Json& answer : (*given.document)["appeals"].items)
      if (answer["application"].str() == wanted["application"].str() && answer["appeal"]["received"].str() == wanted["received"].str())
        for (const Json& finding : answer["findings"].items)
          if (finding["rule"].str() == wanted["rule"].str()) found.push_back(&finding);
    const std::string about = "appeal of " + wanted["received"].str() + " about " + wanted["application"].str() + ", rule `" + wanted["rule"].str() + "`";
    if (found.size() != 1) given.says(about, "there are " + std::to_string(found.size()) + " such findings");
    for (const char* key : {"outcome", "clause"})
      if (found.size() == 1 && wanted.has(key) && !same(wanted[key], (*found[0])[key])) given.differs(about, key, wanted[key], (*found[0])[key], explained(*found[0]));
  }
}

// [["Alpha Trust", "30000.00"]]: what each agency bears of the award; null where none is traced back.
void traced(Given& g, const Json& w) {
  of_each(g, w, "what agencies bear", [](const Json& r) {
    Json had;
    if (r["proposal"]["traced"].is_null()) return had;
    had.kind = Json::Kind::list;
    for (const Json& part : r["proposal"]["traced"]["parts"].items) {
      Json pair;
      pair.kind = Json::Kind::list;
      pair.items = {part["agency"], part["amount"]};
      had.items.push_back(std::move(pair));
    }
    return had;
  });
}

// {"4": "proposed"}: what the head of the document says of single sections of the source.
void sections(Given& given, const Json& wanted) {
  Json had;
  had.kind = Json::Kind::object;
  for (const Json& s : (*given.document)["pack"]["sections"].items) had.members.emplace_back(s["section"].str(), s["status"]);
  if (!same(wanted, had)) given.differs("the pack", "status of sections", wanted, had);
}

// ["A1", "A2"]: decided by one and the same pack, that of the document.
void one_text(Given& given, const Json& wanted) {
  if (wanted.items.size() < 2) given.says("one_text", "of one application alone nothing is said");
  for (const Json& application : wanted.items) {
    const Json* record = record_of(given, application.str());
    if (record && !same((*given.document)["pack"]["digest"], (*record)["pack"]["digest"]))
      given.differs("application " + application.str(), "digest of the pack", (*given.document)["pack"]["digest"], (*record)["pack"]["digest"]);
  }
}

// ["A1"]: the proposal says which step settled it, and names a reason for it with a clause.
void says_why(Given& given, const Json& wanted) {
  for (const Json& application : wanted.items) {
    const Json* record = record_of(given, application.str());
    if (!record) continue;
    const Json& proposal = (*record)["proposal"];
    const bool all = std::ranges::all_of(proposal["reasons"].items, [](const Json& r) { return !r["message"].str().empty() && !r["clause"].str().empty(); });
    if (proposal["why"].str().empty() || proposal["reasons"].items.empty() || !all)
      given.differs("application " + application.str(), "why, and reasons with words and clause", text_value("said"), proposal);
  }
}

}  // namespace

const Comparisons& of_decisions() {
  static const Comparisons table{{"eligibility", eligibility}, {"decisions", decisions}, {"amounts", amounts}, {"ranks", ranks}, {"totals", totals}, {"elements", elements},
                                 {"unjustified", unjustified}, {"ties", ties}, {"counts_sheets", counts_sheets}, {"set_aside", set_aside}, {"set_aside_none", set_aside_none},
                                 {"unfit", unfit}, {"fit", fit}, {"reason_has", reason_has}, {"pending", pending}, {"appeals", appeals},
                                 {"appeal_outcomes", appeal_outcomes}, {"appeal_findings", appeal_findings}, {"traced", traced}, {"sections", sections}, {"one_text", one_text}, {"says_why", says_why}};
  return table;
}

}  // namespace remit::study
