// All capabilities answer, and say the same in a worker and in the host's own process.
#include <gtest/gtest.h>

#include "trial.hpp"

namespace remit::test {

using policy::Capability;
using policy::Outcome;
using Award = policy::Answer::Said::Award;

namespace {

class EveryCapability : public testing::TestWithParam<bool> {
 protected:
  void SetUp() override {
    base::Field letters, known;
    base::RecordType& facts = *pack->schema.find("facts");
    base::Field group;
    group.path = "little_rules";
    group.type = base::Type::record;
    facts.add(group);
    letters.path = "little_rules.letters";
    letters.type = base::Type::count;
    known.path = "little_rules.known";
    known.type = base::Type::yes_no;
    auto& declared = need(*pack, "little-rules", "1.0.0");
    declared.settings = {{"most", "500"}};
    declared.files = {{"names", "names.txt"}};
    declared.facts = {static_cast<std::uint16_t>(facts.add(letters)), static_cast<std::uint16_t>(facts.add(known))};
    use(*pack, 0, "affordable", Capability::criterion);
    use(*pack, 0, "costs", Capability::measure);
    use(*pack, 0, "", Capability::data_source);
    use(*pack, 0, "same-title", Capability::round_check);
    use(*pack, 0, "everything", Capability::allocator);
    use(*pack, 0, "titles", Capability::exporter);
    round.write("data/little-rules/names.txt", "roof\n");
    applications.add("roof", 500);
    applications.add("garden", 501);
    applications.add("roof", 1);
    open = plugins::open_plugins(*pack, round.path(), installed.places());
  }
  std::vector<policy::Answer> ask(std::size_t use) { return open->ask(use, applications); }

  Installed installed{GetParam()};
  Folder round;
  std::unique_ptr<policy::Pack> pack = empty_pack();
  Applications applications{*pack};
  std::unique_ptr<policy::Plugins> open;
};

TEST_P(EveryCapability, criteria_give_outcome_reason_and_evidence) {
  const auto answers = ask(0);
  ASSERT_EQ(answers.size(), 3u);
  EXPECT_EQ(answers[0].outcome, Outcome::pass);
  EXPECT_EQ(answers[0].said, nullptr);
  EXPECT_EQ(answers[1].outcome, Outcome::fail);
  EXPECT_EQ(answers[1].said->reasons, std::vector<std::string>{"it asks for more than 500 pence"});
  ASSERT_EQ(answers[1].said->evidence.size(), 1u);
  EXPECT_EQ(answers[1].said->evidence[0].first, "requested");
  EXPECT_EQ(answers[1].said->evidence[0].second.kind, base::Kind::money);
  EXPECT_EQ(answers[1].said->evidence[0].second.integer, 501);
}

TEST_P(EveryCapability, measures_give_exact_scores_of_lists_of_records) {
  const auto& element = *pack->schema.find("element");
  std::vector<base::Value> paid(element.fields.size()), unpaid(element.fields.size());
  paid[intake::element_field::cost] = base::Value::of(base::Kind::money, 100);
  unpaid[intake::element_field::cost] = base::Value::of(base::Kind::money, 0);
  const std::vector<base::Value> elements = {base::Value::of_items(base::Kind::record, paid), base::Value::of_items(base::Kind::record, unpaid),
                                             base::Value::of_items(base::Kind::record, unpaid)};
  applications.set(1, intake::application_field::elements, base::Value::of_items(base::Kind::list, elements));
  const auto answers = ask(1);
  EXPECT_EQ(answers[0].outcome, Outcome::refer);
  ASSERT_EQ(answers[1].outcome, Outcome::pass);
  EXPECT_EQ(*answers[1].said->score, base::Rational(1, 3));
}

TEST_P(EveryCapability, facts_stand_where_the_pack_declares_them) {
  const auto answers = ask(2);
  ASSERT_EQ(answers[1].outcome, Outcome::pass);
  ASSERT_EQ(answers[1].said->facts.size(), 2u);
  EXPECT_EQ(answers[1].said->facts[0].integer, 6);   // letters of "garden"
  EXPECT_EQ(answers[1].said->facts[1].integer, 0);   // it is not among the names
  EXPECT_EQ(answers[0].said->facts[1].integer, 1);
}

TEST_P(EveryCapability, round_checks_give_findings_by_application_and_of_the_round) {
  const auto answers = ask(3);
  ASSERT_EQ(answers.size(), 4u);
  EXPECT_EQ(answers[0].outcome, Outcome::fail);
  EXPECT_EQ(answers[0].said->reasons, std::vector<std::string>{"the title is that of 1 more"});
  EXPECT_EQ(answers[1].outcome, Outcome::pass);
  EXPECT_EQ(answers[2].outcome, Outcome::fail);
  EXPECT_EQ(answers[3].said->reasons, std::vector<std::string>{"2 titles"});
}

TEST_P(EveryCapability, allocators_award_by_application) {
  const auto answers = ask(4);
  ASSERT_EQ(answers.size(), 4u);
  EXPECT_EQ(answers[2].said->award, Award::whole);
  EXPECT_EQ(answers[2].said->reasons, std::vector<std::string>{"as asked"});
  EXPECT_EQ(answers[3].said->reasons, std::vector<std::string>{"nobody went short"});
}

TEST_P(EveryCapability, exporters_write_in_the_last_answer) {
  const auto answers = ask(5);
  ASSERT_EQ(answers.size(), 4u);
  EXPECT_EQ(answers[3].said->written, "begin\nroof\ngarden\nroof\nend\n");
}

TEST_P(EveryCapability, identities_name_the_library_and_its_files) {
  const auto identity = open->identities()[0];
  EXPECT_EQ(identity.id, "little-rules");
  EXPECT_EQ(identity.version, "1.2.0");
  EXPECT_EQ(identity.digest, plugins::SealedCopy::of_file(installed.folder() / "little-rules.so").digest());
  ASSERT_EQ(identity.files.size(), 1u);
  EXPECT_EQ(identity.files[0], std::pair(std::string("names"), plugins::SealedCopy::of_bytes("roof\n").digest()));
}

INSTANTIATE_TEST_SUITE_P(Isolated, EveryCapability, testing::Values(false));
INSTANTIATE_TEST_SUITE_P(InProcess, EveryCapability, testing::Values(true));

}  // namespace
}  // namespace remit::test
