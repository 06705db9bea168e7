// Everything that is wrong with what a pack needs is told at once, before anything runs.
#include <gtest/gtest.h>

#include "trial.hpp"

namespace remit::test {

using policy::Capability;

namespace {

struct Wanting {
  Installed installed;
  std::unique_ptr<policy::Pack> pack = empty_pack();
  std::string said() { return refusal(*pack, installed.places()); }
};

}  // namespace

TEST(Refusal, of_a_plug_in_that_is_not_there_names_the_nearest) {
  Wanting w;
  need(*w.pack, "little-rulez");
  EXPECT_EQ(w.said(), "exit 3\npack.lua:3: plugin `little-rulez`: it is in none of the folders of plug-ins (" + w.installed.folder().string() +
                          "); the nearest is `little-rules`; put its library and manifest into one, or name its folder with `--plugins` [NO_PLUGIN]");
}

TEST(Refusal, of_an_older_version_names_both) {
  Wanting w;
  need(*w.pack, "little-rules", "1.3.0");
  EXPECT_EQ(w.said(), "exit 3\npack.lua:3: plugin `little-rules`: the pack needs version 1.3.0 or a later one of the same first number; here is 1.2.0 [PLUGIN_VERSION]");
}

TEST(Refusal, of_what_is_not_trusted_is_one_of_trust) {
  Wanting w;
  need(*w.pack, "little-rules", "1.0.0");
  fs::remove(w.installed.folder() / plugins::lock_name);
  const std::string library = (w.installed.folder() / "little-rules.so").string();
  EXPECT_EQ(w.said(), "exit 4\npack.lua:3: plugin `little-rules`: it is not trusted on this machine; whoever answers for that can write `remit plugin trust " + library + "` [PLUGIN_NOT_TRUSTED]");
}

TEST(Refusal, of_items_and_settings_names_the_nearest_of_each_at_once) {
  Wanting w;
  auto& declared = need(*w.pack, "little-rules", "1.0.0");
  declared.settings = {{"moost", "3"}};
  use(*w.pack, 0, "afordable", Capability::criterion);
  use(*w.pack, 0, "costs", Capability::criterion);
  EXPECT_EQ(w.said(), "exit 3\n"
                      "pack.lua:3: plugin `little-rules`: criterion \"x\" asks `little-rules/afordable`, and it has no item `afordable`; the nearest is `affordable`; "
                      "it offers affordable, costs, sizes, same-title, everything and titles [PLUGIN_ITEM]\n"
                      "pack.lua:3: plugin `little-rules`: criterion \"x\" asks `little-rules/costs`, which is a measure; there it takes a criterion [PLUGIN_ITEM]\n"
                      "pack.lua:3: plugin `little-rules`: it knows no setting `moost`; the nearest is `most` [PLUGIN_SUPPLY]");
}

TEST(Refusal, of_a_field_that_the_pack_has_not_says_how_to_name_it) {
  Wanting w;
  need(*w.pack, "little-rules", "1.0.0").reads = {{"application.title", "application.titel"}};
  use(*w.pack, 0, "titles", Capability::exporter);
  EXPECT_EQ(w.said(), "exit 3\npack.lua:3: plugin `little-rules`: `titles` reads `application.title` (here `application.titel`), and `application` has no field `titel` here; "
                      "the nearest is `application.title`; the pack can say which field is meant: reads = { [\"application.title\"] = ... } [PLUGIN_FIELD]");
}

}  // namespace remit::test
