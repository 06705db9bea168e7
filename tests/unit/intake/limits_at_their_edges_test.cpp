#include <gtest/gtest.h>

#include "intake/limits.hpp"
#include "rounds.hpp"

namespace remit::intake {
namespace {

Lines with_title(const std::string& title) { return mistakes(changed_in("applications.ndjson", "\"Two\"", '"' + title + '"')); }

TEST(LimitsAtTheirEdges, ATextHasOneMebibyte) {
  EXPECT_EQ(with_title(std::string(limits::text_bytes, 'x')), Lines{});
  EXPECT_EQ(with_title(std::string(limits::text_bytes + 1, 'x')), Lines{"TOO_LARGE applications.ndjson:1: title: the text has 1048577 bytes; at most 1048576 are read"});
}

TEST(LimitsAtTheirEdges, AnIdHasTwoHundredBytesOnOneLine) {
  const auto with_id = [](const std::string& id) {
    Texts texts = changed_in("applications.ndjson", "\"A2\"", '"' + id + '"');
    texts.erase("scores.csv");
    return mistakes(texts);
  };
  EXPECT_EQ(with_id(std::string(200, 'x')), Lines{});
  EXPECT_EQ(with_id(std::string(201, 'x')), Lines{"TOO_LARGE applications.ndjson:1: id: the id has 201 bytes; at most 200 are read"});
  EXPECT_EQ(with_id("A\\n2"), Lines{"BAD_CHARACTER applications.ndjson:1: id: the id `A 2` holds a line break or another control character; remove it"});
}

TEST(LimitsAtTheirEdges, NoTextHoldsNul) {
  EXPECT_EQ(with_title("a\\u0000b"), Lines{"BAD_CHARACTER applications.ndjson:1: title: the text holds a NUL character; remove it"});
}

TEST(LimitsAtTheirEdges, AListHasTenThousandItems) {
  const auto objectives = [](std::size_t count) {
    std::string list = "\"x\"";
    for (std::size_t i = 1; i < count; ++i) list += ",\"x\"";
    return mistakes(changed_in("applications.ndjson", "\"Reduce waiting times\"", list));
  };
  EXPECT_EQ(objectives(limits::list_items), Lines{});
  EXPECT_EQ(objectives(limits::list_items + 1), Lines{"TOO_LARGE applications.ndjson:2: objectives: the list has more than 10000 items"});
}

TEST(LimitsAtTheirEdges, ALineHasSixteenMebibytes) {
  const auto padded = [](std::size_t size) {
    Texts texts = sound_texts();
    const std::size_t first = sound_applications.find('\n');
    texts["applications.ndjson"] = std::string(size - first, ' ') + sound_applications;
    return mistakes(texts);
  };
  EXPECT_EQ(padded(limits::line_bytes), Lines{});
  EXPECT_EQ(padded(limits::line_bytes + 1), Lines{"TOO_LARGE applications.ndjson:1: the line is longer than 16 MiB"});
}

TEST(LimitsAtTheirEdges, APassedOverValueIsNoDeeperThanTheRest) {
  const auto nested = [](std::size_t depth) {
    return mistakes(changed_in("round.json", R"("currency": "GBP",)", "\"currency\": \"GBP\", \"appeals\": " + std::string(depth, '[') + std::string(depth, ']') + ','));
  };
  EXPECT_EQ(nested(limits::depth - 1), Lines{});   // the document itself is the first level
  EXPECT_EQ(nested(limits::depth), Lines{"TOO_DEEP round.json:3: lists and objects stand more than 64 deep in each other"});
}

}  // namespace
}  // namespace remit::intake
