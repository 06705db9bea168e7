// REMIT_PLUGIN defines the one function that a plug-in exports.
#include <gtest/gtest.h>

#include "plugin_of.hpp"

namespace {
struct Only : remit::criterion {
  Only() : criterion("only", "The only item") {}
  remit::outcome evaluate(const remit::record&, remit::report&) const override { return remit::outcome::not_applicable; }
};
}  // namespace

REMIT_PLUGIN("of-the-macro", "0.1.0", "Of the macro", Only)

TEST(Entry, GivesThePlugin) {
  remit::testing::host host(remit_plugin_entry_v1());
  EXPECT_TRUE(host.mistakes().empty());
  EXPECT_EQ(remit::view(remit_plugin_entry_v1()->id), "of-the-macro");
  EXPECT_EQ(remit_plugin_entry_v1(), remit_plugin_entry_v1());
  EXPECT_EQ(host.bind("only").ask(remit::testing::record()).outcome, remit::outcome::not_applicable);
}
