// What an item declares by its members stands in the table that the host reads, each name once.
#include <gtest/gtest.h>

#include "plugin_of.hpp"

namespace {

struct Rule : remit::criterion {
  remit::field id{*this, "applicant.id"}, cost{*this, "application.elements.cost"}, again{*this, "applicant.id"};
  remit::file list{*this, "list"}, other{*this, "other?"};
  remit::setting least{*this, "least?"};
  Rule() : criterion("a-rule", "A rule") { one_at_a_time(); }
  remit::outcome evaluate(const remit::record&, remit::report&) const override { return remit::outcome::pass; }
};
struct Source : remit::data_source {
  remit::column decile{*this, "decile:count"}, name{*this, "name:text"};
  Source() : data_source("areas", "Areas") {}
  void look_up(const remit::record&, remit::facts&, remit::report&) const override {}
};

std::vector<std::string> texts(const remit_text* all, std::uint64_t size) {
  std::vector<std::string> out;
  for (std::uint64_t i = 0; i < size; ++i) out.emplace_back(remit::view(all[i]));
  return out;
}
using names = std::vector<std::string>;

TEST(Declarations, StandInTheTableOfTheItem) {
  const remit_item* item = plugin_of<Rule, Source>()->item(0);
  ASSERT_NE(item, nullptr);
  EXPECT_EQ(remit::view(item->name), "a-rule");
  EXPECT_EQ(remit::view(item->title), "A rule");
  EXPECT_EQ(remit::view(item->capability), "remit.criterion/1");
  EXPECT_EQ(texts(item->reads, item->reads_size), (names{"applicant.id", "application.elements.cost"}));
  EXPECT_EQ(texts(item->files, item->files_size), (names{"list", "other?"}));
  EXPECT_EQ(texts(item->settings, item->settings_size), names{"least?"});
  EXPECT_EQ(item->columns, nullptr);
  EXPECT_EQ(item->flags, REMIT_SERIAL);
}

TEST(Declarations, OfEachItemApart) {
  const remit_item* item = plugin_of<Rule, Source>()->item(1);
  ASSERT_NE(item, nullptr);
  EXPECT_EQ(texts(item->columns, item->columns_size), (names{"decile:count", "name:text"}));
  EXPECT_EQ(item->reads_size, 0u);
  EXPECT_EQ(item->flags, 0u);
}

TEST(Declarations, EndAfterTheLastItem) { EXPECT_EQ((plugin_of<Rule, Source>()->item(2)), nullptr); }

TEST(Declarations, AreTheSameEachTime) { EXPECT_EQ((plugin_of<Rule, Source>()->item(0)), (plugin_of<Rule, Source>()->item(0))); }

TEST(Declarations, OfThePluginItself) {
  const remit_plugin* p = plugin_of<Rule, Source>();
  EXPECT_EQ(remit::view(p->id), "under-test");
  EXPECT_EQ(remit::view(p->version), "1.2.3");
  EXPECT_EQ(p->struct_size, sizeof(remit_plugin));
  EXPECT_EQ(p->abi_minor, static_cast<std::uint32_t>(REMIT_ABI_MINOR));
}

struct Crooked : remit::data_source {
  remit::column decile{*this, "decile:float"};
  Crooked() : data_source("crooked", "Crooked") {}
  void look_up(const remit::record&, remit::facts&, remit::report&) const override {}
};

TEST(Declarations, ThatCannotBeMadeAreToldAtInit) {
  remit::testing::host host(plugin_of<Rule, Crooked>());
  const auto rule = host.file("list", "x").bind("a-rule");
  EXPECT_EQ(rule.refused(), "column `decile:float` is not written name:kind (yes_no, count, number, money, date, moment or text)");
}

}  // namespace
