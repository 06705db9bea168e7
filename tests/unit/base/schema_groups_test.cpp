#include <gtest/gtest.h>

#include "base/schema.hpp"

namespace remit::base {
namespace {

Field field(std::string path, Type type = Type::text) {
  Field f;
  f.path = std::move(path);
  f.type = type;
  return f;
}

TEST(SchemaGroups, ADottedPathStandsInItsGroup) {
  RecordType type;
  type.name = "stream";
  EXPECT_EQ(type.add(field("id")), 0);
  EXPECT_EQ(type.add(field("specification", Type::record)), 1);
  EXPECT_EQ(type.add(field("specification.objectives")), 2);
  EXPECT_EQ(type.fields[2].name, "objectives");
  EXPECT_EQ(type.fields[2].parent, 1);
  EXPECT_EQ(type.find("specification.objectives"), 2);
  EXPECT_EQ(type.find("objectives"), -1);
  EXPECT_EQ(type.find_in(1, "objectives"), 2);
  EXPECT_EQ(type.find_in(-1, "objectives"), -1);
  EXPECT_EQ(type.names_in(-1), (std::vector<std::string>{"id", "specification"}));
}

TEST(SchemaGroups, DerivedFieldsAreNamedOnRequest) {
  RecordType type;
  Field share = field("share");
  share.derived = true;
  type.add(share);
  EXPECT_TRUE(type.names_in(-1).empty());
  EXPECT_EQ(type.names_in(-1, true).size(), 1u);
}

TEST(SchemaGroups, RefusesAPathWithoutItsGroupAndAPathTwice) {
  RecordType type;
  type.name = "stream";
  type.add(field("id"));
  EXPECT_THROW(type.add(field("specification.objectives")), std::invalid_argument);
  EXPECT_THROW(type.add(field("id.x")), std::invalid_argument);
  EXPECT_THROW(type.add(field("id")), std::invalid_argument);
}

TEST(SchemaGroups, TypesKeepTheirAddress) {
  Schema schema;
  RecordType& first = schema.make("a");
  for (int i = 0; i < 100; ++i) schema.make("t" + std::to_string(i));
  EXPECT_EQ(&first, schema.find("a"));
  EXPECT_EQ(&first, &schema.make("a"));
  EXPECT_EQ(schema.find("none"), nullptr);
  EXPECT_EQ(schema.names().size(), 101u);
}

}  // namespace
}  // namespace remit::base
