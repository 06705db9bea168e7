#include "cli/password.hpp"

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>

#include "base/problem.hpp"
#include "base/signing.hpp"

namespace remit::cli {

namespace {

constexpr std::size_t most_bytes = 1024;

[[noreturn]] void refuse(const std::string& message) { base::refuse({"NO_PASSWORD", {}, 0, 0, {}, message, {}, {}}); }

std::string first_line(int file) {
  std::string line;
  for (char c = 0; line.size() <= most_bytes;) {
    const ssize_t n = ::read(file, &c, 1);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) refuse("no password can be read from the file descriptor " + std::to_string(file));
    if (n == 0 || c == '\n') return line;
    line += c;
  }
  refuse("a password is at most " + std::to_string(most_bytes) + " bytes");
}

void say(int terminal, const std::string& words) {
  [[maybe_unused]] const auto written = ::write(terminal, words.data(), words.size());
}

// Without showing what is typed.
std::string typed(int terminal, const std::string& question) {
  say(terminal, question);
  termios shown{};
  ::tcgetattr(terminal, &shown);
  termios hidden = shown;
  hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
  ::tcsetattr(terminal, TCSAFLUSH, &hidden);
  std::string line = first_line(terminal);
  ::tcsetattr(terminal, TCSAFLUSH, &shown);
  say(terminal, "\n");
  return line;
}

}  // namespace

std::string ask_password(int from, bool twice, const std::string& key) {
  if (from >= 0) return first_line(from);
  if (const char* set = std::getenv("REMIT_KEY_PASSWORD"); set != nullptr && *set != '\0') return set;
  const int terminal = ::open("/dev/tty", O_RDWR | O_CLOEXEC);
  if (terminal < 0) refuse("the key " + key + " has a password and there is no terminal to ask for it on; give it with `--password-fd` or in REMIT_KEY_PASSWORD");
  std::string password = typed(terminal, "password of the key " + key + ": ");
  if (twice) {
    std::string again = typed(terminal, "once more: ");
    const bool same = again == password;
    base::wipe(again);
    if (!same) {
      ::close(terminal);
      refuse("the two are not the same; nothing was written");
    }
  }
  ::close(terminal);
  return password;
}

}  // namespace remit::cli
