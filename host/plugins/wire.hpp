// The small binary form in which host and worker talk: whole numbers in the machine's own order (both run on one machine), texts
// with their size before them. The host reads what a worker sends with Reader, which never looks outside the bytes.
#pragma once
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>

namespace remit::plugins {

/// Thrown by Reader where the bytes end too soon or make no sense.
struct Garbled {};

enum class Frame : std::uint32_t {
  // to the worker
  load = 1,      // nothing: load the library and say what it is
  open,          // an Opening: init, and bind every item
  batch,         // item, count, places of the packed records; the records
  begin,         // item, the packed record of the whole
  applications,  // item, count, places, ids; the records
  finish,        // item
  quit,
  // from the worker
  described = 64,   // the library's manifest
  ready,
  refused,          // causes
  answers,          // of a batch
  told,             // of begin, applications, finish: what a session said
  ended,            // the end mark: it leaves in good order
};

struct FrameHeader {
  std::uint32_t size = 0;   // of what follows
  Frame type = Frame::load;
};
inline constexpr std::uint32_t most_frame = 256u << 20;   // bytes, from a worker

class Writer {
 public:
  explicit Writer(std::string& out) : out_(out) {}
  template <class T>
  void put(T value) {
    static_assert(std::is_trivially_copyable_v<T>);
    char bytes[sizeof(T)];
    std::memcpy(bytes, &value, sizeof(T));
    out_.append(bytes, sizeof(T));
  }
  void text(std::string_view s) {
    put(static_cast<std::uint32_t>(s.size()));
    out_ += s;
  }
  /// Up to a multiple of eight bytes from the beginning of the text.
  void align() { out_.resize((out_.size() + 7) / 8 * 8); }

 private:
  std::string& out_;
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : begin_(bytes.data()), rest_(bytes) {}
  template <class T>
  T take() {
    static_assert(std::is_trivially_copyable_v<T>);
    if (rest_.size() < sizeof(T)) throw Garbled{};
    T value;
    std::memcpy(&value, rest_.data(), sizeof(T));
    rest_.remove_prefix(sizeof(T));
    return value;
  }
  std::string_view text(std::size_t most = most_frame) { return bytes(take<std::uint32_t>(), most); }
  std::string_view bytes(std::size_t size, std::size_t most = most_frame) {
    if (size > most || size > rest_.size()) throw Garbled{};
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }
  /// How many things follow, each of which takes `least` bytes at least.
  std::uint32_t count(std::size_t most, std::size_t least = 1) {
    const auto n = take<std::uint32_t>();
    if (n > most || n > rest_.size() / least) throw Garbled{};
    return n;
  }
  void align() { bytes((8 - static_cast<std::size_t>(rest_.data() - begin_) % 8) % 8); }
  std::string_view rest() const { return rest_; }
  void finish() const {
    if (!rest_.empty()) throw Garbled{};
  }

 private:
  const char* begin_;
  std::string_view rest_;
};

}  // namespace remit::plugins
