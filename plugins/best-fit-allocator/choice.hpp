// What is chosen among: for each application some awards, one of which it gets. Money and value are whole numbers, so that
// sums are exact whatever their order.
#pragma once
#include <cstdint>
#include <vector>

namespace best_fit {

__extension__ typedef __int128 int128;

/// One award that an application may get.
struct Option {
  std::int64_t cost = 0;    // pence, never negative
  int128 value = 0;         // in units of the stream, never negative
};

/// The awards that one application may get, by cost. What costs more is worth more: see only_worthwhile.
struct Choice {
  std::vector<Option> options;   // never empty; the first is usually nothing, {0, 0}
  std::uint32_t rank = 0;        // equal for applications of equal rank
};

/// One option for each choice.
struct Solution {
  int128 value = 0;
  std::int64_t money = 0;
  std::vector<std::uint32_t> chosen;   // by choice: the index of its option
};

/// How much work may still be done: counted, so that the same round ends alike on every machine.
struct Work {
  std::int64_t nodes_left = 0;
  bool spend(std::int64_t nodes) {
    nodes_left -= nodes;
    return nodes_left >= 0;
  }
};

/// What is known before a search: solutions of less value, or of the same for more money, are not wanted.
struct Known {
  bool given = false;
  int128 value = 0;
  std::int64_t money = 0;
};

enum class Searched { found, none, limit };   // none: nothing that costs no more than the budget and is as good as what is known

}  // namespace best_fit
