// The HTML page: whole, free of scripts whatever an applicant writes, and complete.
#include <gmock/gmock.h>

#include <set>

#include "report/html.hpp"
#include "small_document.hpp"

namespace remit::report::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string page(const record::DecisionDocument& document) {
  std::string out;
  write_html(document, out);
  return out;
}

/// Every opened element is closed, in order.
void expect_balanced(const std::string& html) {
  const std::set<std::string> alone{"meta", "br", "line", "!doctype"};
  std::vector<std::string> open;
  for (std::size_t at = html.find('<'); at != std::string::npos; at = html.find('<', at + 1)) {
    const std::size_t end = html.find('>', at);
    ASSERT_NE(end, std::string::npos);
    const bool closes = html[at + 1] == '/';
    std::string name = html.substr(at + 1 + closes, html.find_first_of(" >/", at + 1 + closes) - at - 1 - closes);
    if (alone.contains(name)) continue;
    if (!closes) {
      open.push_back(name);
      continue;
    }
    ASSERT_FALSE(open.empty()) << name;
    ASSERT_EQ(open.back(), name);
    open.pop_back();
  }
  EXPECT_TRUE(open.empty());
}

TEST(PageInHtml, StandsAlone) {
  const std::string html = page(small_document());
  expect_balanced(html);
  EXPECT_THAT(html, HasSubstr("<!doctype html>"));
  EXPECT_THAT(html, Not(HasSubstr("<script")));
  EXPECT_THAT(html, Not(HasSubstr("http://")));
  EXPECT_THAT(html, Not(HasSubstr("https://")));
  EXPECT_THAT(html, HasSubstr("default-src 'none'"));
  EXPECT_THAT(html, HasSubstr("a named human decides"));
}

TEST(PageInHtml, HasAnArticleForEachRecord) {
  const std::string html = page(small_document());
  for (const char* id : {"A1", "A2", "A3", "A4", "A5"}) {
    EXPECT_THAT(html, HasSubstr("<article id=\"application-" + std::string(id) + "\">"));
    EXPECT_THAT(html, HasSubstr("href=\"#application-" + std::string(id) + "\""));
    EXPECT_THAT(html, HasSubstr("blake2b-256:of-" + std::string(id)));
  }
}

TEST(PageInHtml, HostileTextsStayTexts) {
  auto document = small_document();
  const std::string evil = "</title><script>alert('x')</script>\"><img src=x onerror=alert(1)> & \x01";
  document.title = document.pack.status = document.streams[0].title = document.members[1].name = evil;
  document.findings[0].message = document.silences[0].so = evil;
  for (auto& r : document.records) {
    r.title = r.applicant_name = r.scores.problem = r.panel_unfit = evil;
    r.proposal.reasons[0].message = evil;
    for (auto& f : r.findings) f.title = f.reading = f.message = f.cause = f.read[0].field = f.read[0].value.text = evil;
    for (auto& s : r.scores.sheets) s.marks[0].justification = evil;
  }
  document.records[0].application = "A\"1 <b>";
  const std::string html = page(document);
  EXPECT_THAT(html, Not(HasSubstr("<script")));
  EXPECT_THAT(html, Not(HasSubstr("<img")));
  EXPECT_THAT(html, Not(HasSubstr("\x01")));
  EXPECT_THAT(html, HasSubstr("&lt;script&gt;alert(&#39;x&#39;)"));
  EXPECT_THAT(html, HasSubstr("<article id=\"application-A:221:20:3cb:3e\">"));
  expect_balanced(html);
}

TEST(PageInHtml, ShowsEachSilenceAndEachValue) {
  const std::string html = page(small_document());
  EXPECT_THAT(html, HasSubstr("<td>Appeals</td><td data-label=\"Clause\">4.7</td><td data-label=\"What follows\">none is given</td>"));
  EXPECT_THAT(html, HasSubstr("<td>Equal totals</td><td data-label=\"Clause\">4.5</td><td data-label=\"What follows\">the panel must choose</td>"));
  EXPECT_THAT(html, HasSubstr("<td>Days to appeal</td><td data-label=\"Is\">the source is silent: nobody can appeal</td>"));
  EXPECT_THAT(html, HasSubstr("Its status</dt><dd>draft"));
}

TEST(PageInHtml, DrawsTheFundingLineWithWords) {
  const std::string html = page(small_document());
  EXPECT_THAT(html, HasSubstr("<figure id=\"ranking-1\">"));
  EXPECT_THAT(html, HasSubstr("<desc id=\"ranking-1-words\">3 applications by rank"));
  EXPECT_THAT(html, HasSubstr("<h3>2 of 3 ranked applications get money</h3>"));
  EXPECT_THAT(html, HasSubstr("<a href=\"#ranked-1\">The same as a table</a>"));
  EXPECT_THAT(html, HasSubstr("id=\"ranked-1\"><table class=\"ranked\">"));
  EXPECT_THAT(html, HasSubstr("funding line: £50 of £1,000 is left</text>"));
  EXPECT_THAT(html, HasSubstr("<tr class=\"line\"><td colspan=\"7\">Funding line: £50 of £1,000 is left</td></tr>"));
}

TEST(PageInHtml, WhereAnAllocatorChoseThereIsNoFundingLine) {
  auto document = small_document();
  document.streams[0].notes = {"two were passed over"};
  const std::string html = page(document);
  EXPECT_THAT(html, Not(HasSubstr("unding line")));
  EXPECT_THAT(html, Not(HasSubstr("class=\"funding\"")));
  EXPECT_THAT(html, HasSubstr("<tr><td colspan=\"7\">£50 of £1,000 is left</td></tr>"));
}

TEST(PageInHtml, SaysOfEachApplicationWhatPluginsAnswered) {
  auto document = small_document();
  record::PluginAnswer refused{"registered", "", "fail", "", "", "", {"struck off on <3> May"}, {}};
  refused.evidence.push_back({"removed_on", {}});
  refused.evidence[0].value.kind = intake::Json::Kind::text;
  refused.evidence[0].value.text = "2003-05-03";
  document.records[0].plugins.push_back({"charity-register", "1.2.0", "blake2b-256:library", {}, {refused}});
  const std::string html = page(document);
  EXPECT_THAT(html, HasSubstr("<li>charity-register 1.2.0, registered: not met; struck off on &lt;3&gt; May<br><span class=\"soft\">removed on: "));
  expect_balanced(html);
  EXPECT_THAT(page(small_document()), Not(HasSubstr("What plug-ins said")));
}

/// Two hundred more below the three, from applicants of two letters.
record::DecisionDocument large_document() {
  auto document = small_document();
  for (int i = 0; i < 200; ++i) {
    document.records.push_back(document.records[2]);
    auto& r = document.records.back();
    r.application = "B" + std::to_string(i);
    r.applicant_name = (i % 2 == 0 ? "Meadow " : "Brook ") + std::to_string(i);
    r.rank = 4 + i;
    r.findings[0].reading = "the earliest stands";
    r.findings[0].effect_reason = "decided by the group";
  }
  document.records[2].findings = document.records[0].findings = document.records[1].findings = document.records.back().findings;
  return document;
}

TEST(PageInHtml, ManyApplicationsAreAnOutlineWithAStripForEachProposal) {
  const std::string html = page(large_document());
  expect_balanced(html);
  EXPECT_THAT(html, HasSubstr("203 applications side by side by rank"));
  EXPECT_THAT(html, HasSubstr("<text x=\"32\" y=\"220\">approve in full: 1</text>"));
  EXPECT_THAT(html, HasSubstr(">decline: 201</text>"));
  EXPECT_THAT(html, Not(HasSubstr("<rect class=\"decline\"")));   // nothing is told by colour
}

TEST(PageInHtml, ALongListShowsWhatStandsAtTheFundingLineAndFoldsTheRest) {
  const std::string html = page(large_document());
  const std::size_t around = html.find("<h3>Around the funding line</h3>"), whole = html.find("<details class=\"whole\" id=\"ranked-1\"><summary>The whole ranked list: 203 applications");
  ASSERT_NE(around, std::string::npos);
  ASSERT_NE(whole, std::string::npos);
  const std::string near = html.substr(around, whole - around);
  EXPECT_THAT(near, HasSubstr(">A1</a>"));
  EXPECT_THAT(near, HasSubstr("Funding line: "));
  EXPECT_THAT(near, HasSubstr(">B8</a>"));
  EXPECT_THAT(near, Not(HasSubstr(">B9</a>")));   // ten below the line: A3, B0 to B8
}

TEST(PageInHtml, OfManyAnApplicationIsFoundByWhoApplied) {
  const std::string html = page(large_document());
  EXPECT_THAT(html, HasSubstr("<details class=\"letter\"><summary>B (100)</summary>"));
  EXPECT_THAT(html, HasSubstr("<details class=\"letter\"><summary>M (100)</summary>"));
  EXPECT_THAT(html, HasSubstr("<li>Brook 7 <a href=\"#application-B7\">B7</a></li>"));
  EXPECT_THAT(page(small_document()), HasSubstr("<ul class=\"index\">\n<li>Café Élan <a href=\"#application-A2\">A2</a></li>\n<li>Fifth "));
}

TEST(PageInHtml, OfManyTheRulesAreToldOnce) {
  const std::string html = page(large_document());
  const std::size_t told = html.find("the earliest stands");
  ASSERT_NE(told, std::string::npos);
  EXPECT_EQ(html.find("the earliest stands", told + 1), std::string::npos);
  EXPECT_THAT(html, HasSubstr("<p>Met: One application from an organisation (4.5.3 b2).</p>"));
  EXPECT_THAT(html, HasSubstr("Fourth had already sent &quot;Hope&quot;"));   // what was not met is told with its facts
  EXPECT_THAT(html, HasSubstr("needed the first, had 12 January 2012"));
}

TEST(PageInHtml, WhatALayerAboveMadeOfARuleIsTold) {
  auto document = small_document();
  document.records[0].findings[0].changed_by = {{"wirral", "and_also", "minute 3", "two sites only"}};
  document.findings[0].changed_by = {{"wirral", "instead", "minute 4", "indicators are named by site"}};
  const std::string html = page(document);
  EXPECT_THAT(html, HasSubstr("asked more by wirral: two sites only (minute 3)"));
  EXPECT_THAT(html, HasSubstr("asked otherwise by wirral: indicators are named by site (minute 4)"));
}

TEST(PageInHtml, ValuesReadAsPeopleWriteThem) {
  auto document = small_document();
  document.parameters[0].unit = "pounds";
  EXPECT_THAT(page(document), HasSubstr("<td data-label=\"Is\">£5</td>"));
}

TEST(PageInHtml, AnEmptyRoundIsStillAPage) {
  auto document = small_document();
  document.records.clear();
  document.findings.clear();
  document.silences.clear();
  document.parameters.clear();
  const std::string html = page(document);
  expect_balanced(html);
  EXPECT_THAT(html, HasSubstr("No application is ranked."));
}

}  // namespace
}  // namespace remit::report::test
