#include "import/archive.hpp"

#include <zip.h>

#include <algorithm>
#include <cstdint>
#include <vector>

#include "base/problem.hpp"
#include "base/text.hpp"
#include "import/limits.hpp"

namespace remit::import {

namespace {

std::string folded(std::string_view s) {
  std::string out(s);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

std::string megabytes(std::size_t bytes) { return std::to_string(bytes >> 20) + " MiB"; }

}  // namespace

struct Archive::State {
  std::string file;
  zip_t* zip = nullptr;
  std::vector<std::string> names;   // as the archive has them
  std::size_t unpacked = 0;

  ~State() {
    if (zip != nullptr) zip_discard(zip);
  }
  [[noreturn]] void refuse(const char* code, std::string message) const { base::refuse({code, file, 0, 0, {}, std::move(message), {}, {}}); }
};

Archive::Archive(std::string file, std::string_view bytes) : state_(std::make_unique<State>()) {
  state_->file = std::move(file);
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  state_->zip = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
  if (state_->zip == nullptr) {
    if (source != nullptr) zip_source_free(source);
    zip_error_fini(&error);
    state_->refuse("BROKEN_WORKBOOK", "the file is damaged: it is cut short or is no workbook; open it in your spreadsheet program and save it again");
  }
  zip_error_fini(&error);
  const zip_int64_t count = zip_get_num_entries(state_->zip, 0);
  if (count < 0 || static_cast<std::size_t>(count) > limits::parts)
    state_->refuse("TOO_LARGE", "the workbook has more than " + std::to_string(limits::parts) + " parts");
  for (zip_int64_t i = 0; i < count; ++i) {
    const char* name = zip_get_name(state_->zip, static_cast<zip_uint64_t>(i), 0);
    state_->names.emplace_back(name == nullptr ? "" : name);
  }
}

Archive::~Archive() = default;

bool Archive::has(const std::string& part) const {
  return std::ranges::any_of(state_->names, [&](const std::string& name) { return folded(name) == folded(part); });
}
bool Archive::has_ending(std::string_view ending) const {
  return std::ranges::any_of(state_->names, [&](const std::string& name) { return folded(name).ends_with(folded(ending)); });
}
bool Archive::has_beginning(std::string_view beginning) const {
  return std::ranges::any_of(state_->names, [&](const std::string& name) { return folded(name).starts_with(folded(beginning)); });
}

std::optional<std::string> Archive::read(const std::string& part) {
  State& s = *state_;
  const auto at = std::ranges::find_if(s.names, [&](const std::string& name) { return folded(name) == folded(part); });
  if (at == s.names.end()) return {};
  const auto index = static_cast<zip_uint64_t>(at - s.names.begin());
  const std::string shown = '`' + base::printable(part, 60) + '`';
  const auto too_large = [&] {
    s.refuse("TOO_LARGE", "its part " + shown + " unpacks to more than a workbook may hold: " + megabytes(limits::part_bytes) + " in one part, " +
                              megabytes(limits::unpacked_bytes) + " in all");
  };
  zip_stat_t facts;
  if (zip_stat_index(s.zip, index, 0, &facts) != 0 || (facts.valid & ZIP_STAT_SIZE) == 0) s.refuse("BROKEN_WORKBOOK", "the file is damaged: its part " + shown + " has no size");
  if ((facts.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && facts.encryption_method != ZIP_EM_NONE)
    s.refuse("LOCKED_WORKBOOK", "the workbook is locked by a password; open it, take the password away and save it");
  if (facts.size > limits::part_bytes || s.unpacked + facts.size > limits::unpacked_bytes) too_large();
  zip_file_t* file = zip_fopen_index(s.zip, index, 0);
  const auto damaged = [&] { s.refuse("BROKEN_WORKBOOK", "the file is damaged: its part " + shown + " cannot be unpacked; open it in your spreadsheet program and save it again"); };
  if (file == nullptr) damaged();
  std::string out;
  zip_int64_t got = 0;
  std::vector<char> buffer(1u << 16);
  // the size that the archive states is a claim: what comes is counted
  while ((got = zip_fread(file, buffer.data(), buffer.size())) > 0 && out.size() <= limits::part_bytes) out.append(buffer.data(), static_cast<std::size_t>(got));
  zip_fclose(file);
  if (got < 0) damaged();
  s.unpacked += out.size();
  if (out.size() > limits::part_bytes || s.unpacked > limits::unpacked_bytes) too_large();
  return out;
}

}  // namespace remit::import
