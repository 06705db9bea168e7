#include "base/digests.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <utility>

namespace remit::base {

namespace {

constexpr std::size_t block_bytes = 128, digest_bytes = 32;

constexpr std::array<std::uint64_t, 8> start = {0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
                                                0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179};
constexpr std::uint64_t parameters = 0x01010000 ^ digest_bytes;   // one sequential digest without a key, of so many bytes

// The order in which each round takes the words of a block; the last two rounds are the first two again.
constexpr std::uint8_t sigma[10][16] = {
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}, {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
    {11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4}, {7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
    {9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13}, {2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
    {12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11}, {13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
    {6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5}, {10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0}};

// Four words side by side, and eight. Everything that takes them is inlined into functions for the processors that have
// such registers; they are passed by reference, for how they are passed by value depends on the processor.
typedef std::uint64_t Four __attribute__((vector_size(32)));
typedef std::uint64_t Eight __attribute__((vector_size(64)));
template <class Words>
constexpr std::size_t lanes_of = sizeof(Words) / 8;

/// Turns words right by N bits. Whole bytes are moved, which takes one step instead of three; processors with registers for
/// eight turn by any number in one.
template <int N, class Words>
[[gnu::always_inline]] inline void turn(Words& w) {
  typedef std::uint32_t Halves __attribute__((vector_size(32)));
  typedef std::uint8_t Bytes __attribute__((vector_size(32)));
  if constexpr (N == 63) {
    w = (w >> 63) | (w + w);
  } else if constexpr (lanes_of<Words> == 8) {
    w = (w >> N) | (w << (64 - N));
  } else if constexpr (N == 32) {
    const auto halves = reinterpret_cast<Halves>(w);
    w = reinterpret_cast<Words>(__builtin_shufflevector(halves, halves, 1, 0, 3, 2, 5, 4, 7, 6));
  } else if constexpr (N == 24) {
    const auto bytes = reinterpret_cast<Bytes>(w);
    w = reinterpret_cast<Words>(__builtin_shufflevector(bytes, bytes, 3, 4, 5, 6, 7, 0, 1, 2, 11, 12, 13, 14, 15, 8, 9, 10, 19, 20, 21, 22, 23, 16, 17, 18, 27, 28, 29, 30, 31, 24, 25, 26));
  } else {
    const auto bytes = reinterpret_cast<Bytes>(w);
    w = reinterpret_cast<Words>(__builtin_shufflevector(bytes, bytes, 2, 3, 4, 5, 6, 7, 0, 1, 10, 11, 12, 13, 14, 15, 8, 9, 18, 19, 20, 21, 22, 23, 16, 17, 26, 27, 28, 29, 30, 31, 24, 25));
  }
}

template <class Words>
[[gnu::always_inline]] inline void mix(Words& a, Words& b, Words& c, Words& d, const Words& x, const Words& y) {
  a += b + x;
  d ^= a;
  turn<32>(d);
  c += d;
  b ^= c;
  turn<24>(b);
  a += b + y;
  d ^= a;
  turn<16>(d);
  c += d;
  b ^= c;
  turn<63>(b);
}

template <std::size_t Round, class Words>
[[gnu::always_inline]] inline void round(Words (&v)[16], const Words (&m)[16]) {
  constexpr const std::uint8_t* s = sigma[Round % 10];
  mix(v[0], v[4], v[8], v[12], m[s[0]], m[s[1]]);
  mix(v[1], v[5], v[9], v[13], m[s[2]], m[s[3]]);
  mix(v[2], v[6], v[10], v[14], m[s[4]], m[s[5]]);
  mix(v[3], v[7], v[11], v[15], m[s[6]], m[s[7]]);
  mix(v[0], v[5], v[10], v[15], m[s[8]], m[s[9]]);
  mix(v[1], v[6], v[11], v[12], m[s[10]], m[s[11]]);
  mix(v[2], v[7], v[8], v[13], m[s[12]], m[s[13]]);
  mix(v[3], v[4], v[9], v[14], m[s[14]], m[s[15]]);
}

/// One text on its way through a lane.
struct Lane {
  const Digestible* text = nullptr;
  std::size_t at = 0, size = 0;
  alignas(32) std::array<char, block_bytes> staged{};

  void begin(const Digestible& begun) {
    text = &begun;
    at = 0;
    size = begun.first.size() + begun.second.size();
  }
  bool last() const { return at == size; }

  /// The next block, filled up with zeros at the end.
  const char* next() {
    const std::size_t from = at, wanted = std::min(block_bytes, size - at);
    at += wanted;
    const auto [first, second, digits] = *text;
    if (wanted == block_bytes && at <= first.size()) return first.data() + from;
    if (wanted == block_bytes && from >= first.size()) return second.data() + (from - first.size());
    const std::size_t of_first = from < first.size() ? std::min(wanted, first.size() - from) : 0;
    if (of_first > 0) std::memcpy(staged.data(), first.data() + from, of_first);
    if (wanted > of_first) std::memcpy(staged.data() + of_first, second.data() + (from + of_first - first.size()), wanted - of_first);
    std::memset(staged.data() + wanted, 0, block_bytes - wanted);
    return staged.data();
  }
};

/// Words i to i + 3 of four blocks, side by side.
[[gnu::always_inline]] inline void load_four(const char* const* blocks, std::size_t i, Four (&m)[4]) {
  Four w[4];
  for (std::size_t lane = 0; lane < 4; ++lane) std::memcpy(&w[lane], blocks[lane] + i * 8, sizeof(Four));
  const Four a = __builtin_shufflevector(w[0], w[1], 0, 4, 2, 6), b = __builtin_shufflevector(w[0], w[1], 1, 5, 3, 7);
  const Four c = __builtin_shufflevector(w[2], w[3], 0, 4, 2, 6), d = __builtin_shufflevector(w[2], w[3], 1, 5, 3, 7);
  m[0] = __builtin_shufflevector(a, c, 0, 1, 4, 5);
  m[1] = __builtin_shufflevector(b, d, 0, 1, 4, 5);
  m[2] = __builtin_shufflevector(a, c, 2, 3, 6, 7);
  m[3] = __builtin_shufflevector(b, d, 2, 3, 6, 7);
}

/// Word i of each lane's block, side by side.
template <class Words>
[[gnu::always_inline]] inline void load(const char* const* blocks, Words (&m)[16]) {
  for (std::size_t i = 0; i < 16; i += 4) {
    Four first[4];
    load_four(blocks, i, first);
    if constexpr (lanes_of<Words> == 4) {
      for (std::size_t k = 0; k < 4; ++k) m[i + k] = first[k];
    } else {
      Four second[4];
      load_four(blocks + 4, i, second);
      for (std::size_t k = 0; k < 4; ++k) m[i + k] = __builtin_shufflevector(first[k], second[k], 0, 1, 2, 3, 4, 5, 6, 7);
    }
  }
}

template <class Words, std::size_t... Rounds>
[[gnu::always_inline]] inline void all_rounds(Words (&v)[16], const Words (&m)[16], std::index_sequence<Rounds...>) {
  (round<Rounds>(v, m), ...);
}

/// `counts`: the bytes of each text so far, this block's among them; `ends`: all ones in the lanes whose text ends here.
template <class Words>
[[gnu::always_inline]] inline void compress(Words (&h)[8], const char* const* blocks, const Words& counts, const Words& ends) {
  Words m[16], v[16];
  load(blocks, m);
  for (std::size_t i = 0; i < 8; ++i) {
    v[i] = h[i];
    v[i + 8] = Words{} + start[i];
  }
  v[12] ^= counts;
  v[14] ^= ends;
  all_rounds(v, m, std::make_index_sequence<12>());
  for (std::size_t i = 0; i < 8; ++i) h[i] ^= v[i] ^ v[i + 8];
}

void write_digits(std::span<const std::uint64_t, 4> words, char* out) {
  for (std::size_t byte = 0; byte < digest_bytes; ++byte) {
    const auto b = static_cast<unsigned>(words[byte / 8] >> (byte % 8 * 8) & 0xff);
    *out++ = "0123456789abcdef"[b >> 4];
    *out++ = "0123456789abcdef"[b & 15];
  }
}

template <class Words>
[[gnu::always_inline]] inline void digest_in(std::span<const Digestible> texts) {
  constexpr std::size_t lanes = lanes_of<Words>;
  static constexpr std::array<char, block_bytes> nothing{};
  std::array<Lane, lanes> all;
  Words h[8] = {};
  std::size_t waiting = 0, busy = 0;
  const auto begin = [&](std::size_t lane) __attribute__((always_inline)) {
    all[lane].text = nullptr;
    if (waiting == texts.size()) return;
    all[lane].begin(texts[waiting++]);
    for (std::size_t i = 0; i < 8; ++i) h[i][lane] = start[i] ^ (i == 0 ? parameters : 0);
    ++busy;
  };
  for (std::size_t lane = 0; lane < lanes; ++lane) begin(lane);
  while (busy > 0) {
    std::array<const char*, lanes> blocks;
    Words counts = {}, ends = {};
    for (std::size_t lane = 0; lane < lanes; ++lane) {
      blocks[lane] = all[lane].text != nullptr ? all[lane].next() : nothing.data();
      counts[lane] = all[lane].at;
      ends[lane] = all[lane].last() ? ~std::uint64_t{0} : 0;
    }
    compress(h, blocks.data(), counts, ends);
    for (std::size_t lane = 0; lane < lanes; ++lane) {
      if (all[lane].text == nullptr || !all[lane].last()) continue;
      const std::uint64_t words[4] = {h[0][lane], h[1][lane], h[2][lane], h[3][lane]};
      write_digits(words, all[lane].text->digits);
      --busy;
      begin(lane);
    }
  }
}

void digest_anywhere(std::span<const Digestible> texts) { digest_in<Four>(texts); }
#if defined(__x86_64__)
[[gnu::target("avx2,bmi,bmi2")]] void digest_by_four(std::span<const Digestible> texts) { digest_in<Four>(texts); }
[[gnu::target("avx512f,avx512vl,avx512bw,avx512dq")]] void digest_by_eight(std::span<const Digestible> texts) { digest_in<Eight>(texts); }
#endif

}  // namespace

const std::vector<DigestAll>& ways_to_digest() {
  static const std::vector<DigestAll> ways = [] {
    std::vector<DigestAll> made = {digest_anywhere};
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2")) made.push_back(digest_by_four);
    const bool wide = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq");
    if (made.size() == 2 && wide) made.push_back(digest_by_eight);
#endif
    return made;
  }();
  return ways;
}

void digest_all(std::span<const Digestible> texts) {
  const auto& ways = ways_to_digest();
  const std::size_t lanes_of_eight = 2;   // its place; a few texts leave most of its lanes idle
  ways[texts.size() > 4 ? ways.size() - 1 : std::min(ways.size(), lanes_of_eight) - 1](texts);
}

}  // namespace remit::base
