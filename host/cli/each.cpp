#include "cli/each.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <thread>

#include "base/date.hpp"
#include "base/text.hpp"
#include "cli/log.hpp"
#include "cli/redacting.hpp"
#include "cli/stream.hpp"

namespace remit::cli {

namespace {

[[noreturn]] void refuse(std::string code, std::string file, std::string field, std::string message) {
  base::refuse({std::move(code), std::move(file), 0, 0, std::move(field), std::move(message), {}, {}});
}

base::Value day_of(const std::string& as_of) {
  if (as_of.empty())
    refuse("MISSING_DATE", {}, "--as-of", "an application by itself has no date that stands for today, and Remit never asks the clock: add `--as-of 2026-03-31`");
  base::Value day;
  if (!base::read_moment(base::trim(as_of), day) || day.kind != base::Kind::date)
    refuse("WRONG_TYPE", {}, "--as-of", "expected a day like 2012-03-31, found `" + base::printable(as_of, 60) + '`');
  return day;
}

struct File {
  int number = -1;
  ~File() {
    if (number > STDERR_FILENO) ::close(number);
  }
};

void write_all(int file, const std::string& name, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(file, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0 && errno == EPIPE) std::_Exit(0);   // the reader has seen enough; other threads may be at work
    if (n < 0) refuse("CANNOT_WRITE", name, {}, std::string("it cannot be written: ") + std::strerror(errno));
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
}

void write_lines(int file, const std::string& name, const std::string& redact, std::string_view lines) {
  if (redact.empty()) return write_all(file, name, lines);
  write_all(file, name, redacted_lines(redact, lines));
}

/// Under --out the file appears whole or not at all.
Streamed to_file(const StreamJob& job, const std::string& redact, const std::filesystem::path& path) {
  std::error_code ignored;
  std::filesystem::create_directories(path.parent_path(), ignored);
  const std::string temporary = path.string() + ".part";
  const auto cannot = [&] { refuse("CANNOT_WRITE", path.string(), {}, std::string("it cannot be written: ") + std::strerror(errno) + "; nothing was changed"); };
  const File file{::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644)};
  if (file.number < 0) cannot();
  try {
    const Streamed done = decide_stream(job, [&](std::string_view piece) { write_lines(file.number, path.string(), redact, piece); });
    if (::fsync(file.number) != 0 || std::rename(temporary.c_str(), path.c_str()) != 0) cannot();
    return done;
  } catch (...) {
    ::unlink(temporary.c_str());
    throw;
  }
}

}  // namespace

bool is_for_each(const Wanted& wanted, Opened& opened) {
  const bool lines = wanted.round.ends_with(".ndjson") || wanted.round.ends_with(".jsonl");
  if (lines && wanted.pack.empty())
    refuse("MISSING_PACK", wanted.round, "--pack", "lines of applications do not say which pack decides them: add `--pack` with its id or folder");
  if (wanted.pack.empty()) return false;
  if (!lines && wanted.round != "-") return false;
  opened = open_named({.name = wanted.pack, .as_of = wanted.what_if ? "" : wanted.as_of});
  const bool each = opened.pack->procedure == "each/1";
  if (lines && !each)
    refuse("NOT_A_ROUND", wanted.round, {}, "the pack `" + opened.pack->id + "` ranks the applications of a round: give the round's folder or document, not its applications alone");
  return each;
}

int decide_each(const EachOptions& o, const Opened& opened) {
  if (!o.format.empty() && o.format != "ndjson" && o.format != "brief")
    refuse("WRONG_FORMAT", {}, "--format", "`" + o.format + "` shows a round; applications by themselves come out as `ndjson` or `brief`");
  StreamJob job;
  job.pack = opened.pack.get();
  job.day = day_of(o.wanted.as_of);
  job.form = o.format == "brief" ? record::Form::brief : record::Form::record;
  job.run = {REMIT_VERSION, o.wanted.what_if, opened.publisher};
  job.threads = o.threads != 0 ? o.threads : std::max(1U, std::thread::hardware_concurrency());
  const bool standard = o.wanted.round == "-";
  job.name = standard ? "standard input" : o.wanted.round;
  const File file{standard ? STDIN_FILENO : ::open(o.wanted.round.c_str(), O_RDONLY | O_CLOEXEC)};
  if (file.number < 0) refuse("UNREADABLE", o.wanted.round, {}, std::string("it cannot be opened: ") + std::strerror(errno));
  job.input = file.number;
  if (o.out.empty()) {
    const Streamed done = decide_stream(job, [&](std::string_view piece) { write_lines(STDOUT_FILENO, "standard output", o.redact, piece); });
    log_info(std::to_string(done.records) + " applications decided");
    return 0;
  }
  const std::filesystem::path path = std::filesystem::path(o.out) / (job.form == record::Form::brief ? "brief.ndjson" : "records.ndjson");
  to_file(job, o.redact, path);
  print(path.string() + "\n");
  return 0;
}

}  // namespace remit::cli
