// Settings and files in C++: what a pack supplies is read at bind, and what cannot be read refuses the pack.
#include <gtest/gtest.h>

#include "plugin_of.hpp"

namespace {
using remit::outcome;
using remit::testing::record;

struct Supplied : remit::criterion {
  remit::setting least{*this, "least"}, share{*this, "share?"}, strict{*this, "strict?"};
  remit::file list{*this, "list?"};
  std::int64_t count = 0;
  Supplied() : criterion("supplied", "Takes settings") {}
  void bind() override {
    count = *least.count();
    share.ratio();
    strict.yes();
    if (count < 0) throw remit::failure("least is below nought");
    if (count == 99) throw 99;
  }
  outcome evaluate(const remit::record&, remit::report& say) const override {
    say.evidence("least", count);
    if (share.ratio()) say.evidence("share", *share.ratio());
    if (strict.yes()) say.evidence("strict", *strict.yes());
    say.evidence("least_text", *least.text());
    say.evidence("bytes", list.bytes() ? std::int64_t(list.bytes()->size()) : -1);
    return outcome::pass;
  }
};

TEST(Supplies, AreReadAtBind) {
  remit::testing::host host(plugin_of<Supplied>());
  host.setting("least", "-0").setting("share", "9/10").setting("strict", "no").file("list", std::string("a\0\xff", 3));
  const auto rule = host.bind("supplied");
  EXPECT_EQ(rule.refused(), "");
  EXPECT_TRUE(rule.faults().empty());
  const auto a = rule.ask(record());
  EXPECT_EQ(a.evidence("least"), 0);
  EXPECT_EQ(a.evidence("least_text"), "-0");
  EXPECT_EQ(a.evidence("share"), (remit::ratio{9, 10}));
  EXPECT_EQ(a.evidence("strict"), false);
  EXPECT_EQ(a.evidence("bytes"), 3);
}

TEST(Supplies, ThatAreOptionalMayBeAbsent) {
  remit::testing::host host(plugin_of<Supplied>());
  const auto a = host.setting("least", "3").bind("supplied").ask(record());
  EXPECT_EQ(a.evidence("share").kind, REMIT_ABSENT);
  EXPECT_EQ(a.evidence("bytes"), -1);
}

std::string refused(const char* name, const char* text) {
  remit::testing::host host(plugin_of<Supplied>());
  host.setting("least", "1").setting(name, text);
  return host.bind("supplied").refused();
}

TEST(Supplies, ThatCannotBeReadRefuseThePack) {
  EXPECT_EQ(refused("least", "many"), "setting `least` is \"many\" where a whole number was expected");
  EXPECT_EQ(refused("least", ""), "setting `least` is \"\" where a whole number was expected");
  EXPECT_EQ(refused("least", "9/10"), "setting `least` is \"9/10\" where a whole number was expected");
  EXPECT_EQ(refused("least", "9223372036854775808"), "setting `least` is \"9223372036854775808\" where a whole number was expected");
  EXPECT_EQ(refused("share", "1/0"), "setting `share` is \"1/0\" where a number was expected");
  EXPECT_EQ(refused("share", "1/-2"), "setting `share` is \"1/-2\" where a number was expected");
  EXPECT_EQ(refused("share", "1/2/3"), "setting `share` is \"1/2/3\" where a number was expected");
  EXPECT_EQ(refused("strict", "true"), "setting `strict` is \"true\" where yes or no was expected");
}

TEST(Supplies, BindMayRefuseInItsOwnWords) {
  EXPECT_EQ(refused("least", "-1"), "least is below nought");
  EXPECT_EQ(refused("least", "99"), "threw something that is no std::exception");
}

TEST(Supplies, ThatMustBeThereAreAskedForByTheHost) {
  remit::testing::host host(plugin_of<Supplied>());
  EXPECT_EQ(host.bind("supplied").refused(), "setting `least` is not set");
}

// A host that asked nothing of the pack beforehand.
remit_status nothing(const remit_host*, remit_text, remit_text*) { return REMIT_NOT_THERE; }

TEST(Supplies, ThatMustBeThereAreMissedInThePluginToo) {
  remit_host host{};
  host.struct_size = sizeof host;
  host.setting = nothing;
  host.file = nothing;
  remit::testing::answer a;
  const remit::testing::report_sink report(a);
  void* bound = nullptr;
  const auto* calls = static_cast<const remit_criterion_v1*>(plugin_of<Supplied>()->item(0)->calls);
  EXPECT_EQ(calls->bind(nullptr, &host, &report, &bound), REMIT_FAILED);
  EXPECT_EQ(a.cause, "setting `least` is not set");
}

}  // namespace
