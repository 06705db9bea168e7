// Answers that cannot be: they are a fault of the plug-in, said of the application concerned, whether it runs in a worker or in this
// process.
#include "faults.hpp"

namespace remit::plugins::test {

TEST_F(Faults, GarbagePointer) { poisons_one("garbage_pointer", "ended by signal 11 (segmentation fault)"); }
TEST_F(Faults, BadUtf8) { poisons_one_anywhere("bad_utf8", "gave a text that is no UTF-8"); }
TEST_F(Faults, HugeSize) { poisons_one_anywhere("huge_size", "gave a text of more than 65536 bytes"); }
TEST_F(Faults, NullText) { poisons_one_anywhere("null_text", "gave a text that is nowhere"); }
TEST_F(Faults, LongText) { poisons_one_anywhere("long_text", "gave a text of more than 65536 bytes"); }
TEST_F(Faults, LongestText) {
  const auto round = applications(100, {40});
  for (const Where where : {Where::worker, Where::host_process}) {
    const auto said = answers("longest_text", round, where);
    EXPECT_EQ(said[40], "refer: " + std::string(65536, 'a') + ": two pounds too many");
  }
}
TEST_F(Faults, ManyReasons) {
  for (const Where where : {Where::worker, Where::host_process}) {
    std::string sixteen = "refer";
    for (int i = 0; i < 16; ++i) sixteen += ": once more";
    EXPECT_EQ(answers("many_reasons", applications(100, {40}), where)[40], sixteen);
  }
}
TEST_F(Faults, EvidenceOfAList) { poisons_one_anywhere("evidence_of_a_list", "gave a value of the kind 8; it must be a plain one"); }
TEST_F(Faults, EvidenceOfNoKind) { poisons_one_anywhere("evidence_of_no_kind", "gave a value of the kind 77; it must be a plain one"); }
TEST_F(Faults, EvidenceOverNought) { poisons_one_anywhere("evidence_over_nought", "gave a fraction over nought"); }
TEST_F(Faults, EvidenceAtNull) { poisons_one_anywhere("evidence_at_null", "gave a value that is nowhere"); }
TEST_F(Faults, EvidenceWithoutAName) { poisons_one_anywhere("evidence_without_a_name", "gave evidence a name that is none: small letters, digits and underscores"); }
TEST_F(Faults, Outcome77) { poisons_one_anywhere("outcome_77", "gave the outcome 77, which there is not"); }
TEST_F(Faults, OutcomeMinus1) { poisons_one_anywhere("outcome_minus_1", "gave the outcome -1, which there is not"); }
TEST_F(Faults, SaysError) { poisons_one_anywhere("says_error", "the register is of last year"); }
TEST_F(Faults, SaysErrorAndPass) { poisons_one_anywhere("says_error_and_pass", "the register is of last year"); }
TEST_F(Faults, SaysErrorWithoutWords) { poisons_one_anywhere("says_error_without_words", "could not tell, and did not say why"); }
TEST_F(Faults, ReadsUndeclared) { is_no_fault("reads_undeclared"); }

// The words of a plug-in go into records and on terminals: what would move a cursor or begin a line of its own does not.
TEST_F(Faults, SaysControlCharacters) {
  for (const Where where : {Where::worker, Where::host_process}) {
    const auto said = answers("says_control_characters", applications(100, {40}), where)[40];
    EXPECT_TRUE(said.starts_with("error: fixture: ")) << said;
    for (const char c : said) EXPECT_FALSE(static_cast<unsigned char>(c) < 0x20 || c == 0x7f) << said;
  }
}

// Nobody can see in one run that a plug-in answers otherwise the next time: what it answered stands in the record, and a replay
// reads it there. `remit plugin validate` asks twice.
TEST_F(Faults, ChangesItsMind) {
  const auto said = answers("changes_its_mind", applications(6));
  expect_same(said, (std::vector<std::string>{"pass", "fail", "refer", "pass", "fail", "refer"}));
}

}  // namespace remit::plugins::test
