#include "plugins/worker.hpp"

#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "plugins/answers.hpp"
#include "plugins/confine.hpp"
#include "plugins/contract.hpp"
#include "plugins/descriptors.hpp"
#include "plugins/instance.hpp"
#include "plugins/library.hpp"

namespace remit::plugins {

namespace {

constexpr const char* shut_nothing = "this kernel does not let system calls be shut, and without that no plug-in runs";

/// The frames of the host, one at a time, in a buffer in which each begins at a multiple of eight bytes.
class Incoming {
 public:
  /// The next frame; its bytes are good until the next call. Nothing when the host is gone.
  std::optional<std::pair<Frame, std::string_view>> next() {
    drop();
    while (!whole()) {
      if (buffer_.size() * 8 - end_ < 4096) buffer_.resize(buffer_.size() * 2);
      const ssize_t n = ::read(channel_descriptor, bytes() + end_, buffer_.size() * 8 - end_);
      if (n < 0 && errno == EINTR) continue;
      if (n <= 0) return std::nullopt;
      end_ += static_cast<std::size_t>(n);
    }
    used_ = sizeof(FrameHeader) + header_.size;
    return std::pair{header_.type, std::string_view(bytes() + sizeof(FrameHeader), header_.size)};
  }

 private:
  char* bytes() { return reinterpret_cast<char*>(buffer_.data()); }
  bool whole() {
    if (end_ < sizeof(FrameHeader)) return false;
    std::memcpy(&header_, bytes(), sizeof header_);
    const std::size_t size = sizeof(FrameHeader) + header_.size;
    if (size > buffer_.size() * 8) buffer_.resize(size / 8 + 1024);
    return end_ >= size;
  }
  void drop() {
    std::memmove(bytes(), bytes() + used_, end_ - used_);
    end_ -= used_;
    used_ = 0;
  }

  std::vector<std::uint64_t> buffer_ = std::vector<std::uint64_t>(1 << 14);
  std::size_t end_ = 0, used_ = 0;
  FrameHeader header_;
};

class Outgoing {
 public:
  std::string& start() {
    bytes_.assign(sizeof(FrameHeader), '\0');
    return bytes_;
  }
  void send(Frame type) {
    const FrameHeader header{static_cast<std::uint32_t>(bytes_.size() - sizeof(FrameHeader)), type};
    std::memcpy(bytes_.data(), &header, sizeof header);
    std::string_view rest = bytes_;
    while (!rest.empty()) {
      const ssize_t n = ::write(channel_descriptor, rest.data(), rest.size());
      if (n < 0 && errno == EINTR) continue;
      if (n <= 0) ::_exit(1);   // the host is gone
      rest.remove_prefix(static_cast<std::size_t>(n));
    }
  }

 private:
  std::string bytes_;
};

class Serving {
 public:
  explicit Serving(volatile Page* page) : page_(page) {}
  [[noreturn]] void run() {
    while (const auto frame = incoming_.next()) handle(frame->first, frame->second);
    ::_exit(1);
  }

 private:
  void handle(Frame type, std::string_view bytes) {
    switch (type) {
      case Frame::load: return load(bytes);
      case Frame::open: return open(bytes);
      case Frame::batch: return batch(bytes);
      case Frame::begin: case Frame::applications: case Frame::finish: return session(type, bytes);
      case Frame::quit: quit();
      default: ::_exit(1);
    }
  }

  void refuse(const std::vector<std::string>& causes) {
    Writer out(outgoing_.start());
    out.put(static_cast<std::uint32_t>(causes.size()));
    for (const auto& cause : causes) out.text(cause);
    outgoing_.send(Frame::refused);
  }

  void load(std::string_view bytes) {
    Reader in(bytes);
    const auto memory = in.take<std::uint64_t>();
    limit_resources(memory, in.take<std::uint64_t>());
    if (!shut_system_calls(page_, Stage::loading)) return refuse({shut_nothing});
    const Loaded loaded = load_library(library_descriptor);
    if (!loaded.wrong.empty()) return refuse({loaded.wrong});
    const Described described = describe(loaded.plugin);
    if (!described.wrong.empty()) return refuse(described.wrong);
    instance_.emplace(*loaded.plugin);
    Writer out(outgoing_.start());
    encode(described.manifest, out);
    outgoing_.send(Frame::described);
  }

  void open(std::string_view bytes) {
    if (!instance_) return refuse({"it is not loaded"});
    Opening opening = decode_opening(bytes);
    std::vector<std::string_view> files;
    int descriptor = first_file_descriptor;
    for (const auto& [name, size] : opening.files) {
      void* at = size == 0 ? nullptr : ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
      if (at == MAP_FAILED) return refuse({"the file `" + name + "` does not fit in its memory"});
      files.emplace_back(static_cast<const char*>(at), size);
      ::close(descriptor++);
    }
    if (const auto wrong = instance_->open(std::move(opening), std::move(files)); !wrong.empty()) return refuse(wrong);
    if (!shut_system_calls(page_, Stage::answering)) return refuse({shut_nothing});
    outgoing_.start();
    outgoing_.send(Frame::ready);
  }

  void batch(std::string_view bytes) {
    Reader in(bytes);
    const auto item = in.take<std::uint32_t>();
    const auto count = in.take<std::uint32_t>();
    const std::string_view places = in.bytes(count * sizeof(std::uint32_t));
    in.align();
    const char* records = in.rest().data();
    Writer out(outgoing_.start());
    for (std::uint32_t i = 0; i < count; ++i) {
      page_->subject = i;
      encode(instance_->ask(item, record_at(records, place(places, i))), out);
    }
    outgoing_.send(Frame::answers);
  }

  void session(Frame type, std::string_view bytes) {
    Reader in(bytes);
    const auto item = in.take<std::uint32_t>();
    const auto count = in.take<std::uint32_t>();
    const std::string_view places = in.bytes(count * sizeof(std::uint32_t));
    std::vector<std::string_view> ids;
    if (type == Frame::applications)
      for (std::uint32_t i = 0; i < count; ++i) ids.push_back(in.text());
    in.align();
    const char* records = in.rest().data();
    SessionWords words;
    if (type == Frame::begin) instance_->begin(item, record_at(records, place(places, 0)), words);
    for (std::uint32_t i = 0; i < ids.size() && words.cause.empty(); ++i) instance_->application(item, ids[i], record_at(records, place(places, i)), words);
    if (type == Frame::finish) instance_->finish(item, words);
    Writer out(outgoing_.start());
    encode(words, out);
    outgoing_.send(Frame::told);
  }

  static std::uint32_t place(std::string_view places, std::uint32_t i) {
    std::uint32_t at;
    std::memcpy(&at, places.data() + i * sizeof at, sizeof at);
    return at;
  }

  [[noreturn]] void quit() {
    if (instance_) instance_->close();
    outgoing_.start();
    outgoing_.send(Frame::ended);
    ::_exit(0);   // no destructors of the library: nothing it does may come after the end mark
  }

  volatile Page* page_;
  Incoming incoming_;
  Outgoing outgoing_;
  std::optional<Instance> instance_;
};

}  // namespace

void run_worker() {
  void* page = ::mmap(nullptr, sizeof(Page), PROT_READ | PROT_WRITE, MAP_SHARED, page_descriptor, 0);
  if (page == MAP_FAILED) ::_exit(1);
  ::close(page_descriptor);
  Serving(static_cast<volatile Page*>(page)).run();
}

}  // namespace remit::plugins
