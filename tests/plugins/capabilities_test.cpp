// Faults of capabilities other than criteria: what cannot be a score, a fact, a finding, an award or an export.
#include "faults.hpp"

namespace remit::plugins::test {

using policy::Capability;

namespace {

std::vector<std::string> all_but(std::size_t size, const std::string& right, std::size_t place, const std::string& wrong) {
  std::vector<std::string> all(size, right);
  all[place] = wrong;
  return all;
}

}  // namespace

class Capabilities : public Faults {
 protected:
  static std::vector<std::string> of(const std::string& fault, Capability capability, const std::string& title, Where where, Limits limits = {}) {
    return answers(fault, applications(100, {40}, title), where, capability, limits);
  }
  /// All are told `right` but the one that is wrong.
  static void one(const std::string& fault, Capability capability, const std::string& title, const std::string& right, const std::string& wrong) {
    expect_same(of(fault, capability, title, Where::worker), all_but(100, right, 40, wrong), title);
    expect_same(of(fault, capability, title, Where::host_process), all_but(100, right, 40, wrong), title);
  }
  static void one_in_a_worker(const std::string& fault, Capability capability, const std::string& title, const std::string& right, const std::string& wrong) {
    expect_same(of(fault, capability, title, Where::worker), all_but(100, right, 40, wrong), title);
  }
};

TEST_F(Capabilities, MeasureOverNought) { one("measure_off_its_scale", Capability::measure, "nought", "pass 3", "error: fixture: gave a score over nought"); }
// (whether it is on the measure's scale is known to the engine, which knows the pack; here it need only be a fraction)
TEST_F(Capabilities, MeasureOfTheLargestFraction) {
  one("measure_off_its_scale", Capability::measure, "huge", "pass 3", "pass -9223372036854775808/18446744073709551615");
}
TEST_F(Capabilities, MeasureWithoutAScore) { one("measure_off_its_scale", Capability::measure, "none", "pass 3", "refer"); }
TEST_F(Capabilities, MeasureStatus77) { one("measure_status_77", Capability::measure, "poison", "pass 3", "error: fixture: could not tell, and did not say why"); }
TEST_F(Capabilities, MeasureCrashes) {
  one_in_a_worker("measure_crashes", Capability::measure, "poison", "pass 3", "error: fixture: ended by signal 6 (aborted)");
}

constexpr const char* source = "source_faults";
TEST_F(Capabilities, ColumnThatIsNotThere) { one(source, Capability::data_source, "column", "pass 3 north", "error: fixture: gave a fact for a column that it has not"); }
TEST_F(Capabilities, FactOfAnotherKind) { one(source, Capability::data_source, "kind", "pass 3 north", "error: fixture: gave a fact of another kind than its column `area:text`"); }
TEST_F(Capabilities, FactThatIsNoText) { one(source, Capability::data_source, "bytes", "pass 3 north", "error: fixture: gave a text that is no UTF-8"); }
TEST_F(Capabilities, FactAtNull) { one(source, Capability::data_source, "null", "pass 3 north", "error: fixture: gave a value that is nowhere"); }
TEST_F(Capabilities, SourceThatFails) { one(source, Capability::data_source, "fails", "pass 3 north", "error: fixture: the area is not on the list"); }
TEST_F(Capabilities, SourceThatCrashes) {
  one_in_a_worker(source, Capability::data_source, "crash", "pass 3 north", "error: fixture: ended by signal 6 (aborted)");
}

TEST_F(Capabilities, ConflictRuleCrashes) {
  one_in_a_worker("conflict_crashes", Capability::conflict_rule, "poison", "pass", "error: fixture: ended by signal 6 (aborted)");
}
TEST_F(Capabilities, AppealRuleCrashes) {
  one_in_a_worker("appeal_crashes", Capability::appeal_rule, "poison", "pass", "error: fixture: ended by signal 6 (aborted)");
}

// What looks across a round cannot be asked of one application alone: the fault is of the whole round, and stands on each.
TEST_F(Capabilities, CheckCrashes) { expect_same(of("check_crashes", Capability::round_check, "poison", Where::worker), std::vector<std::string>(101, "error: fixture: ended by signal 6 (aborted)")); }
TEST_F(Capabilities, CheckHangsAtTheEnd) {
  expect_same(of("check_hangs_at_the_end", Capability::round_check, "poison", Where::worker, short_deadlines()),
            std::vector<std::string>(101, "error: fixture: gave no answer within 2 s"));
}
TEST_F(Capabilities, CheckOfAStranger) {
  for (const Where where : {Where::worker, Where::host_process})
    expect_same(of("check_of_a_stranger", Capability::round_check, "poison", where), std::vector<std::string>(101, "error: fixture: named the application `no-such-application`, which it was not given"));
}
TEST_F(Capabilities, AllocatorCrashes) {
  expect_same(of("allocator_crashes", Capability::allocator, "poison", Where::worker), std::vector<std::string>(101, "error: fixture: ended by signal 6 (aborted)"));
}
TEST_F(Capabilities, AllocatorOfAStranger) {
  for (const Where where : {Where::worker, Where::host_process})
    expect_same(of("allocator_of_a_stranger", Capability::allocator, "poison", where), std::vector<std::string>(101, "error: fixture: named the application `no-such-application`, which it was not given"));
}
TEST_F(Capabilities, AllocatorOfGarbage) {
  expect_same(of("allocator_of_garbage", Capability::allocator, "poison", Where::worker), std::vector<std::string>(101, "error: fixture: ended by signal 11 (segmentation fault)"));
}
TEST_F(Capabilities, ExporterWithoutEnd) {
  const auto said = of("exporter_without_end", Capability::exporter, "poison", Where::worker, short_deadlines());
  ASSERT_EQ(said.size(), 101u);
  EXPECT_TRUE(said.back().starts_with("error: fixture: ")) << said.back();
}
TEST_F(Capabilities, ExporterOfGarbage) {
  const auto said = of("exporter_of_garbage", Capability::exporter, "poison", Where::worker);
  ASSERT_EQ(said.size(), 101u);
  EXPECT_EQ(said.back(), "error: fixture: ended by signal 11 (segmentation fault)");
}

}  // namespace remit::plugins::test
