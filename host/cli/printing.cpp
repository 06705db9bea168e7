#include "cli/printing.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <deque>
#include <sstream>
#include <thread>

#include "base/problem.hpp"

extern char** environ;

namespace remit::cli {

namespace fs = std::filesystem;

namespace {

struct Job {
  pid_t process;
  fs::path page, scratch;
};

fs::path pdf_of(const fs::path& page) { return fs::path(page).replace_extension(".pdf"); }

/// Starts the browser on one page, with a profile of its own, silently.
Job start(const fs::path& printer, const fs::path& page) {
  std::string scratch = (fs::temp_directory_path() / "remit-print-XXXXXX").string();
  if (::mkdtemp(scratch.data()) == nullptr) base::refuse({"CANNOT_PRINT", page.string(), 0, 0, {}, "no room for temporary files", {}, {}});
  std::vector<std::string> words{printer.string(), "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions", "--user-data-dir=" + scratch,
                                 "--no-pdf-header-footer", "--print-to-pdf=" + fs::absolute(pdf_of(page)).string(), "file://" + fs::absolute(page).string()};
  for (std::size_t at = 0; (at = words.back().find('%', at)) != std::string::npos; at += 3) words.back().replace(at, 1, "%25");
  if (::geteuid() == 0) words.insert(words.begin() + 1, "--no-sandbox");   // it refuses to run as root with one
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  posix_spawn_file_actions_t silent;
  posix_spawn_file_actions_init(&silent);
  posix_spawn_file_actions_addopen(&silent, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&silent, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t process = -1;
  const int failed = ::posix_spawn(&process, printer.c_str(), &silent, nullptr, argv.data(), environ);
  posix_spawn_file_actions_destroy(&silent);
  if (failed != 0) process = -1;
  return {process, page, scratch};
}

bool finish(const Job& job) {
  int status = 1;
  while (job.process > 0 && ::waitpid(job.process, &status, 0) < 0 && errno == EINTR) {}
  std::error_code none;
  fs::remove_all(job.scratch, none);
  return job.process > 0 && status == 0 && fs::file_size(pdf_of(job.page), none) > 0 && !none;
}

fs::path find_printer() {
  const char* path = std::getenv("PATH");
  for (const char* name : {"chromium", "chromium-browser", "google-chrome"}) {
    std::stringstream folders(path ? path : "/usr/bin:/bin");
    for (std::string folder; std::getline(folders, folder, ':');)
      if (const fs::path program = fs::path(folder) / name; !folder.empty() && ::access(program.c_str(), X_OK) == 0) return program;
  }
  return {};
}

}  // namespace

fs::path printer_for(const std::string& out) {
  if (out.empty()) base::refuse({"NO_FOLDER", {}, 0, 0, "--pdf", "say with --out where the pages go", {}, {}});
  const fs::path printer = find_printer();
  if (printer.empty()) base::refuse({"NO_PRINTER", {}, 0, 0, "--pdf", "there is no Chromium here to print with; install `chromium`, or print the HTML from a browser", {}, {}});
  return printer;
}

void print_all(const fs::path& printer, const std::vector<fs::path>& pages) {
  const std::size_t at_once = std::clamp(std::thread::hardware_concurrency(), 1U, 4U);
  std::deque<Job> running;
  fs::path failed;
  const auto finish_first = [&] {
    if (!finish(running.front()) && failed.empty()) failed = running.front().page;
    running.pop_front();
  };
  for (const fs::path& page : pages) {
    if (running.size() == at_once) finish_first();
    if (!failed.empty()) break;
    running.push_back(start(printer, page));
  }
  while (!running.empty()) finish_first();
  if (!failed.empty())
    base::refuse({"CANNOT_PRINT", failed.string(), 0, 0, {}, "`" + printer.string() + "` could not print it; the HTML and the OpenDocument files are whole", {}, {}});
}

}  // namespace remit::cli
