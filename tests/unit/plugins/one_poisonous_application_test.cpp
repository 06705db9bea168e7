// A plug-in that dies over one application takes no other answer with it.
#include <gtest/gtest.h>

#include "trial.hpp"

namespace remit::test {

using policy::Capability;
using policy::Outcome;

namespace {

struct Asked {
  Installed installed;
  std::unique_ptr<policy::Pack> pack = empty_pack();
  Asked() {
    need(*pack, "rude-rules");
    use(*pack, 0, "obeys", Capability::criterion);
    use(*pack, 0, "once", Capability::round_check);
  }
  std::vector<policy::Answer> ask(Applications& applications, plugins::Limits limits = {}, std::size_t number = 0) {
    auto places = installed.places();
    places.limits = limits;
    return plugins::open_plugins(*pack, {}, places)->ask(number, applications);
  }
  std::string cause_of(const std::string& title, plugins::Limits limits = {}) {
    Applications applications(*pack);
    applications.add("good");
    applications.add(title);
    applications.add("good");
    const auto answers = ask(applications, limits);
    EXPECT_EQ(answers[0].outcome, Outcome::pass) << title;
    EXPECT_EQ(answers[1].outcome, Outcome::error) << title;
    EXPECT_EQ(answers[2].outcome, Outcome::pass) << title;
    return answers[1].said ? answers[1].said->cause : "nothing said";
  }
};

}  // namespace

TEST(OnePoisonousApplication, is_the_only_one_of_many_that_errs) {
  Asked asked;
  Applications applications(*asked.pack);
  for (int i = 0; i < 300; ++i) applications.add(i == 137 ? "crash" : "good");
  const auto answers = asked.ask(applications);
  ASSERT_EQ(answers.size(), 300u);
  for (std::size_t i = 0; i < 300; ++i) EXPECT_EQ(answers[i].outcome, i == 137 ? Outcome::error : Outcome::pass) << i;
  EXPECT_EQ(answers[137].said->cause, "rude-rules: ended by signal 11 (segmentation fault)");
}

TEST(OnePoisonousApplication, is_named_by_its_cause) {
  Asked asked;
  EXPECT_EQ(asked.cause_of("crash"), "rude-rules: ended by signal 11 (segmentation fault)");
  EXPECT_EQ(asked.cause_of("abort"), "rude-rules: ended by signal 6 (aborted)");
  EXPECT_EQ(asked.cause_of("exit"), "rude-rules: left in the middle of its work, with exit status 0");
  EXPECT_EQ(asked.cause_of("bytes"), "rude-rules: gave a text that is no UTF-8");
  EXPECT_EQ(asked.cause_of("huge"), "rude-rules: gave a text of more than 65536 bytes");
  EXPECT_EQ(asked.cause_of("fail"), "rude-rules: the register is empty");
}

// A build that sanitizers watch leaves system calls open, for they make calls of their own: there these are not run.
TEST(Confined, is_told_which_call_was_shut) {
  Asked asked;
  EXPECT_EQ(asked.cause_of("open"), "rude-rules: asked the system for `openat`, which is shut once a plug-in is bound");
}

TEST(OnePoisonousApplication, that_never_ends_is_stopped_at_the_deadline) {
  Asked asked;
  plugins::Limits limits;
  limits.batch = std::chrono::milliseconds(1000);
  EXPECT_EQ(asked.cause_of("loop", limits), "rude-rules: gave no answer within 100 ms");
}

TEST(OnePoisonousApplication, writes_to_standard_output_into_no_record) {
  Asked asked;
  Applications applications(*asked.pack);
  for (int i = 0; i < 100; ++i) applications.add("print");
  for (const auto& answer : asked.ask(applications)) {
    EXPECT_EQ(answer.outcome, Outcome::pass);
    EXPECT_EQ(answer.said, nullptr);
  }
}

TEST(OnePoisonousApplication, is_not_followed_by_more_than_the_limit_of_faults) {
  Asked asked;
  Applications applications(*asked.pack);
  for (int i = 0; i < 10; ++i) applications.add("crash");
  applications.add("good");
  plugins::Limits limits;
  limits.faults = 3;
  const auto answers = asked.ask(applications, limits);
  EXPECT_EQ(answers[2].said->cause, "rude-rules: ended by signal 11 (segmentation fault)");
  for (std::size_t i = 3; i < 11; ++i) {
    EXPECT_EQ(answers[i].outcome, Outcome::error);
    EXPECT_EQ(answers[i].said->cause, "rude-rules: was not asked any more after 3 faults");
  }
}

TEST(OnePoisonousApplication, makes_all_answers_of_a_session_errors) {
  Asked asked;
  Applications applications(*asked.pack);
  applications.add("good");
  applications.add("crash");
  const auto answers = asked.ask(applications, {}, 1);
  ASSERT_EQ(answers.size(), 3u);
  for (const auto& answer : answers) EXPECT_EQ(answer.said->cause, "rude-rules: ended by signal 11 (segmentation fault)");
}

TEST(OnePoisonousApplication, that_is_named_and_was_not_given_is_a_fault) {
  Asked asked;
  Applications applications(*asked.pack);
  applications.add("good");
  const auto answers = asked.ask(applications, {}, 1);
  ASSERT_EQ(answers.size(), 2u);
  EXPECT_EQ(answers[0].said->cause, "rude-rules: named the application `nobody`, which it was not given");
}

}  // namespace remit::test
