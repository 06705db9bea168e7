// Where things stand in a file: the { } of a word, its keys and their values, for messages that point at the offending word.
#pragma once
#include <string>
#include <string_view>

namespace remit::lua {

class Chunk;
struct Node;

struct Spot {
  int line = 0, column = 0;   // from 1; line 0: nowhere
};

/// The column (from 1) of `word` standing by itself in `line`, as a field or verb if it stands there as one; 0 when it does not.
int column_of(std::string_view line, std::string_view word);

class Body {
 public:
  /// The { } after `word "id"` on `line`; knows nothing when it is not written so.
  static Body of(const Chunk* chunk, std::string_view word, std::string_view id, int line);
  /// The { } after the name `word` on `line`, like that of `all_of { ... }`, with at least `entries` entries without names.
  static Body after(const Chunk* chunk, std::string_view word, int line, int entries);
  Body() = default;

  Spot key(std::string_view name) const;
  Spot value(std::string_view name) const;
  /// The first place where `word` stands by itself between the braces.
  Spot find(std::string_view word) const;
  /// The { } that is the value of `name`, or the `number`th entry without a name.
  Body inside(std::string_view name) const;
  Body item(int number) const;
  Spot start() const;
  /// Where the `number`th entry without a name stands: its field or verb, when it is a sentence.
  Spot entry(int number) const;

 private:
  Body(const Chunk* chunk, const Node* table) : chunk_(chunk), table_(table) {}
  const Node* named(std::string_view name) const;
  const Node* plain(int number) const;
  const Chunk* chunk_ = nullptr;
  const Node* table_ = nullptr;
};

}  // namespace remit::lua
