#include <gtest/gtest.h>

#include "rounds.hpp"

namespace remit::intake {
namespace {

std::vector<std::string> paths(const char* type) {
  std::vector<std::string> out;
  for (const auto& field : core_schema().find(type)->fields) out.push_back(field.path);
  return out;
}
std::string at(const char* type, std::size_t field) { return paths(type).at(field); }

// fields.hpp counts; the types must count alike. The last of each enum is enough only where every name before it is its own.
TEST(FieldOrder, IsThatOfTheEnums) {
  EXPECT_EQ(at("round", round_field::currency), "currency");
  EXPECT_EQ(at("round", round_field::pack), "pack");
  EXPECT_EQ(at("round", round_field::pack_digest), "pack.digest");
  EXPECT_EQ(at("stream", stream_field::requires_cooperation), "requires_cooperation");
  EXPECT_EQ(at("stream", stream_field::specification), "specification");
  EXPECT_EQ(at("stream", stream_field::principles), "specification.principles");
  EXPECT_EQ(at("stream", stream_field::scoring), "scoring");
  EXPECT_EQ(at("stream", stream_field::fund_past_gap), "fund_past_gap");
  EXPECT_EQ(at("stream", stream_field::sources), "sources");
  EXPECT_EQ(paths("source"), (Lines{"agency", "amount", "restriction"}));
  EXPECT_EQ(paths("organisation"), (Lines{"id", "name", "aliases", "type", "parent"}));
  EXPECT_EQ(paths("panel"), (Lines{"id", "quorum", "supersedes"}));
  EXPECT_EQ(paths("member"), (Lines{"id", "name", "agency", "organisation", "functions", "chair", "ties"}));
  EXPECT_EQ(paths("tie"), (Lines{"organisation", "nature"}));
  EXPECT_EQ(paths("declaration"), (Lines{"member", "organisation", "nature", "declared_on", "note"}));
  EXPECT_EQ(at("application", application_field::amount_requested), "amount_requested");
  EXPECT_EQ(at("application", application_field::partners), "partners");
  EXPECT_EQ(at("application", application_field::clarifications), "clarifications");
  EXPECT_EQ(at("application", application_field::share_of_budget), "share_of_budget");
  EXPECT_EQ(paths("element"), (Lines{"id", "title", "cost", "objectives", "fit", "needs"}));
  EXPECT_EQ(paths("partner"), (Lines{"organisation", "required", "evidence", "evidence.document", "evidence.secured_on"}));
  EXPECT_EQ(paths("clarification"), (Lines{"element", "question"}));
  EXPECT_EQ(at("lodged", lodged_field::no_fresh_panel), "no_fresh_panel");
}

TEST(FieldOrder, EveryFieldHasALabelInPlainWords) {
  for (const auto& type : core_schema().types())
    for (const auto& field : type->fields) {
      EXPECT_FALSE(field.label.empty()) << type->name << '.' << field.path;
      EXPECT_EQ(field.label.find('_'), std::string::npos) << field.label;
    }
}

TEST(FieldOrder, StatedDefaultsAreThoseOfTheFormat) {
  const auto fallback = [](const char* type, std::size_t field) { return core_schema().find(type)->fields[field].fallback; };
  EXPECT_EQ(fallback("application", application_field::status).str(), "submitted");
  EXPECT_TRUE(fallback("partner", partner_field::required).is_yes());
  EXPECT_TRUE(fallback("stream", stream_field::fund_past_gap).is_yes());
  EXPECT_EQ(fallback("stream", stream_field::scoring).str(), "independent");
  EXPECT_EQ(fallback("panel", panel_field::quorum).integer, 1);
}

}  // namespace
}  // namespace remit::intake
