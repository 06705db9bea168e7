// One worker as the host sees it: a process of its own, a channel of frames, and what it writes to its standard output, which is kept
// short and drained while the host waits.
#pragma once
#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "plugins/confine.hpp"
#include "plugins/places.hpp"
#include "plugins/wire.hpp"

namespace remit::plugins {

/// Thrown when a worker did not do what it should. The worker is gone then.
struct Fault {
  std::string cause;        // the same for the same fault: "ended by signal 11 (segmentation fault)"
  bool deadline = false;
  std::string written;      // the last of what it wrote to its standard output
  std::uint32_t subject = 0;   // which of the batch it was asked about last: a hint and no more, for it stands where a plug-in can write
};

class WorkerProcess {
 public:
  /// Starts `program worker` with the sealed copies of a library and of its files. Throws Fault.
  WorkerProcess(const std::filesystem::path& program, int library, std::span<const int> files);
  WorkerProcess(const WorkerProcess&) = delete;
  WorkerProcess& operator=(const WorkerProcess&) = delete;
  /// Kills it, if it is still there, and waits a few seconds at most until it is gone.
  ~WorkerProcess();

  /// Sends a frame, or the beginning of it: the rest goes while the host waits. Both parts together are its bytes.
  void send(Frame type, std::string_view head, std::string_view body = {});
  /// The next frame of the worker; its bytes are good until the next call. Throws Fault: it ended, it is late, or what came is none.
  std::pair<Frame, std::string_view> receive(std::chrono::milliseconds within);
  /// The fault of a worker that sent what cannot be read.
  Fault garbled();
  /// Asks it to leave, and waits for its end mark.
  void quit(std::chrono::milliseconds within);

 private:
  void start(const std::filesystem::path& program, int library, std::span<const int> files, int channel, int output, int page);
  bool take_frame();
  bool read_channel();
  void write_pending();
  void drain();
  Fault end(bool late, std::chrono::milliseconds within);
  Fault fault(std::string cause, bool late = false);
  std::optional<int> reap(std::chrono::milliseconds within);
  void stop();

  pid_t process_ = -1;
  int channel_ = -1, output_ = -1;
  volatile Page* page_ = nullptr;
  std::string pending_;             // to the worker
  std::string incoming_;
  std::size_t begin_ = 0, end_ = 0; // of what came and was not taken
  FrameHeader header_;
  std::string written_;
};

/// "ended by signal 11 (segmentation fault)" or "left in the middle of its work, with exit status 0", of a status of waitpid.
std::string end_in_words(int status);

}  // namespace remit::plugins
