#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "base/problem_words.hpp"
#include "intake/limits.hpp"
#include "rounds.hpp"

namespace remit::intake {
namespace {

namespace fs = std::filesystem;

class OpeningARound : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = (fs::temp_directory_path() / ("remit-opening-" + std::to_string(getpid()))).string();
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  void write(const std::string& name, const std::string& bytes = "{}") const { std::ofstream(folder_ + '/' + name) << bytes; }
  Lines refused(const std::string& place) const {
    Lines out;
    try {
      Source source = open_source(place);
      open_tables(source, core_schema());
    } catch (const base::Refused& refusal) {
      EXPECT_EQ(refusal.exit_code, 2);
      for (const auto& problem : refusal.problems) {
        std::string text = problem.code + ' ' + base::uncoded(problem);
        for (std::size_t at; (at = text.find(folder_)) != text.npos;) text.replace(at, folder_.size(), "R");
        out.push_back(text);
      }
    }
    return out;
  }
  std::string folder_;
};

TEST_F(OpeningARound, TakesTheFilesItKnows) {
  for (const auto& [name, bytes] : sound_texts()) write(name, bytes);
  write("appeals.json");
  write("timetable.json");
  write(".hidden");
  fs::create_directory(folder_ + "/notes");
  const Source source = open_source(folder_);
  EXPECT_EQ(source.place, folder_);
  ASSERT_TRUE(source.applications_ndjson);
  EXPECT_EQ(source.applications_ndjson->name, folder_ + "/applications.ndjson");
  EXPECT_TRUE(source.appeals);
  EXPECT_FALSE(source.applications_csv);
  EXPECT_EQ(source.others, Lines{"timetable.json"});
  EXPECT_EQ(read_round(source, core_schema(), pack_scoring())->digest, read(sound_texts())->digest);
}

TEST_F(OpeningARound, TakesOneDocument) {
  write("all.json", "{\"id\":1}");
  const Source source = open_source(folder_ + "/all.json");
  EXPECT_EQ(*source.round->bytes, "{\"id\":1}");
}

TEST_F(OpeningARound, SaysWhatIsMissing) {
  EXPECT_EQ(refused(folder_), Lines{"MISSING_FILE R: there is no `round.json` in this folder"});
  write("round.json");
  EXPECT_EQ(refused(folder_ + "/runod.json"), Lines{"MISSING_FILE R/runod.json: there is no such folder or file; the nearest is `round.json`"});
  EXPECT_EQ(refused(folder_ + "/zzz"), Lines{"MISSING_FILE R/zzz: there is no such folder or file"});
}

TEST_F(OpeningARound, AMisspeltFileIsNotLeftOut) {
  write("round.json");
  write("aplications.csv");
  EXPECT_EQ(refused(folder_), Lines{"UNKNOWN_FILE R/aplications.csv: no file of a round is called `aplications.csv`; the nearest is `applications.csv`"});
}

TEST_F(OpeningARound, ATableIsGivenOnce) {
  write("round.json");
  write("applications.csv");
  write("applications.ndjson");
  write("organisations.csv");
  write("organisations.json");
  EXPECT_EQ(refused(folder_), (Lines{"DUPLICATE_TABLE R: the applications are given in `applications.ndjson` and `applications.csv`; keep one of these files",
                                     "DUPLICATE_TABLE R: the organisations are given in `organisations.csv` and `organisations.json`; keep one of these files"}));
  Texts texts = sound_texts();
  texts["round.json"] = changed(texts["round.json"], R"("currency": "GBP",)", R"("currency": "GBP", "organisations": [{"id": "X", "name": "X", "type": "private"}],)");
  EXPECT_EQ(mistakes(texts), Lines{"DUPLICATE_TABLE organisations.csv: `organisations` stand here and in `round.json`; keep one of them"});
  texts = sound_texts();
  texts["round.json"] = changed(texts["round.json"], R"("currency": "GBP",)", R"("currency": "GBP", "scores": [{"member": "m1", "application": "A1", "measure": "need", "score": 1}],)");
  EXPECT_EQ(mistakes(texts), Lines{"DUPLICATE_TABLE scores.csv: `scores` stand here and in `round.json`; keep one of them"});
}

TEST_F(OpeningARound, AWorkbookIsImportedFirst) {
  write("round.xlsx");
  write("round.txt");
  EXPECT_EQ(refused(folder_ + "/round.xlsx"), Lines{"UNKNOWN_FILE R/round.xlsx: a workbook is no round yet; make one of it with `remit import`"});
  EXPECT_EQ(refused(folder_ + "/round.txt"), Lines{"UNKNOWN_FILE R/round.txt: a round is a folder, or one document whose name ends in `.json`"});
}

TEST_F(OpeningARound, AFileOverTheLimitIsNotRead) {
  write("round.json");
  fs::resize_file(folder_ + "/round.json", limits::file_bytes + 1);   // a hole: it takes no room on the disk
  EXPECT_EQ(refused(folder_), Lines{"TOO_LARGE R/round.json: it is larger than 4 GiB"});
}

}  // namespace
}  // namespace remit::intake
