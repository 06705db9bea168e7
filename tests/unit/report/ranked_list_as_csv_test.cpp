// The ranked list as CSV: RFC 4180, and no cell that a spreadsheet would run.
#include <gtest/gtest.h>

#include "report/csv.hpp"
#include "small_document.hpp"

namespace remit::report::test {
namespace {

std::string csv(const record::DecisionDocument& document) {
  std::string out;
  write_csv(document, out);
  return out;
}

TEST(RankedListAsCsv, ByRankThenTheRestById) {
  EXPECT_EQ(csv(small_document()),
            "application,applicant,stream,rank,total,decision,amount,reason\r\n"
            "A1,First & Co,s,1,80,approve-total,650.00,\"the whole request of £650 fits the budget of £1,000\"\r\n"
            "A2,Café Élan,s,2,77.5,approve-parts,300.00,the request of £650 is more than the £350 left; E1 fits: £300\r\n"
            "A3,Third,s,3,60,decline,0.00,\"the budget of £1,000 is spent: £50 is left of it\"\r\n"
            "A4,Fourth,s,,99,decline,0.00,\"4.5.3 b2: Fourth had already sent \"\"Hope\"\"\"\r\n"
            "A5,Fifth,s,,,withdrawn,0.00,the applicant withdrew it\r\n");
}

TEST(RankedListAsCsv, FormulasAreMadeTexts) {
  auto document = small_document();
  document.records.resize(1);
  for (const char* evil : {"=HYPERLINK(\"x\")", "+1", "-1", "@SUM(A1)", "\tx", "\rx"}) {
    document.records[0].applicant_name = evil;
    const std::string out = csv(document);
    EXPECT_TRUE(out.find(std::string(",'") + evil[0]) != std::string::npos || out.find(std::string(",\"'") + evil[0]) != std::string::npos) << out;
  }
}

TEST(RankedListAsCsv, LineBreaksAndQuotesStayInTheirCell) {
  auto document = small_document();
  document.records.resize(1);
  document.records[0].applicant_name = "a\nb \"c\", d";
  EXPECT_NE(csv(document).find(",\"a\nb \"\"c\"\", d\","), std::string::npos);
}

}  // namespace
}  // namespace remit::report::test
