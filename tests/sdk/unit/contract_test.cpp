// testing.hpp holds plug-ins to the contract; here it is given ones, in the manner of C, that break it.
#include <gtest/gtest.h>

#include "plugin_of.hpp"

namespace {
using remit::outcome;
using remit::testing::record;

remit_text text(const char* words) { return remit::raw(words); }

const remit_host* host_of_bind = nullptr;
std::string wanted_field, wanted_setting, wanted_file;
remit_field found = 0;

remit_status bind(void*, const remit_host* host, const remit_report*, void**) {
  host_of_bind = host;
  remit_text out{};
  if (!wanted_field.empty()) found = host->field(host, remit::raw(wanted_field));
  if (!wanted_setting.empty()) host->setting(host, remit::raw(wanted_setting), &out);
  if (!wanted_file.empty()) host->file(host, remit::raw(wanted_file), &out);
  return REMIT_OK;
}

void (*misbehave)(const remit_record*, const remit_report*) = nullptr;
remit_outcome answer = REMIT_PASS;

remit_outcome evaluate(const void*, const remit_record* subject, const remit_report* report) {
  if (misbehave != nullptr) misbehave(subject, report);
  return answer;
}

int closed = 0, unbound = 0;
const remit_criterion_v1 calls{sizeof calls, bind, evaluate, [](void*) { ++unbound; }};
const remit_text reads[] = {{"applicant.id", 12}};
remit_item item_of_c() {
  remit_item i{};
  i.struct_size = sizeof i;
  i.name = text("rule");
  i.title = text("A rule");
  i.capability = text(REMIT_CRITERION_1);
  i.calls = &calls;
  i.reads = reads;
  i.reads_size = 1;
  return i;
}
remit_item the_item = item_of_c();
remit_plugin plugin_in_c() {
  remit_plugin p{};
  p.struct_size = sizeof p;
  p.id = text("in-c");
  p.version = text("1.0.0");
  p.title = text("In C");
  p.close = [](void*) { ++closed; };
  p.item = [](std::uint32_t i) -> const remit_item* { return i == 0 ? &the_item : nullptr; };
  return p;
}
remit_plugin the_plugin = plugin_in_c();

class Contract : public testing::Test {
 protected:
  Contract() {
    wanted_field = wanted_setting = wanted_file = "";
    misbehave = nullptr;
    answer = REMIT_PASS;
    the_item = item_of_c();
    the_plugin = plugin_in_c();
    closed = unbound = 0;
  }
  static std::string fault_of_bind() {
    remit::testing::host host(&the_plugin);
    const auto rule = host.bind("rule");
    return rule.faults().empty() ? "" : rule.faults().front();
  }
  static std::string fault_of_ask(void (*how)(const remit_record*, const remit_report*)) {
    misbehave = how;
    remit::testing::host host(&the_plugin);
    const auto a = host.bind("rule").ask(record());
    return a.faults.empty() ? "" : a.faults.front();
  }
  static std::string mistake() {
    const auto all = remit::testing::mistakes_in(&the_plugin);
    return all.empty() ? "" : all.front();
  }
};

TEST_F(Contract, KeptIsWithoutFault) {
  EXPECT_EQ(mistake(), "");
  wanted_field = "applicant.id";
  EXPECT_EQ(fault_of_bind(), "");
  EXPECT_NE(found, REMIT_NO_FIELD);
  EXPECT_EQ(unbound, 1);
  EXPECT_EQ(closed, 1);
}

TEST_F(Contract, OnlyDeclaredFieldsAreFound) {
  wanted_field = "applicant.name";
  EXPECT_EQ(fault_of_bind(), "reads `applicant.name`, which it does not declare");
  EXPECT_EQ(found, REMIT_NO_FIELD);
}

TEST_F(Contract, OnlyDeclaredSettingsAndFilesAreThere) {
  wanted_setting = "least";
  EXPECT_EQ(fault_of_bind(), "asks for the setting `least`, which it does not declare");
  wanted_setting = "";
  wanted_file = "list";
  EXPECT_EQ(fault_of_bind(), "asks for the file `list`, which it does not declare");
}

TEST_F(Contract, TextsAreUtf8AndNotTooLong) {
  EXPECT_EQ(fault_of_ask([](const remit_record*, const remit_report* r) { r->reason(r, remit_text{"\xff", 1}); }), "a reason is not UTF-8");
  EXPECT_EQ(fault_of_ask([](const remit_record*, const remit_report* r) {
    const std::string much(REMIT_MOST_TEXT + 1, 'x');
    r->reason(r, remit::raw(much));
  }), "a reason is longer than 65536 bytes");
  EXPECT_EQ(fault_of_ask([](const remit_record*, const remit_report* r) {
    const std::string much(REMIT_MOST_TEXT, 'x');
    r->reason(r, remit::raw(much));
  }), "");
  EXPECT_EQ(fault_of_ask([](const remit_record*, const remit_report* r) { r->fail(r, remit_text{nullptr, 3}); }), "a cause has a size and no bytes");
}

TEST_F(Contract, EvidenceIsPlainAndNamed) {
  EXPECT_EQ(fault_of_ask([](const remit_record*, const remit_report* r) {
    remit_value v{};
    v.kind = REMIT_COUNT;
    r->evidence(r, text("A name"), &v);
  }), "evidence `A name` is not named with small letters, digits and underscores");
  EXPECT_EQ(fault_of_ask([](const remit_record*, const remit_report* r) {
    remit_value v{};
    v.kind = REMIT_LIST;
    r->evidence(r, text("list"), &v);
  }), "evidence is no plain value");
  EXPECT_EQ(fault_of_ask([](const remit_record*, const remit_report* r) { r->evidence(r, text("none"), nullptr); }), "evidence is no plain value");
  EXPECT_EQ(fault_of_ask([](const remit_record*, const remit_report* r) {
    remit_value v{};
    v.kind = REMIT_RATIO;
    r->evidence(r, text("over"), &v);
  }), "evidence is a fraction over nought");
  EXPECT_EQ(fault_of_ask([](const remit_record*, const remit_report* r) {
    remit_value v{};
    v.kind = REMIT_YES_NO;
    v.as.integer = 2;
    r->evidence(r, text("both"), &v);
  }), "evidence is neither 0 nor 1");
}

TEST_F(Contract, AFieldIsReadByTheNumberThatWasGiven) {
  EXPECT_EQ(fault_of_ask([](const remit_record* s, const remit_report*) {
    remit_value v{};
    host_of_bind->get(s, 1000000, &v);
  }), "reads a field by a number that it was not given");
}

TEST_F(Contract, AnOutcomeIsOneThatThereIs) {
  answer = 17;
  EXPECT_EQ(fault_of_ask(nullptr), "gave an outcome that there is not");
}

TEST_F(Contract, FailIsAnErrorWhateverTheOutcome) {
  misbehave = [](const remit_record*, const remit_report* r) { r->fail(r, text("no use")); };
  remit::testing::host host(&the_plugin);
  const auto a = host.bind("rule").ask(record());
  EXPECT_EQ(a.outcome, outcome::error);
  EXPECT_EQ(a.cause, "no use");
  EXPECT_TRUE(a.faults.empty());
}

int asked = 0;
TEST_F(Contract, TheSameSubjectHasTheSameAnswer) {
  EXPECT_EQ(fault_of_ask([](const remit_record*, const remit_report* r) {
    if (++asked % 2 == 0) r->reason(r, text("the second time"));
  }), "asked again about the same subject, it says something else");
}

TEST_F(Contract, MoreThanSixteenReasonsAreNotKept) {
  misbehave = [](const remit_record*, const remit_report* r) {
    for (int i = 0; i < 20; ++i) r->reason(r, text("again"));
  };
  remit::testing::host host(&the_plugin);
  const auto a = host.bind("rule").ask(record());
  EXPECT_EQ(a.reasons.size(), 16u);
  EXPECT_TRUE(a.faults.empty());
}

TEST_F(Contract, MistakesAreSeenBeforeAnythingIsAsked) {
  EXPECT_EQ(remit::testing::mistakes_in(nullptr).at(0), "the entry function gave nothing");
  the_plugin.struct_size = 8;
  EXPECT_EQ(mistake(), "the plug-in has fewer bytes than one of version 1");
  the_plugin = plugin_in_c();
  the_plugin.abi_minor = REMIT_ABI_MINOR + 1;
  EXPECT_EQ(mistake(), "it needs a newer host than these headers");
  the_plugin = plugin_in_c();
  the_plugin.id = text("In C");
  EXPECT_EQ(mistake(), "its id is not small letters, digits and hyphens, a letter first");
  the_plugin = plugin_in_c();
  the_plugin.version = text("1.0");
  EXPECT_EQ(mistake(), "its version is not three numbers with dots, such as 1.2.0");
  the_plugin = plugin_in_c();
  the_plugin.item = [](std::uint32_t i) -> const remit_item* { return i < 2 ? &the_item : nullptr; };
  EXPECT_EQ(mistake(), "two items are called `rule`");
  the_plugin.item = [](std::uint32_t) -> const remit_item* { return nullptr; };
  EXPECT_EQ(mistake(), "it has no items");
}

TEST_F(Contract, MistakesOfItems) {
  the_item.capability = text("remit.oracle/1");
  EXPECT_EQ(mistake(), "item `rule` offers the capability \"remit.oracle/1\", which this version does not know");
  the_item = item_of_c();
  the_item.calls = nullptr;
  EXPECT_EQ(mistake(), "item `rule` has no calls");
  const remit_criterion_v1 without{sizeof without, bind, nullptr, nullptr};
  the_item.calls = &without;
  EXPECT_EQ(mistake(), "item `rule` lacks a call that remit.criterion/1 must have");
  const remit_criterion_v1 small{8, bind, evaluate, nullptr};
  the_item.calls = &small;
  EXPECT_EQ(mistake(), "item `rule` has calls of fewer bytes than those of version 1");
  the_item = item_of_c();
  the_item.columns = reads;
  the_item.columns_size = 1;
  EXPECT_EQ(mistake(), "item `rule` has columns and is no data source");
}

TEST_F(Contract, APluginWithMistakesIsNotAsked) {
  the_plugin.version = text("1");
  remit::testing::host host(&the_plugin);
  EXPECT_EQ(host.bind("rule").refused(), "its version is not three numbers with dots, such as 1.2.0");
  EXPECT_EQ(host.bind("rule").ask(record()).outcome, outcome::error);
}

TEST_F(Contract, AnItemThatIsNotThereIsNotBound) {
  remit::testing::host host(&the_plugin);
  EXPECT_EQ(host.bind("rules").refused(), "it has no item `rules`");
}

}  // namespace
