#include "cli/fetch.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "base/problem.hpp"
#include "base/text.hpp"
#include "cli/log.hpp"

extern char** environ;

namespace remit::cli {

namespace {

[[noreturn]] void refuse(const std::string& url, const std::string& message) { base::refuse({"NOT_FETCHED", base::printable(url, 300), 0, 0, {}, message, {}, {}}); }

// Letters that need no other letters to stand for them, and nothing that a log should not have: no name and password of a person.
void check_url(const std::string& url) {
  constexpr std::string_view marks = "-._~:/%[]@+,=&;()!*'$";
  for (const char c : url)
    if (!std::isalnum(static_cast<unsigned char>(c)) && marks.find(c) == marks.npos) refuse(url, "it is no address of a web server's folder: letters, digits and a few marks may stand in it, no `?` and no `#`");
  const auto from = url.find("//") + 2;
  const std::string host = url.substr(from, url.find('/', from) - from);
  if (host.empty()) refuse(url, "it names no server");
  if (host.contains('@')) refuse(url, "a name and password have no place in an address; Remit fetches what everybody may fetch");
}

struct Pipe {
  std::array<int, 2> ends{-1, -1};
  Pipe() {
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) base::refuse({"NOT_FETCHED", {}, 0, 0, {}, std::string("no pipe can be made: ") + std::strerror(errno), {}, {}});
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  ~Pipe() {
    close(0);
    close(1);
  }
  void close(std::size_t end) {
    if (ends[end] >= 0) ::close(ends[end]);
    ends[end] = -1;
  }
  std::string read(std::size_t most) {
    std::string out;
    std::array<char, 65536> piece;
    for (ssize_t got = 0; out.size() <= most && ((got = ::read(ends[0], piece.data(), piece.size())) > 0 || (got < 0 && errno == EINTR));)
      if (got > 0) out.append(piece.data(), static_cast<std::size_t>(got));
    close(0);   // whoever goes on writing ends
    return out;
  }
};

}  // namespace

bool is_web(const std::string& place) { return place.starts_with("http://") || place.starts_with("https://"); }

std::optional<std::string> fetch(const std::string& url, std::size_t most) {
  check_url(url);
  log_info("fetching " + url);
  std::error_code none;
  std::string program = (std::filesystem::read_symlink("/proc/self/exe", none).parent_path() / "remit-fetch").string(), limit = std::to_string(most), address = url;
  std::array<char*, 4> words{program.data(), address.data(), limit.data(), nullptr};
  Pipe said, wrong;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, said.ends[1], STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, wrong.ends[1], STDERR_FILENO);
  pid_t child = -1;
  const int failed = ::posix_spawn(&child, program.c_str(), &actions, nullptr, words.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) refuse(url, "the program that fetches, " + program + ", cannot be started: " + std::strerror(failed));
  said.close(1);
  wrong.close(1);
  std::string bytes = said.read(most);
  const std::string why = wrong.read(2000);   // one line, which a pipe holds: it never waits to be read
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {}
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0 && bytes.size() <= most) return bytes;
  if (WIFEXITED(status) && WEXITSTATUS(status) == 1) return std::nullopt;
  refuse(url, why.empty() ? "the program that fetches it ended without a word" : base::printable(std::string(base::trim(why)), 300));
}

}  // namespace remit::cli
