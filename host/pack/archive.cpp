#include "pack/archive.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/problem.hpp"
#include "base/text.hpp"
#include "pack/limits.hpp"

namespace remit::pack {

namespace {

constexpr std::size_t block = 512;

struct Place {
  const char* name;
  std::size_t at, size;
};
constexpr std::array<Place, 16> places = {{{"name", 0, 100}, {"mode", 100, 8}, {"owner", 108, 8}, {"group", 116, 8}, {"size", 124, 12}, {"time", 136, 12},
                                           {"kind", 156, 1}, {"link", 157, 100}, {"magic", 257, 8}, {"owner's name", 265, 32},
                                           {"group's name", 297, 32}, {"device", 329, 8}, {"device", 337, 8}, {"prefix", 345, 155}, {"padding", 500, 12}, {"checksum", 148, 8}}};

std::string octal(std::size_t number, std::size_t digits) {
  std::string out(digits, '0');
  for (; number > 0; number /= 8) out[--digits] = static_cast<char>('0' + number % 8);
  return out;
}

std::string header_of(std::string_view path, std::size_t size) {
  std::string out(block, '\0');
  const auto put = [&](std::size_t at, std::string_view text) { out.replace(at, text.size(), text); };
  put(0, path);
  put(100, "0000644");
  put(108, "0000000");
  put(116, "0000000");
  put(124, octal(size, 11));
  put(136, "00000000000");
  put(148, "        ");
  put(156, "0");
  put(257, std::string_view("ustar\00000", 8));
  std::size_t sum = 0;
  for (const char c : out) sum += static_cast<unsigned char>(c);
  put(148, octal(sum, 6) + std::string("\0 ", 2));
  return out;
}

bool is_zero(std::string_view bytes) { return bytes.find_first_not_of('\0') == bytes.npos; }

std::string lowered(std::string_view path) {
  std::string out(path);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

// What the kind of an entry says that it is, when it is no ordinary file.
std::string other_kind(char kind) {
  switch (kind) {
    case '0': return {};
    case '1': return "a hard link";
    case '2': return "a symbolic link";
    case '3': case '4': return "a device";
    case '5': return "a folder";
    case '6': return "a named pipe";
    case 'x': case 'g': return "a pax extension";
    case 'L': case 'K': case 'S': case 'M': case 'D': case 'N': case 'V': return "a GNU extension";
    default: return "of no kind that is known";
  }
}

class Reader {
 public:
  Reader(std::string_view bytes, const std::string& archive) : rest_(bytes), archive_(archive) {}

  std::vector<PackedFile> read() {
    std::vector<PackedFile> files;
    while (true) {
      const std::string_view header = take(block, "the archive is cut off");
      if (is_zero(header)) break;
      if (files.size() == limits::packed_files) refuse("it holds more than " + std::to_string(limits::packed_files) + " files");
      files.push_back(entry(header));
      place(files);
    }
    if (!is_zero(take(block, "the archive is cut off at its end"))) refuse("an entry follows the end of the archive");
    if (!rest_.empty()) refuse(std::to_string(rest_.size()) + " bytes follow the end of the archive");
    return files;
  }

 private:
  [[noreturn]] void refuse(const std::string& message) const { base::refuse({"BAD_ARCHIVE", archive_, 0, 0, {}, message, {}, {}}, 3); }

  std::string_view take(std::size_t size, const char* otherwise) {
    if (rest_.size() < size) refuse(otherwise);
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }

  std::string name_of(std::string_view header) const {
    const std::string_view name = header.substr(0, 100);
    return std::string(name.substr(0, std::min(name.find('\0'), name.size())));
  }

  std::size_t size_of(std::string_view header, const std::string& shown) const {
    std::size_t size = 0;
    for (const char c : header.substr(124, 11)) {
      if (c < '0' || c > '7') refuse(shown + " has a size that is not eleven octal digits");
      size = size * 8 + static_cast<std::size_t>(c - '0');
    }
    if (size > limits::packed_file_bytes) refuse(shown + " is " + std::to_string(size) + " bytes; one file of a pack is at most " + std::to_string(limits::packed_file_bytes));
    return size;
  }

  PackedFile entry(std::string_view header) {
    const std::string path = name_of(header), shown = "`" + base::printable(path, 120) + "`";
    if (header.substr(257, 6) == "ustar ") refuse(shown + " is written in the GNU form of an archive, not in ustar");
    if (header.substr(257, 5) != "ustar") refuse("what stands in the place of an entry is none of a ustar archive");
    if (const std::string kind = other_kind(header[156]); !kind.empty()) refuse(shown + " is " + kind + "; a pack holds ordinary files alone");
    if (!is_zero(header.substr(345, 155))) refuse(shown + " has a path in two pieces; a path is at most " + std::to_string(limits::path_bytes) + " bytes");
    if (const std::string wrong = wrong_with_path(path); !wrong.empty()) refuse(shown + " " + wrong);
    const std::size_t size = size_of(header, shown);
    const std::string wanted = header_of(path, size);
    for (const auto& [name, at, length] : places)
      if (header.substr(at, length) != std::string_view(wanted).substr(at, length)) refuse(shown + " has another " + name + " than the files of a pack have");
    if (size > rest_.size()) refuse(shown + " says that it has " + std::to_string(size) + " bytes, and " + std::to_string(rest_.size()) + " follow");
    const PackedFile file{path, take(size, "the archive is cut off")};
    if (!is_zero(take((block - size % block) % block, "the archive is cut off"))) refuse("something is hidden after the end of " + shown);
    return file;
  }

  // The last of `files` among the others: in order, and under a name that is no other's on any machine.
  void place(const std::vector<PackedFile>& files) {
    const std::string& path = files.back().path;
    const std::string shown = "`" + path + "`", low = lowered(path);
    if (files.size() == 1 && path != manifest_name) refuse("its first file is " + shown + ", where `pack.json` belongs");
    if (const auto twice = names_.find(low); twice != names_.end())
      refuse(twice->second == path ? shown + " stands in it twice" : shown + " and `" + twice->second + "` are one name on some machines");
    for (std::size_t slash = low.find('/'); slash != low.npos; slash = low.find('/', slash + 1)) {
      const std::string folder = low.substr(0, slash);
      if (names_.contains(folder)) refuse("`" + names_.at(folder) + "` is a file and a folder");
      const auto [known, is_new] = folders_.emplace(folder, path.substr(0, slash));
      if (!is_new && known->second != path.substr(0, slash)) refuse("the folders `" + known->second + "` and `" + path.substr(0, slash) + "` are one on some machines");
    }
    if (folders_.contains(low)) refuse(shown + " is a file and a folder");
    names_.emplace(low, path);
    if (files.size() > 1 && !stands_before(files[files.size() - 2].path, path)) refuse(shown + " is out of order");
  }

  std::string_view rest_;
  const std::string& archive_;
  std::map<std::string, std::string> names_, folders_;   // in small letters -> as written
};

}  // namespace

bool stands_before(std::string_view a, std::string_view b) {
  if ((a == manifest_name) != (b == manifest_name)) return a == manifest_name;
  return a < b;
}

std::string wrong_with_path(std::string_view path) {
  if (path.empty()) return "has no name";
  if (path.size() >= limits::path_bytes) return "is too long: a path is at most " + std::to_string(limits::path_bytes - 1) + " bytes";
  if (path.front() == '/') return "begins at the root of the machine";
  std::size_t folders = 0;
  for (std::string_view rest = path; !rest.empty();) {
    const auto slash = rest.find('/');
    const std::string_view part = rest.substr(0, slash);
    if (part == "..") return "leads out of the pack";
    if (part.empty() || part == "." || slash == rest.size() - 1) return "is no plain path";
    if (part.front() == '.') return "is hidden: no part of a path begins with a point";
    for (const char c : part) {
      if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) return "holds a control character";
      if (static_cast<unsigned char>(c) >= 0x80) return "holds a letter outside a to z; such names are not the same on all machines";
      const bool may = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
      if (!may) return std::string("holds `") + c + "`: letters, digits, `.`, `_` and `-` may stand in a name";
    }
    if (slash == rest.npos) break;
    if (++folders > limits::path_folders) return "lies in more than " + std::to_string(limits::path_folders) + " folders";
    rest.remove_prefix(slash + 1);
  }
  return {};
}

std::string write_archive(std::span<const PackedFile> files) {
  std::string out;
  for (const auto& [path, bytes] : files) {
    out += header_of(path, bytes.size());
    out += bytes;
    out.append((block - bytes.size() % block) % block, '\0');
  }
  return out.append(2 * block, '\0');
}

std::vector<PackedFile> read_archive(std::string_view bytes, const std::string& archive) { return Reader(bytes, archive).read(); }

}  // namespace remit::pack
