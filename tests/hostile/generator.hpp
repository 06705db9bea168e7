// Random programs for the sandbox, biased to what is tricky: closures, sort with odd comparators, texts that grow, deep
// nesting, library calls with odd arguments, loops with odd bounds, errors, records. The same seed gives the same program
// everywhere.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace remit::hostile {

class Generator {
 public:
  explicit Generator(std::uint64_t seed) : state_(seed * 0x9e3779b97f4a7c15ULL + 0x1234567ULL) {}
  std::string program();

 private:
  std::uint64_t next();
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(next() % n); }
  bool one_in(std::size_t n) { return below(n) == 0; }
  template <std::size_t N>
  std::string pick(const char* const (&choices)[N]) { return choices[below(N)]; }

  std::string name();
  std::string number();
  std::string text();
  std::string record();
  std::string library_call(int depth);
  std::string table(int depth);
  std::string function(int depth);
  std::string comparator();
  std::string sound_number(int depth);   // expressions that mostly work, so that programs get far
  std::string sound_text(int depth);
  std::string sound_list(int depth);
  std::string sound(int depth);
  std::string expression(int depth);
  std::string statement(int depth);
  std::string block(int depth);

  std::uint64_t state_;
  std::vector<std::string> locals_;
  int made_ = 0;
  bool at_file_level_ = true;
};

}  // namespace remit::hostile
