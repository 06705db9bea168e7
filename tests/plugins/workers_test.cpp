// A worker's life: after a counted number of batches a new one takes its place; one that died is followed by another, after a pause
// that grows; and when none can be had any more the rest is answered without asking, and nobody waits.
#include <fstream>

#include "faults.hpp"

namespace remit::plugins::test {

namespace fs = std::filesystem;
using policy::Capability;

namespace {

/// Stands for remit-plugin: notes each start, and is it, where `works` allows, by the number of the start.
class Program {
 public:
  explicit Program(const std::string& works) {
    write(path(), "#!/bin/sh\necho x >> '" + starts_.string() + "'\nn=$(wc -l < '" + starts_.string() + "')\ncase $n in " + works + ") exec " +
                      REMIT_PLUGIN_PROGRAM + " \"$@\";; esac\nexit 7\n");
    fs::permissions(path(), fs::perms::owner_all);
  }
  fs::path path() const { return folder_.path / "program"; }
  std::size_t starts() const { return fs::exists(starts_) ? fs::file_size(starts_) / 2 : 0; }

 private:
  Folder folder_;
  fs::path starts_ = folder_.path / "starts";
};

/// The fixture behind a program of the test's own, with small batches.
struct Started {
  Folder folder;
  policy::Pack pack = pack_using("fixture", Capability::criterion);
  std::unique_ptr<policy::Plugins> plugins;
  std::string talk;

  Started(const std::string& fault, const fs::path& program, Limits limits = {}) {
    put(folder, bytes_of(fixture(fault)));
    Places places = places_of(folder);
    places.program = program;
    places.limits = limits;
    places.talk = [this](const std::string& words) { talk += words + "\n"; };
    plugins = open_plugins(pack, {}, places);
  }
  std::vector<std::string> ask(const std::vector<Application>& round) {
    Asked asked(pack, round);
    return say(plugins->ask(0, asked));
  }
};

Limits small_batches(std::size_t subjects, std::size_t batches) {
  Limits limits;
  limits.batch_size = subjects;
  limits.batches_of_a_worker = batches;
  return limits;
}

constexpr const char* never_again = "error: fixture: could not be started again: left in the middle of its work, with exit status 7";

}  // namespace

class Workers : public Faults {};

// The fixture answers pass, fail, refer by the count of its calls: the count begins anew with the worker.
TEST_F(Workers, AreRecycledAfterSoManyBatches) {
  const Program program("*");
  Started started("changes_its_mind", program.path(), small_batches(2, 2));
  expect_same(started.ask(applications(10)), (std::vector<std::string>{"pass", "fail", "refer", "pass", "pass", "fail", "refer", "pass", "pass", "fail"}));
  EXPECT_EQ(program.starts(), 3u);
  expect_same(started.ask(applications(3)), (std::vector<std::string>{"refer", "pass", "pass"}));   // the third had one batch left
  EXPECT_EQ(program.starts(), 4u);
  EXPECT_EQ(started.talk, "") << "recycling is no fault";
}

TEST_F(Workers, AreOneWhileNothingIsAmiss) {
  const Program program("*");
  Started started("good", program.path());
  const auto round = applications(1000);
  for (int i = 0; i < 3; ++i) expect_same(started.ask(round), honest_but(round, ""));
  EXPECT_EQ(program.starts(), 1u);
}

TEST_F(Workers, AreStartedAgainUntilOneWorks) {
  const Program program("1|5|6|7|8|9");   // three in a row do not come up
  Started started("segfault", program.path());
  const auto round = applications(100, {40});
  expect_same(started.ask(round), honest_but(round, "error: fixture: ended by signal 11 (segmentation fault)"));
  EXPECT_GE(program.starts(), 5u);
}

TEST_F(Workers, AreGivenUpWhenFourInARowDoNotComeUp) {
  const Program program("1");
  Started started("segfault", program.path());
  const auto round = applications(100, {70});   // in the second batch: the first was answered
  const auto said = started.ask(round);
  ASSERT_EQ(said.size(), 100u);
  for (std::size_t i = 0; i < 100; ++i) EXPECT_EQ(said[i], i < 64 ? honest(round[i]) : never_again) << i;
  EXPECT_EQ(program.starts(), 5u);

  const auto rest = started.ask(applications(10));   // and not asked for any more
  expect_same(rest, std::vector<std::string>(10, never_again));
  EXPECT_EQ(program.starts(), 5u);
}

TEST_F(Workers, ThatCannotBeStartedAtAllAreARefusal) {
  const Program program("none");
  try {
    Started started("good", program.path());
    FAIL() << "it was opened";
  } catch (const base::Refused& refused) {
    EXPECT_EQ(refused.problems.front().message, "plugin `fixture`: while it was loaded and bound it left in the middle of its work, with exit status 7");
  }
  try {
    Started started("good", program.path().parent_path() / "nowhere");
    FAIL() << "it was opened";
  } catch (const base::Refused& refused) {
    EXPECT_NE(refused.problems.front().message.find("while it was loaded and bound it got no process to run in: "), std::string::npos) << refused.problems.front().message;
    EXPECT_NE(refused.problems.front().message.find("nowhere: No such file or directory"), std::string::npos);
  }
}

}  // namespace remit::plugins::test
