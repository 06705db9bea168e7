// A plug-in that dies, hangs or ends its process takes its worker with it and nobody else: the one application that killed it is
// told so, with the cause in words, and all others are answered.
#include <csignal>

#include "faults.hpp"

namespace remit::plugins::test {

TEST_F(Faults, Segfault) { poisons_one("segfault", "ended by signal 11 (segmentation fault)"); }
TEST_F(Faults, Abort) { poisons_one("abort", "ended by signal 6 (aborted)"); }
TEST_F(Faults, IllegalInstruction) { poisons_one("illegal_instruction", "ended by signal 4 (illegal instruction)"); }
TEST_F(Faults, KillsItself) { poisons_one("kills_itself", "ended by signal 9 (killed)"); }
TEST_F(Faults, StackOverflow) { poisons_one("stack_overflow", "ended by signal 11 (segmentation fault)"); }
TEST_F(Faults, DivisionByNought) { poisons_one("division", "ended by signal 8 (floating point exception)"); }
TEST_F(Faults, ThrowsAnException) { poisons_one("throws", "threw an exception across the edge of its library"); }
TEST_F(Faults, ThrowsNothingKnown) { poisons_one("throws_nothing_known", "threw an exception across the edge of its library"); }
TEST_F(Faults, ThrowsFromAStaticLibrary) { poisons_one("throws_from_a_static_library", "ended by signal 6 (aborted)"); }
TEST_F(Faults, Exit0) { poisons_one("exit_0", "left in the middle of its work, with exit status 0"); }
TEST_F(Faults, Exit0AtOnce) { poisons_one("exit_0_at_once", "left in the middle of its work, with exit status 0"); }
TEST_F(Faults, QuickExit) { poisons_one("quick_exit", "left in the middle of its work, with exit status 0"); }
TEST_F(Confined, ExitOfTheThread) { poisons_one("exit_of_the_thread", "ended by signal 6 (aborted)"); }

TEST_F(Faults, InfiniteLoop) { poisons_one("infinite_loop", "gave no answer within 200 ms", Where::worker, short_deadlines()); }
TEST_F(Faults, LoopThatHearsNoSignal) { poisons_one("loops_deaf", "gave no answer within 200 ms", Where::worker, short_deadlines()); }
TEST_F(Faults, SleepsForAYear) { poisons_one("sleeps", "gave no answer within 200 ms", Where::worker, short_deadlines()); }
TEST_F(Faults, StopsItself) { poisons_one("stops_itself", "gave no answer within 200 ms", Where::worker, short_deadlines()); }

TEST_F(Confined, MemoryHog) {   // (a machine that has much else to do takes a while to hand out so much)
  Limits limits;
  limits.memory = std::uint64_t{64} << 20;
  limits.batch = std::chrono::minutes(5);
  poisons_one("memory_hog", "ended by signal 6 (aborted)", Where::worker, limits);
}
TEST_F(Confined, MemoryAtOnce) { poisons_one("memory_at_once", "ended by signal 11 (segmentation fault)"); }
TEST_F(Confined, Leaks) {   // a mebibyte each, more than a worker may keep: it is recycled before that
  const auto round = applications(1000);
  expect_same(answers("leaks", round), honest_but(round, ""));
}

TEST_F(Faults, CrashAtTheEnd) {
  const auto round = applications(100);
  expect_same(answers("crash_at_the_end", round), honest_but(round, ""));
}

// A host that wants to hear nothing of its children (an embedding program, a shell that ignored the signal) is not told how one ended,
// and waits for none of them.
TEST_F(Faults, NobodyIsToldHowItEnded) {
  const auto before = std::signal(SIGCHLD, SIG_IGN);
  const auto round = applications(100, {40});
  expect_same(answers("segfault", round), honest_but(round, "error: fixture: ended in the middle of its work"));
  std::signal(SIGCHLD, before);
}

// Bisection: whichever and however many are poisoned, the others are answered.
TEST_F(Faults, PoisonAnywhereInABatch) {
  for (const std::size_t place : {0u, 1u, 31u, 32u, 62u, 63u, 64u, 99u}) {
    const auto round = applications(100, {place});
    expect_same(answers("segfault", round), honest_but(round, "error: fixture: ended by signal 11 (segmentation fault)"), "poison at " + std::to_string(place));
  }
}
TEST_F(Faults, ThreePoisonsInOneBatch) {
  const auto round = applications(64, {3, 4, 60});
  expect_same(answers("segfault", round), honest_but(round, "error: fixture: ended by signal 11 (segmentation fault)"));
}
TEST_F(Faults, AllPoison) {
  const auto round = applications(4, {0, 1, 2, 3});
  expect_same(answers("segfault", round), honest_but(round, "error: fixture: ended by signal 11 (segmentation fault)"));
}
TEST_F(Faults, OneApplicationAndThatPoison) {
  const auto round = applications(1, {0});
  expect_same(answers("segfault", round), honest_but(round, "error: fixture: ended by signal 11 (segmentation fault)"));
}
TEST_F(Faults, NoApplicationAtAll) { expect_same(answers("crash_at_all", applications(0)), std::vector<std::string>{}); }
TEST_F(Faults, CrashOfACountAndOfNoApplication) {   // a new worker answers what the old one could not
  const auto round = applications(200);
  expect_same(answers("crash_every_64th", round), honest_but(round, ""));
}

// A plug-in that dies of everything is left alone after a while, so that a large round ends; no application is turned down for it.
TEST_F(Faults, CrashAtAll) {
  Limits limits;
  limits.faults = 8;
  const auto round = applications(500);
  const auto said = answers("crash_at_all", round, Where::worker, policy::Capability::criterion, limits);
  ASSERT_EQ(said.size(), round.size());
  for (const auto& one : said) EXPECT_TRUE(one.starts_with("error: fixture: ")) << one;
  EXPECT_EQ(said.front(), "error: fixture: ended by signal 6 (aborted)");
  EXPECT_EQ(said.back(), "error: fixture: was not asked any more after 8 faults");
}

}  // namespace remit::plugins::test
