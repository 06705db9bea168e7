// A file is read to its last byte, or not at all.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "base/file.hpp"
#include "base/problem.hpp"

namespace {

using remit::base::read_file;
namespace fs = std::filesystem;

class ReadFile : public testing::Test {
 protected:
  ReadFile() {
    std::string name = testing::TempDir() + "read-file-XXXXXX";
    folder_ = ::mkdtemp(name.data());
  }
  ~ReadFile() override { fs::remove_all(folder_); }
  fs::path holding(const std::string& bytes) const {
    std::ofstream(folder_ / "it", std::ios::binary) << bytes;
    return folder_ / "it";
  }
  static std::string refusal(const fs::path& path, std::size_t most) {
    try {
      read_file(path, most, 3);
    } catch (const remit::base::Refused& refused) {
      EXPECT_EQ(refused.exit_code, 3);
      return refused.problems.at(0).message;
    }
    return "not refused";
  }
  fs::path folder_;
};

TEST_F(ReadFile, GivesEveryByteOfAFileOfTheSizeOfAPieceOneMoreAndNone) {
  for (const std::size_t size : {std::size_t{0}, std::size_t{65536}, std::size_t{65537}}) {
    std::string bytes(size, '\0');
    if (size > 0) bytes.back() = '\n';
    EXPECT_EQ(read_file(holding(bytes)), bytes) << size;
  }
}

TEST_F(ReadFile, RefusesOneByteMoreThanItMay) {
  EXPECT_EQ(read_file(holding("four"), 4), "four");
  EXPECT_EQ(refusal(holding("four"), 3), "it is larger than 3 bytes");
}

TEST_F(ReadFile, RefusesWhatIsNoFile) {
  EXPECT_EQ(refusal(folder_, 9), "this is a folder, and a file is needed");
  EXPECT_EQ(refusal(folder_ / "nothing", 9), "there is no such file, or it cannot be read");
  EXPECT_EQ(refusal("/dev/zero", 9), "it is larger than 9 bytes");
}

}  // namespace
