// Without libFuzzer: every file of the corpus, and what comes of it when bytes are changed, cut and doubled, the same each time. What
// libFuzzer found bears a digest as its name, without an ending, and is given as it is: it is a changed file already.
// Usage: fuzz_import FOLDER
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

void give(const std::string& bytes) { LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()); }

std::uint64_t next(std::uint64_t& state) {   // a small generator, so that every machine tries the same
  state ^= state << 13;
  state ^= state >> 7;
  return state ^= state << 17;
}

}  // namespace

int main(int count, char** words) {
  if (count != 2) return 2;
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(words[1])) {
    std::ifstream in(entry.path(), std::ios::binary);
    const std::string whole{std::istreambuf_iterator<char>(in), {}};
    give(whole);
    std::uint64_t state = 0x9e3779b97f4a7c15ULL + whole.size();
    for (int round = 0; round < 60 && !whole.empty() && entry.path().has_extension(); ++round) {
      std::string changed = whole;
      for (std::uint64_t n = 1 + next(state) % 6; n > 0; --n) {
        const std::size_t at = next(state) % changed.size();
        if (next(state) % 3 == 0) changed.erase(at, next(state) % 40);
        else if (next(state) % 2 == 0) changed[at] = static_cast<char>(next(state));
        else changed.insert(at, changed.substr(next(state) % changed.size(), 30));
        if (changed.empty()) break;
      }
      give(changed);
    }
    ++files;
  }
  std::printf("%zu files of the corpus\n", files);
  return files > 0 ? 0 : 1;
}
