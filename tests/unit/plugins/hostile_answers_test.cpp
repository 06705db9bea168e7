// What a worker sends is read within its bounds: any bytes are either answers or garbled, and nothing else happens.
#include <gtest/gtest.h>

#include "plugins/answers.hpp"

namespace remit::test {

namespace {

std::string a_full_answer() {
  policy::Answer answer;
  answer.outcome = policy::Outcome::fail;
  answer.said = std::make_unique<policy::Answer::Said>();
  answer.said->reasons = {"one", "two"};
  policy::Told told;
  told.kind = base::Kind::text;
  told.text = "value";
  answer.said->evidence.emplace_back("name", told);
  answer.said->score = base::Rational(7, 3);
  std::string bytes;
  plugins::Writer out(bytes);
  plugins::encode(answer, out);
  return bytes;
}

// Whether the bytes were taken as an answer.
bool taken(std::string_view bytes) {
  const std::string exact(bytes);
  plugins::Reader in(exact);
  try {
    plugins::decode_answer(in);
    in.finish();
    return true;
  } catch (const plugins::Garbled&) {
    return false;
  }
}

}  // namespace

TEST(HostileAnswers, whole_ones_read_back) {
  const std::string bytes = a_full_answer();
  plugins::Reader in(bytes);
  const auto answer = plugins::decode_answer(in);
  EXPECT_EQ(answer.outcome, policy::Outcome::fail);
  EXPECT_EQ(answer.said->reasons, (std::vector<std::string>{"one", "two"}));
  EXPECT_EQ(answer.said->evidence[0].second.text, "value");
  EXPECT_EQ(*answer.said->score, base::Rational(7, 3));
}

TEST(HostileAnswers, cut_short_or_longer_are_garbled) {
  const std::string bytes = a_full_answer();
  for (std::size_t size = 0; size < bytes.size(); ++size) EXPECT_FALSE(taken(std::string_view(bytes).substr(0, size))) << size;
  EXPECT_FALSE(taken(bytes + "x"));
}

TEST(HostileAnswers, with_any_byte_changed_are_read_within_their_bounds) {
  std::string bytes = a_full_answer();
  std::size_t refused = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at)
    for (int to = 0; to < 256; ++to) {
      const char kept = bytes[at];
      bytes[at] = static_cast<char>(to);
      refused += !taken(bytes);
      bytes[at] = kept;
    }
  EXPECT_GT(refused, 0u);
}

TEST(HostileAnswers, counts_beyond_the_bytes_that_follow_take_no_memory) {
  std::string bytes;
  plugins::Writer out(bytes);
  out.text("");
  out.put(std::uint32_t{4'000'000});   // findings
  plugins::SessionWords words;
  plugins::Reader in(bytes);
  EXPECT_THROW(plugins::decode_session(in, words), plugins::Garbled);
  EXPECT_EQ(words.findings.capacity(), 0u);
}

}  // namespace remit::test
