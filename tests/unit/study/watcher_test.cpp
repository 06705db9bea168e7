// What is saved in a pack's folder, or in one below it, is noticed; other files are not.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "study/watcher.hpp"

namespace {

namespace fs = std::filesystem;

class watcher : public ::testing::Test {
 protected:
  void SetUp() override {
    folder = fs::temp_directory_path() / ("remit_watcher_" + std::to_string(::getpid()));
    fs::create_directories(folder / "tests");
  }
  void TearDown() override { fs::remove_all(folder); }
  void save(const fs::path& name) const { std::ofstream(folder / name) << "x"; }
  fs::path folder;
};

TEST_F(watcher, nothing_is_pending_before_a_save) {
  remit::study::Watcher here(folder);
  EXPECT_FALSE(here.pending());
}

TEST_F(watcher, a_save_below_the_folder_is_pending_once) {
  remit::study::Watcher here(folder);
  save("tests/cases.json");
  EXPECT_TRUE(here.pending());
  EXPECT_FALSE(here.pending());
}

TEST_F(watcher, an_editors_rename_counts) {
  remit::study::Watcher here(folder);
  save("rules.lua.tmp");
  EXPECT_FALSE(here.pending());
  fs::rename(folder / "rules.lua.tmp", folder / "rules.lua");
  EXPECT_TRUE(here.pending());
}

TEST_F(watcher, wait_returns_after_a_save) {
  remit::study::Watcher here(folder);
  save("pack.lua");
  here.wait();
  EXPECT_FALSE(here.pending());
}

TEST_F(watcher, wait_says_in_which_of_several_folders_it_was) {
  fs::create_directories(folder / "pack");
  fs::create_directories(folder / "round");
  remit::study::Watcher here(std::vector<fs::path>{folder / "pack", folder / "round"});
  save("round/scores.csv");
  EXPECT_EQ(here.wait(), std::set<std::size_t>{1});
  save("pack/pack.lua");
  save("round/round.json");
  EXPECT_EQ(here.wait(), (std::set<std::size_t>{0, 1}));
}

TEST_F(watcher, a_folder_inside_another_that_is_watched_counts_for_both) {
  remit::study::Watcher here(std::vector<fs::path>{folder, folder / "tests"});
  save("tests/cases.json");
  EXPECT_EQ(here.wait(), (std::set<std::size_t>{0, 1}));
}

}  // namespace
