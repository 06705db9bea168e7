// What a plug-in may not do, or not to others: files, sockets, processes, signals, descriptors, standard output.
#include "faults.hpp"

namespace remit::plugins::test {

namespace {

std::string asked_for(const std::string& call) { return "asked the system for `" + call + "`, which is shut once a plug-in is bound"; }

}  // namespace

TEST_F(Confined, Forks) { poisons_one("forks", asked_for("clone")); }
TEST_F(Confined, RunsAProgram) { poisons_one("runs_a_program", asked_for("execve")); }
TEST_F(Confined, OpensAFile) { poisons_one("opens_a_file", asked_for("openat")); }
TEST_F(Confined, OpensASocket) { poisons_one("opens_a_socket", asked_for("socket")); }
TEST_F(Confined, KillsItsParent) { poisons_one("kills_its_parent", asked_for("getppid")); }
TEST_F(Confined, KillsItsParentByThread) { poisons_one("kills_its_parent_by_thread", asked_for("tgkill")); }

// A filter of one thread would leave those free that were made before it.
TEST_F(Confined, AThreadFromBeforeSystemCallsWereShut) { poisons_one("thread_from_before", asked_for("openat")); }

// Constructors run before the plug-in is known, and a validator runs them for libraries that nobody trusts yet.
TEST_F(Confined, WhileItIsLoaded) {
  const auto refused = [](const std::string& fault, const std::string& call) {
    is_refused(fault, "while it was loaded and bound it asked the system for " + call + ", which is shut to plug-ins");
  };
  refused("kills_its_parent_in_a_constructor", "`kill`");
  refused("takes_its_parents_time_in_a_constructor", "`prlimit64`");
  refused("forks_in_a_constructor", "`clone` to make a process");
  refused("writes_a_file_in_a_constructor", "`openat` to write a file");
}

// (In a worker only. What it writes to is the channel there; in this process it would be whatever file has that number.)
TEST_F(Faults, NeverEndsEnding) {
  const auto round = applications(100, {40});
  expect_same(answers("never_ends_ending", round), honest_but(round, "", "never"));
}

TEST_F(Confined, ClosesDescriptors) { poisons_one("closes_descriptors", asked_for("close")); }
TEST_F(Confined, WritesToDescriptors) { poisons_one("writes_to_descriptors", "answered what cannot be read"); }

TEST_F(Faults, WritesOutMegabytes) {
  testing::internal::CaptureStdout();
  testing::internal::CaptureStderr();
  const auto round = applications(100, {40});
  const auto said = answers("writes_out", round);
  EXPECT_EQ(testing::internal::GetCapturedStdout(), "");
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
  expect_same(said, honest_but(round, "", "never"));
}

}  // namespace remit::plugins::test
