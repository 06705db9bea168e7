#include "plugins/worker_process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <thread>
#include <vector>

#include "base/text.hpp"
#include "plugins/descriptors.hpp"

namespace remit::plugins {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

namespace {

constexpr std::size_t kept_output = 1024;
constexpr milliseconds after_end_of_channel{1000}, after_kill{5000};   // that a process has to be gone

/// A file of its own number above those that a worker is given, so that moving them down overwrites none. Closed at the end.
class High {
 public:
  explicit High(int file) : file_(::fcntl(file, F_DUPFD_CLOEXEC, 256)) {}
  High(High&& other) noexcept : file_(std::exchange(other.file_, -1)) {}
  High& operator=(High&&) = delete;
  ~High() {
    if (file_ >= 0) ::close(file_);
  }
  int file() const { return file_; }

 private:
  int file_;
};

std::string in_words(milliseconds time) {
  return time.count() % 1000 == 0 ? std::to_string(time.count() / 1000) + " s" : std::to_string(time.count()) + " ms";
}

/// What a call was wanted for that is free for other purposes while a library is loaded: to read files, to start threads.
const char* purpose_of(std::string_view call) {
  if (call == "open" || call == "openat") return " to write a file";
  if (call == "clone") return " to make a process";
  return "";
}

int shared_page() {
  const int file = ::memfd_create("remit-page", MFD_CLOEXEC);
  if (file >= 0 && ::ftruncate(file, sizeof(Page)) != 0) return ::close(file), -1;
  return file;
}

}  // namespace

std::string end_in_words(int status) {
  if (!WIFSIGNALED(status)) return "left in the middle of its work, with exit status " + std::to_string(WEXITSTATUS(status));
  const char* name = ::sigdescr_np(WTERMSIG(status));
  std::string words = name == nullptr ? "" : name;
  for (char& c : words) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return "ended by signal " + std::to_string(WTERMSIG(status)) + (words.empty() ? "" : " (" + words + ")");
}

WorkerProcess::WorkerProcess(const std::filesystem::path& program, int library, std::span<const int> files) : incoming_(1 << 14, '\0') {
  int pair[2] = {-1, -1}, pipe[2] = {-1, -1};
  const int page = shared_page();
  void* at = page < 0 ? MAP_FAILED : ::mmap(nullptr, sizeof(Page), PROT_READ | PROT_WRITE, MAP_SHARED, page, 0);
  if (at != MAP_FAILED) page_ = static_cast<volatile Page*>(at);
  const bool good = at != MAP_FAILED && ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) == 0 && ::pipe2(pipe, O_CLOEXEC) == 0;
  channel_ = pair[0];
  output_ = pipe[0];
  std::string wrong = good ? "" : std::string("got no process to run in: ") + std::strerror(errno);
  if (good) {
    ::fcntl(output_, F_SETFL, O_NONBLOCK);
    try {
      start(program, library, files, pair[1], pipe[1], page);
    } catch (const Fault& fault) {
      wrong = fault.cause;
    }
  }
  for (const int file : {pair[1], pipe[1], page})
    if (file >= 0) ::close(file);
  if (wrong.empty()) return;
  stop();
  throw Fault{wrong, false, {}, 0};
}

void WorkerProcess::start(const std::filesystem::path& program, int library, std::span<const int> files, int channel, int output, int page) {
  std::vector<std::pair<High, int>> given;
  given.emplace_back(High(output), STDOUT_FILENO);
  given.emplace_back(High(output), STDERR_FILENO);
  given.emplace_back(High(channel), channel_descriptor);
  given.emplace_back(High(library), library_descriptor);
  given.emplace_back(High(page), page_descriptor);
  int next = first_file_descriptor;
  for (const int file : files) given.emplace_back(High(file), next++);
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  for (const auto& [from, to] : given) ::posix_spawn_file_actions_adddup2(&actions, from.file(), to);
  ::posix_spawn_file_actions_addclosefrom_np(&actions, next);
  posix_spawnattr_t attributes;
  ::posix_spawnattr_init(&attributes);
  sigset_t none, all;
  ::sigemptyset(&none);
  ::sigfillset(&all);
  ::posix_spawnattr_setsigmask(&attributes, &none);
  ::posix_spawnattr_setsigdefault(&attributes, &all);
  ::posix_spawnattr_setpgroup(&attributes, 0);   // an interrupt from the keyboard is the host's to handle
  ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
  const std::string path = program.string();
  char* words[] = {const_cast<char*>(path.c_str()), const_cast<char*>("worker"), nullptr};
  // nothing of the host's surroundings, so that answers cannot hang on it; the rest is read by builds with sanitizers only
  char* surroundings[] = {const_cast<char*>("LC_ALL=C.UTF-8"), const_cast<char*>("TZ=UTC"),
                          const_cast<char*>("ASAN_OPTIONS=handle_segv=0:handle_abort=0:handle_sigbus=0:handle_sigfpe=0:handle_sigill=0:detect_leaks=0"),
                          const_cast<char*>("TSAN_OPTIONS=handle_segv=0:handle_abort=0:handle_sigbus=0:handle_sigfpe=0:handle_sigill=0"), nullptr};
  const int error = ::posix_spawn(&process_, path.c_str(), &actions, &attributes, words, surroundings);
  ::posix_spawn_file_actions_destroy(&actions);
  ::posix_spawnattr_destroy(&attributes);
  if (error != 0) {
    process_ = -1;
    throw Fault{"got no process to run in: " + path + ": " + std::strerror(error), false, {}, 0};
  }
}

WorkerProcess::~WorkerProcess() { stop(); }

// How it ended, once it has; nothing when it has not in this time, or when somebody else was told (a host that ignores SIGCHLD). It
// never waits longer: not for a process that the kernel is busy with, and not for other children of the host.
std::optional<int> WorkerProcess::reap(milliseconds within) {
  const auto last = steady_clock::now() + within;
  for (;;) {
    int status = 0;
    const pid_t ended = ::waitpid(process_, &status, WNOHANG);
    if (ended == process_ || (ended < 0 && errno != EINTR)) {
      process_ = -1;   // its number may be another's from now on
      return ended < 0 ? std::nullopt : std::optional<int>(status);
    }
    if (steady_clock::now() >= last) return std::nullopt;
    std::this_thread::sleep_for(std::chrono::microseconds(100));
  }
}

void WorkerProcess::stop() {
  if (process_ > 0) {
    ::kill(process_, SIGKILL);
    reap(after_kill);   // one that even this does not end is left to the system, and holds nobody up
    process_ = -1;
  }
  for (int* file : {&channel_, &output_})
    if (*file >= 0) ::close(std::exchange(*file, -1));
  if (page_ != nullptr) ::munmap(const_cast<Page*>(page_), sizeof(Page));
  page_ = nullptr;
}

void WorkerProcess::send(Frame type, std::string_view head, std::string_view body) {
  FrameHeader header{static_cast<std::uint32_t>(head.size() + body.size()), type};
  const std::string_view parts[] = {{reinterpret_cast<const char*>(&header), sizeof header}, head, body};
  std::size_t sent = 0;
  if (pending_.empty()) {
    iovec vectors[3];
    for (std::size_t i = 0; i < 3; ++i) vectors[i] = {const_cast<char*>(parts[i].data()), parts[i].size()};
    msghdr message{};
    message.msg_iov = vectors;
    message.msg_iovlen = 3;
    const ssize_t n = ::sendmsg(channel_, &message, MSG_DONTWAIT | MSG_NOSIGNAL);
    if (n > 0) sent = static_cast<std::size_t>(n);
  }
  for (const auto part : parts) {   // what did not go at once; why it did not is seen while waiting
    const std::size_t gone = std::min(sent, part.size());
    pending_ += part.substr(gone);
    sent -= gone;
  }
}

bool WorkerProcess::take_frame() {
  if (end_ - begin_ < sizeof header_) return false;
  std::memcpy(&header_, incoming_.data() + begin_, sizeof header_);
  if (header_.size > most_frame) throw garbled();
  return end_ - begin_ >= sizeof header_ + header_.size;
}

std::pair<Frame, std::string_view> WorkerProcess::receive(milliseconds within) {
  const auto last = steady_clock::now() + within;
  for (;;) {
    if (take_frame()) {
      const std::string_view bytes(incoming_.data() + begin_ + sizeof header_, header_.size);
      begin_ += sizeof header_ + header_.size;
      return {header_.type, bytes};
    }
    const auto left = std::chrono::ceil<milliseconds>(last - steady_clock::now()).count();
    if (left <= 0) throw end(true, within);
    pollfd waited[2] = {{channel_, static_cast<short>(POLLIN | (pending_.empty() ? 0 : POLLOUT)), 0}, {output_, POLLIN, 0}};
    const nfds_t count = output_ >= 0 ? 2 : 1;
    if (::poll(waited, count, static_cast<int>(std::min<long>(static_cast<long>(left), 60'000))) < 0 && errno != EINTR) throw end(false, within);
    if (count == 2 && waited[1].revents != 0) drain();
    if ((waited[0].revents & POLLOUT) != 0) write_pending();
    if ((waited[0].revents & (POLLIN | POLLHUP | POLLERR)) != 0 && !read_channel()) throw end(false, within);
  }
}

// False at the end of the channel.
bool WorkerProcess::read_channel() {
  if (begin_ > 0) {
    std::memmove(incoming_.data(), incoming_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
  }
  if (end_ == incoming_.size()) incoming_.resize(incoming_.size() * 2);
  const ssize_t n = ::recv(channel_, incoming_.data() + end_, incoming_.size() - end_, MSG_DONTWAIT);
  if (n < 0) return errno == EINTR || errno == EAGAIN;
  end_ += static_cast<std::size_t>(n);
  return n > 0;
}

void WorkerProcess::write_pending() {
  const ssize_t n = ::send(channel_, pending_.data(), pending_.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
  if (n > 0) pending_.erase(0, static_cast<std::size_t>(n));
  if (n < 0 && errno == EPIPE) pending_.clear();   // reading finds out why
}

void WorkerProcess::drain() {
  char buffer[4096];
  for (int i = 0; i < 16; ++i) {   // one that writes without end must not keep the host from its deadline
    const ssize_t n = ::read(output_, buffer, sizeof buffer);
    if (n < 0 && errno == EINTR) continue;
    if (n == 0) ::close(std::exchange(output_, -1));
    if (n <= 0) return;
    written_.append(buffer, static_cast<std::size_t>(n));
    if (written_.size() > kept_output) written_.erase(0, written_.size() - kept_output);
  }
}

Fault WorkerProcess::fault(std::string cause, bool late) {
  if (output_ >= 0) drain();
  Fault made{std::move(cause), late, base::printable(written_, kept_output), page_->subject};
  stop();
  return made;
}

Fault WorkerProcess::garbled() { return fault("answered what cannot be read"); }

// The worker shut its channel or is late: how it ended.
Fault WorkerProcess::end(bool late, milliseconds within) {
  if (late) return fault("gave no answer within " + in_words(within), true);
  const auto status = reap(after_end_of_channel);   // it is about to end; one that shut its channel and lives on is ended
  if (!status) return fault(process_ < 0 ? "ended in the middle of its work" : "shut its channel in the middle of its work");
  if (const std::int32_t call = page_->system_call; call > 0 && WIFSIGNALED(*status) && WTERMSIG(*status) == SIGSYS) {
    const std::string name = system_call_name(call - 1);
    const bool loading = page_->while_loading != 0;
    return fault("asked the system for `" + name + "`" + (loading ? purpose_of(name) : "") + ", which is shut " + (loading ? "to plug-ins" : "once a plug-in is bound"));
  }
  return fault(end_in_words(*status));
}

void WorkerProcess::quit(milliseconds within) {
  try {
    send(Frame::quit, {});
    receive(within);   // the end mark, or something else of one that would keep the host listening for ever
  } catch (const Fault&) {   // it is gone, which is what was wanted
  }
  stop();
}

}  // namespace remit::plugins
