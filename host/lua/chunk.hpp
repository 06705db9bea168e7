// One file of a pack as loaded: its text, its tree, and what is known of each function in it.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lua/bytecode.hpp"
#include "lua/syntax.hpp"

namespace remit::lua {

class Chunk {
 public:
  Chunk(std::string file, std::string_view source) : file_(std::move(file)), source_(source), tree_(source_) {}
  Chunk(const Chunk&) = delete;
  Chunk& operator=(const Chunk&) = delete;

  const std::string& file() const { return file_; }
  const std::string& source() const { return source_; }
  Syntax& tree() { return tree_; }
  const Syntax& tree() const { return tree_; }
  /// Line `line` (from 1) without its end; empty when there is none.
  std::string_view line(int line) const;

  void take_bounds(std::vector<std::optional<std::int64_t>> bounds, const Compiled& form);
  /// The most steps that the function on these lines can take; none when it has no bound, or no function stands there.
  std::optional<std::int64_t> bound(int line, int last_line) const;

 private:
  struct Facts {
    int line, last_line;
    std::optional<std::int64_t> bound;
  };
  std::string file_;
  std::string source_;
  Syntax tree_;
  std::vector<Facts> facts_;
};

}  // namespace remit::lua
