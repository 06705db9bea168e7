// Manifests and locks are read strictly, and written so that they read back as they were.
#include <gtest/gtest.h>

#include "trial.hpp"

namespace remit::test {

namespace {

plugins::Manifest a_manifest() {
  plugins::Manifest made;
  made.id = "deprivation";
  made.version = "1.2.3";
  made.title = "Area deprivation";
  made.library = "deprivation.so";
  made.digest = "blake2b-256:00";
  made.items.push_back({"area", "How deprived", policy::Capability::data_source, {"application.small_area"}, {"decile:count"}, {"areas"}, {"most?"}, true});
  return made;
}

std::vector<std::string> mistakes(const std::string& bytes) {
  try {
    plugins::read_manifest(bytes, "x.plugin.json");
  } catch (const base::Refused& refused) {
    EXPECT_EQ(refused.exit_code, 3);
    std::vector<std::string> out;
    for (const auto& problem : refused.problems) out.push_back(problem.message);
    return out;
  }
  return {};
}

std::string with(std::string bytes, const std::string& from, const std::string& to) {
  const auto at = bytes.find(from);
  EXPECT_NE(at, bytes.npos) << from;
  return bytes.replace(at, from.size(), to);
}

}  // namespace

TEST(Manifest, reads_back_as_written) {
  const auto made = a_manifest();
  const auto read = plugins::read_manifest(plugins::write_manifest(made), "x");
  EXPECT_EQ(plugins::differences(made, read), std::vector<std::string>{});
  EXPECT_EQ(read.digest, made.digest);
  EXPECT_EQ(read.library, made.library);
}

TEST(Manifest, mistakes_are_told_in_words) {
  const std::string good = plugins::write_manifest(a_manifest());
  EXPECT_EQ(mistakes(with(good, "\"title\":\"Area", "\"titel\":\"Area")), (std::vector<std::string>{"`title` is missing", "`titel` is not known here; the nearest is `title`"}));
  EXPECT_EQ(mistakes(with(good, "remit.data_source/1", "remit.data_sourse/1")),
            std::vector<std::string>{"items[1].capability: this host knows no `remit.data_sourse/1`; the nearest is `remit.data_source/1`"});
  EXPECT_EQ(mistakes(with(good, "1.2.3", "1.2")), std::vector<std::string>{"version: `1.2` is no version; write three numbers, `1.2.0`"});
  EXPECT_EQ(mistakes(with(good, "application.small_area", "small_area")), std::vector<std::string>{"item `area`: `small_area` is no field: write `application.title`"});
}

TEST(Lock, trusts_what_was_written_and_nothing_else) {
  const Folder folder;
  plugins::trust(folder.path(), a_manifest(), true);
  const auto lock = plugins::lock_of(folder.path());
  ASSERT_NE(lock.find("deprivation"), nullptr);
  EXPECT_EQ(lock.find("deprivation")->digest, "blake2b-256:00");
  EXPECT_TRUE(lock.find("deprivation")->in_process);
  EXPECT_EQ(lock.find("other"), nullptr);
}

TEST(Lock, of_another_form_is_refused_as_a_matter_of_trust) {
  try {
    plugins::read_lock(R"({"format":"remit.plugin-lock/2","plugins":[]})", "plugins.lock.json");
    FAIL();
  } catch (const base::Refused& refused) {
    EXPECT_EQ(refused.exit_code, 4);
    EXPECT_EQ(refused.problems[0].message, "format: a lock of plug-ins is `remit.plugin-lock/1`");
  }
}

}  // namespace remit::test
