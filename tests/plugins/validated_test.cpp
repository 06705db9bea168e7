// `validate` finds what is wrong whatever the records are, before anybody trusts the plug-in, and has nothing against an honest one.
#include "faults.hpp"
#include "plugins/validate.hpp"

namespace remit::plugins::test {

namespace {

/// The words of all checks that found something: "answers the same twice, in whatever order".
std::string found_in(const std::string& fault) {
  const Folder folder;
  put(folder, bytes_of(fixture(fault)));
  Places places = places_of(folder);
  places.limits = short_deadlines();
  std::string found;
  for (const auto& check : validate(folder.path / "fixture.so", {}, places).checks)
    if (check.outcome == Check::Outcome::wrong) found += check.what + "\n";
  return found;
}

}  // namespace

TEST_F(Faults, ValidateHasNothingAgainstAnHonestOne) { EXPECT_EQ(found_in("good"), ""); }
TEST_F(Faults, ValidateAsksTwice) { EXPECT_EQ(found_in("changes_its_mind"), "answers the same twice, in whatever order\n"); }
TEST_F(Faults, ValidateFindsWhatDies) {
  for (const std::string fault : {"crash_at_all", "crash_every_64th"}) EXPECT_NE(found_in(fault).find("bears"), std::string::npos) << fault;
}
TEST_F(Faults, ValidateFindsWhatCannotStart) {
  for (const std::string fault : {"init_fails", "init_crashes", "init_hangs", "bind_fails", "bind_hangs"}) EXPECT_EQ(found_in(fault), "is bound\n") << fault;
}
TEST_F(Faults, ValidateFindsWhatCannotBeLoaded) {
  for (const std::string fault : {"crash_in_constructor", "exit_in_constructor", "hang_in_constructor", "missing_symbol", "sanitizer_address", "entry_of_version_2"})
    EXPECT_EQ(found_in(fault), "is a library that the host can load\n") << fault;
}

}  // namespace remit::plugins::test
