#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>

#include "base/text.hpp"
#include "intake/limits.hpp"
#include "intake/mistakes.hpp"
#include "intake/read_round.hpp"
#include "intake/source_file.hpp"

namespace remit::intake {

namespace fs = std::filesystem;

namespace {

struct Known {
  const char* name;
  std::optional<Source::File> Source::*file;
};
constexpr std::array<Known, 8> known_files = {{
    {"round.json", &Source::round},
    {"applications.json", &Source::applications_json},
    {"applications.ndjson", &Source::applications_ndjson},
    {"applications.csv", &Source::applications_csv},
    {"organisations.json", &Source::organisations_json},
    {"organisations.csv", &Source::organisations_csv},
    {"scores.csv", &Source::scores},
    {"appeals.json", &Source::appeals},
}};

base::Problem problem(std::string code, std::string file, std::string message) {
  base::Problem p;
  p.code = std::move(code);
  p.file = std::move(file);
  p.message = std::move(message);
  return p;
}

std::string size_limit() { return std::to_string(limits::file_bytes >> 30) + " GiB"; }

/// All bytes of an open file, to its end or one byte past the limit.
std::string read_all(int file, std::size_t expected) {
  std::string bytes;
  std::size_t size = 0, room = std::min(expected, limits::file_bytes) + 1;
  for (;;) {
    ssize_t got = 0;
    bytes.resize_and_overwrite(room, [&](char* at, std::size_t capacity) {
      got = ::read(file, at + size, capacity - size);
      return size + static_cast<std::size_t>(std::max<ssize_t>(got, 0));
    });
    if (got < 0 && errno != EINTR) throw std::system_error(errno, std::generic_category());
    size = bytes.size();
    if (got == 0 || size > limits::file_bytes) return bytes;
    if (size == room) room = std::min(std::max(room * 2, std::size_t{1} << 16), limits::file_bytes + 1);
  }
}

}   // namespace

Source::File read_source_file(const std::string& path, const std::string& name) {
  const int file = path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) base::refuse(problem("UNREADABLE", name, "it cannot be opened: " + std::generic_category().message(errno)));
  struct Closing {
    int file;
    ~Closing() {
      if (file != STDIN_FILENO) ::close(file);
    }
  } closing{file};
  struct stat facts {};
  const bool known = ::fstat(file, &facts) == 0 && S_ISREG(facts.st_mode);
  const std::size_t size = known ? static_cast<std::size_t>(facts.st_size) : 0;
  const auto too_large = [&] { base::refuse(problem("TOO_LARGE", name, "it is larger than " + size_limit())); };
  if (size > limits::file_bytes) too_large();
  try {
    std::string bytes = read_all(file, size);
    if (bytes.size() > limits::file_bytes) too_large();
    return {name, std::make_shared<const std::string>(std::move(bytes))};
  } catch (const std::system_error& fault) {
    base::refuse(problem("UNREADABLE", name, "it cannot be read: " + fault.code().message()));
  }
}

namespace {

std::vector<std::string> names_in(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code fault;
  for (fs::directory_iterator entry(folder.empty() ? fs::path(".") : folder, fault), end; !fault && entry != end;
       entry.increment(fault)) {
    std::string name = entry->path().filename().string();
    if (!name.starts_with('.')) names.push_back(std::move(name));
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string suggestion(const std::string& word, const std::vector<std::string>& names) {
  const std::string near = base::nearest(word, names);
  return near.empty() || near == word ? std::string() : "; the nearest is `" + near + '`';
}

void open_folder(const std::string& place, Source& source) {
  Mistakes mistakes;
  const std::string within = place.ends_with('/') ? place : place + '/';
  std::vector<std::string> known;
  for (const auto& file : known_files) known.push_back(file.name);
  for (const std::string& name : names_in(place)) {
    std::error_code fault;
    if (fs::is_directory(within + name, fault)) continue;
    const auto found = std::find(known.begin(), known.end(), name);
    if (found != known.end())
      source.*known_files[static_cast<std::size_t>(found - known.begin())].file = read_source_file(within + name, within + name);
    else
      source.others.push_back(name);
  }
  // A misspelt name would leave a whole table out without a word.
  for (const std::string& name : source.others) {
    const std::string near = base::nearest(name, known);
    if (near.empty()) continue;
    const auto& file =
        known_files[static_cast<std::size_t>(std::find(known.begin(), known.end(), near) - known.begin())].file;
    if (source.*file) continue;
    base::Problem unknown = problem("UNKNOWN_FILE", within + name, "no file of a round is called `" + name + "`; the nearest is `" + near + '`');
    if (near == "round.json") mistakes.add(std::move(unknown));
    else source.misspelt.push_back(std::move(unknown));   // the pack may have a table of this name
  }
  if (!source.round && mistakes.count() == 0)
    mistakes.add(problem("MISSING_FILE", place, "there is no `round.json` in this folder"));
  const auto only_one = [&](std::string_view table, std::vector<const std::optional<Source::File>*> files) {
    std::vector<std::string> given;
    for (const auto* file : files)
      if (*file) given.push_back('`' + (*file)->name.substr(within.size()) + '`');
    if (given.size() > 1)
      mistakes.add(
          problem("DUPLICATE_TABLE", place,
                  "the " + std::string(table) + " are given in " + base::join_and(given) + "; keep one of these files"));
  };
  only_one("applications", {&source.applications_ndjson, &source.applications_csv, &source.applications_json});
  only_one("organisations", {&source.organisations_csv, &source.organisations_json});
  mistakes.refuse_if_any();
}

}   // namespace

Source open_source(const std::string& place) {
  Source source;
  source.place = place;
  if (place == "-") {
    source.round = read_source_file("-", "standard input");
    return source;
  }
  std::error_code fault;
  const fs::file_status status = fs::status(place, fault);
  if (!fs::exists(status)) {
    const fs::path path = place.ends_with('/') ? fs::path(place).parent_path() : fs::path(place);
    base::refuse(
        problem("MISSING_FILE", place,
                "there is no such folder or file" + suggestion(path.filename().string(), names_in(path.parent_path()))));
  }
  if (fs::is_directory(status)) {
    open_folder(place, source);
  } else if (place.ends_with(".json")) {
    source.round = read_source_file(place, place);
  } else {
    const bool workbook = place.ends_with(".xlsx") || place.ends_with(".ods") || place.ends_with(".xls");
    base::refuse(problem("UNKNOWN_FILE", place,
                         workbook ? "a workbook is no round yet; make one of it with `remit import`"
                                  : "a round is a folder, or one document whose name ends in `.json`"));
  }
  return source;
}

}   // namespace remit::intake
