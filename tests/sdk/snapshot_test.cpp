// The plug-in that was built with the headers of version 1.0, asked through the headers as they are. Usage: snapshot_test LIBRARY
#include <dlfcn.h>
#include <gtest/gtest.h>
#include <remit/testing.hpp>

namespace {
using remit::outcome;
using remit::testing::record;

const remit_plugin* old_plugin = nullptr;

record application(std::int64_t pence) {
  record r;
  r.set("application.title", "Play scheme");
  if (pence != 0) {
    r.add("application.elements").set("cost", remit::money{pence - 1});
    r.add("application.elements").set("cost", remit::money{1});
  }
  return r;
}

TEST(Snapshot, IsAsItWas) {
  EXPECT_TRUE(remit::testing::mistakes_in(old_plugin).empty());
  EXPECT_EQ(remit::view(old_plugin->id), "snapshot-1-0");
  EXPECT_EQ(old_plugin->abi_minor, 0u);
}

TEST(Snapshot, RulesAnswerAsTheyDid) {
  for (const char* name : {"criterion", "conflict-rule", "appeal-rule"}) {
    remit::testing::host host(old_plugin);
    const auto rule = host.setting("least", "500").bind(name);
    ASSERT_EQ(rule.refused(), "") << name;
    EXPECT_TRUE(rule.faults().empty());
    EXPECT_EQ(rule.ask(application(500)).outcome, outcome::pass);
    const auto low = rule.ask(application(499));
    EXPECT_EQ(low.outcome, outcome::fail);
    EXPECT_EQ(low.evidence("costs"), remit::money{499});
    EXPECT_EQ(low.reasons, std::vector<std::string>{"its elements cost too little"});
    EXPECT_EQ(rule.ask(record()).outcome, outcome::refer);
  }
}

TEST(Snapshot, RefusesAsItDid) {
  remit::testing::host host(old_plugin);
  EXPECT_EQ(host.setting("least", "much").bind("criterion").refused(), "least is no number");
}

TEST(Snapshot, MeasuresAsItDid) {
  remit::testing::host host(old_plugin);
  const auto measure = host.bind("measure");
  EXPECT_EQ(remit::testing::value(measure.ask(application(700)).score.value()), (remit::ratio{700, 300}));
  EXPECT_EQ(measure.ask(application(0)).outcome, outcome::refer);
}

TEST(Snapshot, LooksUpAsItDid) {
  remit::testing::host host(old_plugin);
  const auto source = host.file("notes", "x").bind("data-source");
  const auto a = source.ask(application(700));
  EXPECT_EQ(a.fact("costs"), remit::money{700});
  EXPECT_EQ(a.fact("noted"), true);
  EXPECT_TRUE(a.faults.empty());
}

TEST(Snapshot, LooksAcrossARoundAsItDid) {
  const std::vector<std::pair<std::string, record>> all = {{"A1", application(5)}, {"A2", application(0)}, {"A3", application(7)}, {"A4", application(9)}};
  remit::testing::host host(old_plugin);
  const auto checked = host.bind("round-check").across(record(), all);
  EXPECT_EQ(checked.found("A1"), outcome::pass);
  EXPECT_EQ(checked.found("A2"), outcome::fail);
  EXPECT_EQ(checked.findings.back().words, "all were seen");
  EXPECT_TRUE(checked.faults.empty());
  const auto shared = host.bind("allocator").across(record(), all);
  EXPECT_EQ(shared.awarded("A1").kind, "whole");
  EXPECT_EQ(shared.awarded("A2").elements, std::vector<std::string>{"E1"});
  EXPECT_EQ(shared.awarded("A3").kind, "refer");
  EXPECT_EQ(shared.awarded("A4").kind, "nothing");
  EXPECT_EQ(shared.notes, std::vector<std::string>{"by turns"});
  EXPECT_TRUE(shared.faults.empty());
  EXPECT_EQ(host.bind("exporter").across(record(), all).bytes, "title\nPlay scheme\nPlay scheme\nPlay scheme\nPlay scheme\nend\n");
}

}  // namespace

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  void* library = argc == 2 ? dlopen(argv[1], RTLD_NOW | RTLD_LOCAL) : nullptr;
  void* entry = library == nullptr ? nullptr : dlsym(library, "remit_plugin_entry_v1");
  if (entry == nullptr) {
    std::fprintf(stderr, "%s\n", argc == 2 ? dlerror() : "usage: snapshot_test LIBRARY");
    return 2;
  }
  old_plugin = reinterpret_cast<const remit_plugin* (*)()>(entry)();
  return RUN_ALL_TESTS();
}
